/// A vault that takes in files of evidence.
public protocol EvidenceArchive: EvidenceVault {
    /// Keeps a file; one with the same content is kept once.
    ///
    /// When the method returns, the file survives the death of the process and of the machine; when it throws, nothing
    /// is kept. A file that no event refers to does no harm.
    ///
    /// - Parameter feed: gives the content piece by piece to `put`; what it throws ends the keeping and comes out.
    /// - Returns: the hash and the size of what was given.
    /// - Throws: what `feed` throws, and ``StoreError`` when the place fails.
    /// - Complexity: O(*n*) in the size of the file, with memory for one piece.
    func keep(_ feed: (_ put: ([UInt8]) throws -> Void) throws -> Void) throws -> ArchivedFile
}

/// A file that an archive keeps.
public struct ArchivedFile: Hashable, Sendable {
    /// The hash of the content, by which the file is found again.
    public let digest: Digest
    /// The size of the content in bytes.
    public let size: Int

    /// Describes a file.
    public init(digest: Digest, size: Int) {
        self.digest = digest
        self.size = size
    }
}
