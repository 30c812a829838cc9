public import PhaseLoom

/// The build of a network: cabling before switching before routing, and logical configuration only after all of it.
///
/// The phase that holds `@execution` builds the physical layer and certifies its links. Logical configuration is a
/// phase of its own behind that gate, so that it cannot begin on links that nobody has tested.
public struct NetworkBuild: ConfigurableOverlay {
    /// Who the overlay is.
    public static let identity = OverlayIdentity(
        id: "network-build", title: "Network build",
        summary: "Network infrastructure: physical layer first, certified link by link, then its configuration.",
        cites: ["Process Framework for Technology Services"])

    static let media = OverlayOption<Media>.choice(
        "media", help: "what links are made of, which decides how they are certified", default: .both)

    /// The option that it takes: `media`.
    public static let options = [media.descriptor]

    /// When it applies: network infrastructure is delivered.
    public static let applicability: [Applicability] = [
        .byChoice("Network infrastructure is built", when: Fact.deliverables.includes("network"))
            .citing("Process Framework for Technology Services")
    ]

    /// The collectors that check the plans of the design.
    public static let collectors: [any Collector.Type] = [AddressPlanCollector.self, PortMapCollector.self]

    /// The values that the overlay was made of.
    public let values: OptionValues

    /// Makes the overlay of checked option values; all of them go together.
    public init(_ values: OptionValues) { self.values = values }

    /// What it changes: plans in design, the physical build, the phase of logical configuration, the last test.
    public var body: OverlayBody {
        addressPlan
        portMap
        cabling
        deviceInstallation
        logicalConfiguration
        reachability
        camerasOnTheNetwork
        controllersOnTheNetwork
    }
}

// MARK: Design

extension NetworkBuild {
    @OverlayBuilder private var addressPlan: OverlayBody {
        Artifact("network-address-plan", "Address plan: prefixes with site and VLAN")
        Produce("network-address-plan", in: .design)
        Perform("plan-addresses", "Plan prefixes and VLANs for each site", during: .design)
        Expect("network-addresses-disjoint", "No two prefixes of the plan overlap", atGateOf: .design)
            .needing("network-address-plan").measured("overlapping-prefixes", .exactly(0)).citing("RFC 4632, 5.1")
        Expect("network-prefixes-valid", "Each prefix is one, without bits behind its length", atGateOf: .design)
            .needing("network-address-plan").measured("invalid-prefixes", .exactly(0))
            .citing("RFC 4291, 2.3", "RFC 4632, 3.1")
        Expect("network-vlans-valid", "Each VLAN has a number that frames can carry", atGateOf: .design)
            .needing("network-address-plan").measured("invalid-vlans", .exactly(0)).citing("IEEE 802.1Q")
    }

    @OverlayBuilder private var portMap: OverlayBody {
        Artifact("network-port-map", "Port map: device, port, link and VLAN")
        Produce("network-port-map", in: .design)
        Perform("map-ports", "Assign each link to a port at either end", during: .design).after("plan-addresses")
        Expect("network-ports-assigned-once", "No port of a device serves two links", atGateOf: .design)
            .needing("network-port-map").measured("duplicate-ports", .exactly(0))
    }
}

// MARK: Physical layer

extension NetworkBuild {
    @OverlayBuilder private var cabling: OverlayBody {
        Artifact("network-link-tests", "Results of the certifier, link by link")
        Produce("network-link-tests", in: .execution)
        Consume("network-port-map", in: .execution)
        Perform("install-cabling", "Install and label the cabling", during: .execution)
        Perform("certify-links", "Certify each link", during: .execution).after("install-cabling")
        Expect("network-links-certified", "Each link of the port map passed its test", atGateOf: .execution)
            .needing("network-link-tests", "network-port-map").measured("failed-links", .exactly(0))
            .citing(values[Self.media].standards)
    }

    @OverlayBuilder private var deviceInstallation: OverlayBody {
        Artifact("network-device-records", "Install records: device, serial number, place, power and release")
        Produce("network-device-records", in: .execution)
        Perform("install-switches", "Install the switches", during: .execution).after("certify-links")
        Perform("install-routers", "Install the routers", during: .execution).after("install-switches")
        Expect(
            "network-devices-recorded", "Each device of the port map is installed and recorded", atGateOf: .execution
        )
        .needing("network-device-records", "network-port-map").measured("unrecorded-devices", .exactly(0))
    }
}

// MARK: Logical configuration and validation

extension NetworkBuild {
    @OverlayBuilder private var logicalConfiguration: OverlayBody {
        Artifact("network-configuration", "Configuration of each device, as read back from it")
        Insert("logical-configuration", "Logical configuration of the network").after(.execution).before(.validation)
            .consuming("network-address-plan", "network-port-map", "network-link-tests", "network-device-records")
            .producing("network-configuration")
        Perform("configure-network", "Configure VLANs, addresses and routing", during: "logical-configuration")
        Require("physical-layer-proven", "Links are certified and devices recorded", toEnter: "logical-configuration")
            .proven(by: .measured(Bound("failed-links", .exactly(0)), of: "network-link-tests"))
            .proven(by: .present("network-device-records"))
        Expect(
            "network-configured-as-planned", "What devices are set to is what the plans say",
            atGateOf: "logical-configuration"
        ).needing("network-configuration", "network-address-plan", "network-port-map")
            .measured("configuration-deviations", .exactly(0))
    }

    @OverlayBuilder private var reachability: OverlayBody {
        Artifact("network-reachability-report", "Reachability of each prefix from each site")
        Produce("network-reachability-report", in: .validation)
        Consume("network-configuration", in: .validation)
        Perform("test-reachability", "Test what has to reach what, and what must not", during: .validation)
        Expect("network-reachable", "Each prefix is reached from where it should be, only", atGateOf: .validation)
            .needing("network-reachability-report").measured("reachability-failures", .exactly(0))
    }
}

// MARK: In company

extension NetworkBuild {
    /// Recordings are validated over the network that is being built, so that it has to be configured first.
    private var camerasOnTheNetwork: OverlayBody {
        OverlayBody {
            Together(with: "cctv") {
                Order("logical-configuration", before: "recording-validation")
                Expect("cameras-have-ports", "Each camera of the plan has a port", atGateOf: "logical-configuration")
                    .needing("camera-plan", "network-port-map").measured("cameras-without-port", .exactly(0))
            }
        }
    }

    /// Controllers that speak IP take their addresses from the plan, or two plans assign the same ones.
    private var controllersOnTheNetwork: OverlayBody {
        OverlayBody {
            Together(with: "smart-building") {
                Consume("network-address-plan", in: "integration-design")
                Expect(
                    "controllers-have-addresses", "Each building network on IP has a prefix of the address plan",
                    atGateOf: "integration-design"
                ).needing("building-network-plan", "network-address-plan")
                    .measured("controller-networks-without-prefix", .exactly(0))
            }
        }
    }
}
