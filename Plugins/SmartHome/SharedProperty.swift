import PhaseLoom

extension Artifact {
    /// The answer of whoever governs the shared parts of a property; overlays that ask for it mean the same document.
    static let sharedPropertyApproval = Artifact(
        "shared-property-approval", "Approval of who governs the shared parts, or proof that the time to answer ran out"
    ).broughtToTheEngagement()

    /// The licences of the people who do the work.
    static let technicianCredentials = Artifact(
        "technician-credentials", "Licences of the technicians by class of work, with status and expiry")
}

/// Who governs the parts of a property that its occupant shares with others.
enum Approver: String, CaseIterable {
    case association
    case landlord
    case both

    /// The roles that sign an approval.
    var roles: [ID] {
        switch self {
        case .association: ["association"]
        case .landlord: ["landlord"]
        case .both: ["association", "landlord"]
        }
    }

    /// What the law of California says on the approval, as an example of such laws.
    var sources: [String] {
        switch self {
        case .association: ["California Civil Code 714", "California Civil Code 4745"]
        case .landlord: ["California Civil Code 1947.6"]
        case .both: Approver.association.sources + Approver.landlord.sources
        }
    }
}

/// The part of a property that the work touches.
enum SharedElement: String, CaseIterable {
    /// The inside of the unit.
    case unit
    /// A part of the common elements that one unit alone may use, such as a parking space.
    case limitedCommon = "limited-common"
    /// A part that all share, such as the roof.
    case common

    /// The documents that the work takes beside the approval, by who governs the shared parts.
    ///
    /// A landlord is the one owner; under an association, owners who share a roof hear of it first.
    func documents(under approver: Approver) -> [Artifact] {
        let survey = Artifact(
            "shared-site-survey", "Survey of the shared element: what is placed where, room for others")
        let notice = Artifact("owners-notice", "Notice to the owners who share the element")
        let use = Artifact(
            "exclusive-use-record", "Deed, declaration or lease that gives the unit the use of the element")
        let documents =
            switch (self, approver) {
            case (.unit, _): [Artifact]()
            case (.limitedCommon, _): [use]
            case (.common, .landlord): [survey]
            case (.common, .association), (.common, .both): [notice, survey]
            }
        return documents.map { $0.broughtToTheEngagement() }
    }
}
