/// One concrete artifact that was handed in.
public struct Evidence: Hashable, Sendable {
    /// The number of the event that recorded it, by which people refer to it.
    public let number: Int
    /// What was handed in.
    public let draft: EvidenceDraft
    /// The phase that it belongs to: the one that hands on the artifact; `nil` for what was brought to the engagement.
    public let phase: ID?
    /// Who recorded it.
    public let recorder: String
    /// When it was recorded.
    public let recorded: Timestamp
    /// Who signed it, in order.
    public internal(set) var signatures: [Signature] = []
    /// Whether its phase was opened again since, so that it has to be handed in anew.
    public internal(set) var isStale = false

    /// Whether it counts at some moment: not stale, and within its validity.
    public func isInForce(at time: Timestamp) -> Bool {
        !isStale && (draft.validFrom.map { $0 <= time } ?? true) && (draft.validUntil.map { time < $0 } ?? true)
    }

    /// Whether it outlives the reopening of its phase: it says how long it is valid, and that time has not passed.
    func carriesOver(at time: Timestamp) -> Bool { draft.validUntil.map { time < $0 } ?? false }
}

/// Someone's approval of evidence in a role.
public struct Signature: Hashable, Sendable {
    /// The role in which it was signed, such as `client`.
    public let role: ID
    /// Who signed.
    public let signer: String
    /// When it was signed.
    public let time: Timestamp
    /// What the signer remarked; empty if nothing.
    public let remark: String
}
