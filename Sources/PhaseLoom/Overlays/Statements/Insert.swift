/// Inserts a phase: "insert the field-of-view test after the placement survey, before validation".
public struct Insert: Statement, Hashable {
    /// The identifier of the phase.
    public let id: ID
    /// The title that people read.
    public let title: String
    /// The places that come before the phase.
    public private(set) var after: [Anchor] = []
    /// The places that come after the phase.
    public private(set) var before: [Anchor] = []
    /// The track on which the phase runs.
    public private(set) var track: ID = .mainTrack
    /// The artifacts that the phase works from.
    public private(set) var consumes: [ID] = []
    /// The artifacts that the phase hands on.
    public private(set) var produces: [ID] = []
    /// The extension points that the phase holds.
    public private(set) var points: [ExtensionPoint] = []
    /// The triggers of which any lets the phase run; empty when it always runs.
    public private(set) var when: [Trigger] = []

    /// Names the phase to insert.
    public init(_ id: ID, _ title: String) {
        self.id = id
        self.title = title
    }

    /// Puts the phase after these places.
    public func after(_ anchors: Anchor...) -> Insert { after(anchors) }
    /// Puts the phase after these places.
    public func after(_ anchors: [Anchor]) -> Insert { with { $0.after += anchors } }
    /// Puts the phase before these places.
    public func before(_ anchors: Anchor...) -> Insert { before(anchors) }
    /// Puts the phase before these places.
    public func before(_ anchors: [Anchor]) -> Insert { with { $0.before += anchors } }
    /// Puts the phase on a track.
    public func onTrack(_ track: ID) -> Insert { with { $0.track = track } }
    /// Lets the phase work from artifacts.
    public func consuming(_ artifacts: ID...) -> Insert { consuming(artifacts) }
    /// Lets the phase work from artifacts.
    public func consuming(_ artifacts: [ID]) -> Insert { with { $0.consumes += artifacts } }
    /// Lets the phase hand artifacts on.
    public func producing(_ artifacts: ID...) -> Insert { producing(artifacts) }
    /// Lets the phase hand artifacts on.
    public func producing(_ artifacts: [ID]) -> Insert { with { $0.produces += artifacts } }
    /// Lets the phase hold extension points, in the order in which it passes them.
    public func holding(_ points: ExtensionPoint...) -> Insert { holding(points) }
    /// Lets the phase hold extension points, in the order in which it passes them.
    public func holding(_ points: [ExtensionPoint]) -> Insert { with { $0.points += points } }
    /// Lets the phase run only when any of these triggers holds.
    public func when(_ triggers: Trigger...) -> Insert { when(triggers) }
    /// Lets the phase run only when any of these triggers holds.
    public func when(_ triggers: [Trigger]) -> Insert { with { $0.when += triggers } }

    /// The change that the sentence states.
    public var change: Change { Change(.insert(self)) }
}
