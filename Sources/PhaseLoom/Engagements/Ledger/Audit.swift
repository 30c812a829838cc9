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

    /// Whether the log is whole.
    public var isWhole: Bool { found == nil }
}

extension Ledger {
    /// Verifies the log of an engagement: each record, their chain, the plans that they pin, that the rules give exactly
    /// these events, and the head that the store or somebody else remembers.
    ///
    /// Each command that the events amount to is performed again, at its moment and by its actor, and has to give the
    /// events as they are recorded. What criteria in code judged is taken from the record, because that code may not be
    /// at hand; so are the facts that people handed in. A log that another version of the rules wrote is broken here.
    ///
    /// - Parameters:
    ///   - id: the engagement.
    ///   - head: the hash of the last record as somebody wrote it down, such as in a handoff; it may lie before the end.
    /// - Returns: what was found; `nil` when the store has no engagement of this name.
    /// - Throws: ``LedgerError`` when the store fails.
    /// - Complexity: O(*n*) in the size of the log, with what its commands take.
    public func audit(_ id: ID, against head: Digest? = nil) async throws(LedgerError) -> Audit? {
        let summary: EngagementSummary?
        do {
            summary = try await store.summary(of: id)
        } catch {
            throw .store(error)
        }
        var (length, last) = (0, Digest.none)
        var isHeadFound = head == nil
        var replay = Reperformance()
        do {
            _ = try await read(id) { event, record, engagement in
                (length, last) = (event.number, record.hash)
                if record.hash == head { isHeadFound = true }
                replay.take(event, record.hash, engagement.plan)
            }
            replay.finish()
        } catch .broken(let found) where replay.found == nil {
            return Audit(engagement: id, length: length, head: last, found: found)
        } catch .broken {}
        if let found = replay.found {
            return Audit(engagement: id, length: replay.length, head: replay.head, found: found)
        }
        guard length > 0 || summary != nil else { return nil }
        var found: LogBreak?
        if summary.map({ $0.length != length || $0.head != last }) ?? true {
            let known = summary.map { "\($0.length) records were kept" } ?? "nothing else knows the engagement"
            found = LogBreak(.end, at: length, "the log ends at record \(length), but \(known)")
        } else if !isHeadFound {
            found = LogBreak(.end, at: length, "no record has the hash that was written down")
        }
        return Audit(engagement: id, length: length, head: last, found: found)
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
