/// A baseline of FedRAMP, revision 5.
enum FedRAMPBaseline: String, CaseIterable {
    case low
    case moderate
    case high
    /// Software as a service of low impact.
    case tailored = "li-saas"

    /// The controls and enhancements that the baseline selects of NIST SP 800-53, revision 5.
    var controls: Int {
        switch self {
        case .low, .tailored: 156
        case .moderate: 323
        case .high: 410
        }
    }
}
