public import PhaseLoom

/// The home in a shared building or under an association: the work waits for whoever governs the shared parts.
///
/// Intake maps what the work touches and who decides on each part. The assessment opens with the approval, or with the
/// proof that an association let its time to answer pass where the law takes that for an approval. The documents of an
/// association and a lease bind by contract; a law stands behind a clock only where it names one for the kind of work.
public struct SmartHomeShared: ConfigurableOverlay {
    /// Who the overlay is.
    public static let identity = OverlayIdentity(
        id: "smart-home-shared", title: "Smart home in shared property",
        summary: "Approval of an association or a landlord before anything begins, with a clock for the answer.",
        cites: ["Process Framework for Technology Services"])

    static let approver = OverlayOption<Approver>.choice(
        "approver", help: "who governs the shared parts of the property", default: .association)
    static let element = OverlayOption<SharedElement>.choice(
        "element", help: "part of the property that the work touches, which decides on the documents", default: .common)
    static let clock = OverlayOption<Int>.integer(
        "clock",
        help: "days without an answer that count as an association's approval; 0 for never", default: 0, in: 0...365)
    static let work = OverlayOption<SharedWork>.choice(
        "work", help: "kind of work, whose statute in California sets a clock: 45 days for solar, 60 for ev-charging",
        default: .other)

    /// The options that it takes: `approver`, `element`, `clock` and `work`.
    public static let options = [approver.descriptor, element.descriptor, clock.descriptor, work.descriptor]

    /// When it applies: what governs the shared parts binds the client.
    public static let applicability: [Applicability] = [
        .byContract("The documents of the association bind the owner", when: Fact.property.includes("association"))
            .choosing(["approver": Approver.association.rawValue])
            .citing("Process Framework for Technology Services"),
        .byContract(
            "The lease or deed of the unit binds its occupant",
            when: Fact.property.includes("shared-building") && Fact.isHousehold
        )
        .choosing(["approver": Approver.landlord.rawValue])
        .citing("Process Framework for Technology Services"),
    ]

    /// The values that the overlay was made of.
    public let values: OptionValues

    /// Makes the overlay of checked option values; all of them go together.
    public init(_ values: OptionValues) { self.values = values }

    /// What it changes: the map of shared elements, the entry to the assessment, the check of the design.
    public var body: OverlayBody {
        sharedElements
        approval
        documents
        designAsApproved
        camerasOutside
    }

    private var documentsAsked: [Artifact] { values[Self.element].documents(under: values[Self.approver]) }
}

extension SmartHomeShared {
    @OverlayBuilder private var sharedElements: OverlayBody {
        Artifact(
            "shared-elements-map", "Elements that the work touches: unit, limited common or common, and who decides")
        Produce("shared-elements-map", in: .intake)
        Perform(
            "map-shared-elements", "Map the elements that the work touches, and who decides on each", during: .intake)
        Expect(
            "shared-elements-mapped", "Each element that the work touches has someone who decides", atGateOf: .intake
        )
        .needing("shared-elements-map").measured("elements-without-authority", .exactly(0))
    }

    @OverlayBuilder private var approval: OverlayBody {
        Artifact.sharedPropertyApproval
        let settled = Require(
            "shared-approval-settled", "Whoever governs the shared parts approved, or let time pass",
            toEnter: .assessment
        ).proven(by: .all(values[Self.approver].roles.map(answer)))
        if silenceCounts && !silenceIsLawful {
            settled.citing(values[Self.approver].sources)
        } else {
            settled.mandated().citing(values[Self.approver].sources + (silenceCounts ? clockSources : []))
        }
    }

    private var silenceCounts: Bool {
        values[Self.clock] > 0 && values[Self.approver].roles.contains("association")
    }

    /// Nobody is bound by a clock that no statute sets, or by one that runs faster than the statute's.
    private var silenceIsLawful: Bool {
        values[Self.work].clock.map { values[Self.clock] >= $0.days } ?? false
    }

    private var clockSources: [String] { values[Self.work].clock.map { [$0.source] } ?? [] }

    /// Silence counts for associations only: no law at hand takes a landlord's for a yes.
    private func answer(of role: ID) -> Proof {
        let approval = Artifact.sharedPropertyApproval.id
        let signed = Proof.signed(approval, by: role, separately: false)
        let days = values[Self.clock]
        guard role == "association", days > 0 else { return signed }
        return .any([signed, .measured(Bound("days-without-answer", .atLeast(Double(days)), unit: "d"), of: approval)])
    }

    @OverlayBuilder private var documents: OverlayBody {
        if !documentsAsked.isEmpty {
            for document in documentsAsked { document }
            Require(
                "shared-documents-complete", "What the shared element takes besides is at hand", toEnter: .assessment
            )
            .needing(documentsAsked.map(\.id)).citing(values[Self.approver].sources)
        }
    }

    @OverlayBuilder private var designAsApproved: OverlayBody {
        Expect("design-within-approval", "The design touches no element that was not approved", atGateOf: .design)
            .needing("design-specification", "shared-elements-map", "shared-property-approval")
            .measured("unapproved-elements", .exactly(0))
    }

    private var camerasOutside: OverlayBody {
        OverlayBody {
            Together(with: "cctv") { Expect.camerasApproved }
        }
    }
}

extension Expect {
    /// Cameras look at what others share, so that an approval that does not name them is none.
    static let camerasApproved = Expect(
        "cameras-approved", "The approval of the shared parts names every camera outside the unit",
        atGateOf: "camera-survey"
    ).needing("shared-property-approval", "camera-plan")
}
