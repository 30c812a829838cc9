import CSQLite
import PhaseLoom

/// A value that goes into a statement.
enum SQLiteValue {
    case integer(Int64)
    case text(String)
    case bytes([UInt8])
    case null

    static func number(_ number: Int) -> SQLiteValue { .integer(Int64(number)) }
    static func digest(_ digest: Digest) -> SQLiteValue { .bytes(digest.bytes) }
    static func moment(_ moment: Timestamp?) -> SQLiteValue { moment.map { .integer($0.milliseconds) } ?? .null }

    /// Puts the value in the place of a parameter, counted from 1.
    ///
    /// - Returns: a result code; SQLite refuses more than a thousand million bytes.
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        switch self {
        case .integer(let number): sqlite3_bind_int64(statement, index, number)
        case .text(var text):
            text.withUTF8 { Self.withAddress($0) { pl_sqlite3_bind_text(statement, index, $0, UInt64($1)) } }
        case .bytes(let bytes):
            bytes.withUnsafeBufferPointer {
                Self.withAddress($0) { pl_sqlite3_bind_blob(statement, index, $0, UInt64($1)) }
            }
        case .null: sqlite3_bind_null(statement, index)
        }
    }

    /// Nothing may have no address, which SQLite takes for `NULL`; it gets some address.
    private static func withAddress(
        _ buffer: UnsafeBufferPointer<UInt8>, _ body: (UnsafePointer<UInt8>, Int) -> Int32
    ) -> Int32 {
        guard let address = buffer.baseAddress else { return withUnsafePointer(to: 0) { body($0, 0) } }
        return body(address, buffer.count)
    }
}

/// The row at which a statement stands, for as long as it stands there; columns are counted from 0.
struct SQLiteRow {
    let statement: OpaquePointer
    /// The path of the database, for messages.
    let path: String

    /// What to throw when a column holds something else than it should.
    private var damage: StoreError { .damaged(path, "a column holds what it cannot hold") }

    func number(_ column: Int32) -> Int { Int(sqlite3_column_int64(statement, column)) }

    func moment(_ column: Int32) -> Timestamp { Timestamp(milliseconds: sqlite3_column_int64(statement, column)) }

    func momentIfAny(_ column: Int32) -> Timestamp? {
        sqlite3_column_type(statement, column) == SQLITE_NULL ? nil : moment(column)
    }

    func bytes(_ column: Int32) -> [UInt8] { withBytes(column) { Array($0) } }

    func digest(_ column: Int32) throws(StoreError) -> Digest {
        guard let digest = Digest(bytes: bytes(column)) else { throw damage }
        return digest
    }

    func text(_ column: Int32) throws(StoreError) -> String {
        guard let text = withBytes(column, { String(validating: $0, as: UTF8.self) }) else { throw damage }
        return text
    }

    func id(_ column: Int32) throws(StoreError) -> ID { try id(text(column)) }

    /// Identifiers with spaces between and around them.
    func ids(_ column: Int32) throws(StoreError) -> [ID] {
        var ids: [ID] = []
        for word in try text(column).split(separator: " ") { ids.append(try id(String(word))) }
        return ids
    }

    func state(_ column: Int32) throws(StoreError) -> EngagementState {
        guard let state = EngagementState(rawValue: try text(column)) else { throw damage }
        return state
    }

    private func id(_ text: String) throws(StoreError) -> ID {
        do { return try ID(text) } catch { throw damage }
    }

    private func withBytes<Result>(_ column: Int32, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        let address = sqlite3_column_blob(statement, column)
        return body(UnsafeRawBufferPointer(start: address, count: Int(sqlite3_column_bytes(statement, column))))
    }
}
