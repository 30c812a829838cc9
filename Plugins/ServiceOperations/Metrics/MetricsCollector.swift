public import PhaseLoom

/// Computes the figures of a service from the records of tickets, deployments, releases, ratings and rituals.
///
/// Each kind of record is a file of comma-separated values; what is not given is not computed.
public struct MetricsCollector: Collector {
    /// The name by which it is asked for, `metrics/service`.
    public static let id: ID = "service"
    /// What it does.
    public static let help = "Computes figures of a service from records of tickets, deployments, releases and more."

    static let tickets = file("tickets", of: TicketRecord.columns)
    static let deployments = file("deployments", of: DeploymentRecord.columns)
    static let releases = file("releases", of: ReleaseRecord.columns)
    static let ratings = file("ratings", of: RatingRecord.columns)
    static let rituals = file("rituals", of: RitualRecord.columns)

    /// The options that it takes: a file for each kind of record.
    public static let options = [
        tickets.descriptor, deployments.descriptor, releases.descriptor, ratings.descriptor, rituals.descriptor,
    ]

    private static func file(_ name: String, of columns: [String]) -> OverlayOption<String> {
        .file(name, help: "records of \(name) with the columns \(columns.joined(separator: ", "))", default: "")
    }

    let values: OptionValues

    /// Makes the collector of checked option values.
    ///
    /// - Throws: `InvalidValue` when no file is given.
    public init(_ values: OptionValues) throws(InvalidValue) {
        guard Self.options.contains(where: { values.all[$0.name] != "" }) else {
            throw InvalidValue(
                "there is nothing to compute figures from", hint: "give a file of tickets, deployments or the like")
        }
        self.values = values
    }

    /// Reads the records and computes the figures of each kind that is given.
    ///
    /// - Returns: the report of the figures as evidence of `metrics-report`.
    /// - Throws: `CollectorError` for files that cannot be read and everything that is wrong in them,
    ///   `CancellationError` when the work is no longer wanted.
    /// - Complexity: O(*n* log *n*) in the number of records.
    public func collect(in context: CollectorContext) async throws -> CollectorReport {
        var figures = try figures(
            Self.tickets, TicketRecord.columns, TicketRecord.optional, in: context, TicketRecord.init,
            TicketRecord.figures)
        figures += try self.figures(
            Self.deployments, DeploymentRecord.columns, DeploymentRecord.optional, in: context, DeploymentRecord.init,
            DeploymentRecord.figures)
        figures += try self.figures(
            Self.releases, ReleaseRecord.columns, in: context, ReleaseRecord.init, ReleaseRecord.figures)
        figures += try self.figures(
            Self.ratings, RatingRecord.columns, in: context, RatingRecord.init, RatingRecord.figures)
        figures += try self.figures(
            Self.rituals, RitualRecord.columns, in: context, RitualRecord.init, RitualRecord.figures)
        let file = try context.write("metrics-report.csv", figures.report)
        return CollectorReport(evidence: [CollectedEvidence("metrics-report", file, measurements: figures)])
    }

    /// The figures of one kind of record; none without a file.
    private func figures<Record>(
        _ option: OverlayOption<String>, _ columns: [String], _ optional: [String] = [],
        in context: CollectorContext, _ record: (inout TableRow) -> Record, _ figures: ([Record]) -> [Measurement]
    ) throws -> [Measurement] {
        let path = values[option]
        guard !path.isEmpty else { return [] }
        let table = try Table(path, columns: columns, optional: optional, in: context)
        try context.checkCancellation()
        return figures(try table.map(record))
    }
}
