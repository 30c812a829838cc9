/// Adds a bounded return: "loop back from validation to design while the model misses its threshold, at most 5 times".
public struct LoopBack: Statement, Hashable {
    /// The identifier of the loop.
    public let id: ID
    /// The phase at whose gate the loop is decided.
    public let from: Anchor
    /// The phase that opens again.
    public let to: Anchor
    /// The criteria of which any, while it fails, leads back.
    public let criteria: [ObligationReference]
    /// How often the engagement may go back, at least once.
    public let limit: Int

    /// Adds a return from the gate of a later phase to an earlier one.
    ///
    /// - Parameters:
    ///   - id: the identifier of the loop.
    ///   - from: the phase at whose gate the loop is decided.
    ///   - to: the phase that opens again.
    ///   - criteria: at least one criterion decided at the gate of `from`.
    ///   - limit: how often the engagement may go back; at least 1.
    /// - Precondition: there is a criterion and the limit is positive; values from outside go through
    ///   ``init(checking:from:to:while:limit:)``.
    public init(_ id: ID, from: Anchor, to: Anchor, while criteria: ObligationReference..., atMost limit: Int) {
        do {
            try self.init(checking: id, from: from, to: to, while: criteria, limit: limit)
        } catch {
            preconditionFailure(error.description)
        }
    }

    /// Adds a return whose limit or criteria come from outside.
    ///
    /// - Throws: ``InvalidValue`` when there is no criterion or the limit is below 1: a loop without a way out cannot
    ///   be written.
    public init(checking id: ID, from: Anchor, to: Anchor, while criteria: [ObligationReference], limit: Int)
        throws(InvalidValue)
    {
        guard !criteria.isEmpty else {
            throw InvalidValue("loop '\(id)' has no criterion", hint: "name what leads back while it fails")
        }
        guard limit >= 1 else {
            throw InvalidValue("loop '\(id)' may run \(limit) times", hint: "set a limit of at least 1")
        }
        self.id = id
        self.from = from
        self.to = to
        self.criteria = criteria.sorted { $0.description < $1.description }.withoutRepetition
        self.limit = limit
    }

    /// The change that the sentence states.
    public var change: Change { Change(.loopBack(self)) }
}
