public import PhaseLoom

/// ISO/IEC 27001: the information security management system, with a decision on each control of its annex A.
///
/// The standard is voluntary; a contract can make it binding.
public struct ISO27001: ConfigurableOverlay {
    /// Who the overlay is.
    public static let identity = OverlayIdentity(
        id: "iso-27001", title: "ISO/IEC 27001",
        summary: "An information security management system after ISO/IEC 27001 with its statement of applicability.",
        cites: ["ISO/IEC 27001:2022"])

    static let binding = Binding.option
    static let certificate = ManagementSystem.certificate

    /// The options that it takes: `binding` and `certificate`.
    public static let options = [binding.descriptor, certificate.descriptor]

    /// The reasons for which it applies: a clause, or data that people entrust to others.
    public static let applicability: [Applicability] = [
        .byContract(
            "The contract asks for a certified system",
            when: Fact.clauses.includes("iso-27001") && Fact.clauses.includes("certificate")
        ).choosing(["binding": "yes", "certificate": "yes"]),
        .byContract("The contract asks for it", when: Fact.clauses.includes("iso-27001"))
            .choosing(["binding": "yes"]),
        .byChoice(
            "Sensitive data are protected by a system",
            when: Fact.dataClasses.includes("cardholder", "customer-financial", "ephi", "personal")
                && !Fact.client.includes("small-business", "household")),
    ]

    /// The controls of annex A of the edition of 2022.
    static let controls = 93

    /// The values that the overlay was made of.
    public let values: OptionValues

    /// Makes the overlay of checked option values; all of them go together.
    public init(_ values: OptionValues) { self.values = values }

    /// What it changes: risks before design, a decision on each control, treatment, audit and improvement.
    public var body: OverlayBody {
        system.foundation
        risks
        applicabilityStatement
        treatment
        system.evaluation
        if values[Self.certificate] { system.certification }
        healthRecords
    }

    private var isBinding: Bool { values[Self.binding] }

    private var system: ManagementSystem {
        ManagementSystem(
            prefix: "isms", name: "information security management system", standard: "ISO/IEC 27001:2022",
            isBinding: isBinding)
    }
}

// MARK: Risks and controls

extension ISO27001 {
    @OverlayBuilder private var risks: OverlayBody {
        Artifact("isms-risk-assessment", "Assessment of information security risks, with criteria and owners")
        Produce("isms-risk-assessment", in: .assessment)
        Expect("isms-risks-assessed", "Every risk has an owner, a likelihood and a consequence", atGateOf: .assessment)
            .needing("isms-risk-assessment").measured("isms-unrated-risks", .exactly(0)).mandated(where: isBinding)
            .citing("ISO/IEC 27001:2022, 6.1.2")
    }

    @OverlayBuilder private var applicabilityStatement: OverlayBody {
        Artifact("isms-statement-of-applicability", "Statement of applicability: each control taken or left, and why")
        Produce("isms-statement-of-applicability", in: .design)
        Consume("isms-risk-assessment", in: .design)
        Expect(
            "isms-controls-decided", "The statement of applicability decides on every control of annex A",
            atGateOf: .design
        ).needing("isms-statement-of-applicability").measured("isms-decided-controls", .exactly(Double(Self.controls)))
            .mandated(where: isBinding).citing("ISO/IEC 27001:2022, 6.1.3 d")
    }

    @OverlayBuilder private var treatment: OverlayBody {
        Artifact("isms-treatment-record", "Record of the treatment of risks, with what remains and who accepts it")
        Produce("isms-treatment-record", in: .execution)
        Consume("isms-statement-of-applicability", in: .execution)
        Expect("isms-risks-treated", "Owners have signed for the risks that remain", atGateOf: .execution)
            .signed("isms-treatment-record", by: "risk-owner").mandated(where: isBinding)
            .citing("ISO/IEC 27001:2022, 6.1.3 f", "ISO/IEC 27001:2022, 8.3")
    }

    /// For electronic health records the law comes first: its safeguards are found again among the controls.
    private var healthRecords: Together {
        Together(with: "hipaa") {
            Expect(
                "isms-safeguards-mapped", "Each technical safeguard of the Security Rule has a control that carries it",
                atGateOf: .design
            ).needing("isms-statement-of-applicability").measured("isms-unmapped-safeguards", .exactly(0))
                .citing("45 CFR 164.312")
        }
    }
}
