extension Ledger {
    /// Computes the metrics of an engagement from its log.
    ///
    /// - Parameters:
    ///   - id: the engagement.
    ///   - now: the moment up to which time is counted while the engagement runs.
    /// - Returns: the metrics; `nil` when the store has no engagement of this name.
    /// - Throws: ``LedgerError`` when the log is broken or the store fails.
    /// - Complexity: O(*n*) in the size of the log.
    public func metrics(of id: ID, at now: Timestamp) async throws(LedgerError) -> EngagementMetrics? {
        var counter = MetricsCounter()
        let session = try await read(id) { event, _, engagement in counter.take(event, engagement) }
        return session.map { counter.metrics(of: $0.session.engagement, at: now) }
    }
}
