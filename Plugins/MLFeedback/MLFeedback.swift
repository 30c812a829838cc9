public import PhaseLoom

/// The feedback loop of a model: validation leads back to design while the metric misses its threshold.
///
/// The loop runs a bounded number of times. The threshold is agreed before execution opens, the metric is measured at
/// the gate of validation, and each round works on versions of data and model that can be told apart. A metric that is
/// undefined never meets its threshold.
public struct MLFeedback: ConfigurableOverlay {
    /// Who the overlay is.
    public static let identity = OverlayIdentity(
        id: "ml-feedback", title: "Machine learning feedback",
        summary: "A bounded loop from validation back to design while a model misses its threshold.",
        cites: ["Process Framework for Technology Services"])

    static let metric = OverlayOption<ID>.identifier(
        "metric", help: "measurement that decides, as evidence names it", default: "roc_auc")
    static let threshold = OverlayOption<Double>.number(
        "threshold", help: "value of the metric that the model must reach", default: 0.85, in: -1e9...1e9)
    static let direction = OverlayOption<Direction>.choice(
        "direction", help: "whether higher or lower values of the metric are better", default: .higher)
    static let limit = OverlayOption<Int>.integer(
        "limit", help: "how often validation may lead back to design", default: 5, in: 1...100)
    static let endpoint = OverlayOption<Bool>.flag(
        "endpoint", help: "whether the model serves from an endpoint that validation must test", default: true)

    /// The options that it takes: `metric`, `threshold`, `direction`, `limit` and `endpoint`.
    public static let options = [
        metric.descriptor, threshold.descriptor, direction.descriptor, limit.descriptor, endpoint.descriptor,
    ]

    /// When it applies: a model is trained or tuned.
    public static let applicability: [Applicability] = [
        .byChoice("A model is trained or tuned", when: Fact.deliverables.includes("ml-model"))
            .citing("Process Framework for Technology Services")
    ]

    /// The values that the overlay was made of.
    public let values: OptionValues

    /// Makes the overlay of checked option values.
    ///
    /// - Throws: `InvalidValue` when the threshold or the direction cannot belong to a metric that is known.
    public init(_ values: OptionValues) throws(InvalidValue) {
        try Self.check(values)
        self.values = values
    }

    /// What it changes: thresholds and data before execution, the measurement at validation, and the loop.
    public var body: OverlayBody {
        thresholds
        dataAndModel
        training
        measurement
        if values[Self.endpoint] { endpointTest }
        loop
    }
}

// MARK: Options that go together

extension MLFeedback {
    private static func check(_ values: OptionValues) throws(InvalidValue) {
        guard let known = KnownMetric(rawValue: values[metric].text) else { return }
        guard values[direction] == known.direction else {
            throw InvalidValue(
                "option 'direction' cannot be '\(values[direction].rawValue)' for metric '\(known.rawValue)'",
                hint: "use '\(known.direction.rawValue)'")
        }
        guard known.interval.contains(values[threshold]) else {
            throw InvalidValue(
                "option 'threshold' cannot be '\(values.all["threshold"] ?? "")' for metric '\(known.rawValue)'",
                hint: "its values are \(known.interval)")
        }
    }

    private var bound: Interval {
        switch values[Self.direction] {
        case .higher: .atLeast(values[Self.threshold])
        case .lower: .atMost(values[Self.threshold])
        }
    }
}

// MARK: Before execution

extension MLFeedback {
    @OverlayBuilder private var thresholds: OverlayBody {
        Artifact("model-thresholds", "Agreed metric, threshold, slices and limit of rounds")
        Produce("model-thresholds", in: .scoping)
        Require(
            "model-thresholds-defined", "Metric and threshold are agreed before execution begins", toEnter: .execution
        ).needing("model-thresholds").citing("NIST AI RMF 1.0, MEASURE 2.3")
    }

    @OverlayBuilder private var dataAndModel: OverlayBody {
        Artifact("model-selection-record", "Record of the models considered and the one chosen")
        Artifact("training-data-version", "Version of the training, validation and test data, with digest")
        Artifact("training-data-report", "Report of the validation of the training data")
        Produce("model-selection-record", "training-data-version", "training-data-report", in: .design)
        Consume("model-thresholds", in: .design)
        Perform("validate-training-data", "Validate the training data and freeze their version", during: .design)
        Perform("select-model", "Select the model for this round", during: .design).after("validate-training-data")
        Expect("model-selected", "The choice of the model is recorded with its reasons", atGateOf: .design)
            .needing("model-selection-record")
        Expect("training-data-valid", "Training data have no leakage, conflict or impossible value", atGateOf: .design)
            .needing("training-data-report", "training-data-version").measured("training-data-defects", .exactly(0))
            .citing("ML Test Score (Breck et al., 2017)")
    }

    @OverlayBuilder private var training: OverlayBody {
        Artifact("model-version", "Version of the model, with digest, code and data versions")
        Consume("training-data-version", "model-selection-record", in: .execution)
        Produce("model-version", in: .execution)
        Perform("train-model", "Train the model on the frozen data", during: .execution)
        Expect("model-versioned", "The model can be built again from recorded versions", atGateOf: .execution)
            .needing("model-version", "training-data-version").citing("ML Test Score (Breck et al., 2017)")
    }
}

// MARK: Validation

extension MLFeedback {
    @OverlayBuilder private var measurement: OverlayBody {
        Artifact("model-evaluation", "Evaluation of the model on data that training did not see")
        Consume("model-version", "training-data-version", "model-thresholds", in: .validation)
        Produce("model-evaluation", in: .validation)
        Perform("evaluate-model", "Measure the metric on the test data", during: .validation)
        Expect("model-threshold-met", "The model reaches the agreed threshold", atGateOf: .validation)
            .needing("model-evaluation").measured(values[Self.metric], bound)
            .citing("NIST AI RMF 1.0, MEASURE 2.3")
    }

    @OverlayBuilder private var endpointTest: OverlayBody {
        Artifact("endpoint-test", "Test of the inference endpoint: latency, errors and agreement with the model")
        Produce("endpoint-test", in: .validation)
        Perform("test-endpoint", "Test the inference endpoint", during: .validation).after("evaluate-model")
        Expect("endpoint-serves", "The endpoint answers within its limits and as the model does", atGateOf: .validation)
            .needing("endpoint-test")
    }

    @OverlayBuilder private var loop: OverlayBody {
        Artifact("loop-log", "Loop log: versions, metric and reason of each round")
        Produce("loop-log", in: .validation)
        Perform("log-round", "Log the round with its versions and its reason to stop or go on", during: .validation)
            .after("evaluate-model")
        Expect("rounds-logged", "Each round so far is logged with its versions and its metric", atGateOf: .validation)
            .needing("loop-log")
        LoopBack(
            "model-improvement", from: .validation, to: .design, while: "model-threshold-met",
            atMost: values[Self.limit])
    }
}
