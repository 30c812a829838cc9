import PhaseLoom

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// An open folder of an archive; whatever is done in it goes through its descriptor, so that nobody can put another
/// folder in its place meanwhile.
struct ArchiveFolder {
    let descriptor: Int32
    private let path: String
    /// The size of the pieces in which files are read.
    private static let pieceSize = 1 << 18
    private static let asFolder = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC

    /// Opens a folder; `nil` when there is none.
    init?(at path: String) throws(StoreError) {
        guard let folder = try ArchiveFolder(opening: path, in: AT_FDCWD, as: path) else { return nil }
        self = folder
    }

    /// Opens a folder, and makes it where there is none.
    init(making path: String) throws(StoreError) {
        let parent = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? "."
        self = try Self.making(path, in: AT_FDCWD, as: path) { () throws(StoreError) in
            let descriptor = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            guard descriptor >= 0 else { throw StoreFile.failure(errno, at: parent) }
            defer { _ = closeDescriptor(descriptor) }
            try Self.flush(descriptor, at: parent)
        }
    }

    private init?(opening name: String, in parent: Int32, as path: String) throws(StoreError) {
        try Self.check(path)
        let descriptor = openat(parent, name, Self.asFolder)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            if errno == ELOOP || errno == ENOTDIR {
                throw StoreError(
                    .foreign, "'\(path)' is no folder", hint: "evidence is kept in a folder of this name, not in a link"
                )
            }
            throw StoreFile.failure(errno, at: path)
        }
        self.descriptor = descriptor
        self.path = path
    }

    private static func making(
        _ name: String, in parent: Int32, as path: String, flushing flush: () throws(StoreError) -> Void
    ) throws(StoreError) -> ArchiveFolder {
        try check(path)
        let isNew = mkdirat(parent, name, 0o700) == 0
        guard isNew || errno == EEXIST else { throw StoreFile.failure(errno, at: path) }
        guard let folder = try ArchiveFolder(opening: name, in: parent, as: path) else {
            throw StoreError(.unavailable, "'\(path)' was removed", hint: "leave the folder to this program")
        }
        if isNew { try flush() }
        return folder
    }

    /// A path with a null character would be cut off there.
    private static func check(_ path: String) throws(StoreError) {
        guard !path.isEmpty, !path.utf8.contains(0) else {
            throw StoreError(.unavailable, "'\(path.excerpt)' is no path", hint: "name a folder")
        }
    }

    func close() { _ = closeDescriptor(descriptor) }

    /// Opens a folder inside; `nil` when there is none.
    func folder(_ name: String) throws(StoreError) -> ArchiveFolder? {
        try ArchiveFolder(opening: name, in: descriptor, as: "\(path)/\(name)")
    }

    /// Opens a folder inside, and makes it where there is none.
    func makingFolder(_ name: String) throws(StoreError) -> ArchiveFolder {
        try Self.making(name, in: descriptor, as: "\(path)/\(name)") { () throws(StoreError) in
            try Self.flush(descriptor, at: path)
        }
    }

    /// Reads a file; `false` when there is none.
    func read(_ name: String, _ each: ([UInt8]) throws -> Void) throws -> Bool {
        // A pipe in the place of a file must not block.
        let file = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else {
            if errno == ENOENT { return false }
            if errno == ELOOP { throw damaged(name) }
            throw StoreFile.failure(errno, at: "\(path)/\(name)")
        }
        defer { _ = closeDescriptor(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw StoreFile.failure(errno, at: "\(path)/\(name)") }
        guard status.st_mode & S_IFMT == S_IFREG else { throw damaged(name) }
        while let piece = try piece(of: file, name) { try each(piece) }
        return true
    }

    private func damaged(_ name: String) -> StoreError {
        StoreError(.damaged, "'\(path)/\(name)' is no regular file", hint: "somebody replaced it; go back to a backup")
    }

    /// The next bytes of a file; `nil` at its end.
    private func piece(of file: Int32, _ name: String) throws(StoreError) -> [UInt8]? {
        while true {
            var code: Int32 = 0
            let piece = [UInt8](unsafeUninitializedCapacity: Self.pieceSize) { buffer, count in
                let taken = readDescriptor(file, UnsafeMutableRawBufferPointer(buffer))
                if taken < 0 { code = errno }
                count = max(0, taken)
            }
            if code == 0 { return piece.isEmpty ? nil : piece }
            if code != EINTR { throw StoreFile.failure(code, at: "\(path)/\(name)") }
        }
    }

    /// Makes a file and puts it on the disk.
    func fill(
        _ name: String, _ feed: (_ put: ([UInt8]) throws -> Void) throws -> Void
    ) throws -> ArchivedFile {
        let file = openat(descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw StoreFile.failure(errno, at: path) }
        defer { _ = closeDescriptor(file) }
        var hash = SHA256()
        var size = 0
        try feed { piece in
            try write(piece, to: file)
            hash.update(piece)
            size += piece.count
        }
        try Self.flush(file, at: path)
        return ArchivedFile(digest: Digest(hash), size: size)
    }

    private func write(_ bytes: [UInt8], to file: Int32) throws(StoreError) {
        var start = 0
        while start < bytes.count {
            let count = bytes.withUnsafeBytes { writeDescriptor(file, UnsafeRawBufferPointer(rebasing: $0[start...])) }
            if count >= 0 {
                start += count
            } else if errno != EINTR {
                throw StoreFile.failure(errno, at: path)
            }
        }
    }

    /// Gives a file its place in a folder inside; whatever has the name is replaced, a link not followed.
    func move(_ name: String, to place: String, in folder: ArchiveFolder) throws(StoreError) {
        guard renameat(descriptor, name, folder.descriptor, place) == 0 else {
            throw StoreFile.failure(errno, at: "\(folder.path)/\(place)")
        }
        try Self.flush(folder.descriptor, at: folder.path)
    }

    /// Removes a file, if it is there.
    func remove(_ name: String) { unlinkat(descriptor, name, 0) }

    private static func flush(_ descriptor: Int32, at path: String) throws(StoreError) {
        #if canImport(Darwin)
        // Apple's disks acknowledge before they have written, unless told otherwise.
        if fcntl(descriptor, F_FULLFSYNC) == 0 { return }
        #endif
        guard fsync(descriptor) == 0 else { throw StoreFile.failure(errno, at: path) }
    }
}

private func closeDescriptor(_ descriptor: Int32) -> Int32 { close(descriptor) }

private func readDescriptor(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    read(descriptor, buffer.baseAddress, buffer.count)
}

private func writeDescriptor(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    write(descriptor, bytes.baseAddress, bytes.count)
}
