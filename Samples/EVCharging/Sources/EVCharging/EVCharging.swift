public import PhaseLoom

/// Charging of electric vehicles at a commercial site: capacity first, then load management, backend and metering.
///
/// An overlay of a company's own, outside the PhaseLoom package: it uses nothing but the public API.
public struct EVCharging: ConfigurableOverlay {
    /// Who the overlay is.
    public static let identity = OverlayIdentity(
        id: "ev-charging", title: "Electric vehicle charging",
        summary: "Chargers at a commercial site: load survey, load management, backend conformance, commissioning.",
        cites: ["NFPA 70, Article 625"])

    static let backend = OverlayOption<Backend>.choice(
        "backend", help: "protocol that chargers speak with their backend", default: .ocpp201)
    static let managed = OverlayOption<Bool>.flag(
        "managed", help: "whether an energy management system limits what the chargers draw together", default: true)
    static let sale = OverlayOption<Bool>.flag(
        "sale", help: "whether drivers pay for the energy, so that it must be measured for trade", default: true)
    static let accessible = OverlayOption<Int>.integer(
        "accessible", help: "smallest number of accessible charging spaces", default: 1, in: 0...100)

    /// The options that it takes: `backend`, `managed`, `sale` and `accessible`.
    public static let options = [
        backend.descriptor, managed.descriptor, sale.descriptor, accessible.descriptor,
    ]

    /// The values that the overlay was made of.
    public let values: OptionValues

    /// Makes the overlay of checked option values; all of them go together.
    public init(_ values: OptionValues) { self.values = values }

    /// What it changes.
    public var body: OverlayBody {
        capacity
        design
        backendTest
        commissioning
        if values[Self.sale] { metering }
        company
    }
}

// MARK: Before the design is signed

extension EVCharging {
    @OverlayBuilder private var capacity: OverlayBody {
        Artifact("load-survey", "Load survey: demand of the site at its peak, service rating and spare capacity")
        Artifact("utility-capacity-letter", "Letter of the utility on the capacity of the service")
        Perform("survey-load", "Measure the demand of the site and read the service rating", during: .assessment)
        Perform("ask-utility", "Ask the utility for the capacity of the service", during: .assessment)
            .after("survey-load")
        Produce("load-survey", "utility-capacity-letter", in: .assessment)
        Expect("load-surveyed", "The demand covers thirty days or the last year's bills", atGateOf: .assessment)
            .needing("load-survey").measured("demand-record-days", .atLeast(30), unit: "d")
            .citing("NFPA 70, 220.87")
        Require("capacity-confirmed", "The utility has confirmed the capacity of the service", toEnter: .scoping)
            .needing("utility-capacity-letter")
    }

    @OverlayBuilder private var design: OverlayBody {
        Artifact("charging-plan", "Charging plan: chargers, circuits, panels, spaces and load management")
        Produce("charging-plan", in: .design)
        Expect("circuits-continuous", "Each circuit carries its charger as a continuous load", atGateOf: .design)
            .needing("charging-plan").measured("circuit-rating-ratio", .atLeast(1.25))
            .mandated().citing("NFPA 70, 625.41")
        Expect("service-suffices", "Chargers and building together fit the service", atGateOf: .design)
            .needing("charging-plan", "load-survey").measured("service-load", .atMost(1))
            .mandated().citing("NFPA 70, 625.42")
        if values[Self.managed] {
            Perform("set-load-limit", "Set the limit of the energy management system", during: .execution)
        }
        Expect("spaces-accessible", "Accessible charging spaces are planned", atGateOf: .design)
            .needing("charging-plan")
            .measured("accessible-spaces", .atLeast(Double(values[Self.accessible])))
            .citing("U.S. Access Board, Design Recommendations for Accessible Electric Vehicle Charging Stations")
        Consume("charging-plan", in: .execution)
    }
}

// MARK: Before the site is handed over

extension EVCharging {
    @OverlayBuilder private var backendTest: OverlayBody {
        Artifact("backend-report", "Backend conformance report: every message of the profiles in use")
        Insert("backend-conformance", "Backend conformance test").after(.design).before(.validation)
            .consuming("charging-plan").producing("backend-report")
        Expect("messages-conform", "Chargers and backend understand each other", atGateOf: "backend-conformance")
            .needing("backend-report").measured("failed-messages", .exactly(0))
            .citing(values[Self.backend].source)
        if values[Self.backend] == .ocpp201 {
            Expect("connection-secure", "Chargers identify themselves by certificate", atGateOf: "backend-conformance")
                .needing("backend-report").measured("security-profile", .atLeast(3))
                .citing(Backend.ocpp201.source)
        }
    }

    @OverlayBuilder private var commissioning: OverlayBody {
        Artifact("commissioning-report", "Commissioning report of every charger")
        Insert("commissioning", "Commissioning of the chargers").after(.execution, "backend-conformance")
            .before(.validation).consuming("backend-report", "build-artifact").producing("commissioning-report")
        Expect("chargers-commissioned", "Every charger has charged a vehicle and stopped", atGateOf: "commissioning")
            .needing("commissioning-report").measured("commissioned-share", .exactly(1))
        if values[Self.managed] {
            Expect("load-limit-holds", "The chargers together stay within the set limit", atGateOf: "commissioning")
                .needing("commissioning-report").measured("peak-to-limit", .atMost(1))
                .mandated().citing("NFPA 70, 625.42(A)")
        }
        LoopBack(
            "recommission", from: "commissioning", to: .execution, while: "chargers-commissioned", atMost: 3)
        Consume("commissioning-report", in: .validation)
    }

    @OverlayBuilder private var metering: OverlayBody {
        Artifact("metering-certificate", "Certificate of the energy meters of the chargers")
        Produce("metering-certificate", in: .validation)
        Expect("energy-measured", "The meters keep the acceptance tolerance", atGateOf: .validation)
            .needing("metering-certificate").measured("meter-error", .within(-1...1), unit: "%")
            .mandated().citing("NIST Handbook 44, section 3.40")
    }

    @OverlayBuilder private var company: OverlayBody {
        Together(with: "cctv") {
            Expect("chargers-in-view", "Every charger is in view of a camera", atGateOf: "camera-survey")
                .needing("camera-plan")
        }
        Together(with: "smart-building") {
            Expect("charging-metered-in-bms", "The building management system reads the load", atGateOf: .validation)
                .needing("point-checkout")
        }
    }
}
