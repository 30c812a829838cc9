import PhaseLoom

/// The points of a building and what they become in an integration.
///
/// As a table it has the columns `source` and `target`, and where used `new`, `direction`, `scale`, `offset`,
/// `source-units`, `target-units`, `poll-seconds`, `cov-lifetime`, `owner`, `priority`, `failure-value`, `minimum`,
/// `maximum` and `states`, in any order.
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
    ///   - bytes: the file, separated values.
    ///   - file: the name by which findings call it.
    /// - Returns: the rows and the findings.
    /// - Complexity: O(*n*) in the number of bytes.
    public static func read(_ bytes: [UInt8], file: String) -> IntegrationMatrix {
        var reader = MatrixReader(bytes, file: file)
        reader.read()
        return IntegrationMatrix(
            rows: reader.rows, lines: reader.lines, file: file, findings: reader.findings.inFileOrder)
    }
}

/// Reads an integration matrix from separated values.
private struct MatrixReader {
    private let text: DelimitedText
    private(set) var rows: [MatrixRow] = []
    private(set) var lines: [Int] = []
    private(set) var findings: [PointFinding]
    private var places: [String: Int] = [:]

    private static let columns = [
        "source", "target", "new", "direction", "scale", "offset", "source-units", "target-units", "poll-seconds",
        "cov-lifetime", "owner", "priority", "failure-value", "minimum", "maximum", "states",
    ]

    init(_ bytes: [UInt8], file: String) {
        text = DelimitedText(bytes, file: file) { title in Self.columns.contains { $0.bare == title.bare } }
        findings = text.findings
    }

    mutating func read() {
        for (place, cell) in (text.rows.first?.cells ?? []).enumerated() {
            if let column = Self.columns.first(where: { $0.bare == cell.text.bare }), places[column] == nil {
                places[column] = place
            } else if !cell.text.isEmpty {
                note(
                    .unknownColumn, text.rows.first, place, "the matrix has no column '\(cell.text.clipped)'",
                    "its cells mean nothing")
            }
        }
        for column in ["source", "target"] where places[column] == nil {
            return note(.missingColumn, text.rows.first, nil, "the matrix lacks the column '\(column)'", "add it")
        }
        for row in text.rows.dropFirst() { take(row) }
    }

    private mutating func note(
        _ rule: PointRule, _ row: DelimitedText.Row?, _ place: Int?, _ message: String, _ hint: String
    ) {
        let evidence = row.map { text.evidence($0, place, value: $0.text(place)) } ?? PointEvidence(file: text.file)
        findings.append(
            PointFinding(
                rule, subject: row.map { "line \($0.line)" } ?? text.file, message, hint: hint, evidence: [evidence]))
    }

    private mutating func take(_ row: DelimitedText.Row) {
        let hint = "write one like 'bacnet:1201/analog-input,5', 'modbus:gateway/3/holding-registers/100' or 'tag:name'"
        guard let source = cell(row, "source", hint, { PointReference($0) }),
            let target = cell(row, "target", hint, { PointReference($0) })
        else { return }
        var read = MatrixRow(source: source, target: target)
        let flags = ["yes": true, "no": false]
        read.isNew = cell(row, "new", "write 'yes' or 'no'", mayBeEmpty: true) { flags[$0] } ?? false
        let directions = "write 'read', 'write' or 'both'"
        read.direction = cell(row, "direction", directions, mayBeEmpty: true) { MatrixDirection(rawValue: $0) } ?? .read
        read.sourceUnits = row.text(places["source-units"])
        read.targetUnits = row.text(places["target-units"])
        read.owner = row.text(places["owner"])
        read.failureValue = row.text(places["failure-value"])
        read.pollSeconds = number(row, "poll-seconds") { $0 > 0 }
        read.covLifetime = number(row, "cov-lifetime") { $0 > 0 }
        read.minimum = number(row, "minimum")
        read.maximum = number(row, "maximum")
        read.priority = cell(row, "priority", "write a number from 1 to 16", mayBeEmpty: true) { text in
            Int(text).flatMap { (1...16).contains($0) ? $0 : nil }
        }
        read.states = cell(row, "states", "write a number from 1", mayBeEmpty: true) { text in
            Int(text).flatMap { $0 > 0 ? $0 : nil }
        }
        let scale = number(row, "scale") { $0 != 0 } ?? 1
        read.conversion = LinearConversion(scale: scale, offset: number(row, "offset") ?? 0) ?? .identity
        rows.append(read)
        lines.append(row.line)
    }

    private mutating func number(
        _ row: DelimitedText.Row, _ column: String, where fits: (Double) -> Bool = { _ in true }
    ) -> Double? {
        cell(row, column, "write a number like '0.5'", mayBeEmpty: true) { text in
            DecimalText.number(text).flatMap { fits($0) ? $0 : nil }
        }
    }

    private mutating func cell<Value>(
        _ row: DelimitedText.Row, _ column: String, _ hint: String, mayBeEmpty: Bool = false,
        _ parse: (String) -> Value?
    ) -> Value? {
        let text = row.text(places[column])
        if text.isEmpty, mayBeEmpty { return nil }
        if let value = parse(text) { return value }
        note(.badCell, row, places[column], "'\(text.clipped)' cannot stand in '\(column)'", hint)
        return nil
    }
}
