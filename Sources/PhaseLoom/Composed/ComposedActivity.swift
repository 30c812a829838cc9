/// A piece of work inside a phase of a composed sequence.
public struct ComposedActivity: Hashable, Sendable {
    /// The identifier, unique in its phase.
    public let id: ID
    /// The title that people read.
    public let title: String
    /// When it runs.
    public let condition: Condition
    /// The activities of the same phase directly before it, in order of identifiers.
    public let after: [ID]
    /// Who put it here.
    public let attribution: Attribution

    /// Makes an activity of its parts.
    package init(id: ID, title: String, condition: Condition, after: [ID], attribution: Attribution) {
        self.id = id
        self.title = title
        self.condition = condition
        self.after = after
        self.attribution = attribution
    }
}
