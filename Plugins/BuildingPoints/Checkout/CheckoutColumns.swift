import PhaseLoom

/// The columns of a file of separated values whose titles are known, wherever they stand.
struct CheckoutColumns {
    let text: DelimitedText
    private let places: [String: Int]
    private(set) var findings: [PointFinding]

    /// Finds the columns.
    ///
    /// - Parameters:
    ///   - bytes: the file.
    ///   - file: the name by which findings call it.
    ///   - titles: the titles that are known.
    ///   - required: those of them that cannot be missing.
    init(_ bytes: [UInt8], file: String, titles: [String], required: [String]) {
        text = DelimitedText(bytes, file: file) { title in titles.contains { $0.bare == title.bare } }
        findings = text.findings
        var places: [String: Int] = [:]
        let known = Dictionary(titles.map { ($0.bare, $0) }) { one, _ in one }
        for (place, cell) in (text.rows.first?.cells ?? []).enumerated() {
            guard let title = known[cell.text.bare] else { continue }
            if places[title] == nil {
                places[title] = place
            } else if let row = text.rows.first {
                findings.append(
                    PointFinding(
                        .badCell, subject: file, "the column '\(title)' stands twice", hint: "keep one of the two",
                        evidence: [text.evidence(row, place)]))
            }
        }
        self.places = places
        // A comma in a number that is not in quotes moves all cells behind it: 20,5 ± 0,5 would become 20 ± 5.
        let count = text.rows.first?.cells.count ?? 0
        for row in text.rows.dropFirst() where row.cells.count > count {
            findings.append(
                PointFinding(
                    .badCell, subject: "line \(row.line)",
                    "the line has \(row.cells.count) cells, and there are \(count) titles",
                    hint: "put a cell with a separator in it in quotes", evidence: [text.evidence(row, count)]))
        }
        for title in required where places[title] == nil {
            findings.append(
                PointFinding(
                    .missingColumn, subject: file, "there is no column '\(title)'", hint: "add it",
                    evidence: text.rows.first.map { [text.evidence($0, nil)] } ?? [PointEvidence(file: file)]))
        }
    }

    /// The rows below the titles; none where a title that is needed is missing.
    var rows: ArraySlice<DelimitedText.Row> {
        findings.contains { $0.rule == .missingColumn } ? [] : text.rows.dropFirst()
    }

    /// Whether the file has a column.
    func has(_ title: String) -> Bool { places[title] != nil }

    /// The text of a cell; empty where the row or the file has none.
    func cell(_ title: String, _ row: DelimitedText.Row) -> String { row.text(places[title]) }

    /// Notes what is wrong with a cell.
    mutating func note(
        _ rule: PointRule, _ row: DelimitedText.Row, _ title: String, _ message: String, _ hint: String
    ) {
        let evidence = text.evidence(row, places[title], value: cell(title, row))
        findings.append(
            PointFinding(rule, subject: "line \(row.line)", message, hint: hint, evidence: [evidence]))
    }

    /// Makes something of a cell; `nil`, and a note unless it is empty, for what cannot stand in it.
    mutating func parsed<Value>(
        _ title: String, _ row: DelimitedText.Row, _ hint: String, _ parse: (String) -> Value?
    ) -> Value? {
        let text = cell(title, row)
        guard !text.isEmpty else { return nil }
        if let value = parse(text) { return value }
        note(.badCell, row, title, "'\(text.clipped)' cannot stand in '\(title)'", hint)
        return nil
    }

    /// A number; its decimal sign may be a comma where commas do not separate cells.
    mutating func number(
        _ title: String, _ row: DelimitedText.Row, where fits: (Double) -> Bool = { _ in true }
    ) -> Double? {
        parsed(title, row, "write a number like '0.5'") { text in
            (DecimalText.number(text) ?? DecimalText.numberWithComma(text)).flatMap { fits($0) ? $0 : nil }
        }
    }

    /// What a point should show: a number, whose decimal sign may be a comma, or the name of a state.
    mutating func value(_ title: String, _ row: DelimitedText.Row) -> String {
        let text = cell(title, row)
        guard DecimalText.number(text) == nil else { return text }
        if let number = DecimalText.numberWithComma(text) { return DecimalText.text(number) }
        if Double(text) != nil {
            note(
                .badCell, row, title, "'\(text.clipped)' cannot stand in '\(title)'",
                "write a number like '21.5', or the name of a state")
            return ""
        }
        return text
    }
}
