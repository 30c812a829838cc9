import PhaseLoom

/// A plan of prefixes, and what is wrong with it.
struct AddressPlan {
    /// One line of the plan.
    struct Entry {
        let line: Int
        let text: String
        let site: String
        let vlan: Int?
    }

    /// What is wrong with prefixes as such, in the order of the plan.
    let invalid: [CollectedFinding]
    /// Prefixes that stand twice or lie within another, in order of addresses.
    let overlaps: [CollectedFinding]
    /// VLANs that cannot be, in the order of the plan.
    let vlans: [CollectedFinding]

    /// Checks a plan.
    ///
    /// - Complexity: O(*n* log *n*) in the number of entries.
    init(_ entries: [Entry]) {
        let read = entries.map { ($0, Prefix($0.text)) }
        invalid = read.compactMap { entry, prefix in Self.finding(on: entry, read: prefix) }
        overlaps = Self.overlaps(of: read.compactMap { entry, prefix in prefix.map { ($0, entry) } })
        vlans = entries.compactMap(Self.vlanFinding)
    }

    private static func finding(on entry: Entry, read prefix: Prefix?) -> CollectedFinding? {
        guard let prefix else {
            return CollectedFinding(
                "invalid-prefix", .error, "'\(entry.text)' is no prefix", subject: "line \(entry.line)",
                hint: "write it like '192.0.2.0/24' or '2001:db8::/32'")
        }
        guard prefix.hadHostBits else { return nil }
        return CollectedFinding(
            "host-bits", .error, "'\(entry.text)' has bits behind its length", subject: "line \(entry.line)",
            hint: "write the first address of the prefix")
    }

    /// Sorted prefixes follow those that contain them, so that a stack of what is still open finds the nearest one.
    private static func overlaps(of prefixes: [(prefix: Prefix, entry: Entry)]) -> [CollectedFinding] {
        var open: [(prefix: Prefix, entry: Entry)] = []
        var found: [CollectedFinding] = []
        for next in prefixes.sorted(by: { ($0.prefix, $0.entry.line) < ($1.prefix, $1.entry.line) }) {
            while let last = open.last, !last.prefix.contains(next.prefix) { open.removeLast() }
            if let last = open.last { found.append(overlap(of: next.entry, with: last.entry)) }
            open.append(next)
        }
        return found
    }

    private static func overlap(of entry: Entry, with other: Entry) -> CollectedFinding {
        CollectedFinding(
            "overlapping-prefix", .error,
            "'\(entry.text)' of '\(entry.site)' overlaps '\(other.text)' of "
                + "'\(other.site)' on line \(other.line)",
            subject: "line \(entry.line)", hint: "move one of them, or list the parts only")
    }

    /// IEEE 802.1Q keeps 0 for frames without a VLAN and 4095 for itself.
    private static func vlanFinding(on entry: Entry) -> CollectedFinding? {
        guard let vlan = entry.vlan, !(1...4094).contains(vlan) else { return nil }
        return CollectedFinding(
            "invalid-vlan", .error, "VLAN \(vlan) cannot be used", subject: "line \(entry.line)",
            hint: "use a number from 1 to 4094")
    }
}
