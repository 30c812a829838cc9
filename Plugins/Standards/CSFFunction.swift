import PhaseLoom

/// A function of the NIST Cybersecurity Framework 2.0.
enum CSFFunction: String, CaseIterable {
    case govern
    case identify
    case protect
    case detect
    case respond
    case recover

    /// The subcategories of the function, each of them an outcome.
    var outcomes: Int {
        switch self {
        case .govern: 31
        case .identify: 21
        case .protect: 22
        case .detect: 11
        case .respond: 13
        case .recover: 8
        }
    }

    var activity: ID { "csf-profile-\(rawValue)" }

    /// The number of outcomes for which the profile says where the organisation stands.
    var bound: Bound { Bound("csf-\(rawValue)-outcomes", .exactly(Double(outcomes))) }

    /// The subcategories of all functions.
    static var allOutcomes: Int { allCases.map(\.outcomes).reduce(0, +) }
}
