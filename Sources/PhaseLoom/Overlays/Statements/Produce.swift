/// Lets phases hand on further artifacts: "design produces the point list".
public struct Produce: Statement, Hashable {
    /// The phases that produce the artifacts.
    public let target: Target
    /// The artifacts.
    public let artifacts: [ID]

    /// Lets phases hand on further artifacts.
    public init(_ artifacts: ID..., in target: Target) { self.init(artifacts, in: target) }

    /// Lets phases hand on further artifacts.
    public init(_ artifacts: [ID], in target: Target) {
        self.target = target
        self.artifacts = artifacts.sortedAndUnique
    }

    /// The change that the sentence states.
    public var change: Change { Change(.produce(self)) }
}
