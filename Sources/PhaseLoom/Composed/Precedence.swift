/// A demand that one phase of a composed sequence comes before another, with those who make it.
public struct Precedence: Hashable, Sendable {
    /// The phase that comes first.
    public let first: ID
    /// The phase that comes later.
    public let then: ID
    /// Whether the demand is visible in the sequence; otherwise others imply it.
    public let isDirect: Bool
    /// Who makes the demand.
    public let attribution: Attribution

    /// Makes a demand of its parts.
    package init(first: ID, then: ID, isDirect: Bool, attribution: Attribution) {
        self.first = first
        self.then = then
        self.isDirect = isDirect
        self.attribution = attribution
    }
}
