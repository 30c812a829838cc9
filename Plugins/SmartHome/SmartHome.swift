public import PhaseLoom

/// The residential installation: whose home it is, which codes apply, and in which order the trades come.
///
/// The base keeps its eight phases. The overlay adds the proof of authority before intake, surveys to the assessment,
/// the computed checks to the gate of design, the order of the trades to execution, and the final inspection and the
/// utility's permission to operate to validation.
public struct SmartHome: ConfigurableOverlay {
    /// Who the overlay is.
    public static let identity = OverlayIdentity(
        id: "smart-home", title: "Smart home",
        summary: "Residential installation: authority, building codes, utility interconnection, inspections.",
        cites: ["Process Framework for Technology Services"])

    static let property = OverlayOption<Property>.choice(
        "property", help: "whose home it is, which decides who must agree to the work", default: .owner)
    static let credentials = OverlayOption<Bool>.flag(
        "credentials", help: "whether technicians must show a licence for each class of work", default: true)
    static let interconnection = OverlayOption<Bool>.flag(
        "interconnection", help: "whether solar, storage or another source runs in parallel with the grid",
        default: true)
    static let code = OverlayOption<ElectricalCode>.choice(
        "code", help: "edition of the National Electrical Code in force", default: .nec2023)

    /// The options that it takes: `property`, `credentials`, `interconnection` and `code`.
    public static let options = [
        property.descriptor, credentials.descriptor, interconnection.descriptor, code.descriptor,
    ]

    /// When it applies: systems of a home are delivered, whose kind and client decide who must agree.
    ///
    /// Solar work stays away unless electricity is generated or stored: then the utility's terms bind whoever connects.
    public static let applicability: [Applicability] =
        [
            .byContract(
                "The utility's terms bind whoever connects generation or storage",
                when: deliversHome && isHome && Fact.generation.holds
            ).choosing(["interconnection": "yes"]).citing(Self.utilityTerms)
        ]
        + [
            ("owned-home", Property.owner, .always), ("rented-home", .tenant, Fact.isHousehold),
            ("rented-home", .owner, !Fact.isHousehold), ("shared-building", .multiTenant, Fact.isHousehold),
            ("shared-building", .owner, !Fact.isHousehold), ("association", .hoa, .always),
        ].map { (word: ID, property: Property, client: Circumstance) in
            .byChoice(
                "Systems of a home are delivered",
                when: .all([deliversHome, .includes(Fact.property, [word]), client])
            ).choosing(["property": property.rawValue, "interconnection": "no"])
                .citing("Process Framework for Technology Services")
        }

    private static let deliversHome = Fact.deliverables.includes("home-systems")
    private static let isHome = Fact.property.includes("owned-home", "rented-home", "shared-building", "association")

    /// What binds whoever connects to the grid: a contract, whose terms follow the utility's tariff.
    private static let utilityTerms = "Interconnection agreement and tariff of the utility"

    /// The values that the overlay was made of.
    public let values: OptionValues

    /// Makes the overlay of checked option values; all of them go together.
    public init(_ values: OptionValues) { self.values = values }

    /// What it changes, from intake to closeout.
    public var body: OverlayBody {
        authority
        surveys
        localCode
        electricalChecks
        gridConnection
        lowVoltageAndRadio
        permitToBuild
        trades
        finalInspection
        handover
        sharedBuilding
    }

    private var isShared: Bool { values[Self.property] == .multiTenant || values[Self.property] == .hoa }
}

// MARK: Intake and assessment

extension SmartHome {
    @OverlayBuilder private var authority: OverlayBody {
        switch values[Self.property] {
        case .owner, .hoa:
            Artifact("ownership-proof", "Proof of ownership of the property").broughtToTheEngagement()
            Require("property-authority", "The client owns the property", toEnter: .intake)
                .needing("ownership-proof")
        case .tenant:
            Artifact("tenant-authorisation", "Lease, with the landlord's consent to alterations")
                .broughtToTheEngagement()
            Require("property-authority", "The client's lease and landlord allow the work", toEnter: .intake)
                .needing("tenant-authorisation")
        case .multiTenant:
            Artifact("unit-authority", "Deed or lease of the unit").broughtToTheEngagement()
            Require("property-authority", "The client holds the unit by deed or lease", toEnter: .intake)
                .needing("unit-authority")
        }
    }

