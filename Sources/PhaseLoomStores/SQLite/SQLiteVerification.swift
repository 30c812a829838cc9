import PhaseLoom

extension SQLiteDatabase {
    /// Reads everything and compares it with itself: the pages, the logs, their hashes and the summaries.
    ///
    /// - Throws: `StoreError` with `damaged` for the first thing that is wrong.
    /// - Complexity: O(*n* log *n*) in the number of events.
    func verify() throws(StoreError) {
        try run("BEGIN")
        defer { try? run("COMMIT") }
        let report = try row("PRAGMA integrity_check(1)") { row throws(StoreError) in try row.text(0) }
        guard report == "ok" else { throw .damaged(path, report ?? "it cannot be checked") }
        var unread: [Int: EngagementSummary] = [:]
        try each("SELECT key, id FROM engagements") { row throws(StoreError) in
            let id = try row.id(1)
            // Another statement than this one reads it.
            unread[row.number(0)] = try summary(of: id)
        }
        try verifyLogs(&unread)
        for summary in unread.values.sorted(by: { $0.engagement < $1.engagement }) {
            throw .damaged(path, "engagement '\(summary.engagement)' lost events")
        }
    }

    /// Reads all logs, and takes out of a list the engagements whose log is what their summary says.
    private func verifyLogs(_ unread: inout [Int: EngagementSummary]) throws(StoreError) {
        var (key, length) = (0, 0)
        try each("SELECT engagement, number, hash, content FROM events ORDER BY engagement, number") {
            row throws(StoreError) in
            if row.number(0) != key { (key, length) = (row.number(0), 0) }
            length += 1
            guard let summary = unread[key] else {
                throw .damaged(path, "there are events beyond the end of a log, or of nobody")
            }
            let hash = try row.digest(2)
            guard row.number(1) == length, Digest(of: row.bytes(3)) == hash else {
                throw .damaged(path, "event \(length) of engagement '\(summary.engagement)' is not what it was")
            }
            guard length == summary.length else { return }
            guard hash == summary.head else {
                throw .damaged(path, "the head of engagement '\(summary.engagement)' is not that of its log")
            }
            unread[key] = nil
        }
    }
}
