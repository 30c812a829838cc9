public import PhaseLoom

/// The collector `breach-notification/clocks`: computes until when each notice of a breach is due.
///
/// The limits are the outer limits of the laws, no legal advice; a clock that rests on unsettled law says so.
public struct NotificationClocks: Collector {
    /// The name by which it is asked for.
    public static let id: ID = "clocks"
    /// What it does.
    public static let help = "Computes until when each notice of a breach of data is due, law by law."

    static let laws = BreachNotification.laws
    static let discovered = OverlayOption<Timestamp?>.moment("discovered", help: "when the breach was discovered")
    static let determined = OverlayOption<Timestamp?>.moment(
        "determined", help: "when it was determined that notices are due; the discovery if not given")
    static let notified = OverlayOption<Timestamp?>.moment(
        "notified", help: "when the last notice went out; not yet if not given")
    static let persons = OverlayOption<Int>.integer(
        "persons", help: "number of persons concerned", default: 1, in: 0...10_000_000_000)
    static let residents = OverlayOption<Int>.integer(
        "residents", help: "of them, residents of the state with most; 0 for all of them", default: 0,
        in: 0...10_000_000_000)
    static let offset = OverlayOption<Int>.integer(
        "offset", help: "minutes by which local time is ahead of UTC, which decides the day", default: 0,
        in: -720...840)

    /// The options that it takes.
    public static let options = [
        laws.descriptor, discovered.descriptor, determined.descriptor, notified.descriptor, persons.descriptor,
        residents.descriptor, offset.descriptor,
    ]

    private let values: OptionValues
    private let chosen: [NotificationLaw]
    private let starts: [NotificationDuty.Start: Timestamp]

    /// Makes the collector of checked option values.
    ///
    /// - Throws: `InvalidValue` when a law is not known, the discovery is missing, a moment comes before it, or more
    ///   residents are concerned than persons.
    public init(_ values: OptionValues) throws(InvalidValue) {
        chosen = try NotificationLaw.list(values[Self.laws])
        guard let discovered = values[Self.discovered] else {
            throw InvalidValue("option 'discovered' is missing", hint: "say when the breach was discovered")
        }
        let later = [("determined", values[Self.determined]), ("notified", values[Self.notified])]
        for case (let name, let moment?) in later where moment < discovered {
            throw InvalidValue("option '\(name)' cannot be '\(moment)'", hint: "the discovery was at \(discovered)")
        }
        guard values[Self.residents] <= values[Self.persons] else {
            throw InvalidValue(
                "option 'residents' cannot be '\(values[Self.residents])'",
                hint: "only \(values[Self.persons]) persons are concerned")
        }
        starts = [.discovery: discovered, .determination: values[Self.determined] ?? discovered]
        self.values = values
    }

    /// Computes the clocks and writes them down.
    public func collect(in context: CollectorContext) async throws -> CollectorReport {
        try context.checkCancellation()
        let clocks = clocks
        let end = values[Self.notified] ?? context.now
        let missed = clocks.filter { $0.end < end }
        let file = try context.write("breach-clocks.csv", Array(Self.table(clocks).utf8))
        let left = clocks.map(\.end).min().map { Double($0.milliseconds(since: end)) / 3_600_000 }
        let measurements =
            [Measurement("breach-missed-deadlines", Double(missed.count))]
            + (left.map { [Measurement("breach-hours-left", $0, unit: "h")] } ?? [])
        let evidence = CollectedEvidence(
            "breach-clock-report", file, measurements: measurements, findings: missed.map(\.missing))
        return CollectorReport(evidence: [evidence], findings: cautions, verdict: missed.isEmpty ? .met : .unmet)
    }
}

// MARK: Clocks

extension NotificationClocks {
    /// One notice that is due, with its clock.
    struct Clock: Hashable {
        let law: NotificationLaw
        let duty: NotificationDuty
        let start: Timestamp
        let deadline: NotificationDeadline
        /// The last moment that is in time.
        let end: Timestamp
    }

    /// The notices that are due, the most urgent first.
    var clocks: [Clock] {
        let persons = values[Self.persons]
        let residents = values[Self.residents] == 0 ? persons : values[Self.residents]
        let offset = values[Self.offset]
        let all = chosen.flatMap { law in
            law.duties.filter { $0.isDue(persons: persons, residents: residents) }.compactMap { duty -> Clock? in
                guard let start = starts[duty.start] else { return nil }
                let deadline = duty.deadline(from: start, offset: offset)
                return Clock(law: law, duty: duty, start: start, deadline: deadline, end: deadline.end(offset: offset))
            }
        }
        return all.enumerated().sorted { ($0.element.end, $0.offset) < ($1.element.end, $1.offset) }.map(\.element)
    }

    /// The clocks as comma-separated values.
    private static func table(_ clocks: [Clock]) -> String {
        let rows = clocks.map { clock in
            [
                clock.law.rawValue, clock.duty.addressee, clock.duty.citation, clock.duty.start.rawValue,
                clock.start.description, clock.deadline.description,
            ].map { $0.contains(",") ? "\"\($0)\"" : $0 }.joined(separator: ",") + "\n"
        }
        return "law,addressee,citation,from,start,deadline\n" + rows.joined()
    }

    private var cautions: [CollectedFinding] {
        chosen.compactMap { law in
            law.caution.map { caution in
                CollectedFinding(
                    "law-unsettled", .note, "clock of '\(law.rawValue)': \(caution)", subject: law.rawValue,
                    hint: "see whether it is in force")
            }
        }
    }
}

extension NotificationClocks.Clock {
    fileprivate var missing: CollectedFinding {
        CollectedFinding(
            "deadline-missed", .error, "the notice to \(duty.addressee) was due \(deadline) (\(duty.citation))",
            subject: law.rawValue, hint: "notify at once and record why it is late")
    }
}
