public import PhaseLoom

/// The report of a check of an integration design, for programs and for people.
public struct DesignReport: Sendable {
    /// The name of the format, with its version.
    public static let format = "phaseloom.integration-report/1"

    /// The check.
    public let check: DesignCheck
    /// The files that were looked at, in their order.
    public let inputs: [Input]

    /// A file that was looked at.
    public struct Input: Hashable, Sendable {
        /// What it was, such as `matrix`.
        public let role: String
        /// Its name.
        public let file: String
        /// The hash of its content.
        public let digest: Digest

        /// Describes a file.
        public init(role: String, file: String, digest: Digest) {
            self.role = role
            self.file = file
            self.digest = digest
        }
    }

    /// Makes the report of a check.
    public init(_ check: DesignCheck, inputs: [Input] = []) {
        self.check = check
        self.inputs = inputs
    }

    /// The rules that are broken, each once, in the order of the findings.
    private var rules: [(rule: PointRule, count: Int)] {
        let counts = Dictionary(check.findings.map { ($0.rule, 1) }, uniquingKeysWith: +)
        var seen: Set<PointRule> = []
        return check.findings.map(\.rule).filter { seen.insert($0).inserted }.map { ($0, counts[$0] ?? 0) }
    }

    /// The report as JSON in the format `phaseloom.integration-report/1`.
    ///
    /// - Complexity: O(*n*) in the number of findings.
    public var json: JSONValue {
        var members = RecordMembers()
        members.add("format", Self.format)
        members.add("decision", check.decision.rawValue)
        members.add(
            "inputs",
            inputs.map { ["role": .string($0.role), "file": .string($0.file), "digest": .string("\($0.digest)")] })
        members.add(
            "measures", value: .object(check.counts.map { JSONMember($0.measure, .integer($0.count)) }))
        members.add("unmeasured", check.unmeasured)
        members.add("rules", rules.map(\.rule.json))
        members.add("findings", check.findings.map(\.json))
        return members.value
    }

    /// The report as a page that prints: the decision, the measures, the findings, and the rules with their sources.
    ///
    /// - Complexity: O(*n*) in the number of findings.
    public var html: String {
        let facts = [("Decision", check.decision.rawValue)] + inputs.map { ($0.role, "\($0.file), \($0.digest)") }
        let list = facts.map { "<dt>\(HTMLText.escaped($0.0))</dt><dd>\(HTMLText.escaped($0.1))</dd>\n" }.joined()
        let measures =
            check.counts.map { (style: $0.count > 0 ? "fail" : "", cells: [$0.measure, String($0.count)]) }
            + check.unmeasured.map { name in
                (style: "warn", cells: [name, check.unknown.contains(name) ? "not known" : "not checked"])
            }
        let findings = check.findings.map { (style: $0.rule.severity.style, cells: $0.cells) }
        let rules = rules.map { (style: "", cells: $0.rule.cells + [String($0.count)]) }
        return HTMLText.page(
            title: "Check of the integration design",
            "<dl>\n\(list)</dl>\n" + HTMLText.table("Measures", [("measure", false), ("breaches", true)], measures)
                + HTMLText.table("Findings", Self.columns.map { ($0, false) }, findings)
                + HTMLText.table(
                    "Rules", [("rule", false), ("asks", false), ("source", false), ("breaches", true)], rules))
    }

    private static let columns = ["severity", "rule", "subject", "finding", "hint", "evidence"]
}

extension PointRule {
    fileprivate var json: JSONValue {
        [
            "id": .string(id), "severity": .string(severity.rawValue), "explanation": .string(explanation),
            "source": .string(source),
        ]
    }

    fileprivate var cells: [String] { [id, explanation, source] }
}

extension PointFinding {
    fileprivate var cells: [String] {
        let shown = evidence.prefix(5).map(\.text) + (evidence.count > 5 ? ["\(evidence.count - 5) more"] : [])
        return [rule.severity.rawValue, rule.id, subject, message, hint, shown.joined(separator: "; ")]
    }
}

extension PointSeverity {
    fileprivate var style: String {
        switch self {
        case .error: "fail"
        case .warning: "warn"
        case .note: ""
        }
    }
}
