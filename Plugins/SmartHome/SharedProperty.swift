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

    /// The documents that bind the occupant, by contract.
    var sources: [String] {
        switch self {
        case .association: ["Declaration and rules of the association"]
        case .landlord: ["Lease or deed of the unit"]
        case .both: Approver.association.sources + Approver.landlord.sources
        }
    }
}

/// The kind of work on shared property, as far as a statute sets a clock for the answer.
enum SharedWork: String, CaseIterable {
    case solar
    case evCharging = "ev-charging"
    case other

    /// The days after which California deems an application approved that was not denied in writing.
    var clock: (days: Int, source: String)? {
        switch self {
        case .solar: (45, "California Civil Code 714")
        case .evCharging: (60, "California Civil Code 4745")
        case .other: nil
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
