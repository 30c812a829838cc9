public import PhaseLoom

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// An archive of evidence in a folder: every file under its hash, such as `ab/abcdef…`.
///
/// Files are for their owner only. A file gets its name when it is whole and on the disk; until then it lies in the
/// folder under a name that begins with `.new-`, and a machine that dies in between leaves just that, which the
/// next file that is kept clears away. Nothing in the folder is a symbolic link, and none is followed: names are made of hashes alone, and the
/// folder itself has to be one.
///
/// ```swift
/// let archive = FileArchive(folder: "engagements.db-evidence")
/// let kept = try archive.keep { put in try put(Array("a report".utf8)) }
/// ```
public struct FileArchive: EvidenceArchive {
    private let folder: String

    /// Describes an archive; its folder is made when the first file is kept.
    public init(folder: String) { self.folder = folder }

    /// Reads a file piece by piece, from its beginning to its end.
    ///
    /// - Returns: whether the archive has the file.
    /// - Throws: what `each` throws, and `StoreError` when the file cannot be read or is none.
    /// - Complexity: O(*n*) in the size of the file, with memory for one piece.
    public func read(_ name: Digest, _ each: ([UInt8]) throws -> Void) throws -> Bool {
        let (part, file) = Self.place(of: name)
        guard let root = try ArchiveFolder(at: folder) else { return false }
        defer { root.close() }
        guard let shelf = try root.folder(part) else { return false }
        defer { shelf.close() }
        return try shelf.read(file, each)
    }

    /// Keeps a file; one with the same content is kept once.
    ///
    /// - Throws: what `feed` throws, and `StoreError` when the folder cannot be written; nothing is kept then.
    /// - Complexity: O(*n*) in the size of the file, with memory for one piece.
    public func keep(_ feed: (_ put: ([UInt8]) throws -> Void) throws -> Void) throws -> ArchivedFile {
        let root = try ArchiveFolder(making: folder)
        defer { root.close() }
        root.sweep()
        let temporary = ".new-\(getpid())-\(String(UInt64.random(in: .min ... .max), radix: 36))"
        do {
            let kept = try root.fill(temporary, feed)
            let (part, file) = Self.place(of: kept.digest)
            let shelf = try root.makingFolder(part)
            defer { shelf.close() }
            try root.move(temporary, to: file, in: shelf)
            return kept
        } catch {
            root.remove(temporary)
            throw error
        }
    }

    private static func place(of name: Digest) -> (folder: String, file: String) {
        let digits = name.hexadecimal
        return (String(digits.prefix(2)), digits)
    }
}
