/// A file of comma-separated values under a header, as collectors read it.
///
/// ```swift
/// let table = try Table(values[Self.file], columns: ["link", "loss"], optional: ["remark"], in: context)
/// let links = try table.map { row in
///     Link(name: row.text("link"), loss: row.number("loss"), remark: row.optionalText("remark"))
/// }
/// ```
///
/// The grammar is that of RFC 4180; a byte order mark, other line ends and blank lines are taken too. Whatever is wrong
/// with the file is told all at once, with lines and columns.
public struct Table: Sendable {
    /// The file that was read.
    public let file: CollectedFile
    private let bytes: [UInt8]
    private let records: [Record]
    private let places: [String: Int]
    private let log: TableProblems

    /// A record with its line.
    struct Record {
        let line: Int
        let fields: [CSVReader.Field]
    }

    /// Reads a table, and keeps a copy of its file beside the evidence.
    ///
    /// - Parameters:
    ///   - path: the path of the file.
    ///   - columns: the columns that the header must have, in any order.
    ///   - optional: the columns that it may have; any other is refused.
    ///   - mayBeEmpty: whether nothing needs to stand below the header.
    ///   - limit: the largest size in bytes that is accepted.
    ///   - context: the surroundings of the collector.
    /// - Throws: ``CollectorError`` when the file cannot be read or its header is wrong, `CancellationError` when the
    ///   work is no longer wanted.
    /// - Complexity: O(*n*) in the size of the file.
    public init(
        _ path: String, columns: [String], optional: [String] = [], mayBeEmpty: Bool = false, limit: Int = 1 << 24,
        in context: CollectorContext
    ) throws {
        var bytes: [UInt8] = []
        file = try context.attach(path, limit: limit) { bytes += $0 }
        var reading = TableReading(bytes)
        places = reading.header(columns, optional: optional)
        // Rows under a header that is wrong would only add noise.
        guard reading.log.problems.isEmpty else { throw CollectorError(reading.log.problems, in: bytes, of: path) }
        records = reading.records(mayBeEmpty: mayBeEmpty)
        log = reading.log
        self.bytes = bytes
    }

    /// Makes a value of each row, in their order.
    ///
    /// What `body` makes of a row with problems is dropped: it is never seen.
    ///
    /// - Parameter body: what reads the cells of a row.
    /// - Returns: a value for each row.
    /// - Throws: ``CollectorError`` with everything that is wrong with the file, in its order.
    /// - Complexity: O(*n*) in the number of rows.
    public func map<Value>(_ body: (inout TableRow) -> Value) throws(CollectorError) -> [Value] {
        var log = log
        var values: [Value] = []
        values.reserveCapacity(records.count)
        for record in records where !log.isFull {
            var row = TableRow(record, places, log)
            values.append(body(&row))
            log = row.log
        }
        guard log.problems.isEmpty else { throw CollectorError(log.problems, in: bytes, of: file.path ?? file.name) }
        return values
    }
}

/// What is wrong with a table, up to a limit: a file with more is no such table.
struct TableProblems {
    private static let limit = 100
    private(set) var problems: [InputProblem] = []

    var isFull: Bool { problems.count >= Self.limit }

    mutating func note(_ offset: Int, _ message: String, hint: String) {
        note(InputProblem(offset, message, hint: hint))
    }

    mutating func note(_ problem: InputProblem) {
        if !isFull { problems.append(problem) }
    }
}
