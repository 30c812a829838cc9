/// How grave a finding of an audit or a review is.
public enum FindingSeverity: String, Hashable, Sendable, CaseIterable {
    /// It can be used at once and does great harm.
    case critical
    /// It does great harm.
    case high
    /// It does some harm.
    case moderate
    /// It does little harm.
    case low
}
