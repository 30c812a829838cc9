import PhaseLoom

extension CheckoutSheet {
    /// The columns of an end.
    private static let ofEnd = ["value", "shown units", "state", "status", "fault", "time", "octets"]

    private static let before = [
        "source", "target", "scale", "offset", "source units", "target units", "expected", "expected at", "tolerance",
        "state text",
    ]
    private static let after = ["result", "reason", "tester", "deficiency", "remark"]

    private static func ended(_ title: String, _ end: CheckoutExpectation.End) -> String { "\(end.rawValue) \(title)" }

    private static let columns =
        before + CheckoutExpectation.End.allCases.flatMap { end in ofEnd.map { ended($0, end) } } + after

    /// The sheet as comma-separated values; no text begins like a formula.
    ///
    /// - Complexity: O(*n*) in the number of points.
    public var csv: String {
        var csv = CSVText()
        csv.add(Self.columns)
        for row in rows { csv.add(row.cells) }
        return csv.text
    }

    /// Reads a sheet as comma-separated values, as a tester hands it back.
    ///
    /// Columns may stand in any order, and others between them. The columns `tester`, `deficiency` and `remark` are
    /// those of the tester, who also enters the value of an end on no network. A result that does not follow from what
    /// the line says was read is a finding.
    ///
    /// - Parameters:
    ///   - bytes: the file.
    ///   - file: the name by which findings call it.
    /// - Returns: the sheet, and what is wrong with the file; nothing of a sheet with findings should be used.
    /// - Complexity: O(*n*) in the number of bytes.
    public static func read(csv bytes: [UInt8], file: String) -> (sheet: CheckoutSheet, findings: [PointFinding]) {
        var columns = CheckoutColumns(
            bytes, file: file, titles: Self.columns, required: ["source", "target", "result"])
        var rows: [CheckoutRow] = []
        var seen: Set<[PointReference]> = []
        for line in columns.rows {
            guard let row = row(line, &columns) else { continue }
            if !seen.insert([row.source, row.target]).inserted {
                columns.note(.doublePoint, line, "source", "the point stands twice", "keep one of the lines")
            }
            check(row, line, &columns)
            rows.append(row)
        }
        return (CheckoutSheet(rows: rows), columns.findings.filter { $0.rule.severity == .error }.inFileOrder)
    }

    private static func row(_ line: DelimitedText.Row, _ columns: inout CheckoutColumns) -> CheckoutRow? {
        func point(_ title: String) -> PointReference? {
            let hint = "leave the points as the sheet had them"
            if columns.cell(title, line).isEmpty { columns.note(.badCell, line, title, "there is no point", hint) }
            return columns.parsed(title, line, hint) { PointReference($0) }
        }
        guard let source = point("source"), let target = point("target") else { return nil }
        let scale = columns.number("scale", line) { $0 != 0 } ?? 1
        let offset = columns.number("offset", line) ?? 0
        var row = CheckoutRow(
            source: source, target: target, conversion: LinearConversion(scale: scale, offset: offset) ?? .identity)
        row.expectation.value = columns.cell("expected", line)
        row.expectation.end =
            columns.parsed("expected at", line, "write 'source' or 'target'") { CheckoutExpectation.End(rawValue: $0) }
            ?? .source
        row.expectation.tolerance = columns.number("tolerance", line) { $0 >= 0 }
        row.expectation.stateText = columns.cell("state text", line)
        row.sourceUnits = columns.cell("source units", line)
        row.targetUnits = columns.cell("target units", line)
        row.sourceReading = reading(.source, line, &columns)
        row.targetReading = reading(.target, line, &columns)
        row.tester = columns.cell("tester", line)
        row.deficiency = columns.cell("deficiency", line)
        row.remark = columns.cell("remark", line)
        return row
    }

