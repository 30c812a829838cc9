/// A row of a ``Table`` whose cells are read by column.
///
/// A cell that is not what is asked for is noted, and something stands in for it that nobody ever sees.
public struct TableRow: Sendable {
    /// The line of the file on which the row begins, from 1.
    public let line: Int
    private let fields: [CSVReader.Field]
    private let places: [String: Int]
    private(set) var log: TableProblems

    init(_ record: Table.Record, _ places: [String: Int], _ log: TableProblems) {
        line = record.line
        fields = record.fields
        self.places = places
        self.log = log
    }

    /// Says that a cell is wrong.
    ///
    /// - Parameters:
    ///   - column: the column of the cell.
    ///   - message: what is wrong, with the input quoted.
    ///   - hint: what would be right.
    public mutating func note(_ column: String, _ message: String, hint: String) {
        log.note(cell(column)?.offset ?? fields.first?.offset ?? 0, message, hint: hint)
    }

    /// Reads a line of plain text, which may not be empty.
    public mutating func text(_ column: String) -> String { required(optionalText(column), column) ?? "" }

    /// Reads a line of plain text, at most 1000 bytes; `nil` for an empty cell and a column that is not there.
    public mutating func optionalText(_ column: String) -> String? {
        read(column, "one line of plain text, at most 1000 bytes") { text in
            text.utf8.count <= 1000 && text.isPrintable ? text : nil
        }
    }

    /// Reads an identifier.
    public mutating func identifier(_ column: String) -> ID { required(optionalIdentifier(column), column) ?? "none" }

    /// Reads an identifier; `nil` for an empty cell and a column that is not there.
    public mutating func optionalIdentifier(_ column: String) -> ID? {
        read(column, "an identifier of letters, digits, '-', '_' or '.'") { try? ID($0) }
    }

    /// Reads a number with a decimal point.
    public mutating func number(_ column: String) -> Double {
        let value = required(read(column, Self.number) { MeasuredValue($0) }, column)
        if case .undefined(let word) = value {
            note(column, "column '\(column)' cannot be '\(word.excerpt)'", hint: "write \(Self.number)")
        }
        return value?.number ?? 0
    }

    private static let number = "a number like '0.85', with the unit apart"

    /// Reads a number with a decimal point; `nil` for an empty cell, a word such as `n/a`, or no such column.
    public mutating func optionalNumber(_ column: String) -> Double? {
        read(column, Self.number) { MeasuredValue($0) }?.number
    }

    /// Reads a whole number that is not negative.
    public mutating func count(_ column: String) -> Int { required(optionalCount(column), column) ?? 0 }

    /// Reads a whole number that is not negative; `nil` for an empty cell and a column that is not there.
    public mutating func optionalCount(_ column: String) -> Int? {
        read(column, "a whole number from 0") { text in Int(text).flatMap { $0 >= 0 ? $0 : nil } }
    }

    /// Reads a day such as `2026-11-21`.
    public mutating func day(_ column: String) -> Day { required(optionalDay(column), column) ?? Day(daysSince1970: 0) }

    /// Reads a day such as `2026-11-21`; `nil` for an empty cell and a column that is not there.
    public mutating func optionalDay(_ column: String) -> Day? {
        read(column, "a day like '2026-11-21'") { try? Day(parsing: $0) }
    }

    /// Reads `yes` or `no`.
    public mutating func flag(_ column: String) -> Bool {
        required(read(column, "'yes' or 'no'") { ["yes": true, "no": false][$0] }, column) ?? false
    }

    /// Reads one of several words.
    ///
    /// - Precondition: there is such a word.
    public mutating func choice<Choice>(_ column: String, _ type: Choice.Type = Choice.self) -> Choice
    where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
        guard let choice = required(optionalChoice(column, type), column) else {
            return Choice.allCases[Choice.allCases.startIndex]
        }
        return choice
    }

    /// Reads one of several words; `nil` for an empty cell and a column that is not there.
    public mutating func optionalChoice<Choice>(_ column: String, _ type: Choice.Type = Choice.self) -> Choice?
    where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
        let words = Choice.allCases.map(\.rawValue)
        let nearest = cell(column).flatMap { Suggestion.nearest(to: $0.text, among: words) }
        let expected = "one of " + words.map { "'\($0)'" }.joined(separator: ", ")
        return read(column, nearest.map { "'\($0)'" } ?? expected) { Choice(rawValue: $0) }
    }

    // MARK: cells

    private func cell(_ column: String) -> CSVReader.Field? { places[column].map { fields[$0] } }

    private mutating func read<Value>(_ column: String, _ expected: String, _ parse: (String) -> Value?) -> Value? {
        guard let cell = cell(column), !cell.text.isEmpty else { return nil }
        if let value = parse(cell.text) { return value }
        log.note(cell.offset, "column '\(column)' cannot be '\(cell.text.excerpt)'", hint: "write \(expected)")
        return nil
    }

    /// Notes an empty cell; one with a wrong text was noted when it was read.
    private mutating func required<Value>(_ value: Value?, _ column: String) -> Value? {
        let text = cell(column)?.text ?? ""
        if value == nil, text.isEmpty {
            note(column, "column '\(column)' is empty", hint: "give it in every row")
        }
        return value
    }
}
