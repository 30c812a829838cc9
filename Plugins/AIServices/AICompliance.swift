public import PhaseLoom

/// The checkpoints of AI compliance: what it is for and on which data, whom it may harm, whether it is fit to go live.
///
/// They stand at the gates of intake, design and validation and follow the functions of the AI Risk Management
/// Framework. That framework is voluntary; where a law or a contract asks for it, `binding` keeps anyone from
/// waiving it.
public struct AICompliance: ConfigurableOverlay {
    /// Who the overlay is.
    public static let identity = OverlayIdentity(
        id: "ai-compliance", title: "AI compliance",
        summary: "Checkpoints of AI at intake, design and validation: lawful data, impact, oversight, evaluation.",
        cites: ["NIST AI RMF 1.0"])

    static let personal = OverlayOption<Bool>.flag(
        "personal", help: "whether the service works on data of identifiable people", default: false)
    static let decisions = OverlayOption<Bool>.flag(
        "decisions", help: "whether the service decides about people", default: false)
    static let binding = OverlayOption<Bool>.flag(
        "binding", help: "whether a law or a contract makes the checkpoints binding, so that nobody may waive them",
        default: false)

    /// The options that it takes: `personal`, `decisions` and `binding`.
    public static let options = [personal.descriptor, decisions.descriptor, binding.descriptor]

    /// The Union and its member states, by their codes of ISO 3166-1.
    private static let inUnion = Fact.jurisdictions.includes(
        "eu", "at", "be", "bg", "cy", "cz", "de", "dk", "ee", "es", "fi", "fr", "gr", "hr", "hu", "ie", "it", "lt",
        "lu", "lv", "mt", "nl", "pl", "pt", "ro", "se", "si", "sk")
    private static let isAI = Fact.deliverables.includes("ai-service", "ml-model")

    private static let onPeople = Fact.dataClasses.includes(
        "personal", "ephi", "customer-financial", "cardholder", "recordings")

    /// When it applies: AI is delivered, by law in the Union; its options follow from the data and what it decides.
    ///
    /// The Act leaves most duties to AI of high risk, so that it alone does not bind; automated decisions do.
    public static let applicability: [Applicability] = [
        .byStatute(
            "Automated decisions on personal data in the Union take an assessment and a way to a person",
            when: .all([isAI, inUnion, onPeople, Fact.automation.holds])
        ).choosing(["binding": "yes", "decisions": "yes", "personal": "yes"])
            .citing("Regulation (EU) 2016/679, article 22", "Regulation (EU) 2016/679, article 35"),
        .byStatute("AI in the Union falls under the Artificial Intelligence Act", when: isAI && inUnion)
            .citing("Regulation (EU) 2024/1689"),
        .byChoice("AI is delivered", when: isAI).citing("NIST AI RMF 1.0"),
        .byChoice(
            "The AI works on data of identifiable people",
            when: isAI && onPeople
        ).choosing(["personal": "yes"]).citing("NIST AI RMF 1.0, MEASURE 2.10"),
        .byChoice("The AI decides about people", when: isAI && Fact.automation.holds)
            .choosing(["decisions": "yes"]).citing("NIST AI RMF 1.0, MAP 3.5"),
    ]

    /// The values that the overlay was made of.
    public let values: OptionValues

    /// Makes the overlay of checked option values; all of them go together.
    public init(_ values: OptionValues) { self.values = values }

    /// What it changes, at the gates of intake, design and validation.
    public var body: OverlayBody {
        useAndData
        impact
        oversight
        if values[Self.personal] { people }
        if values[Self.decisions] { recourse }
        evaluation
        modelsInCompany
        claims
    }

    /// A checkpoint, which nobody may waive where a contract makes it binding.
    private func checkpoint(_ expect: Expect) -> Expect { values[Self.binding] ? expect.mandated() : expect }
}

// MARK: Intake

extension AICompliance {
    @OverlayBuilder private var useAndData: OverlayBody {
        Artifact("ai-use-statement", "Intended use of the AI, its users, the people it affects, and who answers for it")
        Artifact("ai-data-basis", "Sources of the data, with the right to use each for this purpose")
        Produce("ai-use-statement", "ai-data-basis", in: .intake)
        Perform("state-ai-use", "State what the AI is for and whom it affects", during: .intake)
        checkpoint(
            Expect("ai-use-stated", "What the AI is for, and for what it is not, is stated", atGateOf: .intake)
                .needing("ai-use-statement")
        ).citing("NIST AI RMF 1.0, GOVERN 1.1", "NIST AI RMF 1.0, MAP 1.1")
        checkpoint(
            Expect("ai-data-lawful", "Each source of data may be used for this purpose", atGateOf: .intake)
                .needing("ai-data-basis").measured("sources-without-basis", .exactly(0))
        ).citing("NIST AI RMF 1.0, MAP 4.1")
    }
}

