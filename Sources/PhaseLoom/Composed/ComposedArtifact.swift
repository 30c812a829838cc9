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
}