    @OverlayBuilder private var surveys: OverlayBody {
        Artifact("panel-survey", "Survey of the service, panels, breakers and nameplates")
        Artifact("radio-survey", "Survey of radio channels in use")
        Produce("panel-survey", "radio-survey", in: .assessment)
        Perform("survey-panel", "Survey the electrical service and every panel", during: .assessment)
        Perform("survey-radio", "Scan Wi-Fi and IEEE 802.15.4 channels in every room", during: .assessment)
        Expect(
            "panel-surveyed", "Service, busbars, main breakers and loads are recorded with their ratings",
            atGateOf: .assessment
        ).needing("panel-survey")
        Expect("radio-surveyed", "The channels in use are recorded room by room", atGateOf: .assessment)
            .needing("radio-survey")
    }
}

// MARK: Design

extension SmartHome {
    @OverlayBuilder private var localCode: OverlayBody {
        Artifact("jurisdiction-pack", "Codes, editions, amendments and utility rules in force, with source and date")
        Produce("jurisdiction-pack", in: .design)
        Perform("resolve-jurisdiction", "Resolve the codes in force at the address", during: .design)
        Expect(
            "jurisdiction-resolved", "Every code that governs the work is known by edition, amendment and source",
            atGateOf: .design
        ).needing("jurisdiction-pack").mandated().citing("IRC R106.1")
    }

    @OverlayBuilder private var electricalChecks: OverlayBody {
        Artifact("load-calculation", "Load calculation of the dwelling, term by term")
        Produce("load-calculation", in: .design)
        Perform("calculate-load", "Calculate the load with everything that is new", during: .design)
            .after("resolve-jurisdiction")
        Expect("load-calculated", "The service carries the calculated load", atGateOf: .design)
            .needing("load-calculation", "panel-survey").measured("service-margin", .atLeast(0), unit: "A")
            .mandated().citing(values[Self.code].loadCalculation)
    }

    @OverlayBuilder private var gridConnection: OverlayBody {
        Artifact("interconnection-check", "Check of the interconnection with the utility")
        Produce("interconnection-check", in: .design)
        Perform("check-interconnection", "Check sources against busbars and utility rules", during: .design)
            .after("calculate-load")
        if values[Self.interconnection] {
            Artifact("interconnection-application", "Interconnection application as filed with the utility")
            Produce("interconnection-application", in: .design)
            Expect("busbars-suffice", "No busbar carries more than the rule used allows", atGateOf: .design)
                .needing("interconnection-check", "panel-survey").measured("busbar-margin", .atLeast(0), unit: "A")
                .mandated().citing(values[Self.code].interconnection)
            Require("interconnection-filed", "The utility has the interconnection application", toEnter: .execution)
                .needing("interconnection-application").mandated().citing(Self.utilityTerms)
        } else {
            Expect(
                "interconnection-not-applicable", "The design has no source that runs in parallel with the grid",
                atGateOf: .design
            ).needing("interconnection-check")
        }
    }

    @OverlayBuilder private var lowVoltageAndRadio: OverlayBody {
        Artifact("box-fill-sheet", "Box volumes against conductors and devices")
        Artifact("channel-plan", "Plan of radio channels and mesh routers")
        Produce("box-fill-sheet", "channel-plan", in: .design)
        Expect("boxes-large-enough", "Every box has the volume for its conductors and smart devices", atGateOf: .design)
            .needing("box-fill-sheet").measured("overfilled-boxes", .exactly(0)).mandated()
            .citing(values[Self.code].boxFill)
        Expect("channels-clear", "Mesh channels do not overlap the Wi-Fi channels of the survey", atGateOf: .design)
            .needing("channel-plan", "radio-survey").measured("channel-overlaps", .exactly(0))
            .citing("IEEE 802.15.4-2020")
    }
}

