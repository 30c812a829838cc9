public import PhaseLoom

/// The commercial building: integration design as a phase of its own, proven on paper before commissioning.
///
/// The point list, object identifiers, register map and network plan are compared with the building management system
/// as the assessment found it. What they promise is checked point by point in validation.
public struct SmartBuilding: ConfigurableOverlay {
    /// Who the overlay is.
    public static let identity = OverlayIdentity(
        id: "smart-building", title: "Smart building",
        summary: "Integration with a building management system: BACnet and Modbus designed and proven first.",
        cites: ["Process Framework for Technology Services"])

    static let protocols = OverlayOption<Protocols>.choice(
        "protocols", help: "field protocols that are integrated", default: .both)
    static let trunkLoad = OverlayOption<Double>.number(
        "trunk-load", help: "largest share of a trunk's capacity that polling may use", default: 0.6, in: 0.05...1)
    static let writes = OverlayOption<Bool>.flag(
        "writes", help: "whether the integration commands points of the building", default: false)

    /// The options that it takes: `protocols`, `trunk-load` and `writes`.
    public static let options = [protocols.descriptor, trunkLoad.descriptor, writes.descriptor]

    /// When it applies: the building has a management system, or integration with one is delivered.
    public static let applicability: [Applicability] = [
        .byChoice(
            "A commercial building has a management system",
            when: Fact.property.includes("managed-building") || Fact.deliverables.includes("building-integration")
        ).citing("Process Framework for Technology Services")
    ]

    /// What does its work: `decode`, `bms-survey`, `replay`, `integration-check`, `budget`, `point-checkout` and
    /// `command`.
    public static let collectors: [any Collector.Type] = [
        DecodeCollector.self, SurveyCollector.self, ReplayCollector.self, IntegrationCheckCollector.self,
        BudgetCollector.self, PointCheckoutCollector.self, CommandCollector.self,
    ]

    /// The values that the overlay was made of.
    public let values: OptionValues

    /// Makes the overlay of checked option values; all of them go together.
    public init(_ values: OptionValues) { self.values = values }

    /// What it changes, from assessment to transfer.
    public var body: OverlayBody {
        baseline
        integrationDesign
        points
        if values[Self.protocols].hasBACnet { bacnet }
        if values[Self.protocols].hasModbus { modbus }
        if values[Self.writes] { commands }
        checkout
        handover
        camerasOnTheNetwork
    }
}

// MARK: Assessment

extension SmartBuilding {
    @OverlayBuilder private var baseline: OverlayBody {
        Artifact("bms-baseline", "Point inventory of the building management system as found")
        Produce("bms-baseline", in: .assessment)
        Perform("survey-bms", "Read the point inventory of the building, without writing", during: .assessment)
        Expect(
            "bms-surveyed", "Every controller in reach is inventoried, and every read that failed is listed",
            atGateOf: .assessment
        ).needing("bms-baseline")
    }
}

// MARK: Integration design

extension SmartBuilding {
    @OverlayBuilder private var integrationDesign: OverlayBody {
        Artifact("point-list", "Point list with units, scaling, owner and poll class")
        Artifact("building-network-plan", "Plan of network numbers, trunks, routers and broadcast management")
        Artifact("integration-matrix", "Matrix of source points, target points and conversions")
        Artifact("integration-report", "Report of the checks of the integration design")
        Insert("integration-design", "\(values[Self.protocols].title) integration design")
            .after(.design).before(.execution)
            .consuming("design-specification", "bms-baseline")
            .producing("point-list", "building-network-plan", "integration-matrix", "integration-report")
        Perform("list-points", "List the points to integrate", during: "integration-design")
        Perform("plan-network", "Plan networks and trunks", during: "integration-design")
        Perform("map-points", "Map each source point to its target", during: "integration-design").after("list-points")
        Perform("prove-design", "Check the design against rules and baseline", during: "integration-design")
            .after("map-points", "plan-network").after(plannedByProtocol)
        Consume("point-list", "building-network-plan", "integration-matrix", in: .execution)
    }

    /// The activities that plan identifiers and registers, by the protocols in use.
    private var plannedByProtocol: [ID] {
        (values[Self.protocols].hasBACnet ? ["plan-objects"] : [])
            + (values[Self.protocols].hasModbus ? ["plan-registers"] : [])
    }

    @OverlayBuilder private var points: OverlayBody {
        Expect(
            "points-match-baseline", "Each point of the matrix exists in the baseline or is marked as new",
            atGateOf: "integration-design"
        ).needing("integration-matrix", "bms-baseline").measured("unmatched-points", .exactly(0))
        Expect("units-agree", "Units and scaling agree from source to target", atGateOf: "integration-design")
            .needing("integration-matrix", "point-list").measured("unit-mismatches", .exactly(0))
        Expect("trunks-within-budget", "Polling leaves each trunk its reserve", atGateOf: "integration-design")
            .needing("building-network-plan", "integration-report")
            .measured("trunk-load", .atMost(values[Self.trunkLoad]))
    }

