public import PhaseLoom

/// The contract that every collector keeps, inside this package and outside it.
///
/// It imports no test framework; a test expects that nothing is violated:
///
/// ```swift
/// @Test func `keeps the contract`() async {
///     let files = ["cameras.csv": Array("camera,days\n1,30\n".utf8)]
///     let options = ["file": "cameras.csv"]
///     #expect(await CollectorContract.violations(of: Recordings.self, given: options, reading: files) == [])
/// }
/// ```
public struct CollectorContract<Kind: Collector>: Sendable {
    let given: [String: String]
    let files: [String: [UInt8]]
    let engagement: Engagement?

    /// Prepares the contract for a collector.
    ///
    /// - Parameters:
    ///   - type: the collector.
    ///   - given: values of its options with which it has something to report.
    ///   - files: the files that it reads then, by path; best of several pieces, so with more than a few bytes.
    ///   - engagement: the engagement for which it works, as each run finds it; `nil` when it runs by itself.
    public init(
        of type: Kind.Type, given: [String: String] = [:], reading files: [String: [UInt8]] = [:],
        for engagement: Engagement? = nil
    ) {
        self.given = given
        self.files = files
        self.engagement = engagement
    }

    /// Everything in which a collector breaks the contract; nothing if it keeps it.
    ///
    /// - Parameters:
    ///   - type: the collector.
    ///   - given: values of its options with which it has something to report.
    ///   - files: the files that it reads then, by path; best of several pieces, so with more than a few bytes.
    ///   - engagement: the engagement for which it works, as each run finds it; `nil` when it runs by itself.
    /// - Returns: the violations, rule by rule.
    /// - Complexity: some twenty runs of the collector.
    public static func violations(
        of type: Kind.Type, given: [String: String] = [:], reading files: [String: [UInt8]] = [:],
        for engagement: Engagement? = nil
    ) async -> [Violation] {
        await CollectorContract(of: type, given: given, reading: files, for: engagement).violations()
    }

    /// Everything in which the collector breaks the contract, rule by rule; nothing if it keeps it.
    ///
    /// - Complexity: some twenty runs of the collector.
    public func violations() async -> [Violation] {
        let options = Kind.options
        var found = documentationViolations()
        found += OptionRules.violations(of: options, given: given) { (try? Kind(options: $0)) != nil }
        found += await reportViolations()
        found += await cancellationViolations()
        return found + (await inputViolations())
    }

    func documentationViolations() -> [Violation] {
        var found: [Violation] = []
        if Kind.help.last != "." || Kind.help.count > 200 || Kind.help.contains(where: \.isNewline) {
            found.append(
                .init(rule: .documentation, message: "the help should be a sentence of at most 200 characters"))
        }
        for option in Kind.options where OptionRules.reserved.contains(option.name) {
            found.append(.init(rule: .option, message: "the command line has an option '\(option.name)' of its own"))
        }
        return found
    }

    /// One run of the collector, in a task of its own so that it can be cancelled.
    func run(
        _ given: [String: String], on files: MemoryCollectorFiles,
        progress: @escaping @Sendable (CollectorProgress) -> Void = { _ in },
        respond: @escaping @Sendable (String) -> Void = { _ in }, isCancelled: Bool = false
    ) async -> Result<CollectorReport, any Error> {
        let clock = { @Sendable [updated = engagement?.updated] in updated ?? Timestamp(milliseconds: 1_795_000_000_000)
        }
        let context =
            engagement.map {
                MemoryEngagement($0).context(reading: files, at: clock, progress: progress, respond: respond)
            } ?? CollectorContext(files: files, clock: clock, progress: progress, respond: respond)
        let task = Task {
            if isCancelled { withUnsafeCurrentTask { $0?.cancel() } }
            return try await Kind(options: given).collect(in: context)
        }
        return await task.result
    }

    /// The bytes of a piece with which every file has about eight of them.
    var pieceSize: Int { max(1, (files.values.map(\.count).min() ?? 0) / 8) }
}
