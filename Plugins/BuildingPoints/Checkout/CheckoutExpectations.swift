import PhaseLoom

/// What the points of a building should show, as a tester's list has it.
///
/// As a table it has the column `point`, and where used `expected`, `tolerance`, `units`, `state text`, `tester` and
/// `remark`, in any order. A matrix of points may have these columns beside its own; `source` is the point then.
public struct CheckoutExpectations: Sendable {
    /// A line of the list.
    struct Entry {
        let point: PointReference
        let value: String
        let tolerance: Double?
        let units: String
        let stateText: String
        let tester: String
        let remark: String
        let evidence: PointEvidence
    }

    let entries: [Entry]
    /// What is wrong with the list, in the order of lines and columns.
    public let findings: [PointFinding]

    /// A list that expects nothing.
    public static let none = CheckoutExpectations(entries: [], findings: [])

    private static let titles = ["expected", "tolerance", "units", "state text", "tester", "remark"]

    private init(entries: [Entry], findings: [PointFinding]) {
        self.entries = entries
        self.findings = findings
    }

    /// Reads a list.
    ///
    /// - Parameters:
    ///   - bytes: the file, separated values.
    ///   - file: the name by which findings call it.
    /// - Returns: what is expected, and the findings.
    /// - Complexity: O(*n*) in the number of bytes.
    public static func read(_ bytes: [UInt8], file: String) -> CheckoutExpectations {
        read(CheckoutColumns(bytes, file: file, titles: titles + ["point"], required: ["point"]), "point")
    }

    /// Reads the columns that a matrix has for it.
    ///
    /// - Parameters:
    ///   - bytes: the matrix, separated values.
    ///   - file: the name by which findings call it.
    /// - Returns: what is expected, which is nothing where the matrix has no such columns, and the findings about them.
    /// - Complexity: O(*n*) in the number of bytes.
    public static func read(matrix bytes: [UInt8], file: String) -> CheckoutExpectations {
        let columns = CheckoutColumns(bytes, file: file, titles: titles + ["source"], required: [])
        guard columns.has("source"), columns.has("expected") || columns.has("state text") else { return .none }
        return read(columns, "source")
    }

    private static func read(_ columns: CheckoutColumns, _ title: String) -> CheckoutExpectations {
        var columns = columns
        var entries: [Entry] = []
        for row in columns.rows {
            let hint = "write the point as the matrix does, such as 'bacnet:1201/analog-input,5'"
            guard !columns.cell(title, row).isEmpty else {
                columns.note(.badCell, row, title, "the line names no point", hint)
                continue
            }
            guard let point = columns.parsed(title, row, hint, { PointReference($0) }) else { continue }
            entries.append(
                Entry(
                    point: point, value: columns.value("expected", row),
                    tolerance: columns.number("tolerance", row) { $0 >= 0 }, units: columns.cell("units", row),
                    stateText: columns.cell("state text", row), tester: columns.cell("tester", row),
                    remark: columns.cell("remark", row),
                    evidence: columns.text.evidence(row, nil, value: columns.cell(title, row))))
        }
        return CheckoutExpectations(entries: entries, findings: columns.findings.inFileOrder)
    }
}
