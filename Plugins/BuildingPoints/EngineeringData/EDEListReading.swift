extension EDEList {
    /// Reads a list in any of its dialects, and says what is odd about it.
    ///
    /// Taken are `;`, `,` and tabs between cells; header words however they are spelt, with or without `#`; UTF-8 with
    /// and without a mark, and ISO 8859-1; decimal commas; units as codes and as texts; state texts by reference and in
    /// the cell. Nothing is dropped without a finding.
    ///
    /// - Parameters:
    ///   - bytes: the file.
    ///   - file: the name by which findings call it.
    ///   - sides: the tables that stand beside it.
    /// - Returns: the list and the findings.
    /// - Complexity: O(*n* log *n*) in the number of bytes.
    public static func read(_ bytes: [UInt8], file: String, sides: [EDESideFile] = []) -> EDEReading {
        var reader = EDEReader(bytes, file: file)
        reader.read()
        var list = reader.list
        var findings = reader.findings
        for side in sides {
            let read = side.numbered
            findings += read.findings
            switch side.kind {
            case .stateTexts: list.stateTexts = read.rows.map { EDEStateText(reference: $0.number, texts: $0.texts) }
            case .objectTypes:
                list.objectTypes = read.rows.map { EDEName(number: $0.number, name: $0.texts.first ?? "") }
            case .units: list.units = read.rows.map { EDEName(number: $0.number, name: $0.texts.first ?? "") }
            }
        }
        let sidesGiven = sides.contains { $0.kind == .stateTexts }
        findings += EDEChecks(list, reader, knowsStateTexts: sidesGiven).findings
        return EDEReading(
            list: list, file: file, separator: reader.text.separator, encoding: reader.text.source.encoding,
            synonyms: reader.synonyms, lines: reader.lines, findings: findings.inFileOrder)
    }
}

extension [PointFinding] {
    /// The findings in the order of files, lines and columns.
    var inFileOrder: [PointFinding] {
        stably { one, other in
            let (here, there) = (one.evidence.first, other.evidence.first)
            return (here?.file ?? "", here?.line ?? 0, here?.column ?? 0, one.rule.id)
                < (there?.file ?? "", there?.line ?? 0, there?.column ?? 0, other.rule.id)
        }
    }
}
