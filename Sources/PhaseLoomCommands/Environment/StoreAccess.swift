public import PhaseLoom

/// The opening of the places that keep engagements.
public protocol StoreAccess: Sendable {
    /// Opens the place at a path.
    ///
    /// - Parameters:
    ///   - path: the path of the store.
    ///   - creates: whether to make it where there is none.
    /// - Returns: the place, or why it cannot be opened.
    func open(_ path: String, creates: Bool) -> Result<EngagementPlace, StoreError>
}

/// A place that keeps engagements: the store of their logs and the archive of their evidence.
public struct EngagementPlace: Sendable {
    /// The store of the logs.
    public let store: any EngagementStore
    /// The archive of the files of evidence.
    public let archive: any EvidenceArchive

    /// Describes a place.
    public init(store: any EngagementStore, archive: any EvidenceArchive) {
        self.store = store
        self.archive = archive
    }
}
