public import PhaseLoom

/// ISO/IEC 20000-1: the service management system, clauses 4 to 10 without exclusion.
///
/// The standard is voluntary; a client's procurement policy can make it binding.
public struct ISO20000: ConfigurableOverlay {
    /// Who the overlay is.
    public static let identity = OverlayIdentity(
        id: "iso-20000-1", title: "ISO/IEC 20000-1",
        summary: "A service management system after ISO/IEC 20000-1, all of clauses 4 to 10.",
        cites: ["ISO/IEC 20000-1:2018"])

    static let binding = Binding.option
    static let certificate = ManagementSystem.certificate

    /// The options that it takes: `binding` and `certificate`.
    public static let options = [binding.descriptor, certificate.descriptor]

    /// The reasons for which it applies: a clause, or a service without an end date.
    public static let applicability: [Applicability] = [
        .byContract(
            "The contract asks for a certified system",
            when: Fact.clauses.includes("iso-20000-1") && Fact.clauses.includes("certificate")
        ).choosing(["binding": "yes", "certificate": "yes"]),
        .byContract("The client's procurement policy asks for it", when: Fact.clauses.includes("iso-20000-1"))
            .choosing(["binding": "yes"]),
        .byChoice(
            "A service without an end date is managed by a system",
            when: Fact.delivery.includes("continuous") && !Fact.client.includes("small-business", "household")),
    ]

    /// The values that the overlay was made of.
    public let values: OptionValues

    /// Makes the overlay of checked option values; all of them go together.
    public init(_ values: OptionValues) { self.values = values }

    /// What it changes: each clause at the phase where its work is done, and the certificate if one is asked for.
    public var body: OverlayBody {
        system.foundation
        planning
        support
        operation
        system.evaluation
        if values[Self.certificate] { system.certification }
    }

    private var isBinding: Bool { values[Self.binding] }

    private var system: ManagementSystem {
        ManagementSystem(
            prefix: "sms", name: "service management system", standard: "ISO/IEC 20000-1:2018", isBinding: isBinding)
    }
}

// MARK: Clauses 6 to 8

extension ISO20000 {
    @OverlayBuilder private var planning: OverlayBody {
        Artifact("sms-plan", "Plan of the service management system: risks, objectives, services, clauses")
        Produce("sms-plan", in: .design)
        Consume("sms-scope", "sms-policy", in: .design)
        Expect("sms-planned", "Risks, objectives and services are planned for", atGateOf: .design)
            .needing("sms-plan").mandated(where: isBinding).citing("ISO/IEC 20000-1:2018, 6")
        Expect("sms-clauses-covered", "The plan covers each of the seven clauses, none is excluded", atGateOf: .design)
            .needing("sms-plan").measured("sms-clauses", .exactly(7)).mandated(where: isBinding)
            .citing("ISO/IEC 20000-1:2018, 1.2")
    }

    @OverlayBuilder private var support: OverlayBody {
        Artifact("sms-support-record", "Record of resources, competence, awareness and documents")
        Produce("sms-support-record", in: .execution)
        Expect("sms-supported", "Resources, competence and documents are there", atGateOf: .execution)
            .needing("sms-support-record").mandated(where: isBinding).citing("ISO/IEC 20000-1:2018, 7")
    }

    /// The groups of clause 8: portfolio, relationship and agreement, supply and demand, design to transition,
    /// resolution and fulfilment, service assurance.
    @OverlayBuilder private var operation: OverlayBody {
        Artifact("sms-operation-record", "Record of the processes in operation, by group of clause 8")
        Produce("sms-operation-record", in: .validation)
        Expect("sms-operated", "Processes of all six groups are in operation", atGateOf: .validation)
            .needing("sms-operation-record").measured("sms-operated-groups", .exactly(6)).mandated(where: isBinding)
            .citing("ISO/IEC 20000-1:2018, 8.2 to 8.7")
    }
}
