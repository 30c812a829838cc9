public import PhaseLoom

/// Part 15 of the FCC's rules: a register of radio and digital devices, each with its equipment authorisation.
public struct FCCPart15: ConfigurableOverlay, Regulation {
    /// Who the overlay is.
    public static let identity = OverlayIdentity(
        id: "fcc-part-15", title: "FCC Part 15",
        summary: "Radio and digital devices: each has an FCC ID or a supplier's declaration and the class it needs.",
        cites: ["47 CFR part 15", "47 CFR part 2 subpart J", "Process Framework for Technology Services"])

    static let surroundings = OverlayOption<Surroundings>.choice(
        "surroundings", help: "where digital devices are used; homes need class B", default: .residential)

    /// The options that it takes: `surroundings`.
    public static let options = [surroundings.descriptor]

    /// When it applies: to devices that radiate, on purpose or not.
    public static let applicability: [Applicability] = [
        .byStatute(
            "Devices with a radio and digital devices need an equipment authorisation",
            when: Fact.devices.includes("radio", "digital") && .underUSLaw
        ).citing("47 CFR 2.803"),
        .byStatute(
            "At work, devices of class A suffice",
            when: Fact.devices.includes("radio", "digital") && Fact.property.includes("commercial", "managed-building")
                && .underUSLaw
        ).citing("47 CFR 15.3(h)").choosing(["surroundings": "commercial"]),
    ]

    static let classes: [RequirementClass: [ID]] = [
        .documentation: ["fcc-devices-registered"],
        .accessControl: ["fcc-controls-limited"],
        .auditTrail: ["fcc-devices-as-registered"],
    ]

    /// The values that the overlay was made of.
    public let values: OptionValues

    /// Makes the overlay of checked option values; all of them go together.
    public init(_ values: OptionValues) { self.values = values }

    /// What it changes: the amendment, the register at the gate of design, and its comparison with what was built.
    public var body: OverlayBody {
        Self.amendment
        register
        authorisation
        installation
        home
        building
        cameras
    }
}

// MARK: The register

extension FCCPart15 {
    @OverlayBuilder private var register: OverlayBody {
        Artifact("fcc-device-register", "Register of radio and digital devices: model, authorisation, class, place")
        Produce("fcc-device-register", in: .design)
        Expect("fcc-devices-registered", "Each radio or digital device is in the register", atGateOf: .design)
            .needing("fcc-device-register").measured("fcc-unregistered-devices", .exactly(0))
    }

    @OverlayBuilder private var authorisation: OverlayBody {
        Expect(
            "fcc-devices-authorised", "Each device has an FCC ID or a supplier's declaration of conformity",
            atGateOf: .design
        ).needing("fcc-device-register").measured("fcc-unauthorised-devices", .exactly(0)).mandated()
            .citing("47 CFR 2.803", "47 CFR 2.906", "47 CFR 2.907", "47 CFR 15.101", "47 CFR 15.201")
        Expect(
            "fcc-class-fits", "Each digital device has the class that its surroundings need", atGateOf: .design
        ).needing("fcc-device-register").measured("fcc-misclassed-devices", .exactly(0)).mandated()
            .citing(values[Self.surroundings].section)
        Expect(
            "fcc-controls-limited", "No control within reach of a user takes a device out of its authorisation",
            atGateOf: .design
        ).needing("fcc-device-register").measured("fcc-open-controls", .exactly(0)).mandated()
            .citing("47 CFR 15.15(b)")
    }

    @OverlayBuilder private var installation: OverlayBody {
        Artifact("fcc-installation-log", "Log of devices put in place: label as read, person and time")
        Consume("fcc-device-register", in: .execution)
        Produce("fcc-installation-log", in: .execution)
        Expect(
            "fcc-devices-as-registered", "The label of each device put in place is that of the register",
            atGateOf: .execution
        ).needing("fcc-device-register", "fcc-installation-log").measured("fcc-mismatched-labels", .exactly(0))
            .mandated().citing("47 CFR 2.925", "47 CFR 15.19")
    }
}

// MARK: In the company of others

extension FCCPart15 {
    private var home: Together {
        Together(with: "smart-home") {
            Expect("fcc-home-radios-registered", "Each radio of the home is in the register", atGateOf: .design)
                .needing("fcc-device-register", "channel-plan").measured("fcc-unregistered-home-radios", .exactly(0))
                .citing("47 CFR 15.201")
        }
    }

    private var building: Together {
        Together(with: "smart-building") {
            Require(
                "fcc-controllers-registered", "Gateways and controllers of the building are in the register",
                toEnter: .execution
            ).proven(by: .measured(Bound("fcc-unregistered-controllers", .exactly(0)), of: "fcc-device-register"))
                .needing("building-network-plan").citing("47 CFR 15.101")
        }
    }

    /// Before execution, and before the cameras are mounted in a phase of their own beside it.
    private var cameras: Together {
        Together(with: "cctv") {
            for place in [.execution, "field-of-view-test"] as [Target] {
                Require(
                    "fcc-cameras-registered",
                    "Cameras and recorders are in the register; what the covered list names gets no authorisation",
                    toEnter: place
                ).proven(by: Self.camerasRegistered).needing("equipment-list").citing("47 CFR 2.903", "47 CFR 15.101")
            }
        }
    }

    private static let camerasRegistered = Proof.all([
        .measured(Bound("fcc-unregistered-cameras", .exactly(0)), of: "fcc-device-register"),
        .measured(Bound("fcc-covered-cameras", .exactly(0)), of: "fcc-device-register"),
    ])
}
