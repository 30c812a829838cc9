public import PhaseLoom

/// The move to a cloud in waves: provisioning on one track, decommission on another, joined by verified cut-overs.
///
/// The waves come after execution, which lays the ground they share (accounts, network, identity, the link), because
/// nothing that must stand before execution opens may be passed by. They end before validation, which joins them.
public struct CloudMigration: ConfigurableOverlay {
    /// Who the overlay is.
    public static let identity = OverlayIdentity(
        id: "cloud-migration", title: "Cloud migration",
        summary: "Hybrid delivery in waves: provision, cut over, and decommission only what is verified in the cloud.",
        cites: ["Process Framework for Technology Services"])

    static let waves = OverlayOption<Int>.integer(
        "waves", help: "number of waves in which workloads move", default: 1, in: 1...12)
    static let headroom = OverlayOption<Double>.number(
        "headroom", help: "smallest ratio of the link's rate to the rate at which the data change", default: 1.2,
        in: 1...10)
    static let soak = OverlayOption<Int>.integer(
        "soak", help: "days that a wave runs in the cloud before its source may be removed", default: 7, in: 0...365)

    /// The options that it takes: `waves`, `headroom` and `soak`.
    public static let options = [waves.descriptor, headroom.descriptor, soak.descriptor]

    /// When it applies: resources shall be in a cloud, and there is something that moves there.
    public static let applicability: [Applicability] = [
        .byChoice("Resources move to a cloud", when: Fact.targetLocations.includes("cloud"))
            .citing("Process Framework for Technology Services"),
        .excluded("What is built on an empty site has no source to move from", when: Fact.greenfield.holds)
            .citing("Process Framework for Technology Services"),
    ]

    /// The values that the overlay was made of.
    public let values: OptionValues

    /// Makes the overlay of checked option values; all of them go together.
    public init(_ values: OptionValues) { self.values = values }

    /// What it changes: the entry to scoping, the plan, and three phases for each wave.
    public var body: OverlayBody {
        bandwidth
        identities
        responsibilities
        wavePlan
        sharedGround
        Track("provisioning", "Cloud provisioning")
        Track("decommission", "Infrastructure decommission")
        for wave in waves { provisioning(wave) }
        for wave in waves { cutover(wave) }
        for wave in waves { decommission(wave) }
        join
    }

    private var waves: [Wave] { (1...values[Self.waves]).map(Wave.init) }
}

// MARK: Assessment and scoping

extension CloudMigration {
    @OverlayBuilder private var bandwidth: OverlayBody {
        Artifact("bandwidth-assessment", "Bandwidth assessment: measured rates, data to move and rate of change")
        Produce("bandwidth-assessment", in: .assessment)
        Perform("measure-bandwidth", "Measure the link and the rate at which the data change", during: .assessment)
        Expect(
            "link-outpaces-change", "The link moves data faster than they change, with reserve", atGateOf: .assessment
        ).needing("bandwidth-assessment").measured("bandwidth-headroom", .atLeast(values[Self.headroom]))
            .citing("AWS Application Migration Service, network bandwidth")
        Require("bandwidth-assessed", "The network bandwidth assessment is complete", toEnter: .scoping)
            .needing("bandwidth-assessment")
    }

    @OverlayBuilder private var identities: OverlayBody {
        Artifact("identity-inventory", "Identity inventory: people, services, groups and trusts, by directory")
        Produce("identity-inventory", in: .assessment)
        Perform("inventory-identities", "Take the inventory of identities", during: .assessment)
        Expect("identities-covered", "No kind of identity in use is missing from the inventory", atGateOf: .assessment)
            .needing("identity-inventory").measured("uncovered-identity-kinds", .exactly(0))
        Require("identities-inventoried", "The inventory of identity management is complete", toEnter: .scoping)
            .needing("identity-inventory")
    }
}

// MARK: Responsibility

extension CloudMigration {
    @OverlayBuilder private var responsibilities: OverlayBody {
        Artifact(
            "responsibility-matrix", "Responsibility matrix: client or provider, by service model and control area")
        Produce("responsibility-matrix", in: .scoping)
        Expect(
            "responsibilities-divided", "Each control area of each service has one responsible side", atGateOf: .scoping
        )
        .needing("responsibility-matrix").measured("undivided-control-areas", .exactly(0))
        .citing("NIST SP 800-145", "How Technology Services Works")
    }
}

