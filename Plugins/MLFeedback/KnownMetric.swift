import PhaseLoom

/// A metric whose direction and range are known, so that a mistake in the options is found before it matters.
enum KnownMetric: String {
    case rocAUC = "roc_auc"
    case averagePrecision = "average_precision"
    case accuracy
    case precision
    case recall
    case f1
    case r2
    case brier
    case logLoss = "log_loss"
    case meanAbsoluteError = "mae"
    case rootMeanSquareError = "rmse"

    /// The better direction.
    var direction: Direction {
        switch self {
        case .rocAUC, .averagePrecision, .accuracy, .precision, .recall, .f1, .r2: .higher
        case .brier, .logLoss, .meanAbsoluteError, .rootMeanSquareError: .lower
        }
    }

    /// The values that the metric can take.
    var interval: Interval {
        switch self {
        case .rocAUC, .averagePrecision, .accuracy, .precision, .recall, .f1, .brier: .within(0...1)
        case .r2: .atMost(1)
        case .logLoss, .meanAbsoluteError, .rootMeanSquareError: .atLeast(0)
        }
    }
}
