public import PhaseLoom

/// The toolkit that turns requirements into criteria that can be verified.
///
/// Each requirement has a criterion with a metric, an operator, a value and a method; words that anyone may read as he
/// likes are found before execution opens.
public struct AcceptanceCriteria: ConfigurableOverlay {
    /// Who the overlay is.
    public static let identity = OverlayIdentity(
        id: "acceptance-criteria", title: "Acceptance criteria toolkit",
        summary: "Each requirement has a criterion with metric, operator, value and method before execution opens.",
        cites: [Source.framework])

    static let untested = OverlayOption<Int>.integer(
        "untested", help: "requirements that may go without a criterion while scoping, not at execution", default: 0,
        in: 0...1000)

    /// The options that it takes: `untested`.
    public static let options = [untested.descriptor]

    /// The collectors that do its work: `acceptance-criteria/lint`.
    public static let collectors: [any Collector.Type] = [CriteriaLint.self]

    /// The reasons for which it applies.
    public static let applicability: [Applicability] = [
        .byContract(
            "The contract asks for formal criteria of acceptance", when: Fact.clauses.includes("acceptance-criteria")),
        .byChoice("Without criteria, validation has nothing to decide by", when: .always).citing(Source.framework),
    ]

    /// The values that the overlay was made of.
    public let values: OptionValues

    /// Makes the overlay of checked option values; all of them go together.
    public init(_ values: OptionValues) { self.values = values }

    /// What it changes: the trace from requirements to criteria in scoping, and its check before execution.
    public var body: OverlayBody {
        Artifact("criteria-trace", "Trace matrix: requirement, criterion, metric, operator, value, unit, method")
        Produce("criteria-trace", in: .scoping)
        Perform("trace-requirements", "Write a criterion for each requirement", during: .scoping)
        Perform("lint-criteria", "Look for words that cannot be measured", during: .scoping).after("trace-requirements")
        Expect("requirements-traced", "Each requirement has a criterion, and each criterion one", atGateOf: .scoping)
            .needing("criteria-trace").measured("untested-requirements", .atMost(Double(values[Self.untested])))
        Expect(
            "criteria-measurable", "Each criterion has a metric, an operator, a value and a method", atGateOf: .scoping
        )
        .needing("criteria-trace").measured("vague-criteria", .exactly(0))
        Require("criteria-checked", "No requirement is untested and no criterion vague", toEnter: .execution)
            .proven(by: checked)
    }

    private var checked: Proof {
        let names: [ID] = ["untested-requirements", "vague-criteria", "orphan-criteria"]
        return .all(names.map { .measured(Bound($0, .exactly(0)), of: "criteria-trace") })
    }
}
