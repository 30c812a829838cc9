import PhaseLoom

/// A figure of the delivery of a service: how it is measured, and which values are good enough by default.
enum ServiceMetric: String, CaseIterable, Sendable {
    case response = "response-compliance"
    case resolution = "resolution-compliance"
    case rework = "rework-rate"
    case reopening = "reopening-rate"
    case changeFailure = "change-failure-rate"
    case rollback = "rollback-effectiveness"
    case demandLeadTime = "demand-lead-time"
    case deliveryLeadTime = "delivery-lead-time"
    case defects = "defects-per-release"
    case coverage = "test-coverage"
    case productionFailures = "failures-per-release"
    case satisfaction = "customer-satisfaction"
    case promoters = "net-promoter-score"
    case rituals = "ritual-adherence"
}

extension ServiceMetric {
    /// The name of the measurement and of the option with its threshold.
    var measure: ID { ID(stringLiteral: rawValue) }
    /// The criterion that it decides.
    var criterion: ID { ID(stringLiteral: "metric-\(rawValue)") }
    /// The option that sets its threshold.
    var threshold: OverlayOption<Double> {
        .number(rawValue, help: "threshold of \(words)", default: usual, in: range)
    }

    /// Whether larger values are better.
    var isBetterLarge: Bool {
        switch self {
        case .response, .resolution, .rollback, .coverage, .satisfaction, .promoters, .rituals: true
        case .rework, .reopening, .changeFailure, .demandLeadTime, .deliveryLeadTime, .defects, .productionFailures:
            false
        }
    }

    var unit: String? {
        switch self {
        case .demandLeadTime: "d"
        case .deliveryLeadTime: "h"
        case .defects, .productionFailures, .promoters: nil
        default: "%"
        }
    }

    private var range: ClosedRange<Double> {
        switch self {
        case .promoters: -100...100
        case .demandLeadTime, .deliveryLeadTime, .defects, .productionFailures: 0...10000
        default: 0...100
        }
    }
}
