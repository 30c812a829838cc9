/// Adds an activity to phases: "perform the rough-in during execution, after the permit".
public struct Perform: Statement, Hashable {
    /// The identifier of the activity, unique in its phase.
    public let id: ID
    /// The title that people read.
    public let title: String
    /// The phases that perform it.
    public let target: Target
    /// The activities of the same phase that come first.
    public private(set) var after: [ID] = []
    /// The triggers of which any lets the activity run; empty when it always runs.
    public private(set) var when: [Trigger] = []

    /// Names the activity and the phases that perform it.
    public init(_ id: ID, _ title: String, during target: Target) {
        self.id = id
        self.title = title
        self.target = target
    }

    /// Puts the activity after others of the same phase.
    public func after(_ activities: ID...) -> Perform { after(activities) }
    /// Puts the activity after others of the same phase.
    public func after(_ activities: [ID]) -> Perform { with { $0.after += activities } }
    /// Lets the activity run only when any of these triggers holds.
    public func when(_ triggers: Trigger...) -> Perform { when(triggers) }
    /// Lets the activity run only when any of these triggers holds.
    public func when(_ triggers: [Trigger]) -> Perform { with { $0.when += triggers } }

    /// The change that the sentence states.
    public var change: Change { Change(.perform(self)) }
}
