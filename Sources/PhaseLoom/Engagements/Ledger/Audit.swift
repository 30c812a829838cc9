/// What an audit of a log found.
public struct Audit: Hashable, Sendable {
    /// The engagement.
    public let engagement: ID
    /// How many records are in order.
    public let length: Int
    /// The hash of the last of them.
    public let head: Digest
    /// What is wrong with the first record that is not; `nil` when the log is whole.
    public let found: LogBreak?
    /// What became of the files of evidence; `nil` when they were not checked, as in a log that is broken.
    public let files: FileCheck?

    /// Whether the log is whole, and every file that was checked too.
    public var isWhole: Bool { found == nil && files?.isWhole ?? true }
}

extension Ledger {
    /// Verifies the log of an engagement: each record, their chain, the plans that they pin, that the rules give exactly
    /// these events, the head that the store or somebody else remembers, and what the store lists of it.
    ///
    /// Each command that the events amount to is performed again, at its moment and by its actor, and has to give the
    /// events as they are recorded. What criteria in code judged is taken from the record, because that code may not be
    /// at hand; so are the facts that people handed in. A log that another version of the rules wrote is broken here.
    ///
    /// - Parameters:
    ///   - id: the engagement.
    ///   - head: the hash of the last record as somebody wrote it down, such as in a handoff; it may lie before the end.
    ///   - vault: where the files of evidence are, to check them too; `nil` to leave them alone.
    /// - Returns: what was found; `nil` when the store has no engagement of this name.
    /// - Throws: ``LedgerError`` when the store fails.
    /// - Complexity: O(*n*) in the size of the log with what its commands take, and of the files.
    public func audit(
        _ id: ID, against head: Digest? = nil, filesIn vault: (any EvidenceVault)? = nil
    ) async throws(LedgerError) -> Audit? {
        var (length, last) = (0, Digest.none)
        var isHeadFound = head == nil
        var replay = Reperformance()
        var found: LogBreak?
        var files: FileCheck?
        do {
            let whole = try await read(id) { event, record, engagement in
                (length, last) = (event.number, record.hash)
                if record.hash == head { isHeadFound = true }
                replay.take(event, record.hash, engagement.plan)
            }
            guard let whole else { return nil }
            replay.finish()
            found =
                isHeadFound
                ? Self.check(whole.summary, against: whole.session)
                : LogBreak(.end, at: length, "no record has the hash that was written down")
            files = vault.map { FileCheck(of: whole.session.engagement.evidence, in: $0) }
        } catch .broken(let error) {
            found = error
        }
        if let rule = replay.found {
            return Audit(engagement: id, length: replay.length, head: replay.head, found: rule, files: files)
        }
        return Audit(engagement: id, length: length, head: last, found: found, files: files)
    }

    /// Compares what lists show of an engagement with what its log says.
    private static func check(_ summary: EngagementSummary, against session: EngagementSession) -> LogBreak? {
        let said = session.summary
        let differences = [
            ("engagement", summary.engagement != said.engagement), ("title", summary.title != said.title),
            ("state", summary.state != said.state), ("open phases", summary.openPhases != said.openPhases),
            ("ready phases", summary.readyPhases != said.readyPhases), ("start", summary.started != said.started),
            ("last change", summary.updated != said.updated), ("due date", summary.due != said.due),
        ]
        let names = differences.filter(\.1).map(\.0)
        guard !names.isEmpty else { return nil }
        return LogBreak(
            .summary, at: session.log.length,
            "what lists show is not what the log says (\(names.joined(separator: ", ")))")
    }

    /// The events of an engagement with the hash of each record.
    ///
    /// - Throws: ``LedgerError`` when the log is broken or the store fails.
    public func history(of id: ID) async throws(LedgerError) -> [(event: Event, record: LogRecord)] {
        var history: [(event: Event, record: LogRecord)] = []
        _ = try await read(id) { event, record, _ in history.append((event, record)) }
        return history
    }
}
