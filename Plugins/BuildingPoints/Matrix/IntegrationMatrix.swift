public import PhaseLoom

/// The points of a building and what they become in an integration.
///
/// As a table it has the columns `source` and `target`, and where used `new`, `direction`, `scale`, `offset`,
/// `source-units`, `target-units`, `poll-class`, `poll-seconds`, `cov-lifetime`, `owner`, `priority`, `failure-value`,
/// `minimum`, `maximum`, `tolerance` and `states`, in any order. As JSON it has these keys in the objects of its list `rows`.
public struct IntegrationMatrix: Sendable {
    /// The rows that could be read, in their order.
    public let rows: [MatrixRow]
    /// The line of each row.
    public let lines: [Int]
    /// The name by which findings call the file.
    public let file: String
    /// What is wrong with the file, in the order of lines and columns.
    public let findings: [PointFinding]

    /// Reads a matrix.
    ///
    /// - Parameters:
    ///   - bytes: the file, separated values or JSON in the format `phaseloom.matrix/1`.
    ///   - file: the name by which findings call it.
    /// - Returns: the rows and the findings.
    /// - Complexity: O(*n*) in the number of bytes.
    public static func read(_ bytes: [UInt8], file: String) -> IntegrationMatrix {
        let reader = MatrixReader(bytes, file: file)
        return IntegrationMatrix(
            rows: reader.rows, lines: reader.lines, file: file, findings: reader.findings.inFileOrder)
    }
}

extension IntegrationMatrix {
    /// The name of the JSON format, with its version.
    public static let format = "phaseloom.matrix/1"

    fileprivate static let layout = RecordTable.Layout(
        format: format, lists: [("rows", "row")],
        columns: [
            "source", "target", "new", "direction", "scale", "offset", "source-units", "target-units", "poll-class",
            "poll-seconds", "cov-lifetime", "owner", "priority", "failure-value", "minimum", "maximum", "tolerance",
            "states",
        ], required: ["source", "target"])
}

/// Reads the rows of an integration matrix.
private struct MatrixReader {
    private(set) var rows: [MatrixRow] = []
    private(set) var lines: [Int] = []
    private var cells = RecordCells()
    private let table: RecordTable

    var findings: [PointFinding] { table.findings + cells.findings }

    init(_ bytes: [UInt8], file: String) {
        table = RecordTable(bytes, file: file, as: IntegrationMatrix.layout)
        for row in table.rows { take(row) }
    }

    private mutating func take(_ row: RecordTable.Row) {
        let hint = "write one like 'bacnet:1201/analog-input,5', 'modbus:gateway/3/holding-registers/100' or 'tag:name'"
        guard let source = cells.value(row, "source", hint, mayBeEmpty: false, { PointReference($0) }),
            let target = cells.value(row, "target", hint, mayBeEmpty: false, { PointReference($0) })
        else { return }
        var read = MatrixRow(source: source, target: target)
        let flags = ["yes": true, "no": false]
        read.isNew = cells.value(row, "new", "write 'yes' or 'no'") { flags[$0] } ?? false
        let directions = "write 'read', 'write' or 'both'"
        read.direction = cells.value(row, "direction", directions) { MatrixDirection(rawValue: $0) } ?? .read
        read.sourceUnits = row.text("source-units")
        read.targetUnits = row.text("target-units")
        read.owner = row.text("owner")
        read.failureValue = row.text("failure-value")
        read.pollClass = row.text("poll-class")
        read.pollSeconds = cells.number(row, "poll-seconds") { PollClass.range.contains($0) }
        read.covLifetime = cells.number(row, "cov-lifetime") { PollClass.range.contains($0) }
        read.minimum = cells.number(row, "minimum")
        read.maximum = cells.number(row, "maximum")
        read.tolerance = cells.number(row, "tolerance") { $0 >= 0 }
        read.priority = cells.whole(row, "priority", in: 1...16)
        read.states = cells.whole(row, "states", in: 1...Int.max)
        let scale = cells.number(row, "scale") { $0 != 0 } ?? 1
        read.conversion = LinearConversion(scale: scale, offset: cells.number(row, "offset") ?? 0) ?? .identity
        rows.append(read)
        lines.append(row.line)
    }
}

// MARK: Writing

extension IntegrationMatrix {
    /// The matrix as comma-separated values; no text begins like a formula.
    ///
    /// - Complexity: O(*n*) in the number of rows.
    public var csv: String {
        var csv = CSVText()
        csv.add(Self.layout.columns)
        for row in rows {
            let cells = row.cells
            csv.add(Self.layout.columns.map { cells[$0]?.text ?? "" })
        }
        return csv.text
    }

    /// The matrix as JSON in the format `phaseloom.matrix/1`; cells without content are left out.
    ///
    /// - Complexity: O(*n*) in the number of rows.
    public var json: JSONValue {
        let rows = rows.map { row in
            let cells = row.cells
            return JSONValue.object(
                Self.layout.columns.compactMap { column in cells[column].map { JSONMember(column, $0) } })
        }
        return ["format": .string(Self.format), "rows": .array(rows)]
    }
}

extension MatrixRow {
    /// The cells of the row that have content, by column.
    fileprivate var cells: [String: JSONValue] {
        let texts = [
            ("source-units", sourceUnits), ("target-units", targetUnits), ("owner", owner), ("poll-class", pollClass),
            ("failure-value", failureValue), ("new", isNew ? "yes" : ""),
            ("direction", direction == .read ? "" : direction.rawValue),
        ].filter { !$0.1.isEmpty }.map { ($0.0, JSONValue.string($0.1)) }
        let numbers = [
            ("poll-seconds", pollSeconds), ("cov-lifetime", covLifetime), ("minimum", minimum), ("maximum", maximum),
            ("tolerance", tolerance),
            ("scale", conversion.scale == 1 ? nil : conversion.scale),
            ("offset", conversion.offset == 0 ? nil : conversion.offset),
        ].compactMap { entry in entry.1.map { (entry.0, JSONValue.number($0)) } }
        let counts = [("priority", priority), ("states", states)].compactMap { entry in
            entry.1.map { (entry.0, JSONValue.integer($0)) }
        }
        let ends = [("source", source), ("target", target)].map { ($0.0, JSONValue.string($0.1.description)) }
        return Dictionary(ends + texts + numbers + counts) { first, _ in first }
    }
}

extension JSONValue {
    /// The value as a cell has it.
    fileprivate var text: String {
        switch self {
        case .string(let text): text
        case .integer(let number): String(number)
        case .number(let number): DecimalText.text(number)
        default: ""
        }
    }
}
