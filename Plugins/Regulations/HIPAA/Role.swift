/// The part that the provider of an engagement plays under HIPAA.
enum Role: String, CaseIterable {
    case coveredEntity = "covered-entity"
    case businessAssociate = "business-associate"

    /// The section that sets the clock of the notices that it owes.
    var clock: String {
        switch self {
        case .coveredEntity: "45 CFR 164.404(b)"
        case .businessAssociate: "45 CFR 164.410(b)"
        }
    }

    /// The section by which it has contracts with those who handle health information for it in turn.
    var contract: String {
        switch self {
        case .coveredEntity: "45 CFR 164.308(b)(1)"
        case .businessAssociate: "45 CFR 164.308(b)(2)"
        }
    }

    /// To whom it owes notice first.
    var addressee: String {
        switch self {
        case .coveredEntity: "the individuals concerned"
        case .businessAssociate: "the covered entity"
        }
    }
}