// MARK: Execution

extension SmartHome {
    @OverlayBuilder private var permitToBuild: OverlayBody {
        Artifact("construction-permit", "Construction permit")
        Produce("construction-permit", in: .design)
        Perform("apply-for-permit", "Apply for the permit and answer the plan review", during: .design)
            .after("calculate-load", "check-interconnection")
        Require("permit-issued", "The authority having jurisdiction has issued the permit", toEnter: .execution)
            .needing("construction-permit").mandated().citing("IRC R105.1")
        if values[Self.credentials] {
            Artifact.technicianCredentials
            Produce("technician-credentials", in: .scoping)
            Require(
                "technicians-licensed", "Each technician is licensed for the work assigned, on the day of the work",
                toEnter: .execution
            ).needing("technician-credentials").citing("Licensing law of the place of the work")
        }
    }

    @OverlayBuilder private var trades: OverlayBody {
        Artifact("rough-in-inspection", "Signed rough-in inspection")
        Produce("rough-in-inspection", in: .execution)
        Perform("permit", "Post the permit on site", during: .execution).citing("IRC R105.7")
        Perform("rough-in", "Rough in boxes, raceways and cables", during: .execution).after("permit")
        Perform("inspection", "Have the rough-in inspected", during: .execution).after("rough-in")
            .citing("IRC R109.1.2")
        Perform("close-walls", "Close the walls", during: .execution).after("inspection")
        Perform("energise", "Energise the installation", during: .execution).after("close-walls")
        Expect("rough-in-inspected", "The rough-in passed inspection before the walls closed", atGateOf: .execution)
            .needing("rough-in-inspection").mandated().citing("IRC R109.1.2")
    }
}

// MARK: Validation to closeout

extension SmartHome {
    @OverlayBuilder private var finalInspection: OverlayBody {
        Artifact("final-inspection-report", "Signed final inspection")
        Produce("final-inspection-report", in: .validation)
        Perform("final-inspection", "Have the finished installation inspected", during: .validation)
        Expect("final-inspection-passed", "The finished installation passed inspection", atGateOf: .validation)
            .needing("final-inspection-report").mandated().citing("IRC R109.1.6")
        if values[Self.interconnection] {
            Artifact("utility-permission", "The utility's permission to operate")
            Artifact("inverter-settings", "Inverter settings as read from the device")
            Produce("utility-permission", "inverter-settings", in: .validation)
            Perform("permission-to-operate", "Obtain the utility's permission to operate", during: .validation)
                .after("final-inspection")
            Expect("operation-permitted", "The utility permits parallel operation", atGateOf: .validation)
                .needing("utility-permission").mandated().citing(Self.utilityTerms)
            Expect(
                "inverter-settings-allowed", "Every inverter setting lies in its allowed range", atGateOf: .validation
            ).needing("inverter-settings").measured("settings-out-of-range", .exactly(0)).citing("IEEE 1547-2018")
        }
    }

    @OverlayBuilder private var handover: OverlayBody {
        Artifact("device-register", "Register of devices, accounts and the panel schedule")
        Produce("device-register", in: .transfer)
        Expect(
            "home-handed-over", "The occupant holds every account and no installer access remains", atGateOf: .transfer
        ).needing("device-register").measured("installer-accounts", .exactly(0))
        Artifact("closed-permit", "Permit record, closed by the authority")
        Produce("closed-permit", in: .closeout)
        Expect("permit-closed", "The authority has closed the permit", atGateOf: .closeout).needing("closed-permit")
    }

    @OverlayBuilder private var sharedBuilding: OverlayBody {
        if isShared {
            Together(with: "cctv") {
                Artifact.sharedPropertyApproval
                Expect.camerasApproved
            }
        }
    }
}
