import PhaseLoom

/// Records with named cells, whether they stand in a file as separated values or as JSON.
///
/// As separated values the first row names the columns. As JSON each record is an object in one of the document's lists,
/// whose keys are the names of the columns.
struct RecordTable {
    /// What a file may hold.
    struct Layout {
        /// The format that a JSON document has to state.
        let format: String
        /// The keys of its lists, with the kind of their records.
        let lists: [(key: String, kind: String)]
        /// The columns that there are.
        let columns: [String]
        /// The columns that a table has to have.
        let required: [String]
        /// The column that tells the kind of a record; `nil` where there is but one.
        var kindColumn: String?
    }

    /// A record.
    struct Row {
        /// What kind of record it is.
        let kind: String
        /// The line on which it begins, from 1.
        let line: Int
        private let cells: [String: (text: String, evidence: PointEvidence)]
        private let start: PointEvidence

        fileprivate init(
            kind: String, start: PointEvidence, cells: [String: (text: String, evidence: PointEvidence)]
        ) {
            self.kind = kind
            self.start = start
            self.cells = cells
            line = start.line ?? 1
        }

        /// The text of a cell; empty where there is none.
        func text(_ column: String) -> String { cells[column]?.text ?? "" }

        /// Evidence that points at a cell, or at the record where there is none.
        func evidence(_ column: String?) -> PointEvidence { column.flatMap { cells[$0]?.evidence } ?? start }
    }

    let file: String
    private let layout: Layout
    private(set) var rows: [Row] = []
    private(set) var findings: [PointFinding] = []

    /// Reads a file.
    ///
    /// - Complexity: O(*n*) in the number of bytes.
    init(_ bytes: [UInt8], file: String, as layout: Layout) {
        self.file = file
        self.layout = layout
        let start = bytes.first { !" \t\r\n\u{FEFF}".utf8.contains($0) }
        if start == UInt8(ascii: "{") || start == UInt8(ascii: "[") { readJSON(bytes) } else { readTable(bytes) }
    }

    private mutating func note(
        _ rule: PointRule, _ evidence: PointEvidence, _ message: String, _ hint: String
    ) {
        let subject = evidence.line.map { "line \($0)" } ?? file
        findings.append(PointFinding(rule, subject: subject, message, hint: hint, evidence: [evidence]))
    }
}

// MARK: Separated values

extension RecordTable {
    private mutating func readTable(_ bytes: [UInt8]) {
        let known = Set(layout.columns.map(\.bare))
        let text = DelimitedText(bytes, file: file) { known.contains($0.bare) }
        findings = text.findings
        guard let header = text.rows.first else {
            return note(.missingColumn, PointEvidence(file: file), "the file is empty", "begin with the columns' names")
        }
        var places: [String: Int] = [:]
        for (place, cell) in header.cells.enumerated() {
            if let column = layout.columns.first(where: { $0.bare == cell.text.bare }), places[column] == nil {
                places[column] = place
            } else if !cell.text.isEmpty {
                note(
                    .unknownColumn, text.evidence(header, place, value: cell.text),
                    "there is no column '\(cell.text.clipped)'", "its cells mean nothing")
            }
        }
        if let missing = layout.required.first(where: { places[$0] == nil }) {
            return note(.missingColumn, text.evidence(header, nil), "the column '\(missing)' is missing", "add it")
        }
        for row in text.rows.dropFirst() { take(row, text, places) }
    }

    private mutating func take(_ row: DelimitedText.Row, _ text: DelimitedText, _ places: [String: Int]) {
        var cells: [String: (text: String, evidence: PointEvidence)] = [:]
        for (column, place) in places where row.cells.indices.contains(place) {
            let content = row.text(place)
            cells[column] = (content, text.evidence(row, place, value: content))
            if CSVText.isFormula(row.cells[place].text), content.utf8.count > 1 {
                note(
                    .formulaInjection, text.evidence(row, place, value: content),
                    "'\(content.clipped)' begins like a formula", "put something else before it")
            }
        }
        let kind = layout.kindColumn.map { cells[$0]?.text ?? "" } ?? layout.lists.first?.kind ?? ""
        rows.append(Row(kind: kind, start: text.evidence(row, nil), cells: cells))
    }
}

// MARK: JSON