    private static func reading(
        _ end: CheckoutExpectation.End, _ line: DelimitedText.Row, _ columns: inout CheckoutColumns
    ) -> CheckoutReading? {
        let cells = ofEnd.map { columns.cell(ended($0, end), line) }
        guard cells.contains(where: { !$0.isEmpty }) else { return nil }
        var reading = CheckoutReading(cells[0].isEmpty && !cells[4].isEmpty ? nil : cells[0])
        reading.units = cells[1]
        reading.stateText = cells[2]
        reading.status = cells[3].split(separator: " ").map(String.init)
        reading.fault = cells[4]
        reading.time = columns.parsed(ended("time", end), line, "leave the time as the sheet had it") {
            try? Timestamp(parsing: $0)
        }
        reading.octets =
            columns.parsed(ended("octets", end), line, "leave the octets as the sheet had them") { text in
                let messages = text.split(separator: " ").map { word in
                    word.hasPrefix("0x") ? Hexadecimal.octets(String(word.dropFirst(2))) : nil
                }
                return messages.contains(nil) ? nil : messages.compactMap(\.self)
            } ?? []
        return reading
    }

    /// Notes what a line says that nobody can have seen.
    private static func check(_ row: CheckoutRow, _ line: DelimitedText.Row, _ columns: inout CheckoutColumns) {
        for (end, point, reading) in [
            (CheckoutExpectation.End.source, row.source, row.sourceReading), (.target, row.target, row.targetReading),
        ] {
            guard let reading, let lack = row.lack(of: reading, at: point) else { continue }
            columns.note(lack.rule, line, ended("value", end), lack.message, lack.hint)
        }
        let result = columns.cell("result", line)
        if row.allowedResults.contains(result) { return }
        columns.note(
            .resultChanged, line, "result",
            "the sheet says '\(result.clipped)', and its values say '\(row.result.rawValue)'",
            "leave 'result' as it was; note what you saw in 'deficiency' or 'remark'")
    }
}

extension CheckoutRow {
    /// What a reading lacks that its point has to have.
    func lack(of reading: CheckoutReading, at point: PointReference) -> (
        rule: PointRule, message: String, hint: String
    )? {
        if point.isOnNetwork, reading.value != nil, reading.octets.isEmpty || reading.time == nil {
            return (
                .evidenceMissing, "what '\(point)' shows has no octets or no time",
                "check the point again: what is on a network is read, not entered"
            )
        }
        guard !point.isOnNetwork, tester.isEmpty else { return nil }
        return (.testerMissing, "what '\(point)' shows was entered by nobody", "enter your initials in 'tester'")
    }

    /// The results that a sheet may have for the row: the tester's entries came after it was written.
    var allowedResults: [String] {
        var before = self
        before.deficiency = ""
        if !source.isOnNetwork { before.sourceReading = nil }
        if !target.isOnNetwork { before.targetReading = nil }
        return [result.rawValue, before.result.rawValue]
    }

    fileprivate var cells: [String] {
        let start = [
            source.description, target.description, conversion.scale == 1 ? "" : DecimalText.text(conversion.scale),
            conversion.offset == 0 ? "" : DecimalText.text(conversion.offset), sourceUnits, targetUnits,
            expectation.value, expectation == CheckoutExpectation() ? "" : expectation.end.rawValue,
            expectation.tolerance.map(DecimalText.text) ?? "", expectation.stateText,
        ]
        let reasons = deficiencies.map { "\($0.kind.rawValue): \($0.message)" }.joined(separator: "; ")
        return start + Self.cells(of: sourceReading) + Self.cells(of: targetReading)
            + [result.rawValue, reasons, tester, deficiency, remark]
    }

    private static func cells(of reading: CheckoutReading?) -> [String] {
        guard let reading else { return Array(repeating: "", count: 7) }
        return [
            reading.value ?? "", reading.units, reading.stateText, reading.status.joined(separator: " "), reading.fault,
            reading.time?.description ?? "",
            // Without the mark, spreadsheets take octets without letters for a number and round it.
            reading.octets.map { "0x" + Hexadecimal.text($0) }.joined(separator: " "),
        ]
    }
}
