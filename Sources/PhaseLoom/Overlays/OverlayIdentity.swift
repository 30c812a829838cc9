/// Who an overlay is, and what it says about itself in catalogues.
public struct OverlayIdentity: Hashable, Sendable {
    /// The identifier by which it is named.
    public var id: ID
    /// The version of its changes, such as `1.0.0`.
    public var version: String
    /// The title that people read.
    public var title: String
    /// What it does, in a sentence or two.
    public var summary: String
    /// The sources on which its changes rest, unless a change names its own.
    public var cites: [String]
    /// The overlays without which it cannot be composed.
    public var requires: [ID]
    /// The overlays with which it cannot be composed.
    public var excludes: [ID]

    /// Describes an overlay.
    public init(
        id: ID, version: String = "1.0.0", title: String, summary: String, cites: [String] = [], requires: [ID] = [],
        excludes: [ID] = []
    ) {
        self.id = id
        self.version = version
        self.title = title
        self.summary = summary
        self.cites = cites
        self.requires = requires.sortedAndUnique
        self.excludes = excludes.sortedAndUnique
    }
}
