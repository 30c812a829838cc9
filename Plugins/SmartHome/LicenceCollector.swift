import Credentials
import PhaseLoom

/// Checks the licences of whoever is assigned to work in a home, over every day of that work.
struct LicenceCollector: Collector {
    static let id: ID = "licences"
    static let help = "Checks each assignment against the licences on record and the rules of the jurisdiction."
    static let register = OverlayOption<String>.file(
        "register", help: "table of licences with 'holder', 'credential', 'issuer', 'status', 'class' and 'expires'")
    static let assignments = OverlayOption<String>.file(
        "assignments", help: "table with 'task', 'class', 'technician', 'from' and 'until'")
    static let jurisdiction = OverlayOption<LicensingPlace>.choice(
        "jurisdiction", help: "place whose licensing law counts", default: .other)
    static let options = [register.descriptor, assignments.descriptor, jurisdiction.descriptor]

    let values: OptionValues

    init(_ values: OptionValues) { self.values = values }

    /// Somebody who does a piece of work from one day to another.
    struct Assignment {
        let line: Int
        let task: String
        let work: TaskClass
        let technician: ID
        let from: Day
        let until: Day
    }

    func collect(in context: CollectorContext) async throws -> CollectorReport {
        let table = try Table(
            values[Self.register], columns: CredentialRegister.columns, optional: CredentialRegister.optionalColumns,
            mayBeEmpty: true, in: context)
        let register = try CredentialRegister(table)
        let plan = try Table(
            values[Self.assignments], columns: ["task", "class", "technician", "from", "until"], in: context)
        let checked = try plan.map(Self.assignment).map { ($0, standing(of: $0, in: register)) }
        let open = checked.filter { $0.1 != .covered }
        let findings = open.map { Self.finding(on: $0.0, $0.1) }
        let verdict = open.map { Self.decision($0.1) }.reduce(Verdict.met) { $0.and($1) }
        return CollectorReport(
            evidence: [
                CollectedEvidence("technician-credentials", table.file, measurements: Self.measurements(checked)),
                CollectedEvidence(
                    "technician-assignments", plan.file,
                    measurements: [Measurement("unlicensed-tasks", Self.count(checked.map(\.1)))], findings: findings),
            ], verdict: verdict)
    }

    private static func assignment(_ row: inout TableRow) -> Assignment {
        let from = row.day("from")
        let until = row.day("until")
        if until < from { row.note("until", "it ends before it begins", hint: "see which of the two days is wrong") }
        return Assignment(
            line: row.line, task: row.text("task"), work: row.choice("class"),
            technician: row.identifier("technician"), from: from, until: until)
    }

    private func standing(of assignment: Assignment, in register: CredentialRegister) -> CredentialVerdict {
        register.verdict(
            on: assignment.work.id, in: values[Self.jurisdiction].id, of: assignment.technician,
            from: assignment.from, until: assignment.until, under: LicenceRule.homes)
    }

    private static func measurements(_ checked: [(Assignment, CredentialVerdict)]) -> [Measurement] {
        TaskClass.allCases.map { work in
            Measurement("unlicensed-\(work.rawValue)", count(checked.filter { $0.0.work == work }.map(\.1)))
        }
    }

    /// How many are not licensed; undefined when that is unknown of any and all others are.
    private static func count(_ verdicts: [CredentialVerdict]) -> Double? {
        let unlicensed = verdicts.count { $0 < .unknown }
        return unlicensed == 0 && verdicts.contains(.unknown) ? nil : Double(unlicensed)
    }

    private static func decision(_ standing: CredentialVerdict) -> Verdict {
        switch standing {
        case .covered: .met
        case .unknown: .undefined
        case .expired, .uncovered: .unmet
        }
    }

    private static func finding(on assignment: Assignment, _ verdict: CredentialVerdict) -> CollectedFinding {
        let who = "'\(assignment.technician)' for '\(assignment.task)'"
        let (code, severity, message, hint): (ID, Finding.Severity, String, String) =
            switch verdict {
            case .uncovered:
                (
                    "unlicensed-task", .error, "\(who) holds no licence for \(assignment.work.title) work",
                    "assign someone who does"
                )
            case .expired:
                ("licence-expired", .error, "the licence of \(who) ends before the work does", "renew it first")
            case .unknown, .covered:
                (
                    "licence-unknown", .warning, "whether \(who) is licensed cannot be told",
                    "look up the rule, or status and end of the licence"
                )
            }
        return CollectedFinding(code, severity, message, subject: "line \(assignment.line)", hint: hint)
    }
}
