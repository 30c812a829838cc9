public import PhaseLoom

/// Computes availability and mean time to repair of a period from the records of outages and maintenance.
public struct AvailabilityCollector: Collector {
    /// The name by which it is asked for, `managed-services/availability`.
    public static let id: ID = "availability"
    /// What it does.
    public static let help = "Computes availability and mean time to repair of a period from outages and maintenance."

    static let outages = OverlayOption<String>.file("outages", help: "outages with the columns from and to")
    static let maintenance = OverlayOption<String>.file(
        "maintenance", help: "agreed maintenance with the columns from and to", default: "")
    static let from = OverlayOption<String>.text("from", help: "beginning of the period, with the contract's offset")
    static let until = OverlayOption<String>.text("until", help: "end of the period, with the contract's offset")

    /// The options that it takes: `outages`, `maintenance`, `from` and `until`.
    public static let options = [outages.descriptor, maintenance.descriptor, from.descriptor, until.descriptor]

    let values: OptionValues
    private let period: Span

    /// Makes the collector of checked option values.
    ///
    /// - Throws: `InvalidValue` when an end of the period is no moment, or the period ends before it begins.
    public init(_ values: OptionValues) throws(InvalidValue) {
        let (start, end) = (try Timestamp(parsing: values[Self.from]), try Timestamp(parsing: values[Self.until]))
        guard start < end else {
            throw InvalidValue("the period ends before it begins", hint: "swap 'from' and 'until'")
        }
        self.values = values
        period = Span(start: start, end: end)
    }

    /// Reads the records and computes what the service level report of the period says.
    ///
    /// - Returns: the report as evidence of `sla-report`; the mean time to repair is left out without failures.
    /// - Throws: `CollectorError` for files that cannot be read and everything that is wrong in them,
    ///   `CancellationError` when the work is no longer wanted.
    /// - Complexity: O(*n* log *n*) in the number of outages and windows of maintenance.
    public func collect(in context: CollectorContext) async throws -> CollectorReport {
        let time = ServiceTime(
            in: period, outages: try spans(values[Self.outages], context),
            maintenance: try spans(values[Self.maintenance], context))
        let figures = time.figures
        let file = try context.write("sla-report.csv", figures.report)
        return CollectorReport(evidence: [CollectedEvidence("sla-report", file, measurements: figures)])
    }

    private func spans(_ path: String, _ context: CollectorContext) throws -> [Span] {
        guard !path.isEmpty else { return [] }
        try context.checkCancellation()
        return try Table(path, columns: ["from", "to"], optional: ["remark"], mayBeEmpty: true, in: context)
            .map { row in
                let (start, end) = (row.moment("from") ?? .epoch, row.moment("to") ?? .epoch)
                if end < start { row.note("to", "it ends before it begins", hint: "swap 'from' and 'to'") }
                return Span(start: start, end: end)
            }
    }
}

extension ServiceTime {
    /// What it says, as measurements.
    var figures: [Measurement] {
        let repairs = [
            meanTimeToRepair.map { Measurement("mean-time-to-repair", $0, unit: "h") },
            meanTimeBetweenFailures.map { Measurement("mean-time-between-failures", $0, unit: "h") },
        ]
        return [
            Measurement("availability", availability, unit: "%"),
            Measurement("agreed-service-time", Double(agreedMilliseconds) / 1000, unit: "s"),
            Measurement("downtime", Double(downMilliseconds) / 1000, unit: "s"),
            Measurement("failures", Double(failures)),
        ] + repairs.compactMap(\.self)
    }
}
