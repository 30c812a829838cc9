/// Orders two phases: "order the permit before the rough-in".
public struct Order: Statement, Hashable {
    /// The place that comes first.
    public let first: Anchor
    /// The place that comes later.
    public let then: Anchor

    /// Orders one place before another.
    public init(_ first: Anchor, before then: Anchor) {
        self.first = first
        self.then = then
    }

    /// The change that the sentence states.
    public var change: Change { Change(.order(self)) }
}
