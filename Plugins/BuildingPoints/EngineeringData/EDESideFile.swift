/// A table that stands beside an engineering data exchange list.
public struct EDESideFile: Hashable, Sendable {
    /// What the table holds.
    public let kind: Kind
    /// The file as it was read.
    public let bytes: [UInt8]
    /// The name by which findings call it.
    public let file: String

    /// The kinds of side tables.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The texts of states by reference number.
        case stateTexts = "StateTexts"
        /// The names of object types.
        case objectTypes = "ObjTypes"
        /// The names of units.
        case units = "Units"
    }

    /// Makes a side table of a file.
    public init(_ kind: Kind, _ bytes: [UInt8], file: String) {
        self.kind = kind
        self.bytes = bytes
        self.file = file
    }

    /// Makes a side table of a file whose name tells what it holds, such as `site_StateTexts.csv`.
    ///
    /// - Returns: `nil` for any other name.
    public init?(_ bytes: [UInt8], file: String) {
        let name = file.bare
        let kinds: [(String, Kind)] = [("statetexts", .stateTexts), ("objtypes", .objectTypes), ("units", .units)]
        guard let kind = kinds.first(where: { name.hasSuffix($0.0 + "csv") || name.hasSuffix($0.0) })?.1 else {
            return nil
        }
        self.init(kind, bytes, file: file)
    }

    /// The rows with a number before their texts, and what is odd about the file.
    var numbered: (rows: [(number: UInt32, texts: [String])], findings: [PointFinding]) {
        let text = DelimitedText(bytes, file: file) { ["referencenumber", "code", "number"].contains($0.bare) }
        var findings = text.findings
        var rows: [(number: UInt32, texts: [String])] = []
        var lines: [UInt32: Int] = [:]
        for row in text.rows where !row.text(0).hasPrefix("#") {
            guard let number = UInt32(row.text(0)) else {
                // A header without its '#' begins with letters.
                if rows.isEmpty { continue }
                findings.append(
                    PointFinding(
                        .badCell, subject: "line \(row.line)", "'\(row.text(0).clipped)' is no number",
                        hint: "begin the row with a whole number", evidence: [text.evidence(row, 0, value: row.text(0))]
                    ))
                continue
            }
            if let first = lines.updateValue(row.line, forKey: number) {
                findings.append(
                    PointFinding(
                        .duplicateKey, subject: "line \(row.line)", "\(number) stands on line \(first) already",
                        hint: "keep one of the two", evidence: [text.evidence(row, 0)]))
                continue
            }
            var texts = row.cells.indices.dropFirst().map { row.text($0) }
            while texts.last == "" { texts.removeLast() }
            rows.append((number, texts))
        }
        return (rows.sorted { $0.number < $1.number }, findings)
    }
}
