/// What is done at an extension point of every base sequence that comes with the core, whichever phase holds it.
struct Work {
    var consumes: [ID] = []
    var produces: [ID] = []
    var cites: [String] = []
}

extension ExtensionPoint {
    /// What is done at the point; clause numbers are those of ISO/IEC 20000-1:2018.
    var work: Work {
        switch self {
        case .intake:
            Work(
                consumes: ["service-request"], produces: ["qualified-request", "readiness-report", "licence-register"],
                cites: ["ISO/IEC 20000-1:2018, 8.6.2"])
        case .assessment:
            Work(
                consumes: ["qualified-request"], produces: ["baseline-record"],
                cites: ["ISO/IEC 20000-1:2018, 8.2.6"])
        case .scoping:
            Work(
                consumes: ["qualified-request", "baseline-record"],
                produces: ["statement-of-work", "resource-plan", "timeline", "acceptance-criteria"],
                cites: ["ISO/IEC 20000-1:2018, 8.3.3"])
        case .design:
            Work(
                consumes: ["statement-of-work", "baseline-record", "acceptance-criteria"],
                produces: ["design-specification", "design-review"], cites: ["ISO/IEC 20000-1:2018, 8.5.2"])
        case .execution:
            Work(
                consumes: ["design-specification", "statement-of-work", "resource-plan", "timeline"],
                produces: ["build-artifact", "configuration-records", "access-change-log"],
                cites: ["ISO/IEC 20000-1:2018, 8.5.2"])
        case .validation:
            Work(
                consumes: ["build-artifact", "acceptance-criteria"], produces: ["test-report"],
                cites: ["ISO/IEC 20000-1:2018, 8.5.2"])
        case .transfer:
            Work(
                consumes: ["test-report", "configuration-records", "access-change-log"],
                produces: ["runbook", "handoff-package"], cites: ["ISO/IEC 20000-1:2018, 8.5.3"])
        case .closeout:
            Work(
                consumes: ["statement-of-work", "test-report", "handoff-package"],
                produces: ["billing-reconciliation", "sla-review", "satisfaction-record", "retrospective"],
                cites: ["ISO/IEC 20000-1:2018, 8.4.1", "ISO/IEC 20000-1:2018, 9.4"])
        case .operations: Work()
        }
    }
}

extension BaseSequence {
    /// A phase that does the work of the points that it holds: it consumes what none of them produces.
    static func phase(
        _ id: ID, _ title: String, after previous: ID? = nil, holding points: ExtensionPoint...
    ) -> Change {
        let work = points.map(\.work)
        let produced = work.flatMap(\.produces)
        return Insert(id, title).after(previous.map { [.phase($0)] } ?? []).holding(points)
            .consuming(work.flatMap(\.consumes).filter { !produced.contains($0) }).producing(produced)
            .citing(work.flatMap(\.cites))
    }
}