    @OverlayBuilder private var bacnet: OverlayBody {
        Artifact("object-plan", "Plan of BACnet device instances and object identifiers")
        Produce("object-plan", in: "integration-design")
        Consume("object-plan", in: .execution)
        Perform("plan-objects", "Assign BACnet device and object identifiers", during: "integration-design")
            .after("list-points")
        Expect(
            "device-instances-unique", "No two BACnet devices share an instance number",
            atGateOf: "integration-design"
        ).needing("object-plan").measured("duplicate-device-instances", .exactly(0))
            .citing("ANSI/ASHRAE 135, clause 12")
        Expect(
            "object-ids-unique", "No device has two objects of one identifier or one name",
            atGateOf: "integration-design"
        ).needing("object-plan").measured("duplicate-object-ids", .exactly(0))
            .citing("ANSI/ASHRAE 135, clause 12")
        Expect("network-numbers-unique", "No two BACnet networks share a number", atGateOf: "integration-design")
            .needing("building-network-plan").measured("duplicate-network-numbers", .exactly(0))
            .citing("ANSI/ASHRAE 135, clause 6")
        Expect(
            "broadcasts-managed", "Each IP subnet has at most one broadcast management device",
            atGateOf: "integration-design"
        ).needing("building-network-plan").measured("surplus-broadcast-managers", .exactly(0))
            .citing("ANSI/ASHRAE 135, annex J")
    }

    @OverlayBuilder private var modbus: OverlayBody {
        Artifact("register-map", "Modbus register map with addresses, types, orders and scaling")
        Produce("register-map", in: "integration-design")
        Consume("register-map", in: .execution)
        Perform("plan-registers", "Map Modbus registers to points", during: "integration-design").after("list-points")
        Expect("registers-disjoint", "No two points of a unit overlap in a table", atGateOf: "integration-design")
            .needing("register-map").measured("register-overlaps", .exactly(0))
            .citing("MODBUS Application Protocol V1.1b3, 4.3")
        Expect(
            "registers-addressable", "Each register has a table and an address that starts at zero",
            atGateOf: "integration-design"
        ).needing("register-map").measured("unaddressed-registers", .exactly(0))
            .citing("MODBUS Application Protocol V1.1b3, 4.4")
        Expect(
            "word-orders-stated", "Each value of several registers states its word order",
            atGateOf: "integration-design"
        ).needing("register-map").measured("unordered-values", .exactly(0))
        Expect("unit-ids-unique", "No two devices of a trunk share a unit identifier", atGateOf: "integration-design")
            .needing("register-map", "building-network-plan").measured("duplicate-unit-ids", .exactly(0))
            .citing("MODBUS over Serial Line V1.02, 2.2")
    }

    @OverlayBuilder private var commands: OverlayBody {
        Artifact("command-order", "Signed order for writing to points, with values, priorities and release")
        Produce("command-order", in: "integration-design")
        Expect(
            "commands-allowed", "Each point to command is commandable in the baseline and has a priority",
            atGateOf: "integration-design"
        ).needing("integration-matrix", "bms-baseline").measured("forbidden-commands", .exactly(0))
            .citing("ANSI/ASHRAE 135, clause 19")
        Require("commands-ordered", "The building's operator has signed the points to command", toEnter: .execution)
            .signed("command-order", by: "operator", separately: true)
        Artifact("command-log", "Log of the commands that were written under signed orders, and of their release")
        Produce("command-log", in: .execution)
        Expect(
            "commands-released", "Each command that was written was released, and the point reads so",
            atGateOf: .validation
        ).needing("command-log").measured("unreleased-commands", .exactly(0))
            .citing("ANSI/ASHRAE 135, clause 19")
    }
}

// MARK: Validation and transfer

extension SmartBuilding {
    @OverlayBuilder private var checkout: OverlayBody {
        Artifact("point-checkout", "Checkout sheet: expected and observed value of each point")
        Produce("point-checkout", in: .validation)
        Perform("check-points", "Check each point against its field device", during: .validation)
        Expect("points-checked", "Each point of the list was read and agrees", atGateOf: .validation)
            .needing("point-checkout", "point-list").measured("checked-share", .exactly(1))
    }

    /// The operator takes over what the integration rests on: its points as checked, and the way into the controllers.
    @OverlayBuilder private var handover: OverlayBody {
        Artifact("controller-access", "Register of the accounts and keys of controllers, gateways and tools")
        Produce("controller-access", in: .transfer)
        Consume("point-list", "point-checkout", in: .transfer)
        Perform("hand-over-points", "Hand over the points and the credentials of controllers", during: .transfer)
        Expect("points-handed-over", "The recipient acknowledges the point list and its checkout", atGateOf: .transfer)
            .needing("point-checkout").signed("point-list", by: "recipient")
        Expect(
            "controllers-handed-over", "The operator holds every credential of a controller and no installer keeps one",
            atGateOf: .transfer
        ).needing("controller-access").measured("installer-accounts", .exactly(0))
    }

    /// Cameras on the building's network share its uplinks: past 60 % of 1 Gbit/s they need a faster one.
    private var camerasOnTheNetwork: Together {
        Together(with: "cctv") {
            Order("camera-survey", before: "integration-design")
            Consume("camera-plan", in: "integration-design")
            Expect(
                "camera-traffic-apart", "Cameras and controllers share no broadcast domain",
                atGateOf: "integration-design"
            ).needing("building-network-plan", "camera-plan")
            Expect(
                "camera-uplinks-suffice", "Camera streams leave each shared uplink its reserve",
                atGateOf: "integration-design"
            ).needing("building-network-plan", "camera-plan").measured("camera-uplink-load", .atMost(0.6))
        }
    }
}
