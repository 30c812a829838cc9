import CSQLite
import PhaseLoom

/// The format of a store on disk, and how a database of that format comes to be and is opened.
enum SQLiteFormat {
    /// What SQLite keeps in the header of the file as `application_id`: "PhLm".
    static let application = 0x5068_4C6D
    /// The version of the format, which SQLite keeps as `user_version`.
    static let version = 1

    /// One event dirties the last page of `events`, a page of its index, and the page of the engagement.
    private static let schema = [
        """
        CREATE TABLE engagements(
            key INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, state TEXT NOT NULL, open TEXT NOT NULL,
            ready TEXT NOT NULL, length INTEGER NOT NULL, head BLOB NOT NULL, started INTEGER NOT NULL,
            updated INTEGER NOT NULL, due INTEGER, title TEXT NOT NULL)
        """,
        """
        CREATE TABLE events(
            position INTEGER PRIMARY KEY, engagement INTEGER NOT NULL, number INTEGER NOT NULL, hash BLOB NOT NULL,
            content BLOB NOT NULL, UNIQUE(engagement, number))
        """,
        "CREATE TABLE documents(key INTEGER PRIMARY KEY, name BLOB NOT NULL UNIQUE, content BLOB NOT NULL)",
        "PRAGMA application_id = \(application)",
        "PRAGMA user_version = \(version)",
    ]

    /// Opens a store.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - creates: whether to make it where there is none.
    ///   - layer: the file layer by name; `nil` for that of the system.
    ///   - patience: how long to wait for locks, in milliseconds.
    /// - Returns: a connection on which everything is set.
    /// - Throws: `StoreError` when it is no store, or cannot be opened or made.
    static func open(
        _ path: String, creates: Bool, layer: String?, patience: Int32
    ) throws(StoreError) -> SQLiteDatabase {
        try demandFile(at: path, creates: creates, layer: layer)
        let database = try SQLiteDatabase(path, layer: layer, patience: patience)
        guard try isStore(database) else { throw .foreign(path) }
        do throws(StoreError) {
            try prepare(database)
            return database
        } catch {
            // Shared memory and the write-ahead log lie beside the file. Where nobody can make them and none are left,
            // the file alone is the store.
            guard error.code == .unavailable || error.code == .readOnly, database.isReadOnly,
                try StoreFile.kind(of: database.fileName + "-wal") == .absent
            else { throw error }
            let alone = try SQLiteDatabase(
                path, name: StoreFile.uri(path, "immutable=1"), flags: SQLITE_OPEN_READONLY | SQLITE_OPEN_URI,
                layer: layer, patience: patience)
            try prepare(alone)
            return alone
        }
    }

    /// Whether the head of the file says so.
    ///
    /// SQLite would take up what a program left beside its database; what belongs to others is left entirely alone.
    private static func isStore(_ database: SQLiteDatabase) throws(StoreError) -> Bool {
        let head = try database.head(100)
        let application = head[68..<72].reduce(0) { $0 << 8 | Int($1) }
        return head.starts(with: Array("SQLite format 3\0".utf8)) && application == Self.application
    }

    /// Makes sure that there is a file, and nothing else.
    private static func demandFile(at path: String, creates: Bool, layer: String?) throws(StoreError) {
        switch try StoreFile.kind(of: path) {
        case .regular: break
        case .absent:
            guard creates else {
                throw StoreError(
                    .unavailable, "there is no store at '\(path)'",
                    hint: "look at the path; the first engagement that starts makes one")
            }
            try create(path, layer: layer)
        case .empty:
            throw StoreError(.foreign, "'\(path)' is empty", hint: "remove it; a store is made where no file is")
        case .folder: throw StoreError(.unavailable, "'\(path)' is a folder", hint: "name a file in it")
        case .other: throw StoreError(.unavailable, "'\(path)' is no regular file", hint: "name another file")
        }
    }

    /// Makes a store under another name and gives it its own only when it is whole, so that none is ever half made.
    private static func create(_ path: String, layer: String?) throws(StoreError) {
        let temporary = StoreFile.temporary(for: path)
        try StoreFile.make(temporary, for: path)
        defer { StoreFile.remove(temporary) }
        try fill(temporary, for: path, layer: layer)
        try StoreFile.publish(temporary, as: path)
        if try StoreFile.kind(of: path) == .absent {
            throw StoreError(
                .unavailable, "'\(path)' is a link to a file that does not exist",
                hint: "remove the link, or make its file")
        }
    }

    private static func fill(_ temporary: String, for path: String, layer: String?) throws(StoreError) {
        let database = try SQLiteDatabase(path, name: StoreFile.literal(temporary), layer: layer, patience: 0)
        try demandFlushes(database)
        try database.run("BEGIN IMMEDIATE")
        for statement in schema { try database.run(statement) }
        try database.run("COMMIT")
        try demandWriteAheadLog(database)
    }

    private static func prepare(_ database: SQLiteDatabase) throws(StoreError) {
        let path = database.path
        let version = try database.row("PRAGMA user_version") { $0.number(0) } ?? 0
        guard version <= Self.version else {
            throw StoreError(
                .newerFormat, "'\(path)' has format \(version), and this program knows \(Self.version)",
                hint: "use the later version of the program that wrote it")
        }
        guard version == Self.version else { throw .damaged(path, "format \(version)") }
        if !database.isReadOnly { try demandWriteAheadLog(database) }
        try demandFlushes(database)
    }

    /// Lets every commit reach the disk before it is acknowledged; Apple's disks have to be told twice.
    private static func demandFlushes(_ database: SQLiteDatabase) throws(StoreError) {
        try database.run("PRAGMA synchronous = FULL")
        try database.run("PRAGMA fullfsync = ON")
        try database.run("PRAGMA checkpoint_fullfsync = ON")
    }

    private static func demandWriteAheadLog(_ database: SQLiteDatabase) throws(StoreError) {
        let mode = try database.row("PRAGMA journal_mode = WAL") { row throws(StoreError) in try row.text(0) }
        guard mode == "wal" else {
            throw StoreError(
                .unavailable, "'\(database.path)' lies where processes cannot share memory",
                hint: "put it on a disk of this machine")
        }
    }
}
