/// Adds an entry requirement: "require a finished bandwidth assessment to enter scoping".
public struct Require: Statement, Hashable {
    /// The identifier of the requirement; it means the same statement wherever it stands.
    public let id: ID
    /// What must hold before the phase may open.
    public let statement: String
    /// The phases that may not open before it holds.
    public let target: Target
    /// The artifacts that show that it holds.
    public private(set) var needs: [ID] = []
    /// Whether a law or a contract demands it.
    public private(set) var isMandated = false

    /// States what must hold before phases may open.
    public init(_ id: ID, _ statement: String, toEnter target: Target) {
        self.id = id
        self.statement = statement
        self.target = target
    }

    /// Names the artifacts that show that the requirement holds.
    public func needing(_ artifacts: ID...) -> Require { needing(artifacts) }
    /// Names the artifacts that show that the requirement holds.
    public func needing(_ artifacts: [ID]) -> Require { with { $0.needs = ($0.needs + artifacts).sortedAndUnique } }
    /// Marks the requirement as demanded by a law or a contract, so that no overlay can waive it.
    public func mandated() -> Require { with { $0.isMandated = true } }

    /// The change that the sentence states.
    public var change: Change { Change(.require(self)) }
}
