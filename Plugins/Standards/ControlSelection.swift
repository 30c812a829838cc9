/// A baseline of NIST SP 800-53B that the controls of a system start from.
enum ControlSelection: String, CaseIterable {
    case none
    case low
    case moderate
    case high

    /// The controls and enhancements of the baseline; `nil` where none is chosen.
    var controls: Int? {
        switch self {
        case .none: nil
        case .low: 149
        case .moderate: 287
        case .high: 370
        }
    }
}
