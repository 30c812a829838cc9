public import PhaseLoom

/// A service driven by AI: model and training data are settled in design, the inference endpoint is tested at the end.
///
/// It adds no phase. What it asks for in common with the feedback of machine learning has the same names, so that both
/// together ask once.
public struct AIServices: ConfigurableOverlay {
    /// Who the overlay is.
    public static let identity = OverlayIdentity(
        id: "ai-services", title: "AI services",
        summary:
            "Model selection and training-data validation in design, tests of the inference endpoint in validation.",
        cites: ["Process Framework for Technology Services"])

    static let training = OverlayOption<Bool>.flag(
        "training", help: "whether the engagement trains or tunes the model on data", default: true)
    static let latency = OverlayOption<Int>.integer(
        "latency", help: "milliseconds within which 95 of 100 successful answers of the endpoint come", default: 500,
        in: 1...600_000)
    static let errors = OverlayOption<Double>.number(
        "errors", help: "largest share of requests that the endpoint may fail", default: 0.01, in: 0...0.5)

    /// The options that it takes: `training`, `latency` and `errors`.
    public static let options = [training.descriptor, latency.descriptor, errors.descriptor]

    /// When it applies: a service driven by AI is delivered.
    public static let applicability: [Applicability] = [
        .byChoice("The service is driven by AI", when: Fact.deliverables.includes("ai-service"))
            .citing("Process Framework for Technology Services")
    ]

    /// The values that the overlay was made of.
    public let values: OptionValues

    /// Makes the overlay of checked option values; all of them go together.
    public init(_ values: OptionValues) { self.values = values }

    /// What it changes, in design and in validation.
    public var body: OverlayBody {
        modelSelection
        if values[Self.training] { trainingData }
        endpointTest
        endpointLimits
    }
}

// MARK: Design

extension AIServices {
    @OverlayBuilder private var modelSelection: OverlayBody {
        Artifact("model-selection-record", "Record of the models considered and the one chosen")
        Produce("model-selection-record", in: .design)
        Perform("select-model", "Select the model for this round", during: .design)
            .after(values[Self.training] ? ["validate-training-data"] : [])
        Expect("model-selected", "The choice of the model is recorded with its reasons", atGateOf: .design)
            .needing("model-selection-record").citing("NIST AI RMF 1.0, MAP 2.1")
        Consume("model-selection-record", in: .execution)
    }

    @OverlayBuilder private var trainingData: OverlayBody {
        Artifact("training-data-version", "Version of the training, validation and test data, with digest")
        Artifact("training-data-report", "Report of the validation of the training data")
        Produce("training-data-version", "training-data-report", in: .design)
        Perform("validate-training-data", "Validate the training data and freeze their version", during: .design)
        Expect("training-data-valid", "Training data have no leakage, conflict or impossible value", atGateOf: .design)
            .needing("training-data-report", "training-data-version").measured("training-data-defects", .exactly(0))
            .citing("ML Test Score (Breck et al., 2017)")
        Consume("training-data-version", in: .execution)
    }
}

// MARK: Validation

extension AIServices {
    @OverlayBuilder private var endpointTest: OverlayBody {
        Artifact("endpoint-test", "Test of the inference endpoint: latency, errors and agreement with the model")
        Produce("endpoint-test", in: .validation)
        Perform("test-endpoint", "Test the inference endpoint", during: .validation)
        Expect("endpoint-serves", "The endpoint answers within its limits and as the model does", atGateOf: .validation)
            .needing("endpoint-test")
    }

    /// Latency counts successful answers only, errors apart: failures that come fast would flatter it.
    @OverlayBuilder private var endpointLimits: OverlayBody {
        Expect("endpoint-answers-in-time", "Successful answers come within the time agreed", atGateOf: .validation)
            .needing("endpoint-test")
            .measured("latency-p95", .atMost(Double(values[Self.latency])), unit: "ms")
        Expect("endpoint-errors-rare", "No more requests fail than agreed", atGateOf: .validation)
            .needing("endpoint-test").measured("error-rate", .atMost(values[Self.errors]))
    }
}
