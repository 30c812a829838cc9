import Synchronization

/// An archive in the memory of the process, for tests and trials.
public final class MemoryArchive: EvidenceArchive {
    private let files = Mutex<[Digest: [UInt8]]>([:])

    /// Makes an empty archive.
    public init() {}

    /// Reads a file as a single piece; an empty one gives none.
    ///
    /// - Returns: whether the archive has the file.
    /// - Throws: what `each` throws.
    public func read(_ name: Digest, _ each: ([UInt8]) throws -> Void) throws -> Bool {
        guard let content = files.withLock({ $0[name] }) else { return false }
        if !content.isEmpty { try each(content) }
        return true
    }

    /// Keeps a file; one with the same content is kept once.
    ///
    /// - Throws: what `feed` throws; nothing is kept then.
    public func keep(_ feed: (_ put: ([UInt8]) throws -> Void) throws -> Void) throws -> ArchivedFile {
        var content: [UInt8] = []
        try feed { content += $0 }
        let digest = Digest(of: content)
        files.withLock { $0[digest] = content }
        return ArchivedFile(digest: digest, size: content.count)
    }

    /// The hashes of all files, in order of their digits.
    public var names: [Digest] { files.withLock { $0.keys.sorted { $0.hexadecimal < $1.hexadecimal } } }
}
