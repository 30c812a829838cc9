public import PhaseLoom

/// A sheet of points that were checked: expected beside observed, with the octets as evidence.
public struct CheckoutSheet: Hashable, Sendable {
    /// The name of the format, with its version.
    public static let format = "phaseloom.checkout/1"

    /// The name of the building or the part of it; empty when it is not told.
    public var site: String
    /// The points in the order in which they were checked.
    public var rows: [CheckoutRow]

    /// Makes a sheet of rows.
    public init(site: String = "", rows: [CheckoutRow]) {
        self.site = site
        self.rows = rows
    }

    /// The share of points that agree; `nil` for a sheet without points.
    public var agreeingShare: Double? {
        rows.isEmpty ? nil : Double(rows.count { $0.result == .agrees }) / Double(rows.count)
    }

    private static let columns = [
        "point", "expected", "observed", "tolerance", "units", "state text", "result", "time", "octets", "remark",
    ]

    /// The sheet as JSON in the format `phaseloom.checkout/1`.
    public var json: JSONValue {
        var members = RecordMembers()
        members.add("format", Self.format)
        members.add("site", site.isEmpty ? nil : site)
        members.add("rows", value: .array(rows.map(\.json)))
        return members.value
    }

    /// The sheet as comma-separated values; no text begins like a formula.
    public var csv: String {
        var csv = CSVText()
        csv.add(Self.columns)
        for row in rows { csv.add(row.cells) }
        return csv.text
    }

    /// The sheet as a page that prints, with lines for those who sign it.
    public var html: String {
        let counts = CheckoutResult.allCases.map { result in (result.rawValue, rows.count { $0.result == result }) }
        let list = counts.map { "<dt>\($0.0)</dt><dd>\($0.1)</dd>\n" }.joined()
        let columns = Self.columns.map { (title: $0, isNumber: ["expected", "observed", "tolerance"].contains($0)) }
        let table = HTMLText.table("Points", columns, rows.map { ($0.result.style, $0.cells) })
        let lines =
            "<dl><dt>Checked by</dt><dd>____________________</dd><dt>Date</dt><dd>____________________</dd></dl>\n"
        return HTMLText.page(
            title: site.isEmpty ? "Point checkout" : "Point checkout: \(site)", "<dl>\n\(list)</dl>\n\(table)\(lines)")
    }
}

extension CheckoutResult {
    fileprivate var style: String {
        switch self {
        case .agrees: ""
        case .differs, .unread: "fail"
        case .unreliable, .open: "warn"
        }
    }
}

extension CheckoutRow {
    fileprivate var cells: [String] {
        [
            point, expected, observed ?? "", tolerance.map(DecimalText.text) ?? "", units, stateText, result.rawValue,
            time,
            Hexadecimal.text(octets), remark,
        ]
    }

    fileprivate var json: JSONValue {
        var members = RecordMembers()
        members.add("point", point)
        members.add("expected", expected)
        members.add("observed", observed)
        members.add("tolerance", tolerance)
        members.add("units", units.isEmpty ? nil : units)
        members.add("stateText", stateText.isEmpty ? nil : stateText)
        members.add("unreliable", isUnreliable ? true : nil)
        members.add("result", result.rawValue)
        members.add("time", time.isEmpty ? nil : time)
        members.add("octets", octets.isEmpty ? nil : Hexadecimal.text(octets))
        members.add("remark", remark.isEmpty ? nil : remark)
        return members.value
    }
}
