import PhaseLoom

/// The rows of a file of separated values, with the place of each cell.
struct DelimitedText {
    /// A row whose cells are not all empty.
    struct Row {
        let line: Int
        let cells: [CSVReader.Field]

        /// The text of a cell, without the apostrophe before a formula; empty beyond the end of the row.
        func text(_ place: Int?) -> String {
            guard let place, cells.indices.contains(place) else { return "" }
            return CSVText.restored(cells[place].text)
        }
    }

    let file: String
    let source: FileText
    let separator: Character
    private(set) var rows: [Row] = []
    /// Where the grammar is broken; nothing behind it was read.
    private(set) var breach: InputProblem?
    private let index: LineIndex

    /// Reads a file.
    ///
    /// - Complexity: O(*n*) in the number of bytes.
    init(_ bytes: [UInt8], file: String, headed isHeader: (String) -> Bool) {
        self.file = file
        source = FileText(bytes)
        index = LineIndex(source.bytes)
        separator = Self.separator(of: source.bytes, headed: isHeader)
        var reader = CSVReader(source.bytes, separator: separator.asciiValue ?? UInt8(ascii: ","))
        do {
            while let cells = try reader.next() {
                guard cells.contains(where: { !$0.text.isEmpty }) else { continue }
                rows.append(Row(line: index.place(of: cells[0].offset).line, cells: cells))
            }
        } catch {
            breach = error
        }
    }

    /// The separator that splits most of the first lines' titles; of equal ones the first of `;`, `,` and tab.
    private static func separator(of bytes: [UInt8], headed isHeader: (String) -> Bool) -> Character {
        let lines = bytes.prefix(1 << 16).split(whereSeparator: { $0 == 10 || $0 == 13 }).prefix(20)
        var best: (character: Character, titles: Int, cells: Int) = (",", 0, 0)
        for candidate in [Character(";"), ",", "\t"] {
            for line in lines {
                let cells = String(decoding: line, as: UTF8.self).split(
                    separator: candidate, omittingEmptySubsequences: false)
                let titles = cells.count { isHeader($0.filter { $0 != "\"" }) }
                if (titles, cells.count) > (best.titles, best.cells) { best = (candidate, titles, cells.count) }
            }
        }
        return best.character
    }

    /// Evidence that points at a cell.
    func evidence(_ row: Row, _ place: Int?, value: String? = nil) -> PointEvidence {
        let cell = place.flatMap { row.cells.indices.contains($0) ? row.cells[$0] : nil } ?? row.cells.first
        let position = index.place(of: cell?.offset ?? 0)
        return PointEvidence(file: file, line: position.line, column: position.column, value: value)
    }

    /// What is odd about the file itself: its grammar and its character set.
    var findings: [PointFinding] {
        var findings: [PointFinding] = []
        if source.encoding == .latin1 {
            findings.append(
                PointFinding(
                    .encodingFallback, subject: file, "the file is not UTF-8 and was read as ISO 8859-1",
                    hint: "save it as UTF-8", evidence: [PointEvidence(file: file)]))
        }
        if let breach {
            let place = index.place(of: breach.offset)
            findings.append(
                PointFinding(
                    .grammar, subject: file, breach.message + "; nothing behind it was read", hint: breach.hint,
                    evidence: [PointEvidence(file: file, line: place.line, column: place.column)]))
        }
        return findings
    }
}
