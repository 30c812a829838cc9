import PhaseLoom

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

extension SystemFiles {
    func read(_ path: String, inPieces body: (FileStatus, [UInt8]) throws -> Void) throws -> FileStatus {
        try check(path)
        // Opening some devices does something, and opening a pipe may wait for ever; so the first look is from outside.
        var seen = stat()
        guard stat(path, &seen) == 0 else { throw System.failure }
        try seen.refuseUnlessRegular()
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw System.failure }
        defer { close(descriptor) }
        let before = try Self.status(of: descriptor)
        let status = FileStatus(size: Int(before.st_size), linkTarget: Self.linkTarget(of: path))
        try System.read(descriptor) { try body(status, $0) }
        // The hash of a file that somebody writes to meanwhile is that of no file at all.
        guard before.isUnchanged(in: try Self.status(of: descriptor)) else {
            throw FileFailure.refused("it changed while it was read")
        }
        return status
    }

    func stage(in folder: String, _ fill: (_ put: ([UInt8]) throws -> Void) throws -> Void) throws -> String {
        try check(folder)
        let (descriptor, path) = try createTemporary(in: folder[...])
        do {
            defer { close(descriptor) }
            try fill { try System.write($0, to: descriptor) }
            guard fsync(descriptor) == 0 else { throw System.failure }
        } catch {
            unlink(path)
            throw error
        }
        return path
    }

    func publish(_ path: String, as name: String) throws(FileFailure) {
        try check(name)
        guard rename(path, name) == 0 else { throw System.failure }
    }

    func discard(_ path: String) { remove(path) }

    func makeFolder(_ path: String) throws(FileFailure) -> Bool {
        try check(path)
        if mkdir(path, 0o777) == 0 { return true }
        guard errno == EEXIST else { throw System.failure }
        var status = stat()
        guard stat(path, &status) == 0 else { throw System.failure }
        guard status.isKind(S_IFDIR) else { throw System.failure(ENOTDIR) }
        return false
    }

    private static func status(of descriptor: Int32) throws(FileFailure) -> stat {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw System.failure }
        try status.refuseUnlessRegular()
        return status
    }

    /// What a symbolic link holds; `nil` when the path is none.
    private static func linkTarget(of path: String) -> String? {
        var target = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink(path, &target, target.count)
        return count > 0 ? String(decoding: target[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self) : nil
    }
}

extension stat {
    func refuseUnlessRegular() throws(FileFailure) {
        switch st_mode & S_IFMT {
        case S_IFREG: return
        case S_IFDIR: throw System.failure(EISDIR)
        case S_IFIFO: throw .refused("is a pipe, not a file")
        case S_IFSOCK: throw .refused("is a socket, not a file")
        default: throw .refused("is a device, not a file")
        }
    }

    fileprivate func isUnchanged(in later: stat) -> Bool {
        #if canImport(Darwin)
        let (one, other) = (st_mtimespec, later.st_mtimespec)
        #else
        let (one, other) = (st_mtim, later.st_mtim)
        #endif
        return st_size == later.st_size && one.tv_sec == other.tv_sec && one.tv_nsec == other.tv_nsec
    }
}
