import BuildingPoints
import PhaseLoom

/// Checks an integration design before anybody builds it: lists, maps and matrix among each other and against the
/// building as it was found.
struct IntegrationCheckCollector: Collector {
    static let id: ID = "integration-check"
    static let help = "Checks point lists, register maps and matrix of an integration against the building as found."
    static let inventory = OverlayOption<String>.file(
        "inventory", help: "inventory of the building as it was found, the baseline", default: "")
    static let current = OverlayOption<String>.file(
        "current", help: "inventory of the building as it is now, to find a stale baseline", default: "")
    static let matrix = OverlayOption<String>.file(
        "matrix", help: "matrix of source points, target points and conversions", default: "")
    static let plan = OverlayOption<String>.file(
        "plan", help: "plan of networks, trunks, devices and poll classes", default: "")
    static let options = [
        inventory.descriptor, current.descriptor, DesignOptions.points.descriptor, matrix.descriptor, plan.descriptor,
        DesignOptions.convention.descriptor, DesignOptions.device.descriptor, DesignOptions.reserve.descriptor,
    ]

    private static let files = [inventory, current, DesignOptions.points, matrix, plan]

    let values: OptionValues

    init(_ values: OptionValues) throws(InvalidValue) {
        self.values = values
        guard Self.files.contains(where: { values.path($0) != nil }) else {
            throw InvalidValue(
                "there is nothing to check", hint: "give 'matrix', 'points' and 'inventory', or what there is of them")
        }
        if values.path(Self.current) != nil, values.path(Self.inventory) == nil {
            throw InvalidValue(
                "'current' is given without 'inventory'", hint: "give the baseline that it is compared with")
        }
        try values.checkNames(of: Self.files)
    }

    func collect(in context: CollectorContext) async throws -> CollectorReport {
        let files = try read(in: context)
        let check = DesignCheck(files.design, settings: BudgetSettings(reserve: values[DesignOptions.reserve]))
        let report = DesignReport(check, inputs: files.inputs)
        try context.checkCancellation()
        let evidence = try partEvidence(files, check, in: context) + reportEvidence(report, in: context)
        return CollectorReport(evidence: evidence, verdict: check.decision.verdict)
    }

    private func read(in context: CollectorContext) throws -> DesignFiles {
        var files = DesignFiles(in: context)
        if let path = values.path(Self.inventory) { try files.readBaseline(path, ofEngagement: true) }
        if let path = values.path(Self.current) { try files.readCurrent(path) }
        try files.readPoints(values)
        if let path = values.path(Self.matrix) { try files.readMatrix(path) }
        if let path = values.path(Self.plan) { try files.readPlan(path) }
        return files
    }
}

// MARK: Evidence

extension IntegrationCheckCollector {
    /// The parts of the design as evidence, each with the measures that the gate asks of it.
    private func partEvidence(
        _ files: DesignFiles, _ check: DesignCheck, in context: CollectorContext
    ) throws -> [CollectedEvidence] {
        func measurements(_ names: [String]) -> [Measurement] {
            check.measurements.filter { names.contains($0.name.text) }
        }
        let objects = measurements(["duplicate-device-instances", "duplicate-object-ids"])
        let registers = measurements([
            "register-overlaps", "unaddressed-registers", "unordered-values", "duplicate-unit-ids",
        ])
        let units = measurements(["unit-mismatches"])
        let rows = measurements(["unmatched-points", "unit-mismatches", "forbidden-commands"])
        let networks = measurements([
            "duplicate-network-numbers", "surplus-broadcast-managers", "duplicate-unit-ids", "trunk-load",
        ])
        var evidence = files.lists.map { CollectedEvidence("object-plan", $0, measurements: objects) }
        evidence += files.maps.map { CollectedEvidence("register-map", $0, measurements: registers) }
        if !evidence.isEmpty {
            let list = try context.write("point-list.csv", Array(DesignPoints(files.design).csv.utf8))
            evidence.append(CollectedEvidence("point-list", list, measurements: units))
        }
        if let matrix = files.matrix {
            // The checkout is held to as many points as the design has.
            let points = Measurement("points", Double(files.design.matrix.map { CheckoutPlan($0).rows.count } ?? 0))
            evidence.append(CollectedEvidence("integration-matrix", matrix, measurements: rows + [points]))
        }
        if let plan = files.plan {
            evidence.append(CollectedEvidence("building-network-plan", plan, measurements: networks))
        }
        return evidence
    }

    private func reportEvidence(
        _ report: DesignReport, in context: CollectorContext
    ) throws -> [CollectedEvidence] {
        let page = try context.write("integration-report.html", Array(report.html.utf8))
        let file = try context.write("integration-report.json", report.json.canonicalBytes)
        let check = report.check
        let findings = check.findings.collected(in: file.name)
        return [
            CollectedEvidence("integration-report", page),
            CollectedEvidence("integration-report", file, measurements: check.measurements, findings: findings),
        ]
    }
}

extension DesignCheck {
    /// The counts as evidence carries them, and the load of the busiest trunk where there is a budget.
    fileprivate var measurements: [Measurement] {
        let counted = counts.compactMap { entry in
            (try? ID(entry.measure)).map { Measurement($0, Double(entry.count)) }
        }
        let open = unknown.compactMap { try? ID($0) }.map { Measurement($0, nil) }
        return counted + open + (budget.map { [$0.measurement] } ?? [])
    }
}

extension DesignDecision {
    fileprivate var verdict: Verdict {
        switch self {
        case .pass: .met
        case .block: .unmet
        case .undecided: .undefined
        }
    }
}
