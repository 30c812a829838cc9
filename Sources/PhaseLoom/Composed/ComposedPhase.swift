/// A phase of a composed sequence.
public struct ComposedPhase: Hashable, Sendable {
    /// The identifier of the phase.
    public let id: ID
    /// The title that people read.
    public let title: String
    /// The extension points that it holds, in the order in which an engagement passes them.
    public let points: [ExtensionPoint]
    /// The track on which it runs.
    public let track: ID
    /// When it runs; a phase whose condition does not hold as it becomes ready is skipped.
    public let condition: Condition
    /// The phases directly before it, in order of identifiers.
    public let after: [ID]
    /// The artifacts that it works from, in order of identifiers.
    public let consumes: [ID]
    /// The artifacts that it hands on, in order of identifiers.
    public let produces: [ID]
    /// The conditions under which it hands on some of its artifacts, where an absorbed phase was conditional.
    public let productionConditions: [ID: Condition]
    /// Its activities, each after those that come before it; ties in order of identifiers.
    public let activities: [ComposedActivity]
    /// What must hold before it may open, in order of identifiers.
    public let entry: [ComposedObligation]
    /// What must be met before its gate opens, in order of identifiers.
    public let gate: [ComposedObligation]
    /// Who put it here.
    public let attribution: Attribution

    /// Makes a phase of its parts.
    package init(
        id: ID, title: String, points: [ExtensionPoint], track: ID, condition: Condition, after: [ID], consumes: [ID],
        produces: [ID], productionConditions: [ID: Condition], activities: [ComposedActivity],
        entry: [ComposedObligation], gate: [ComposedObligation], attribution: Attribution
    ) {
        self.id = id
        self.title = title
        self.points = points
        self.track = track
        self.condition = condition
        self.after = after
        self.consumes = consumes
        self.produces = produces
        self.productionConditions = productionConditions
        self.activities = activities
        self.entry = entry
        self.gate = gate
        self.attribution = attribution
    }

    /// The condition under which the phase hands on an artifact.
    public func condition(ofProducing artifact: ID) -> Condition {
        condition.and(productionConditions[artifact] ?? .always)
    }
}
