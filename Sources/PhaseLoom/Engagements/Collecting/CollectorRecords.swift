extension CollectorContext {
    /// Whether evidence can be handed in while the work goes on: only in an engagement.
    public var keepsRecords: Bool { keepRecord != nil }

    /// Hands evidence in at once, with a file that it makes, before the work goes on.
    ///
    /// A collector that acts on the world tells before each act what it is about to do, and after it what came of it.
    /// What was recorded stays, whatever becomes of the run; so nothing is lost when the work fails or is no longer
    /// wanted, and even then what was done can still be recorded. The report of the collector need not repeat it.
    ///
    /// - Parameters:
    ///   - artifact: the kind of artifact.
    ///   - name: the name of the file, without any folder; no two of one run are equal.
    ///   - content: all of its bytes.
    ///   - measurements: what was measured.
    ///   - findings: what was done or found.
    /// - Returns: the number of the event that recorded it.
    /// - Throws: ``CollectorError`` when the collector runs by itself or the file cannot be written, and what stands
    ///   against the evidence in the engagement; the act must not follow then.
    /// - Complexity: O(*n*) in the number of bytes.
    @discardableResult
    public func record(
        _ artifact: ID, _ name: String, _ content: [UInt8], measurements: [Measurement] = [],
        findings: [CollectedFinding] = []
    ) async throws -> Int {
        guard let keepRecord else {
            throw CollectorError(
                .environment, at: "'\(artifact)'", "there is no engagement in which to record it",
                hint: "what acts on the world works for an engagement only; give '--engagement ID'")
        }
        if files.keepsResults { try files.write(name) { put in try put(content) } }
        let file = CollectedFile(name: name, path: nil, size: content.count, digest: Digest(of: content))
        return try await keepRecord(CollectedEvidence(artifact, file, measurements: measurements, findings: findings))
    }

    /// The surroundings in which what is recorded carries the name of its collector.
    func named(_ name: String) -> CollectorContext {
        guard let keepRecord else { return self }
        return recording { evidence in
            var evidence = evidence
            evidence.draft.collector = name
            return try await keepRecord(evidence)
        }
    }
}
