/// The check of an integration design against the building as it was found, before anybody builds it.
public struct DesignCheck: Sendable {
    /// The measures of a design that breaches of rules count for, in their order.
    public static let measures = [
        "unmatched-points", "unit-mismatches", "duplicate-device-instances", "duplicate-object-ids",
        "register-overlaps", "unaddressed-registers", "unordered-values", "duplicate-unit-ids", "forbidden-commands",
        "duplicate-network-numbers", "surplus-broadcast-managers",
    ]

    /// The breaches of rules, graver ones first.
    public let findings: [PointFinding]
    /// How many breaches each measure counts, in the order of ``measures``.
    ///
    /// A measure whose input is missing does not stand here, nor one of ``unknown``: what nobody looked at is not zero.
    public let counts: [(measure: String, count: Int)]
    /// The measures that count no breach and yet are not known, because errors that none counts stand in their input.
    ///
    /// Where a row cannot be read, nobody can tell what it would have broken.
    public let unknown: [String]
    /// The load of the trunks; `nil` without a plan or a matrix.
    public let budget: TrunkBudget?
    /// What the check says of the design.
    public let decision: DesignDecision

    /// Whether nothing is wrong that keeps the design from being built.
    public var passes: Bool { decision != .block }

    /// The measures that could not be counted, because their input is missing or has errors.
    public var unmeasured: [String] {
        Self.measures.filter { measure in !counts.contains { $0.measure == measure } }
    }

    /// Checks a design.
    ///
    /// - Parameters:
    ///   - design: the design, with what there is of it.
    ///   - settings: what the budget of its trunks assumes.
    /// - Complexity: O(*n* log *n*) in the number of points and rows.
    public init(_ design: IntegrationDesign, settings: BudgetSettings = BudgetSettings()) {
        var found = (design.maps.map(\.findings) + design.lists.map(\.findings)).flatMap(\.self)
        let known = KnownPoints(design)
        if let matrix = design.matrix {
            var rows = MatrixChecks(matrix, known, plan: design.plan)
            rows.check()
            found += matrix.findings + rows.findings
        }
        found += ListChecks(design, known).findings + MapChecks(design).findings
        found += design.plan?.findings ?? []
        if let baseline = design.baseline { found += BaselineChecks(baseline, design.current).findings }
        let flawed = FlawedInput(design, found)
        let isBudgeted = design.plan != nil && design.matrix != nil
        budget = isBudgeted ? TrunkBudget(design, settings: settings) : nil
        findings = (found + (budget?.findings ?? [])).inOrder
        let counted = findings.counts(of: Self.measures.filter(design.isMeasured))
        unknown = counted.filter { $0.count == 0 && flawed.concerns($0.measure) }.map(\.measure)
        counts = counted.filter { $0.count > 0 || !flawed.concerns($0.measure) }
        let isFlawed = findings.contains { $0.rule.severity == .error } || counts.contains { $0.count > 0 }
        let isWhole = design.matrix != nil && design.baseline != nil
        decision = isFlawed ? .block : isWhole ? .pass : .undecided
    }

    /// Checks a matrix with what belongs to it.
    ///
    /// - Parameters:
    ///   - matrix: the integration matrix.
    ///   - baseline: the building as it was found.
    ///   - maps: the register maps of its Modbus units.
    ///   - lists: the engineering data exchange lists of its BACnet devices.
    ///   - current: the building as it is now, where the baseline is older; `nil` when it was not read again.
    /// - Complexity: O(*n* log *n*) in the number of points and rows.
    public init(
        _ matrix: IntegrationMatrix, baseline: PointInventory, maps: [RegisterMap] = [], lists: [EDEReading] = [],
        current: PointInventory? = nil
    ) {
        self.init(
            IntegrationDesign(matrix: matrix, baseline: baseline, current: current, lists: lists, maps: maps))
    }
}

/// What a check says of a design.
public enum DesignDecision: String, Hashable, Sendable, CaseIterable {
    /// It can be built.
    case pass
    /// It cannot be built as it is.
    case block
    /// Nothing is wrong, but the matrix or the baseline is missing, without which little can be told.
    case undecided
}
