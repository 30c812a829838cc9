/// Lets phases work from further artifacts: "execution consumes the point list".
public struct Consume: Statement, Hashable {
    /// The phases that consume the artifacts.
    public let target: Target
    /// The artifacts.
    public let artifacts: [ID]

    /// Lets phases work from further artifacts.
    public init(_ artifacts: ID..., in target: Target) { self.init(artifacts, in: target) }

    /// Lets phases work from further artifacts.
    public init(_ artifacts: [ID], in target: Target) {
        self.target = target
        self.artifacts = artifacts.sortedAndUnique
    }

    /// The change that the sentence states.
    public var change: Change { Change(.consume(self)) }
}