// MARK: Design and execution

extension CloudMigration {
    @OverlayBuilder private var wavePlan: OverlayBody {
        Artifact("wave-plan", "Wave plan: workloads, dependencies, windows and way back, by wave")
        Produce("wave-plan", in: .design)
        Perform("plan-waves", "Assign each workload to a wave", during: .design)
        Expect(
            "workloads-planned", "Each workload belongs to exactly one wave, after what it depends on",
            atGateOf: .design
        ).needing("wave-plan").measured("misplaced-workloads", .exactly(0))
        Expect(
            "workloads-placed", "Each workload keeps its limits of latency, redundancy and regions for its data",
            atGateOf: .design
        ).needing("wave-plan").measured("missed-placement-limits", .exactly(0))
            .citing("How Technology Services Works")
        Expect("way-back-planned", "Each wave has a way back until its cut-over is verified", atGateOf: .design)
            .needing("wave-plan")
    }

    @OverlayBuilder private var sharedGround: OverlayBody {
        Artifact("landing-zone-record", "Record of the landing zone: accounts, networks, identities and link")
        Produce("landing-zone-record", in: .execution)
        Consume("wave-plan", in: .execution)
        Perform("build-landing-zone", "Build the accounts, networks and identities of the cloud", during: .execution)
        Expect("landing-zone-ready", "The landing zone can receive the first wave", atGateOf: .execution)
            .needing("landing-zone-record")
    }
}

// MARK: Waves

extension CloudMigration {
    /// A wave opens after the provisioning of the one before it, not after its cut-over: waves overlap.
    @OverlayBuilder private func provisioning(_ wave: Wave) -> OverlayBody {
        Artifact(wave.provisioned, "Provisioning record of wave \(wave.number)")
        Insert(wave.provision, "Provision wave \(wave.number)").after(.execution).before(.validation)
            .after(wave.previous.map { [.phase($0.provision)] } ?? [])
            .onTrack("provisioning")
            .consuming("wave-plan", "landing-zone-record").producing(wave.provisioned)
        Expect(
            wave.named("provisioned"), "Each workload of the wave runs in the cloud on a copy of its data",
            atGateOf: .phase(wave.provision)
        ).needing(wave.provisioned)
    }

    @OverlayBuilder private func cutover(_ wave: Wave) -> OverlayBody {
        Artifact(wave.verified, "Cut-over report of wave \(wave.number)")
        Insert(wave.cutOver, "Cut over wave \(wave.number)").after(.phase(wave.provision)).before(.validation)
            .onTrack("provisioning")
            .consuming("wave-plan", wave.provisioned).producing(wave.verified)
        Expect(
            wave.named("cutover-verified"), "Each workload of the wave serves from the cloud and passed its checks",
            atGateOf: .phase(wave.cutOver)
        ).needing(wave.verified).measured("failed-cutover-checks", .exactly(0)).mandated()
            .citing("Process Framework for Technology Services")
        Expect(
            wave.named("cutover-soaked"), "The wave has run in the cloud for the days agreed",
            atGateOf: .phase(wave.cutOver)
        ).needing(wave.verified).measured("soak-days", .atLeast(Double(values[Self.soak])), unit: "d")
    }

    @OverlayBuilder private func decommission(_ wave: Wave) -> OverlayBody {
        Artifact(wave.removed, "Decommission record of wave \(wave.number)")
        Insert(wave.decommission, "Decommission wave \(wave.number)").after(.phase(wave.cutOver)).before(.validation)
            .onTrack("decommission")
            .consuming("wave-plan", wave.verified).producing(wave.removed)
        Require(
            wave.named("decommission-allowed"), "The cut-over of the same wave is verified",
            toEnter: .phase(wave.decommission)
        ).proven(by: .measured(Bound("failed-cutover-checks", .exactly(0)), of: wave.verified)).mandated()
            .citing("Process Framework for Technology Services")
        Expect(
            wave.named("source-removed"), "Sources of the wave are erased and removed, with proof",
            atGateOf: .phase(wave.decommission)
        ).needing(wave.removed)
    }

    @OverlayBuilder private var join: OverlayBody {
        Require("waves-complete", "Every wave is cut over and its source is removed", toEnter: .validation)
            .needing(waves.map(\.verified) + waves.map(\.removed))
    }
}
