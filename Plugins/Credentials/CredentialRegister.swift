public import PhaseLoom

/// The credentials and licences that are on record, of everybody.
public struct CredentialRegister: Hashable, Sendable {
    /// What is on record, in the order of the register.
    public let entries: [HeldCredential]

    /// Makes a register.
    public init(_ entries: [HeldCredential]) { self.entries = entries }

    /// The columns that a table of credentials must have.
    public static let columns = ["holder", "credential", "issuer", "status"]
    /// The columns that a table of credentials may have: an empty `expires` is unknown, `never` is a day that never comes.
    public static let optionalColumns = ["class", "number", "issued", "expires", "hours"]

    /// Reads a register from a table with ``columns`` and ``optionalColumns``.
    ///
    /// - Throws: `CollectorError` with everything that is wrong in the table.
    /// - Complexity: O(*n*) in the number of rows.
    public init(_ table: Table) throws(CollectorError) {
        self.init(try table.map { row in Self.entry(&row) })
    }

    private static func entry(_ row: inout TableRow) -> HeldCredential {
        let issued = row.optionalDay("issued")
        let expiry: HeldCredential.Expiry =
            if row.optionalText("expires") == "never" {
                .never
            } else {
                row.optionalDay("expires").map { .day($0) } ?? .unknown
            }
        if case .day(let last) = expiry, let issued, last < issued {
            row.note(
                "expires", "it expires on \(last), before it was issued", hint: "see which of the two days is wrong")
        }
        return HeldCredential(
            holder: row.identifier("holder"), credential: row.identifier("credential"), issuer: row.text("issuer"),
            licenceClass: row.optionalIdentifier("class"), number: row.optionalText("number"),
            status: row.choice("status"), issued: issued, expiry: expiry, hours: row.optionalCount("hours") ?? 0)
    }

    /// Says whether somebody may do a piece of work on every day from one to another.
    ///
    /// The best of the entries decides each part of the need, the worst of the parts the whole. A holder of whom nothing
    /// is on record is not covered; an entry without status or end is unknown. Experience is the largest number of hours
    /// that the holder's entries show, and an examination never stands in for it.
    ///
    /// - Parameters:
    ///   - need: what the work needs.
    ///   - holder: who does the work.
    ///   - from: the first day of the work.
    ///   - until: the last day of the work.
    /// - Returns: the verdict.
    /// - Complexity: O(*n* · *m*) in the number of entries and parts of the need.
    public func verdict(on need: CredentialNeed, of holder: ID, from: Day, until: Day) -> CredentialVerdict {
        let held = entries.filter { $0.holder == holder }
        return Self.verdict(on: need, held, from: from, until: until)
    }

    private static func verdict(
        on need: CredentialNeed, _ held: [HeldCredential], from: Day, until: Day
    ) -> CredentialVerdict {
        let fitting: [HeldCredential]
        switch need {
        case .all(let parts):
            return parts.map { verdict(on: $0, held, from: from, until: until) }.min() ?? .covered
        case .experience(let hours):
            return held.contains { $0.hours >= hours } ? .covered : .uncovered
        case .credential(let names): fitting = held.filter { names.contains($0.credential) }
        case .licence(let classes):
            fitting = held.filter { entry in entry.licenceClass.map(classes.contains) ?? false }
        case .emphasis(let emphasis):
            fitting = held.filter { KnownCredential.named($0.credential)?.emphasis == emphasis }
            let isOpen = held.contains { KnownCredential.named($0.credential) == nil && $0.licenceClass == nil }
            let best = fitting.map { $0.standing(from: from, until: until) }.max() ?? .uncovered
            // Of what kind a credential is that nobody knows by name cannot be said.
            return isOpen ? max(best, .unknown) : best
        }
        return fitting.map { $0.standing(from: from, until: until) }.max() ?? .uncovered
    }
}