// MARK: Design

extension AICompliance {
    @OverlayBuilder private var impact: OverlayBody {
        Artifact("ai-impact-assessment", "Impact assessment: who may be harmed, how likely, how badly, what is done")
        Produce("ai-impact-assessment", in: .design)
        Consume("ai-use-statement", "ai-data-basis", in: .design)
        Perform("assess-ai-impact", "Assess the impact on people, groups and society", during: .design)
        checkpoint(
            Expect("ai-impact-assessed", "Each impact found is treated, or accepted by name", atGateOf: .design)
                .needing("ai-impact-assessment").measured("untreated-impacts", .exactly(0))
        ).citing("NIST AI RMF 1.0, MAP 5.1")
    }

    @OverlayBuilder private var oversight: OverlayBody {
        Artifact("ai-oversight-plan", "Plan of human oversight: who watches, who may stop it, what is logged")
        Produce("ai-oversight-plan", in: .design)
        Perform("plan-ai-oversight", "Plan who watches the AI and who may stop it", during: .design)
            .after("assess-ai-impact")
        checkpoint(
            Expect("ai-oversight-planned", "People who can judge the AI can also stop it", atGateOf: .design)
                .needing("ai-oversight-plan")
        ).citing("NIST AI RMF 1.0, MAP 3.5")
    }

    @OverlayBuilder private var people: OverlayBody {
        Artifact(
            "ai-privacy-assessment",
            "Privacy assessment: what the AI may reveal or infer about people, and what is done")
        Produce("ai-privacy-assessment", in: .design)
        checkpoint(
            Expect(
                "ai-privacy-assessed", "Each risk to the privacy of people is treated or accepted by name",
                atGateOf: .design
            )
            .needing("ai-privacy-assessment").measured("untreated-privacy-risks", .exactly(0))
        ).citing("NIST AI RMF 1.0, MEASURE 2.10", "Regulation (EU) 2016/679, article 35")
    }

    @OverlayBuilder private var recourse: OverlayBody {
        Artifact("ai-recourse-plan", "Way on which people learn of a decision, contest it and reach a person")
        Produce("ai-recourse-plan", in: .design)
        checkpoint(
            Expect("ai-recourse-offered", "Whoever is decided about can have a person look at it", atGateOf: .design)
                .needing("ai-recourse-plan")
        ).citing("NIST AI RMF 1.0, MEASURE 3.3", "Regulation (EU) 2016/679, article 22")
    }
}

// MARK: Validation and company

extension AICompliance {
    @OverlayBuilder private var evaluation: OverlayBody {
        Artifact("ai-evaluation", "Evaluation: validity, safety, security, transparency, privacy and fairness")
        Artifact("ai-deployment-decision", "Decision to go live or not, with the risks that remain")
        Produce("ai-evaluation", "ai-deployment-decision", in: .validation)
        Consume("ai-impact-assessment", "ai-oversight-plan", in: .validation)
        Perform("evaluate-ai-trust", "Measure the risks that the impact assessment found", during: .validation)
        checkpoint(
            Expect(
                "ai-trust-evaluated", "Each risk of the impact assessment is measured or explained",
                atGateOf: .validation
            )
            .needing("ai-evaluation", "ai-impact-assessment").measured("unmeasured-risks", .exactly(0))
        ).citing("NIST AI RMF 1.0, MEASURE 2.5", "NIST AI RMF 1.0, MEASURE 2.11")
        checkpoint(
            Expect(
                "ai-deployment-decided", "Whoever answers for the AI has decided that it goes live",
                atGateOf: .validation
            )
            .signed("ai-deployment-decision", by: "accountable-owner", separately: true)
        ).citing("NIST AI RMF 1.0, MANAGE 1.1")
    }

    /// The choice of a model settles much of the impact, and the model of the last round is the one that goes live.
    private var modelsInCompany: OverlayBody {
        OverlayBody {
            Together(with: "ai-services") {
                Expect("ai-selection-weighed", "The choice of the model weighs the impacts found", atGateOf: .design)
                    .needing("ai-impact-assessment", "model-selection-record")
            }
            Together(with: "ml-feedback") {
                Expect(
                    "ai-evaluation-current", "The evaluation is that of the version to go live", atGateOf: .validation
                )
                .needing("ai-evaluation", "model-version")
            }
        }
    }

    /// What is claimed of an AI has to be shown before it is claimed.
    private var claims: OverlayBody {
        OverlayBody {
            Together(with: "ftc-act") {
                Expect(
                    "ai-claims-evaluated", "The evaluation supports what is claimed of the AI", atGateOf: .validation
                )
                .needing("ai-evaluation", "ftc-claims-register").measured("unsupported-ai-claims", .exactly(0))
                .mandated()
                .citing("15 U.S.C. 45")
            }
        }
    }
}
