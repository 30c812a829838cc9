/// A collector that is ready to work and knows its full name, which its evidence carries.
public struct NamedCollector: Sendable {
    /// The name by which it was asked for, such as `core/file`.
    public let name: String
    private let collector: any Collector

    init(name: String, collector: any Collector) {
        self.name = name
        self.collector = collector
    }

    /// Does the work.
    ///
    /// - Throws: ``CollectorError`` for bad data and for files or devices that fail, `CancellationError` when the work
    ///   is no longer wanted, and whatever else the collector throws.
    public func collect(in context: CollectorContext) async throws -> CollectorReport {
        var report = try await collector.collect(in: context.named(name))
        try context.checkCancellation()
        for index in report.evidence.indices { report.evidence[index].draft.collector = name }
        return report
    }
}
