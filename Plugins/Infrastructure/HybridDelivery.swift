public import PhaseLoom

/// Delivery on two sides at once: provisioning on one track, decommission on another, tied together by workload.
///
/// Both tracks run from the gate of execution, which links the two sides, to validation, which joins them. Workloads
/// do not wait for each other; within a workload, nothing is removed before its cut-over is verified.
public struct HybridDelivery: ConfigurableOverlay {
    /// Who the overlay is.
    public static let identity = OverlayIdentity(
        id: "hybrid-delivery", title: "Hybrid delivery",
        summary: "Work on premises and in a cloud at once: two tracks, tied together by each workload's cut-over.",
        cites: ["Process Framework for Technology Services"])

    static let workloads = OverlayOption<Int>.integer(
        "workloads", help: "number of workloads that are provisioned on one side and removed on the other",
        default: 2, in: 1...24)
    static let overlap = OverlayOption<Int>.integer(
        "overlap", help: "days that a workload may exist on both sides at most", default: 30, in: 0...730)

    /// The options that it takes: `workloads` and `overlap`.
    public static let options = [workloads.descriptor, overlap.descriptor]

    /// When it applies: resources are on premises and in a cloud at the same time.
    public static let applicability: [Applicability] = [
        .byChoice(
            "The inventory has resources on premises and in a cloud at once",
            when: Fact.locations.includes("on-premises") && Fact.locations.includes("cloud")
        ).citing("Process Framework for Technology Services")
    ]

    /// The values that the overlay was made of.
    public let values: OptionValues

    /// Makes the overlay of checked option values; all of them go together.
    public init(_ values: OptionValues) { self.values = values }

    /// What it changes: the inventory, the plan, the link, and two phases for each workload.
    public var body: OverlayBody {
        locations
        workstreams
        link
        Track("provisioning", "Cloud provisioning")
        Track("decommission", "Infrastructure decommission")
        for workload in workloads { provisioning(workload) }
        for workload in workloads { decommission(workload) }
        join
        besideWaves
    }

    private var workloads: [Workload] { (1...values[Self.workloads]).map(Workload.init) }
}

// MARK: Assessment to execution

extension HybridDelivery {
    @OverlayBuilder private var locations: OverlayBody {
        Artifact("hybrid-location-inventory", "Inventory of resources with the location of each")
        Produce("hybrid-location-inventory", in: .assessment)
        Perform("locate-resources", "Locate each resource on premises or in a cloud", during: .assessment)
        Expect("hybrid-resources-located", "Each resource of the inventory has a location", atGateOf: .assessment)
            .needing("hybrid-location-inventory").measured("resources-without-location", .exactly(0))
    }

    @OverlayBuilder private var workstreams: OverlayBody {
        Artifact("hybrid-workstream-plan", "Plan of both tracks: states and dependencies of each workload")
        Produce("hybrid-workstream-plan", in: .design)
        Consume("hybrid-location-inventory", in: .design)
        Perform("plan-workstreams", "Plan each workload's state on both sides, and what it waits for", during: .design)
        Expect("hybrid-dependencies-acyclic", "No workload waits for itself, over any others", atGateOf: .design)
            .needing("hybrid-workstream-plan").measured("dependency-cycles", .exactly(0))
    }

    @OverlayBuilder private var link: OverlayBody {
        Artifact("hybrid-link-record", "Record of the link of both sides: routes, names, identities and time")
        Produce("hybrid-link-record", in: .execution)
        Consume("hybrid-workstream-plan", in: .execution)
        Perform("link-sides", "Link both sides, so that workloads reach what they depend on", during: .execution)
        Expect("hybrid-sides-linked", "Each side reaches what its workloads need of the other", atGateOf: .execution)
            .needing("hybrid-link-record").measured("failed-link-checks", .exactly(0))
    }
}

// MARK: The two tracks

extension HybridDelivery {
    @OverlayBuilder private func provisioning(_ workload: Workload) -> OverlayBody {
        Artifact(workload.cutOver, "Cut-over report of workload \(workload.number)")
        Insert(workload.provision, "Provision and cut over workload \(workload.number)")
            .after(.execution).before(.validation).onTrack("provisioning")
            .consuming("hybrid-workstream-plan", "hybrid-link-record").producing(workload.cutOver)
        Expect(
            workload.named("cutover-verified"), "The workload serves from its new side and passed its checks",
            atGateOf: .phase(workload.provision)
        ).needing(workload.cutOver).measured("failed-cutover-checks", .exactly(0)).mandated()
            .citing("Process Framework for Technology Services")
    }

    @OverlayBuilder private func decommission(_ workload: Workload) -> OverlayBody {
        Artifact(workload.removed, "Decommission record of workload \(workload.number)")
        Insert(workload.decommission, "Decommission workload \(workload.number)")
            .after(.phase(workload.provision)).before(.validation).onTrack("decommission")
            .consuming("hybrid-workstream-plan", workload.cutOver).producing(workload.removed)
        Require(
            workload.named("decommission-allowed"), "The cut-over of the same workload is verified",
            toEnter: .phase(workload.decommission)
        ).proven(by: .measured(Bound("failed-cutover-checks", .exactly(0)), of: workload.cutOver)).mandated()
            .citing("Process Framework for Technology Services")
        Expect(
            workload.named("source-removed"), "The old side of the workload is erased and removed, with proof",
            atGateOf: .phase(workload.decommission)
        ).needing(workload.removed)
        Expect(
            workload.named("overlap-ended"), "The workload existed on both sides no longer than agreed",
            atGateOf: .phase(workload.decommission)
        ).needing(workload.removed).measured("overlap-days", .atMost(Double(values[Self.overlap])), unit: "d")
    }

    @OverlayBuilder private var join: OverlayBody {
        Require("workstreams-joined", "Both tracks have ended for every workload", toEnter: .validation)
            .needing(workloads.map(\.cutOver) + workloads.map(\.removed))
    }

    /// A migration moves its workloads in waves; those named here move one by one beside them, so that both plans have
    /// to divide the workloads, and to know what crosses from one to the other.
    private var besideWaves: OverlayBody {
        OverlayBody {
            Together(with: "cloud-migration") {
                Expect(
                    "workloads-divided", "Each workload moves in a wave or by itself, never both", atGateOf: .design
                ).needing("hybrid-workstream-plan", "wave-plan").measured("workloads-in-both-plans", .exactly(0))
                Expect(
                    "crossing-dependencies-ordered", "No removal in one plan takes what the other plan still needs",
                    atGateOf: .design
                ).needing("hybrid-workstream-plan", "wave-plan").measured("unordered-dependencies", .exactly(0))
            }
        }
    }
}
