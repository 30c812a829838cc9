import CSQLite
import PhaseLoom

/// A connection to a database, with the statements that it has compiled.
///
/// Not for several threads at once: whoever has it, keeps it to itself.
final class SQLiteDatabase {
    /// The path as the user gave it, for messages.
    let path: String
    let handle: OpaquePointer
    private var statements: [String: OpaquePointer] = [:]

    /// Opens a file that exists.
    ///
    /// - Parameters:
    ///   - path: the path as messages give it.
    ///   - name: the file as SQLite is told it; the path unless it says otherwise.
    ///   - flags: the flags of `sqlite3_open_v2`.
    ///   - layer: the file layer (SQLite: VFS) by name; `nil` for that of the system.
    ///   - patience: how long to wait for locks, in milliseconds.
    /// - Throws: `StoreError` when it cannot be opened.
    init(
        _ path: String, name: String? = nil, flags: Int32 = SQLITE_OPEN_READWRITE, layer: String? = nil,
        patience: Int32
    ) throws(StoreError) {
        var handle: OpaquePointer?
        let code = sqlite3_open_v2(
            name ?? StoreFile.literal(path), &handle, flags | SQLITE_OPEN_NOMUTEX, layer)
        guard code == SQLITE_OK, let handle else {
            defer { sqlite3_close_v2(handle) }
            throw .sqlite(code, at: path, handle)
        }
        self.path = path
        self.handle = handle
        sqlite3_extended_result_codes(handle, 1)
        sqlite3_busy_timeout(handle, patience)
    }

    deinit {
        for statement in statements.values { sqlite3_finalize(statement) }
        sqlite3_close_v2(handle)
    }

    /// Whether a transaction is under way; SQLite ends one by itself when the disk fails.
    var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

    /// Whether the file may only be read.
    var isReadOnly: Bool { sqlite3_db_readonly(handle, "main") == 1 }

    /// The path of the file itself, to which links lead.
    var fileName: String { sqlite3_db_filename(handle, "main").map { String(cString: $0) } ?? path }

    /// The first bytes of the file, read without anything else; zeros beyond its end.
    func head(_ count: Int) throws(StoreError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        let code = bytes.withUnsafeMutableBytes { pl_sqlite3_read_head(handle, $0.baseAddress, Int32(count)) }
        guard code == SQLITE_OK || code == SQLITE_IOERR_SHORT_READ else { throw failure(code) }
        return bytes
    }

    /// The error to throw for what the last call reported.
    func failure(_ code: Int32) -> StoreError { .sqlite(code, at: path, handle) }

    /// Runs a statement to its end.
    func run(_ sql: String, _ values: SQLiteValue...) throws(StoreError) {
        _ = try each(sql, values) { _ in }
    }

    /// Runs a query and reads its rows.
    func rows<Row>(
        _ sql: String, _ values: SQLiteValue..., read: (SQLiteRow) throws(StoreError) -> Row
    ) throws(StoreError) -> [Row] {
        var rows: [Row] = []
        try each(sql, values) { row throws(StoreError) in rows.append(try read(row)) }
        return rows
    }

    /// Runs a query and reads its only row; `nil` when there is none.
    func row<Row>(
        _ sql: String, _ values: SQLiteValue..., read: (SQLiteRow) throws(StoreError) -> Row
    ) throws(StoreError) -> Row? {
        var found: Row?
        try each(sql, values) { row throws(StoreError) in found = try read(row) }
        return found
    }

    /// Runs a query and hands on its rows one by one.
    func each(
        _ sql: String, _ values: [SQLiteValue] = [], _ body: (SQLiteRow) throws(StoreError) -> Void
    ) throws(StoreError) {
        let statement = try compiled(sql)
        defer {
            sqlite3_reset(statement)
            sqlite3_clear_bindings(statement)
        }
        for (index, value) in values.enumerated() {
            let code = value.bind(to: statement, at: Int32(index + 1))
            guard code == SQLITE_OK else { throw failure(code) }
        }
        while true {
            let code = sqlite3_step(statement)
            if code == SQLITE_DONE { return }
            guard code == SQLITE_ROW else { throw failure(code) }
            try body(SQLiteRow(statement: statement, path: path))
        }
    }

    private func compiled(_ sql: String) throws(StoreError) -> OpaquePointer {
        if let statement = statements[sql] { return statement }
        var statement: OpaquePointer?
        let code = sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
        guard code == SQLITE_OK, let statement else { throw failure(code) }
        statements[sql] = statement
        return statement
    }
}
