public import PhaseLoom

/// The collector `assurance/status`: computes from its dates where a certificate or a report stands on a day.
///
/// A certificate is valid until the third anniversary of its issue, with surveillance held by the first and
/// then once in each calendar year (ISO/IEC 17021-1:2015, 9.1.3.3).
/// A report vouches for its period of 6 to 12 months, and a bridge letter for some days more.
public struct AssuranceStatus: Collector {
    /// The name by which it is asked for.
    public static let id: ID = "status"
    /// What it does.
    public static let help = "Computes where a certificate or an attestation report stands on a day."
    /// The options that it takes.
    public static let options =
        [form.descriptor] + certificateDates.map(\.descriptor) + reportDates.map(\.descriptor)
        + [bridge.descriptor, on.descriptor]

    static let form = OverlayOption<AssuranceForm>.choice(
        "form", help: "what the dates belong to", default: .certificate)
    static let issued = OverlayOption.moment("issued", help: "when the certificate was issued")
    static let surveillance1 = OverlayOption.moment(
        "surveillance-1", help: "when the surveillance audit of year 1 was held")
    static let surveillance2 = OverlayOption.moment(
        "surveillance-2", help: "when the surveillance audit of year 2 was held")
    static let first = OverlayOption.moment("from", help: "first day of the report's period")
    static let last = OverlayOption.moment("until", help: "last day of the report's period")
    static let previousLast = OverlayOption.moment(
        "previous-until", help: "last day of the period of the report before")
    static let bridgedThrough = OverlayOption.moment(
        "bridged-until", help: "last day that a bridge letter speaks of")
    static let bridge = OverlayOption<Int>.integer(
        "bridge", help: "days after the report that a bridge letter may cover", default: 90, in: 0...366)
    static let on = OverlayOption.moment("on", help: "the day that is asked about; today if not given")

    private static let certificateDates = [issued, surveillance1, surveillance2]
    private static let reportDates = [first, last, previousLast, bridgedThrough]

    private let values: OptionValues
    private let day: Day?

    /// Makes the collector of checked option values.
    ///
    /// - Throws: `InvalidValue` for dates that are missing, that belong to the other form, or that are out of order.
    public init(_ values: OptionValues) throws(InvalidValue) {
        try Self.check(values)
        self.values = values
        day = values[Self.on].map(Day.init)
    }

    /// Computes the standing and hands it in.
    public func collect(in context: CollectorContext) async throws -> CollectorReport {
        try context.checkCancellation()
        let day = day ?? Day(context.now)
        guard let standing = standing(on: day) else { return CollectorReport(evidence: [], verdict: .undefined) }
        let file = try context.write("assurance-status.txt", Array(text(of: standing, on: day).utf8))
        let evidence = CollectedEvidence(
            "assurance-status", file, measurements: measurements(of: standing), findings: standing.findings,
            validUntil: standing.until?.start)
        return CollectorReport(evidence: [evidence], verdict: standing.verdict)
    }
}

// MARK: Options that go together

extension AssuranceStatus {
    private static func check(_ values: OptionValues) throws(InvalidValue) {
        switch values[form] {
        case .certificate:
            try need([issued], in: values)
            try refuse(reportDates, in: values)
            try order([issued, surveillance1, surveillance2], in: values)
        case .attestation:
            try need([first, last], in: values)
            try refuse(certificateDates, in: values)
            try order([first, last, bridgedThrough], in: values)
            try order([previousLast, last], in: values)
        }
    }

    private static func need(_ dates: [OverlayOption<Timestamp?>], in values: OptionValues) throws(InvalidValue) {
        for date in dates where values[date] == nil {
            throw InvalidValue(
                "option '\(date.descriptor.name)' is missing", hint: "it takes \(date.descriptor.expects)")
        }
    }

    private static func refuse(_ dates: [OverlayOption<Timestamp?>], in values: OptionValues) throws(InvalidValue) {
        for date in dates where values[date] != nil {
            throw InvalidValue(
                "option '\(date.descriptor.name)' says nothing about form '\(values[form].rawValue)'",
                hint: "leave it out, or set 'form'")
        }
    }

    /// Each date that is given comes after the one given before it.
    private static func order(_ dates: [OverlayOption<Timestamp?>], in values: OptionValues) throws(InvalidValue) {
        let given = dates.compactMap { date in values[date].map { (date.descriptor.name, Day($0)) } }
        for (earlier, later) in zip(given, given.dropFirst()) where later.1 <= earlier.1 {
            throw InvalidValue(
                "option '\(later.0)' cannot be '\(later.1.date)' with '\(earlier.0)' at '\(earlier.1.date)'",
                hint: "it comes later")
        }
    }
}

// MARK: The report

extension AssuranceStatus {
    private func standing(on day: Day) -> Standing? {
        let date = { (option: OverlayOption<Timestamp?>) in values[option].map(Day.init) }
        switch values[Self.form] {
        case .certificate:
            return date(Self.issued).map { issued in
                CertificateCycle(issued: issued, audits: [date(Self.surveillance1), date(Self.surveillance2)])
                    .standing(on: day)
            }
        case .attestation:
            guard let first = date(Self.first), let last = date(Self.last) else { return nil }
            return ReportCoverage(
                first: first, last: last, previousLast: date(Self.previousLast),
                bridgedThrough: date(Self.bridgedThrough), bridge: Int64(values[Self.bridge])
            ).standing(on: day)
        }
    }

    private func measurements(of standing: Standing) -> [Measurement] {
        [
            Measurement("uncovered-days", Double(standing.uncovered), unit: "d"),
            Measurement("remaining-days", Double(standing.remaining), unit: "d"),
        ] + standing.measurements
    }

    private func text(of standing: Standing, on day: Day) -> String {
        let given = (Self.certificateDates + Self.reportDates).compactMap { option in
            values[option].map { "\(option.descriptor.name): \($0.date)" }
        }
        let lines =
            ["form: \(values[Self.form].rawValue)"] + given
            + ["on: \(day.date)", "status: \(standing.word.rawValue)"]
            + measurements(of: standing).map(\.description)
        return lines.joined(separator: "\n") + "\n"
    }
}
