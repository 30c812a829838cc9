import PhaseLoom

extension Timestamp {
    /// What stands in for a moment that could not be read; nobody ever sees it.
    static let epoch = Timestamp(milliseconds: 0)
}

extension TableRow {
    /// Reads a moment as RFC 3339 writes it.
    mutating func moment(_ column: String) -> Timestamp? {
        let text = text(column)
        return text.isEmpty ? nil : parsed(text, column)
    }

    /// Reads a moment as RFC 3339 writes it; `nil` for an empty cell and a column that is not there.
    mutating func optionalMoment(_ column: String) -> Timestamp? {
        optionalText(column).flatMap { parsed($0, column) }
    }

    private mutating func parsed(_ text: String, _ column: String) -> Timestamp? {
        do {
            return try Timestamp(parsing: text)
        } catch {
            note(
                column, "column '\(column)' cannot be '\(text.prefix(40))'",
                hint: "write it like '2026-11-21T09:30:00Z'")
            return nil
        }
    }
}