extension RecordTable {
    private mutating func readJSON(_ bytes: [UInt8]) {
        let index = LineIndex(bytes)
        let evidence = { [file] (offset: Int, value: String?) in
            let place = index.place(of: offset)
            return PointEvidence(file: file, line: place.line, column: place.column, value: value)
        }
        do {
            let root = try JSONReader.read(bytes)
            guard case .object(let members) = root.content else {
                return note(.grammar, evidence(root.offset, nil), "the document is no object", "put it in braces")
            }
            let stated = members.first { $0.key == "format" }?.node
            guard case .string(layout.format)? = stated?.content else {
                return note(
                    .grammar, evidence(stated?.offset ?? root.offset, nil), "the format is not '\(layout.format)'",
                    "write \"format\": \"\(layout.format)\"")
            }
            for member in members where member.key != "format" { take(member, evidence) }
        } catch {
            note(.grammar, evidence(error.offset, nil), error.message, error.hint)
        }
        // Separated values stand in the order of lines anyway; lists of a document may come in any order.
        rows = rows.stably { $0.line < $1.line }
    }

    private mutating func take(_ member: JSONNode.Member, _ evidence: (Int, String?) -> PointEvidence) {
        guard let kind = layout.lists.first(where: { $0.key == member.key })?.kind else {
            return note(
                .unknownColumn, evidence(member.offset, member.key), "there is no key '\(member.key.clipped)' here",
                "the keys are 'format', " + layout.lists.map { "'\($0.key)'" }.joined(separator: ", "))
        }
        guard case .array(let records) = member.node.content else {
            return note(.badCell, evidence(member.node.offset, nil), "'\(member.key)' is no list", "put it in brackets")
        }
        for record in records {
            guard case .object(let cells) = record.content else {
                note(.badCell, evidence(record.offset, nil), "the record is no object", "put it in braces")
                continue
            }
            rows.append(row(kind, record.offset, cells, evidence))
        }
    }

    private mutating func row(
        _ kind: String, _ offset: Int, _ members: [JSONNode.Member], _ evidence: (Int, String?) -> PointEvidence
    ) -> Row {
        var cells: [String: (text: String, evidence: PointEvidence)] = [:]
        for member in members where member.key != layout.kindColumn {
            guard layout.columns.contains(member.key) else {
                note(
                    .unknownColumn, evidence(member.offset, member.key),
                    "there is no key '\(member.key.clipped)' here", "its value means nothing")
                continue
            }
            guard let text = member.node.cell else {
                note(
                    .badCell, evidence(member.node.offset, nil), "'\(member.key)' is no single value", "give one value")
                continue
            }
            cells[member.key] = (text, evidence(member.node.offset, text))
        }
        return Row(kind: kind, start: evidence(offset, nil), cells: cells)
    }
}

extension JSONNode {
    /// The value as a cell has it; `nil` for lists and objects.
    fileprivate var cell: String? {
        switch content {
        case .null: ""
        case .bool(let flag): flag ? "yes" : "no"
        case .integer(let number): String(number)
        case .number(let number): DecimalText.text(number)
        case .string(let text): text
        case .array, .object: nil
        }
    }
}

// MARK: Cells

/// Takes the cells of records, and notes those that cannot stand where they do.
struct RecordCells {
    private(set) var findings: [PointFinding] = []

    /// The value of a cell; `nil`, and a finding, where it cannot stand there.
    mutating func value<Value>(
        _ row: RecordTable.Row, _ column: String, _ hint: String, mayBeEmpty: Bool = true,
        _ parse: (String) -> Value?
    ) -> Value? {
        let text = row.text(column)
        if text.isEmpty, mayBeEmpty { return nil }
        if let value = parse(text) { return value }
        note(.badCell, row, column, "'\(text.clipped)' cannot stand in '\(column)'", hint)
        return nil
    }

    /// The number of a cell.
    mutating func number(
        _ row: RecordTable.Row, _ column: String, where fits: (Double) -> Bool = { _ in true }
    ) -> Double? {
        value(row, column, "write a number like '0.5'") { text in
            DecimalText.number(text).flatMap { fits($0) ? $0 : nil }
        }
    }

    /// The whole number of a cell.
    mutating func whole<Number: FixedWidthInteger>(
        _ row: RecordTable.Row, _ column: String, in range: ClosedRange<Number>
    ) -> Number? {
        value(row, column, "write a whole number from \(range.lowerBound) to \(range.upperBound)") { text in
            Number(text).flatMap { range.contains($0) ? $0 : nil }
        }
    }

    mutating func note(
        _ rule: PointRule, _ row: RecordTable.Row, _ column: String?, _ message: String, _ hint: String
    ) {
        findings.append(
            PointFinding(
                rule, subject: "line \(row.line)", message, hint: hint, evidence: [row.evidence(column)]))
    }
}
