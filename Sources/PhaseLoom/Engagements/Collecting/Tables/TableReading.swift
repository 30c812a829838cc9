/// Reads the header of a table, then its records, and notes what is wrong with them.
struct TableReading {
    private(set) var log = TableProblems()
    private let bytes: [UInt8]
    private var reader: CSVReader
    private var width = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        reader = CSVReader(bytes)
    }

    /// Reads the header.
    ///
    /// - Returns: the place of each column that is known.
    mutating func header(_ columns: [String], optional: [String]) -> [String: Int] {
        guard let header = next() else {
            if log.problems.isEmpty { log.note(0, "the file is empty", hint: "begin with the header \(list(columns))") }
            return [:]
        }
        width = header.count
        var places: [String: Int] = [:]
        for (place, field) in header.enumerated() {
            if !(columns + optional).contains(field.text) {
                noteUnknown(field, among: columns + optional)
            } else if places.updateValue(place, forKey: field.text) != nil {
                log.note(field.offset, "there are two columns '\(field.text.excerpt)'", hint: "keep one of the two")
            }
        }
        let missing = columns.filter { places[$0] == nil }
        if !missing.isEmpty {
            let start = header.first?.offset ?? 0
            log.note(start, "the header lacks \(list(missing))", hint: "the columns are \(list(columns + optional))")
        }
        return places
    }

    /// Reads the records below the header that have as many fields.
    mutating func records(mayBeEmpty: Bool) -> [Table.Record] {
        var records: [[CSVReader.Field]] = []
        var count = 0
        while !log.isFull, let record = next() {
            count += 1
            if record.count == width {
                records.append(record)
            } else {
                log.note(
                    record.first?.offset ?? 0, "this row and the header have \(record.count) and \(width) fields",
                    hint: "give every row as many fields as the header")
            }
        }
        if count == 0, !mayBeEmpty, log.problems.isEmpty {
            log.note(bytes.count, "there is nothing below the header", hint: "give at least one row")
        }
        let lines = TextPosition.positions(of: records.map { $0.first?.offset ?? 0 }, in: bytes)
        return zip(lines, records).map { Table.Record(line: $0.line, fields: $1) }
    }

    /// The next record; `nil` at the end, and after a breach of the grammar, which is noted.
    private mutating func next() -> [CSVReader.Field]? {
        do {
            return try reader.next()
        } catch {
            log.note(error)
            return nil
        }
    }

    private mutating func noteUnknown(_ field: CSVReader.Field, among known: [String]) {
        let nearest = Suggestion.nearest(to: field.text, among: known)
        let separator = field.text.contains(";") ? "separate columns by commas" : nil
        log.note(
            field.offset, "there is no column '\(field.text.excerpt)'",
            hint: separator ?? nearest.map { "did you mean '\($0)'?" } ?? "the columns are \(list(known))")
    }

    private func list(_ columns: [String]) -> String { columns.map { "'\($0)'" }.joined(separator: ", ") }
}
