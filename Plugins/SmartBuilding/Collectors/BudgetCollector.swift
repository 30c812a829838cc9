import BuildingPoints
import PhaseLoom

/// Computes which share of each trunk's time a design takes, and shows it as bars.
struct BudgetCollector: Collector {
    static let id: ID = "budget"
    static let help = "Computes the load that polling and subscriptions put on each trunk of a building."
    static let plan = OverlayOption<String>.file("plan", help: "plan of networks, trunks, devices and poll classes")
    static let matrix = OverlayOption<String>.file(
        "matrix", help: "matrix of source points, target points and intervals", default: "")
    static let inventory = OverlayOption<String>.file(
        "inventory", help: "inventory of the building, for the sizes of messages", default: "")
    static let gap = OverlayOption<Int>.integer(
        "gap", help: "registers between two points over which requests are joined", default: 10, in: 0...124)
    static let interval = OverlayOption<Double>.number(
        "interval", help: "seconds between two polls of points that state none; 0 for none", default: 0,
        in: 0...31_536_000)
    static let options = [
        plan.descriptor, matrix.descriptor, DesignOptions.points.descriptor, inventory.descriptor,
        DesignOptions.convention.descriptor,
        DesignOptions.device.descriptor, DesignOptions.reserve.descriptor, gap.descriptor, interval.descriptor,
    ]

    let values: OptionValues

    init(_ values: OptionValues) throws(InvalidValue) {
        self.values = values
        guard [Self.matrix, DesignOptions.points, Self.inventory].contains(where: { values.path($0) != nil }) else {
            throw InvalidValue("nothing says what is polled", hint: "give 'matrix', 'points' or 'inventory'")
        }
        try values.checkNames(of: [Self.plan, Self.matrix, DesignOptions.points, Self.inventory])
    }

    func collect(in context: CollectorContext) async throws -> CollectorReport {
        var files = DesignFiles(in: context)
        try files.readPlan(values[Self.plan])
        if let path = values.path(Self.inventory) { try files.readBaseline(path) }
        try files.readPoints(values)
        if let path = values.path(Self.matrix) { try files.readMatrix(path) }
        let budget = TrunkBudget(files.design, settings: settings)
        let report = BudgetReport(budget)
        _ = try context.answer("trunk-budget.txt") { put in try put(report.text) }
        return CollectorReport(
            evidence: try evidence(of: report, plan: files.plan, files.design, in: context),
            verdict: budget.largest == nil || budget.findings.contains { $0.rule.severity == .error } ? .unmet : .met)
    }

    private var settings: BudgetSettings {
        let interval = values[Self.interval]
        return BudgetSettings(
            reserve: values[DesignOptions.reserve], gap: values[Self.gap], interval: interval < 0.001 ? nil : interval)
    }

    private func evidence(
        of report: BudgetReport, plan: CollectedFile?, _ design: IntegrationDesign, in context: CollectorContext
    ) throws -> [CollectedEvidence] {
        let load = report.budget.measurement
        let page = try context.write("trunk-budget.html", Array(report.html.utf8))
        let file = try context.write("trunk-budget.json", report.json.canonicalBytes)
        let lists = design.maps.map(\.findings) + design.lists.map(\.findings)
        let problems = ((design.plan?.findings ?? []) + (design.matrix?.findings ?? []) + lists.flatMap(\.self)).inOrder
        let planned = plan.map {
            CollectedEvidence(
                "building-network-plan", $0, measurements: [load], findings: problems.collected(in: $0.name))
        }
        return (planned.map { [$0] } ?? []) + [
            CollectedEvidence("integration-report", page),
            CollectedEvidence(
                "integration-report", file, measurements: [load],
                findings: report.budget.findings.collected(in: file.name)),
        ]
    }
}

extension TrunkBudget {
    /// The largest load as the gate asks for it; undefined where a load is not known.
    var measurement: Measurement { Measurement("trunk-load", largest) }
}
