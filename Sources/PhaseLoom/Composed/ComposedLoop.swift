/// A bounded return from a later phase to an earlier one.
public struct ComposedLoop: Hashable, Sendable {
    /// The identifier of the loop.
    public let id: ID
    /// The phase at whose gate the loop is decided.
    public let from: ID
    /// The phase that opens again; the same one for work that repeats.
    public let to: ID
    /// The criteria of which any, while it fails, leads back; in order of identifiers.
    public let criteria: [ID]
    /// How often the engagement may go back.
    public let limit: Int
    /// Who put it here.
    public let attribution: Attribution

    /// Makes a loop of its parts.
    package init(id: ID, from: ID, to: ID, criteria: [ID], limit: Int, attribution: Attribution) {
        self.id = id
        self.from = from
        self.to = to
        self.criteria = criteria
        self.limit = limit
        self.attribution = attribution
    }
}
