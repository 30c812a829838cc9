/// A named kind of document or record in a composed sequence.
public struct ComposedArtifact: Hashable, Sendable {
    /// The identifier of the artifact.
    public let id: ID
    /// The title that people read.
    public let title: String
    /// Whether it exists before the engagement begins.
    public let isEntry: Bool
    /// Who put it here.
    public let attribution: Attribution

    /// Makes an artifact of its parts.
    package init(id: ID, title: String, isEntry: Bool, attribution: Attribution) {
        self.id = id
        self.title = title
        self.isEntry = isEntry
        self.attribution = attribution
    }
}
