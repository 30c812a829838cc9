extension ServiceMetric {
    /// What is measured, in words that follow "threshold of".
    var words: String {
        switch self {
        case .response: "tickets answered within their target, in percent"
        case .resolution: "tickets solved within their target, in percent"
        case .rework: "deployments that only mend what came before, in percent"
        case .reopening: "tickets opened again, in percent"
        case .changeFailure: "changes that failed in production, in percent"
        case .rollback: "failed changes cured by rolling back, in percent"
        case .demandLeadTime: "days from demand to value in production, median"
        case .deliveryLeadTime: "hours from commit to production, median"
        case .defects: "defects per release, mean"
        case .coverage: "code that tests run, in percent"
        case .productionFailures: "failures in production per release, mean"
        case .satisfaction: "answers that are satisfied or very satisfied, in percent"
        case .promoters: "promoters less detractors, in percentage points"
        case .rituals: "rituals held as planned, in percent"
        }
    }

    /// What holds when the figure is good enough.
    var statement: String {
        switch self {
        case .response: "Responses keep their targets as often as agreed"
        case .resolution: "Resolutions keep their targets as often as agreed"
        case .rework: "Little of the work only mends earlier work"
        case .reopening: "Few tickets are opened again"
        case .changeFailure: "Few changes fail in production"
        case .rollback: "Rolling back cures changes that fail"
        case .demandLeadTime: "Demand becomes value in production soon enough"
        case .deliveryLeadTime: "Commits reach production soon enough"
        case .defects: "Releases have few defects"
        case .coverage: "Tests run enough of the code"
        case .productionFailures: "Releases cause few failures in production"
        case .satisfaction: "Clients are satisfied"
        case .promoters: "Clients recommend the service"
        case .rituals: "The rituals of governance are held"
        }
    }

    /// The threshold unless someone agrees on another one.
    var usual: Double {
        switch self {
        case .response: 95
        case .resolution: 90
        case .rework: 25
        case .reopening: 10
        case .changeFailure: 15
        case .rollback: 80
        case .demandLeadTime: 30
        case .deliveryLeadTime: 168
        case .defects: 2
        case .coverage: 80
        case .productionFailures: 1
        case .satisfaction: 80
        case .promoters: 0
        case .rituals: 90
        }
    }

    /// Where the definition of the figure comes from.
    var sources: [String] {
        switch self {
        case .changeFailure, .deliveryLeadTime, .rework: [Source.processes, "DORA, software delivery performance"]
        case .response, .resolution: [Source.processes, "ISO/IEC 20000-1:2018, 8.3.3"]
        default: [Source.processes]
        }
    }
}
