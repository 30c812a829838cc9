import CSQLite
import PhaseLoom

/// The statements behind the methods of a store.
extension SQLiteDatabase {
    /// Appends batches in one transaction: each wholly or not at all.
    ///
    /// A batch that contradicts the log fails alone. When the place fails, all fail, and none is there.
    ///
    /// - Returns: an outcome for each batch, in their order.
    func append(_ group: [LogBatch]) -> [Result<Void, StoreError>] {
        do throws(StoreError) {
            try demandSameFile()
            try run("BEGIN IMMEDIATE")
            var outcomes: [Result<Void, StoreError>] = []
            for batch in group { outcomes.append(try attempt(batch)) }
            try run("COMMIT")
            return outcomes
        } catch {
            if isInTransaction { try? run("ROLLBACK") }
            return group.map { _ in .failure(error) }
        }
    }

    /// Nobody would ever find what is appended to a file that was removed or replaced.
    private func demandSameFile() throws(StoreError) {
        var hasMoved: Int32 = 0
        if sqlite3_file_control(handle, "main", SQLITE_FCNTL_HAS_MOVED, &hasMoved) == SQLITE_OK, hasMoved != 0 {
            throw StoreError(
                .unavailable, "'\(path)' was removed or replaced while it was open", hint: "open the store again")
        }
    }

    /// Appends a batch, or takes back what it did.
    ///
    /// - Throws: `StoreError` when the whole group has to fail.
    private func attempt(_ batch: LogBatch) throws(StoreError) -> Result<Void, StoreError> {
        try run("SAVEPOINT batch")
        var outcome: Result<Void, StoreError> = .success(())
        do throws(StoreError) {
            try write(batch)
        } catch {
            guard error.code == .conflict || error.code == .invalid, isInTransaction else { throw error }
            outcome = .failure(error)
            try run("ROLLBACK TO batch")
        }
        try run("RELEASE batch")
        return outcome
    }

    private func write(_ batch: LogBatch) throws(StoreError) {
        let known = try row("SELECT key, length FROM engagements WHERE id = ?", .text(batch.engagement.text)) {
            (key: $0.number(0), length: $0.number(1))
        }
        try batch.check(against: known?.length ?? 0)
        let key = try write(batch.summary, length: batch.expectedLength + batch.records.count, at: known?.key)
        for record in batch.records {
            try run(
                "INSERT INTO events(engagement, number, hash, content) VALUES (?, ?, ?, ?)",
                .number(key), .number(record.number), .digest(record.hash), .bytes(record.content))
        }
        for document in batch.documents {
            try run(
                "INSERT INTO documents(name, content) VALUES (?, ?) ON CONFLICT(name) DO NOTHING",
                .digest(document.name), .bytes(document.content))
        }
    }

    /// Writes what lists show of an engagement.
    ///
    /// - Returns: the key of the engagement.
    private func write(_ summary: EngagementSummary, length: Int, at key: Int?) throws(StoreError) -> Int {
        try run(
            key == nil
                ? """
                INSERT INTO engagements(state, open, ready, length, head, started, updated, due, title, id)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
                : """
                UPDATE engagements SET state = ?, open = ?, ready = ?, length = ?, head = ?, started = ?, updated = ?,
                due = ?, title = ? WHERE key = ?
                """,
            .text(summary.state.rawValue), .text(Self.words(summary.openPhases)),
            .text(Self.words(summary.readyPhases)),
            .number(length), .digest(summary.head), .moment(summary.started), .moment(summary.updated),
            .moment(summary.due), .text(summary.title), key.map(SQLiteValue.number) ?? .text(summary.engagement.text))
        return key ?? Int(sqlite3_last_insert_rowid(handle))
    }

    /// Identifiers with spaces around each, so that one of them can be looked for.
    private static func words(_ ids: [ID]) -> String {
        ids.isEmpty ? "" : " " + ids.map(\.text).joined(separator: " ") + " "
    }

    func records(of engagement: ID, after number: Int, limit: Int) throws(StoreError) -> [LogRecord] {
        try rows(
            """
            SELECT number, content, hash FROM events
            WHERE engagement = (SELECT key FROM engagements WHERE id = ?) AND number > ? ORDER BY number LIMIT ?
            """,
            .text(engagement.text), .number(number), .number(max(0, limit))
        ) { row throws(StoreError) in
            LogRecord(number: row.number(0), content: row.bytes(1), hash: try row.digest(2))
        }
    }

    func feed(after position: Int, limit: Int) throws(StoreError) -> [FeedEntry] {
        try rows(
            """
            SELECT position, id, number, content, hash FROM events JOIN engagements ON key = engagement
            WHERE position > ? ORDER BY position LIMIT ?
            """,
            .number(position), .number(max(0, limit))
        ) { row throws(StoreError) in
            let record = LogRecord(number: row.number(2), content: row.bytes(3), hash: try row.digest(4))
            return FeedEntry(position: row.number(0), engagement: try row.id(1), record: record)
        }
    }

    func summary(of engagement: ID) throws(StoreError) -> EngagementSummary? {
        try row(Self.summaries + " WHERE id = ?", .text(engagement.text)) { row throws(StoreError) in
            try Self.summary(row)
        }
    }

    func engagements(matching query: EngagementQuery) throws(StoreError) -> [EngagementSummary] {
        let states = query.states.map(\.rawValue).sorted().map { " \($0) " }.joined()
        return try rows(
            Self.summaries + """
                 WHERE (?1 = '' OR instr(?1, ' ' || state || ' ') > 0)
                AND (?2 = '' OR instr(open || ready, ?2) > 0) ORDER BY id
                """,
            .text(states), .text(query.phase.map { " \($0) " } ?? "")
        ) { row throws(StoreError) in try Self.summary(row) }
    }

    func document(_ name: Digest) throws(StoreError) -> [UInt8]? {
        try row("SELECT content FROM documents WHERE name = ?", .digest(name)) { $0.bytes(0) }
    }

    private static let summaries =
        "SELECT id, title, state, open, ready, length, head, started, updated, due FROM engagements"

    /// Reads a row; one that cannot be is named, so that people know which engagement to look at.
    private static func summary(_ row: SQLiteRow) throws(StoreError) -> EngagementSummary {
        do throws(StoreError) {
            return EngagementSummary(
                engagement: try row.id(0), title: try row.text(1), state: try row.state(2), openPhases: try row.ids(3),
                readyPhases: try row.ids(4), length: row.number(5), head: try row.digest(6), started: row.moment(7),
                updated: row.moment(8), due: row.momentIfAny(9))
        } catch {
            let name = (try? row.text(0))?.excerpt ?? "?"
            throw .damaged(row.path, "in the entry of engagement '\(name)' a column holds what it cannot hold")
        }
    }
}
