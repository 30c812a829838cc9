/// How an engagement began: the sequence and the overlays that it is pinned to.
public struct Start: Hashable, Sendable {
    /// The identifier of the engagement.
    public let engagement: ID
    /// The title that people read.
    public let title: String
    /// The plan that it runs.
    public let plan: PinnedPlan
    /// The incident that allows compressed phases; `nil` unless there are some.
    public let incident: Incident?
}

/// The identity of a plan, as events pin it.
public struct PinnedPlan: Hashable, Sendable {
    /// The digest of the composed sequence.
    public let digest: Digest
    /// The hash of the document that holds everything about it, by which the store keeps it.
    public let document: Digest
    /// The base sequence.
    public let base: ID
    /// The overlays, in order of identifiers.
    public let overlays: [PinnedOverlay]
    /// The obligations that code decides, in order of identifiers.
    public let coded: [ID]
}

/// The identity of an overlay, as events pin it.
public struct PinnedOverlay: Hashable, Sendable {
    /// The overlay.
    public let id: ID
    /// Its version.
    public let version: String
    /// The values of its options, by name.
    public let options: [String: String]
}
