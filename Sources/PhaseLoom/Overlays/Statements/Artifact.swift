/// Declares an artifact, a named kind of document or record: "artifact: the point list".
public struct Artifact: Statement, Hashable {
    /// The identifier of the artifact.
    public let id: ID
    /// The title that people read.
    public let title: String
    /// Whether it exists before the engagement begins.
    public private(set) var isEntry = false

    /// Declares an artifact.
    public init(_ id: ID, _ title: String) {
        self.id = id
        self.title = title
    }

    /// Says that the artifact exists before the engagement begins.
    public func broughtToTheEngagement() -> Artifact { with { $0.isEntry = true } }

    /// The change that the sentence states.
    public var change: Change { Change(.artifact(self)) }
}
