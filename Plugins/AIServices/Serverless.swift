public import PhaseLoom

/// The insertion of serverless and model delivery: provisioning and model validation between building and testing.
///
/// Functions are provisioned from code after they are built, and a model is compared with the one that was approved
/// where it will serve, before anybody tests the whole.
public struct Serverless: ConfigurableOverlay {
    /// Who the overlay is.
    public static let identity = OverlayIdentity(
        id: "serverless", title: "Serverless delivery",
        summary: "Infrastructure provisioning and model validation as phases between implementation and testing.",
        cites: ["Technology Services: Frequently Asked Questions"])

    static let model = OverlayOption<Bool>.flag(
        "model", help: "whether a model is delivered, which has a phase of its own to be validated", default: true)
    static let coldStart = OverlayOption<Int>.integer(
        "cold-start", help: "milliseconds that a function may take to start at most", default: 1000, in: 1...600_000)

    /// The options that it takes: `model` and `cold-start`.
    public static let options = [model.descriptor, coldStart.descriptor]

    private static let hasModel = Fact.deliverables.includes("ml-model", "ai-service")

    /// When it applies: serverless functions or a model are delivered.
    public static let applicability: [Applicability] = [
        .byChoice("A model is delivered", when: Fact.deliverables.includes("ml-model"))
            .choosing(["model": "yes"]).citing("Technology Services: Frequently Asked Questions"),
        .byChoice("Serverless functions are delivered", when: Fact.deliverables.includes("serverless"))
            .citing("Technology Services: Frequently Asked Questions"),
        .byChoice(
            "Serverless functions are delivered without a model",
            when: Fact.deliverables.includes("serverless") && !hasModel
        ).choosing(["model": "no"]).citing("Technology Services: Frequently Asked Questions"),
    ]

    /// The values that the overlay was made of.
    public let values: OptionValues

    /// Makes the overlay of checked option values; all of them go together.
    public init(_ values: OptionValues) { self.values = values }

    /// What it changes: one phase or two between execution and validation.
    public var body: OverlayBody {
        provisioning
        limits
        if values[Self.model] {
            modelValidation
            feedback
        }
    }
}

// MARK: Provisioning

extension Serverless {
    @OverlayBuilder private var provisioning: OverlayBody {
        Artifact("function-deployment-record", "Deployment record: functions, versions, triggers, roles and quotas")
        Insert("serverless-provisioning", "Infrastructure provisioning").after(.execution).before(.validation)
            .consuming("build-artifact", "design-specification").producing("function-deployment-record")
        Perform(
            "provision-functions", "Provision functions and what they use, from code", during: "serverless-provisioning"
        )
        Expect(
            "functions-reproducible", "Nothing that runs is missing from the code that provisions it",
            atGateOf: "serverless-provisioning"
        ).needing("function-deployment-record").measured("unmanaged-resources", .exactly(0))
        Expect(
            "functions-least-privileged", "No function has a permission that it does not use",
            atGateOf: "serverless-provisioning"
        ).needing("function-deployment-record").measured("unused-permissions", .exactly(0))
            .citing("NIST SP 800-53 r5, AC-6")
        Consume("function-deployment-record", in: .validation)
    }

    @OverlayBuilder private var limits: OverlayBody {
        Artifact("cold-start-report", "Report of the time that functions take to start")
        Produce("cold-start-report", in: "serverless-provisioning")
        Perform("measure-cold-starts", "Measure how long functions take to start", during: "serverless-provisioning")
            .after("provision-functions")
        Expect("functions-start-in-time", "Functions start within the time agreed", atGateOf: "serverless-provisioning")
            .needing("cold-start-report")
            .measured("cold-start-p95", .atMost(Double(values[Self.coldStart])), unit: "ms")
    }
}

// MARK: Model validation

extension Serverless {
    @OverlayBuilder private var modelValidation: OverlayBody {
        Artifact("deployed-model-report", "Comparison of the deployed model with the approved one")
        Insert("model-validation", "Model validation").after("serverless-provisioning").before(.validation)
            .consuming("function-deployment-record").producing("deployed-model-report")
        Perform(
            "validate-deployed-model", "Compare the deployed model with the approved one", during: "model-validation")
        Expect(
            "deployed-model-identical", "The deployed model is the one approved, byte by byte",
            atGateOf: "model-validation"
        )
        .needing("deployed-model-report").measured("digest-mismatches", .exactly(0))
        Expect(
            "deployed-model-agrees", "It answers where it is deployed as it did before", atGateOf: "model-validation"
        )
        .needing("deployed-model-report").measured("disagreeing-predictions", .exactly(0))
        .citing("ML Test Score (Breck et al., 2017)")
    }

    /// A feedback loop makes a model in each round, and that one is deployed.
    private var feedback: OverlayBody {
        OverlayBody {
            Together(with: "ml-feedback") {
                Consume("model-version", in: "model-validation")
                Expect(
                    "deployed-round-known", "The deployed model is the version of this round",
                    atGateOf: "model-validation"
                )
                .needing("deployed-model-report", "model-version")
            }
        }
    }
}
