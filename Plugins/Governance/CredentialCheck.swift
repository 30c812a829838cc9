import Credentials
public import PhaseLoom

/// The collector `credentials/check`: compares assignments with a register of credentials under the rules of roles.
///
/// Every rule of a role must be met. A role without a rule, and a credential of which nobody knows whether it is in
/// force, are unknown, which is not the same as none. No examination stands in for experience.
public struct CredentialCheck: Collector {
    /// The name by which it is asked for.
    public static let id: ID = "check"
    /// What it does.
    public static let help = "Compares assignments with a register of credentials under the rules of their roles."
    /// The options that it takes.
    public static let options = [register.descriptor, assignments.descriptor, rules.descriptor]
    static let register = OverlayOption.file(
        "register", help: "the table: holder, credential, issuer, status, and class, number, issued, expires, hours")
    static let assignments = OverlayOption.file(
        "assignments", help: "the table: task, role, holder, from, until")
    static let rules = OverlayOption.file(
        "rules", help: "the table: role, need (credential, licence, kind, experience), value with words between spaces")

    private let values: OptionValues

    /// Makes the collector of checked option values; all of them go together.
    public init(_ values: OptionValues) { self.values = values }

    private struct Assignment {
        let task: String
        let role: ID
        let holder: ID
        let from: Day
        let until: Day
        let line: Int
    }

    private enum Kind: String, CaseIterable {
        case credential
        case licence
        case kind
        case experience
    }

    /// Reads the three tables and judges each assignment.
    public func collect(in context: CollectorContext) async throws -> CollectorReport {
        let people = try CredentialRegister(
            Table(
                values[Self.register], columns: CredentialRegister.columns,
                optional: CredentialRegister.optionalColumns, in: context))
        let needs = try Table(values[Self.rules], columns: ["role", "need", "value"], in: context)
            .map { row in (role: row.identifier("role"), need: Self.need(&row)) }
        let table = try Table(
            values[Self.assignments], columns: ["task", "role", "holder", "from", "until"], in: context)
        let judged = try table.map { row in Self.assignment(&row) }.map { assignment in
            let parts = needs.filter { $0.role == assignment.role }.map(\.need)
            let verdict =
                parts.isEmpty
                ? CredentialVerdict.unknown
                : people.verdict(
                    on: .all(parts), of: assignment.holder, from: assignment.from, until: assignment.until)
            return (assignment: assignment, need: CredentialNeed.all(parts), verdict: verdict)
        }
        let count = { (verdict: CredentialVerdict) in Double(judged.filter { $0.verdict == verdict }.count) }
        let evidence = CollectedEvidence(
            "credential-check", table.file,
            measurements: [
                Measurement("uncovered-assignments", count(.uncovered)),
                Measurement("expired-credentials", count(.expired)),
                Measurement("unknown-credentials", count(.unknown)),
            ],
            findings: judged.compactMap { Self.finding($0.assignment, $0.need, $0.verdict) })
        let isClean = judged.allSatisfy { $0.verdict == .covered }
        return CollectorReport(evidence: [evidence], verdict: isClean ? .met : .unmet)
    }

    private static func assignment(_ row: inout TableRow) -> Assignment {
        let assignment = Assignment(
            task: row.text("task"), role: row.identifier("role"), holder: row.identifier("holder"),
            from: row.day("from"), until: row.day("until"), line: row.line)
        if assignment.until < assignment.from {
            row.note("until", "the work ends before it begins", hint: "swap the two days")
        }
        return assignment
    }

    // MARK: rules

    private static func need(_ row: inout TableRow) -> CredentialNeed {
        let kind: Kind = row.choice("need")
        switch kind {
        case .experience: return .experience(hours: row.count("value"))
        case .kind:
            let emphasis: CredentialEmphasis = row.choice("value")
            return .emphasis(emphasis)
        case .credential: return .credential(anyOf: names(&row))
        case .licence: return .licence(anyOf: names(&row))
        }
    }

    private static func names(_ row: inout TableRow) -> [ID] {
        let words = row.text("value").split(separator: " ").map(String.init)
        let names = words.compactMap { try? ID($0) }
        if names.count < words.count {
            row.note("value", "a word of the value is no identifier", hint: "separate identifiers by spaces")
        }
        return names
    }

    private static func finding(
        _ assignment: Assignment, _ need: CredentialNeed, _ verdict: CredentialVerdict
    ) -> CollectedFinding? {
        let who = "'\(assignment.holder)' as '\(assignment.role)' for '\(assignment.task)'"
        let place = "line \(assignment.line)"
        switch verdict {
        case .covered: return nil
        case .uncovered:
            return CollectedFinding(
                "assignment-uncovered", .error, "nothing on record covers \(who)", subject: place,
                hint: "assign someone with \(need)")
        case .expired:
            return CollectedFinding(
                "credential-expired", .error, "what covers \(who) ends before \(assignment.until)", subject: place,
                hint: "have it renewed, or assign someone else")
        case .unknown where need == .all([]):
            return CollectedFinding(
                "rule-unknown", .warning, "no rule says what \(who) needs", subject: place,
                hint: "state a rule for the role; that none is known does not mean that nothing is needed")
        case .unknown:
            return CollectedFinding(
                "credential-unknown", .warning, "the record does not say whether \(who) is covered", subject: place,
                hint: "ask the issuer for status and end")
        }
    }
}
