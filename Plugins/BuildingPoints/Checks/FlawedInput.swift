/// The parts of a design in which errors stand that no measure counts, so that measures of them are not known.
struct FlawedInput {
    private let matrix: Bool
    private let baseline: Bool
    private let lists: Bool
    private let maps: Bool
    private let plan: Bool

    /// Finds the parts.
    ///
    /// - Parameters:
    ///   - design: the design.
    ///   - findings: what is wrong between its parts; the first evidence tells the part, no file the baseline.
    init(_ design: IntegrationDesign, _ findings: [PointFinding] = []) {
        let uncounted = findings.filter(\.isUncounted)
        let files = Set(uncounted.compactMap { $0.evidence.first?.file })
        func isFlawed(_ file: String, _ own: [PointFinding]) -> Bool {
            files.contains(file) || own.contains(where: \.isUncounted)
        }
        matrix = design.matrix.map { isFlawed($0.file, $0.findings) } ?? false
        plan = design.plan.map { isFlawed($0.file, $0.findings) } ?? false
        lists = design.lists.contains { isFlawed($0.file, $0.findings) }
        maps = design.maps.contains { isFlawed($0.file, $0.findings) }
        baseline = uncounted.contains { $0.evidence.first?.file == nil }
    }

    /// Whether a measure counts breaches in one of these parts.
    func concerns(_ measure: String) -> Bool {
        switch measure {
        case "unmatched-points": matrix || baseline
        case "forbidden-commands": matrix || maps || baseline
        case "unit-mismatches": matrix || lists || maps || baseline
        case "duplicate-device-instances": lists || plan || baseline
        case "duplicate-object-ids": lists || baseline
        case "register-overlaps", "unaddressed-registers", "unordered-values": maps
        case "duplicate-unit-ids": maps || plan || baseline
        case "duplicate-network-numbers", "surplus-broadcast-managers": plan
        default: true
        }
    }

    /// Whether work may be missing from the budget of the trunks.
    var concernsBudget: Bool { matrix || lists || maps || plan }
}
