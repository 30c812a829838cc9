#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The files of the machine.
struct SystemFiles: FileAccess {
    func read(_ path: String?, limit: Int) throws(FileFailure) -> [UInt8] {
        guard let path else { return try System.read(0, limit: limit) }
        try check(path)
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw System.failure }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw System.failure }
        if status.isKind(S_IFDIR) { throw System.failure(EISDIR) }
        // A pipe or device tells no size: the reading itself keeps the limit.
        if status.isKind(S_IFREG), status.st_size > limit { throw .tooLarge }
        return try System.read(descriptor, limit: limit)
    }

    func write(_ text: String, to path: String) throws(FileFailure) {
        try check(path)
        var status = stat()
        guard stat(path, &status) == 0 else {
            guard errno == ENOENT else { throw System.failure }
            return try replace(destination(of: path), with: text, mode: nil)
        }
        if status.isKind(S_IFDIR) { throw System.failure(EISDIR) }
        // Renaming would replace a file that nobody may write, and turn a device into a file.
        guard access(path, W_OK) == 0 else { throw System.failure }
        if status.isKind(S_IFREG) {
            try replace(destination(of: path), with: text, mode: status.st_mode & 0o7777)
        } else {
            let descriptor = open(path, O_WRONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw System.failure }
            defer { close(descriptor) }
            try System.write(Array(text.utf8), to: descriptor)
        }
    }

    func check(_ path: String) throws(FileFailure) {
        if path.utf8.contains(0) { throw .refused("the path contains a null character") }
    }

    /// The file that a path leads to, so that a link stays a link.
    private func destination(of path: String) -> String {
        guard let resolved = realpath(path, nil) else { return path }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    private func replace(_ path: String, with text: String, mode: mode_t?) throws(FileFailure) {
        let directory = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[...$0] } ?? ""
        let (descriptor, temporary) = try createTemporary(in: directory)
        do throws(FileFailure) {
            defer { close(descriptor) }
            if let mode, fchmod(descriptor, mode) != 0 { throw System.failure }
            try System.write(Array(text.utf8), to: descriptor)
            guard fsync(descriptor) == 0 else { throw System.failure }
            guard rename(temporary, path) == 0 else { throw System.failure }
        } catch {
            unlink(temporary)
            throw error
        }
    }

    func createTemporary(in directory: Substring) throws(FileFailure) -> (descriptor: Int32, path: String) {
        for attempt in 0..<100 {
            let path = "\(directory).phaseloom-\(getpid())-\(attempt).tmp"
            let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
            if descriptor >= 0 { return (descriptor, path) }
            guard errno == EEXIST else { throw System.failure }
        }
        throw System.failure
    }
}

extension stat {
    func isKind(_ kind: mode_t) -> Bool { st_mode & S_IFMT == kind }
}
