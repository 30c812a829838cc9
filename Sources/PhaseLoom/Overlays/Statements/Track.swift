/// Declares a track, a named parallel workstream: "track: surveillance".
public struct Track: Statement, Hashable {
    /// The identifier of the track.
    public let id: ID
    /// The title that people read.
    public let title: String

    /// Declares a track.
    public init(_ id: ID, _ title: String) {
        self.id = id
        self.title = title
    }

    /// The change that the sentence states.
    public var change: Change { Change(.track(self)) }
}
