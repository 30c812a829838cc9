/// Values by identifiers, in the order in which the identifiers came.
///
/// Does what a dictionary does, but uses the hash that each identifier carries instead of hashing that again, and lists
/// its values in an order that does not depend on hashes.
struct IDTable<Value> {
    private(set) var keys: [ID] = []
    /// The value of each identifier in ``keys``.
    var values: [Value] = []
    /// The places of identifiers, one more than each, found by the low bits of the hash; zero is free.
    private var slots: [Int32] = []

    init() {}

    init(minimumCapacity: Int) { reserveCapacity(minimumCapacity) }

    var count: Int { keys.count }

    mutating func reserveCapacity(_ count: Int) {
        keys.reserveCapacity(count)
        values.reserveCapacity(count)
        if 2 * count > slots.count { spread(over: 2 * count) }
    }

    /// The place of an identifier in ``keys`` and ``values``.
    func place(of id: ID) -> Int? {
        if slots.isEmpty { return nil }
        let place = Int(slots[slot(of: id)])
        return place == 0 ? nil : place - 1
    }

    func contains(_ id: ID) -> Bool { place(of: id) != nil }

    subscript(id: ID) -> Value? { place(of: id).map { values[$0] } }

    /// The value of an identifier, for which a first one is put in where there is none yet.
    subscript(id: ID, default first: @autoclosure () -> Value) -> Value {
        get { self[id] ?? first() }
        _modify {
            let place = place(of: id) ?? append(id, first())
            yield &values[place]
        }
    }

    /// Gives an identifier a value, in place of the one that it may have.
    mutating func set(_ id: ID, to value: Value) {
        if let known = place(of: id) { values[known] = value } else { append(id, value) }
    }

    @discardableResult
    private mutating func append(_ id: ID, _ value: Value) -> Int {
        // Half of the slots stay free, so that looking for one is short.
        if 2 * keys.count >= slots.count { spread(over: 4 * keys.count) }
        keys.append(id)
        values.append(value)
        slots[slot(of: id)] = Int32(keys.count)
        return keys.count - 1
    }

    /// The slot that has the identifier, or the free one where it belongs.
    private func slot(of id: ID) -> Int {
        var slot = Int(id.textHash) & (slots.count - 1)
        while slots[slot] != 0, keys[Int(slots[slot]) - 1] != id { slot = (slot + 1) & (slots.count - 1) }
        return slot
    }

    private mutating func spread(over count: Int) {
        var size = 16
        while size < count { size *= 2 }
        slots = Array(repeating: 0, count: size)
        for (place, id) in keys.enumerated() { slots[slot(of: id)] = Int32(place + 1) }
    }
}

extension IDTable: Sequence {
    func makeIterator() -> Zip2Sequence<[ID], [Value]>.Iterator { zip(keys, values).makeIterator() }
}
