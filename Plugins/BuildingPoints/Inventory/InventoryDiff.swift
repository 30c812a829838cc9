import BACnet
public import PhaseLoom

/// What differs between two inventories of a building.
public struct InventoryDiff: Hashable, Sendable {
    /// The differences: devices and units in their order, each before its points.
    public let changes: [Change]

    /// A difference.
    public struct Change: Hashable, Sendable {
        /// What happened.
        public let kind: Kind
        /// The device, object, unit or register, such as `device 1201 analog-input,5`.
        public let subject: String
        /// The field that changed; empty when all of it was added or removed.
        public let field: String
        /// The field before, as JSON; `null` for nothing.
        public let before: JSONValue
        /// The field after, as JSON; `null` for nothing.
        public let after: JSONValue
    }

    /// What happened to a part of the inventory.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// It is new.
        case added
        /// It is gone.
        case removed
        /// It is otherwise than before.
        case changed
    }

    /// Compares what identifies two inventories, the parts that ``PointInventory/fingerprint`` covers.
    ///
    /// - Complexity: O(*n* log *n*) in the number of points.
    public init(from before: PointInventory, to after: PointInventory) {
        let (old, new) = (before.entries, after.entries)
        let known = Dictionary(uniqueKeysWithValues: old.map { ($0.key, $0.members) })
        let kept = Set(new.map(\.key))
        let removed = old.filter { !kept.contains($0.key) }.map { ($0.key, Self.whole(.removed, $0.key)) }
        let others = new.flatMap { entry -> [(PointInventory.EntryKey, Change)] in
            guard let members = known[entry.key] else { return [(entry.key, Self.whole(.added, entry.key))] }
            return Self.changes(entry.key.subject, from: members, to: entry.members).map { (entry.key, $0) }
        }
        changes = (removed + others).stably { $0.0 < $1.0 }.map(\.1)
    }

    private static func whole(_ kind: Kind, _ key: PointInventory.EntryKey) -> Change {
        Change(kind: kind, subject: key.subject, field: "", before: .null, after: .null)
    }

    private static func changes(_ subject: String, from old: JSONValue, to new: JSONValue) -> [Change] {
        guard case .object(let before) = old, case .object(let after) = new, old != new else { return [] }
        let fields = before.map(\.key) + after.map(\.key).filter { key in !before.contains { $0.key == key } }
        return fields.compactMap { field in
            let (one, other) = (old[field] ?? .null, new[field] ?? .null)
            return one == other
                ? nil : Change(kind: .changed, subject: subject, field: field, before: one, after: other)
        }
    }

    /// The differences as lines of text; empty when there are none.
    public var text: String {
        changes.map { change in
            let detail =
                change.field.isEmpty
                ? "" : ": \(change.field) \(Self.words(change.before)) → \(Self.words(change.after))"
            return "\(change.kind.rawValue) \(change.subject)\(detail)\n"
        }.joined()
    }

    private static func words(_ value: JSONValue) -> String { String(decoding: value.compactBytes, as: UTF8.self) }

    /// The differences as JSON in the format `phaseloom.inventory-diff/1`.
    public var json: JSONValue {
        [
            "format": "phaseloom.inventory-diff/1",
            "changes": .array(
                changes.map { change in
                    var members = RecordMembers()
                    members.add("kind", change.kind.rawValue)
                    members.add("subject", change.subject)
                    if !change.field.isEmpty {
                        members.add("field", change.field)
                        members.add("before", value: change.before)
                        members.add("after", value: change.after)
                    }
                    return members.value
                }),
        ]
    }
}

extension PointInventory {
    /// What stands for a device, an object, a unit or a register in a comparison.
    struct EntryKey: Hashable, Comparable {
        let rank: [UInt32]
        let name: String
        /// Which of those that have the name it is, from 1.
        let number: Int

        var subject: String { number == 1 ? name : "\(name) (\(number))" }

        static func < (one: EntryKey, other: EntryKey) -> Bool {
            one.rank == other.rank
                ? (one.name, one.number) < (other.name, other.number) : one.rank.lexicographicallyPrecedes(other.rank)
        }
    }

    /// The parts in canonical order; a further part of the same identifier gets a number.
    fileprivate var entries: [(key: EntryKey, members: JSONValue)] {
        let sorted = inOrder
        var parts: [(rank: [UInt32], subject: String, members: JSONValue)] = []
        for device in sorted.devices {
            let name = "device \(device.instance)"
            parts.append(([0, device.instance], name, device.ownDefinition))
            for object in device.objects {
                let rank = [0, device.instance, object.identifier.rawValue]
                parts.append((rank, "\(name) \(object.identifier)", object.definition.value))
            }
        }
        for unit in sorted.units {
            let name = "unit \(unit.unit) at \(unit.endpoint)"
            parts.append(([1, UInt32(unit.unit)], name, unit.ownDefinition))
            for register in unit.registers {
                parts.append(([1, UInt32(unit.unit)], "\(name) \(register.point.name)", register.point.members.value))
            }
        }
        var counts: [String: Int] = [:]
        return parts.map { part in
            let count = (counts[part.subject] ?? 0) + 1
            counts[part.subject] = count
            return (EntryKey(rank: part.rank, name: part.subject, number: count), part.members)
        }
    }
}
