import CSQLite
import PhaseLoom

extension StoreError {
    /// What a result code of SQLite means to the user of a store.
    ///
    /// - Parameters:
    ///   - code: the result code, extended or not.
    ///   - path: the path as the user gave it.
    ///   - handle: the connection that reported it, which knows more.
    /// - Returns: the error to throw.
    static func sqlite(_ code: Int32, at path: String, _ handle: OpaquePointer?) -> StoreError {
        // SQLite knows the error of the system after some failures only.
        let lastError = StoreFile.lastError
        let systemError = handle.map(sqlite3_system_errno) ?? 0
        var reason = handle.flatMap(sqlite3_errmsg).map { String(cString: $0) } ?? "code \(code)"
        if systemError != 0 { reason += ", " + StoreFile.reason(systemError) }
        switch code & 0xff {
        case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL:
            return StoreError(
                .busy, "others keep '\(path)' locked", hint: "try again; end programs that hold it for long")
        case SQLITE_FULL: return .full(path)
        case SQLITE_IOERR where StoreFile.isOutOfRoom(systemError == 0 ? lastError : systemError): return .full(path)
        case SQLITE_READONLY, SQLITE_PERM: return .readOnly(path)
        case SQLITE_CORRUPT: return .damaged(path, reason)
        // The statements are right for the tables that a store has, so one of those is gone.
        case SQLITE_ERROR where reason.hasPrefix("no such "): return .damaged(path, reason)
        case SQLITE_CONSTRAINT, SQLITE_ERROR: return .defect(path, reason)
        case SQLITE_NOTADB: return .foreign(path)
        case SQLITE_TOOBIG:
            return StoreError(
                .invalid, "an event or document is too large", hint: "store large files elsewhere, by their hash")
        default:
            return StoreError(
                .unavailable, "'\(path)' cannot be opened, read or written (\(reason))",
                hint: "look at its folder, its permissions and the disk")
        }
    }

    static func full(_ path: String) -> StoreError {
        StoreError(.full, "there is no room left for '\(path)'", hint: "make room and try again; nothing was recorded")
    }

    static func readOnly(_ path: String) -> StoreError {
        StoreError(.readOnly, "'\(path)' may only be read", hint: "allow writing to the file and to its folder")
    }

    static func foreign(_ path: String) -> StoreError {
        StoreError(
            .foreign, "'\(path)' is no store of engagements", hint: "name another file; a new one is made where none is"
        )
    }

    static func defect(_ path: String, _ reason: String) -> StoreError {
        StoreError(
            .defect, "'\(path)' refuses what this program asks of it (\(reason))",
            hint: "verify the whole store; if that finds nothing, report a mistake of the program")
    }

    static func damaged(_ path: String, _ reason: String) -> StoreError {
        StoreError(
            .damaged, "'\(path)' is damaged (\(reason))",
            hint: "keep a copy with its '-wal' file, look at the disk, and go back to a backup")
    }
}
