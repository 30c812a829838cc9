import BACnet
import BuildingPoints
import PhaseLoom

/// Takes the fields of a record out of readings, and notes those that are not what the standard says they are.
struct RecordFields {
    let readings: ObjectReadings
    /// What was something else, in the order in which it was taken.
    private(set) var faults: [InventoryFault] = []

    init(_ readings: ObjectReadings) { self.readings = readings }

    /// Takes a field that holds one value.
    mutating func one<Field>(_ property: PropertyIdentifier, _ read: (BACnetValue) -> Field?) -> Field? {
        list(property) { $0.count == 1 ? $0.first.flatMap(read) : nil }
    }

    /// Takes a field that may hold several values.
    mutating func list<Field>(_ property: PropertyIdentifier, _ read: ([BACnetValue]) -> Field?) -> Field? {
        guard let values = readings[property]?.values else { return nil }
        if let field = read(values) { return field }
        faults.append(
            InventoryFault(
                subject: property.name, code: "wrong-type", remark: "it holds '\(PointValue(values).text.clipped)'"))
        return nil
    }

    /// Takes a text.
    mutating func text(_ property: PropertyIdentifier) -> String? { one(property, Self.text) }

    /// Takes a whole number, whether it comes as a number or as a choice.
    mutating func whole(_ property: PropertyIdentifier) -> UInt32? { one(property, Self.whole) }

    /// Takes bits.
    mutating func bits(_ property: PropertyIdentifier) -> BitString? {
        one(property) { if case .bitString(let bits) = $0 { bits } else { nil } }
    }

    /// Takes texts that are given as a whole or one by one.
    mutating func texts(_ property: PropertyIdentifier) -> [String] {
        let whole = list(property) { values -> [String]? in
            let texts = values.compactMap(Self.text)
            return texts.count == values.count ? texts : nil
        }
        if let whole { return whole }
        var texts: [String] = []
        for (index, value) in readings.elements(of: property) where index > 0 {
            guard Int(index) == texts.count + 1, let text = Self.text(value) else { break }
            texts.append(text)
        }
        return texts
    }

    static func text(_ value: BACnetValue) -> String? {
        if case .characterString(let text) = value { text.text } else { nil }
    }

    private static func whole(_ value: BACnetValue) -> UInt32? {
        switch value {
        case .unsigned(let number): UInt32(exactly: number)
        case .enumerated(let number): number
        default: nil
        }
    }
}

extension String {
    /// The text as remarks quote it: short, and without what steers a terminal.
    var clipped: String { clipped(to: 60) }

    /// The same with at most so many characters.
    func clipped(to limit: Int) -> String {
        var text = ""
        for scalar in unicodeScalars.prefix(limit) {
            let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
            text.unicodeScalars.append(isControl ? "\u{FFFD}" : scalar)
        }
        return unicodeScalars.count > limit ? text + "…" : text
    }
}

extension [String] {
    /// The first of them as messages list them, each in quotes, and how many others there are.
    var listed: String {
        prefix(8).map { "'\($0)'" }.joined(separator: ", ") + (count > 8 ? " and \(count - 8) more" : "")
    }
}
