import PhaseLoom

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The few calls of the operating system that stores in files make.
enum StoreFile {
    /// What stands at a path.
    enum Kind {
        case absent, empty, regular, folder, other
    }

    /// Looks what stands at a path, or where it leads to.
    ///
    /// - Throws: `StoreError` when the path cannot be followed.
    static func kind(of path: String) throws(StoreError) -> Kind {
        guard !path.isEmpty, !path.utf8.contains(0) else {
            throw StoreError(.unavailable, "'\(path)' is no path", hint: "name a file")
        }
        var status = stat()
        guard stat(path, &status) == 0 else {
            if errno == ENOENT { return .absent }
            throw failure(errno, at: path)
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return status.st_size == 0 ? .empty : .regular
        case S_IFDIR: return .folder
        default: return .other
        }
    }

    /// A path that SQLite takes at its word: never `:memory:`, a temporary file, or a URI.
    static func literal(_ path: String) -> String { path.hasPrefix("/") ? path : "./" + path }

    /// A path as a URI, for the options that SQLite takes in no other way.
    static func uri(_ path: String, _ option: String) -> String {
        let escaped = literal(path).utf8.map { byte in
            isPlain(byte) ? String(UnicodeScalar(byte)) : "%" + hexadecimal(byte >> 4) + hexadecimal(byte & 15)
        }
        return "file:\(escaped.joined())?\(option)"
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."):
            true
        default: false
        }
    }

    private static func hexadecimal(_ digit: UInt8) -> String { String(digit, radix: 16) }

    /// Makes an empty file that only its owner may read and write, on the way to the one at a path.
    static func make(_ temporary: String, for path: String) throws(StoreError) {
        let descriptor = open(temporary, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure(errno, at: path) }
        close(descriptor)
    }

    /// Gives a finished file its name, unless another has it by now, and makes the name last.
    ///
    /// - Throws: `StoreError` when the name cannot be given.
    static func publish(_ temporary: String, as path: String) throws(StoreError) {
        guard link(temporary, path) == 0 || errno == EEXIST else { throw failure(errno, at: path) }
        let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? "."
        let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(errno, at: path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure(errno, at: path) }
    }

    /// Removes a file and what SQLite keeps beside it, as far as they exist.
    static func remove(_ path: String) {
        for suffix in ["", "-journal", "-wal", "-shm"] { unlink(path + suffix) }
    }

    /// A name beside a path that nobody else takes.
    static func temporary(for path: String) -> String {
        "\(path).new-\(getpid())-\(String(UInt32.random(in: .min ... .max), radix: 36))"
    }

    /// The error that the last call of the system on this thread reported; later ones that succeed leave it.
    static var lastError: Int32 { errno }

    static func isOutOfRoom(_ code: Int32) -> Bool { code == ENOSPC || code == EDQUOT || code == EFBIG }

    /// What the system says about an error, as part of a sentence.
    static func reason(_ code: Int32) -> String {
        guard let text = strerror(code) else { return "error \(code)" }
        let reason = String(cString: text)
        return reason.prefix(1).lowercased() + reason.dropFirst()
    }

    /// What an error of the system means to the user of a store.
    static func failure(_ code: Int32, at path: String) -> StoreError {
        if isOutOfRoom(code) { return .full(path) }
        if code == EACCES || code == EROFS || code == EPERM {
            return StoreError(
                .readOnly, "'\(path)' cannot be reached or made (\(reason(code)))",
                hint: "allow reading and writing in its folder")
        }
        return StoreError(
            .unavailable, "'\(path)' cannot be opened (\(reason(code)))", hint: "name a file in a folder that exists")
    }
}
