/// A parallel workstream of a composed sequence.
public struct ComposedTrack: Hashable, Sendable {
    /// The identifier of the track.
    public let id: ID
    /// The title that people read.
    public let title: String
    /// Who put it here.
    public let attribution: Attribution

    /// Makes a track of its parts.
    package init(id: ID, title: String, attribution: Attribution) {
        self.id = id
        self.title = title
        self.attribution = attribution
    }
}
