import PhaseLoom

/// The engagement for which a collector works, and what it records there while it works.
actor EngagementRecorder {
    private let desk: Desk
    /// The engagement after what was recorded last.
    private(set) var session: EngagementSession
    /// What was recorded, in order.
    private(set) var evidence: [CollectedEvidence] = []
    /// What happened, in order.
    private(set) var events: [Event] = []

    init(_ session: EngagementSession, at desk: Desk) {
        self.desk = desk
        self.session = session
    }

    /// What hands evidence in for a collector.
    nonisolated var keepRecord: @Sendable (CollectedEvidence) async throws -> Int {
        { evidence in try await self.record(evidence) }
    }

    /// Hands evidence in.
    ///
    /// - Returns: the number of its event.
    func record(_ item: CollectedEvidence) async throws(CommandFailure) -> Int {
        // Two records at once do no harm: the ledger decides the slower one again.
        var session = session
        let new = try await desk.perform(.record(item.draft), on: &session)
        if session.engagement.length > self.session.engagement.length { self.session = session }
        evidence.append(item)
        events += new
        return new.last?.number ?? session.engagement.length
    }

    /// What people have to know of a run that fails: what was recorded stays.
    var remainder: [String] {
        guard let first = events.first, let last = events.last else { return [] }
        let name = session.engagement.id
        let numbers = first.number == last.number ? "event \(first.number)" : "events \(first.number) to \(last.number)"
        return ["what it did until then is recorded in '\(name)': \(numbers)"]
    }
}
