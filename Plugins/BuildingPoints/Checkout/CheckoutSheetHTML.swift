import PhaseLoom

extension CheckoutSheet {
    /// The sheet as a page that prints on A4, with lines for those who sign it.
    ///
    /// The result of each point stands in words, so that nothing depends on colours; the header of a table is repeated
    /// on every page.
    ///
    /// - Complexity: O(*n*) in the number of points.
    public var html: String {
        let counted = counts.map { "<dt>\($0.result.rawValue)</dt><dd>\($0.count)</dd>\n" }.joined()
        let points = HTMLText.table("Points", Self.titles, rows.map { ($0.result.style, $0.printed) })
        let carried = HTMLText.table(
            "Evidence: the messages that carried the values", Self.evidenceTitles,
            rows.flatMap(\.evidence).map { ("", $0) })
        return HTMLText.page(
            title: site.isEmpty ? "Point checkout" : "Point checkout: \(site)",
            "<dl>\n\(counted)</dl>\n\(points)\(Self.signatures)\(carried)")
    }

    private static let titles: [(title: String, isNumber: Bool)] = [
        ("point", false), ("expected", true), ("tolerance", true), ("shown", true), ("units", false), ("state", false),
        ("status", false), ("result", false), ("reason", false), ("read at", false), ("tester", false),
        ("deficiency, remark", false),
    ]

    private static let evidenceTitles: [(title: String, isNumber: Bool)] = [
        ("point", false), ("read at", false), ("octets", false),
    ]

    private static let signatures: String = {
        let line = "____________________"
        let roles = ["Checked by", "Witnessed by", "Accepted by"]
        let rows = roles.map { (style: "", cells: [$0, line, line, line]) }
        let titles = ["", "name", "signature", "date"].map { (title: $0, isNumber: false) }
        return HTMLText.table("Signatures", titles, rows)
    }()
}

extension CheckoutResult {
    fileprivate var style: String {
        switch self {
        case .agrees: ""
        case .differs, .unread, .deficient: "fail"
        case .unreliable, .open: "warn"
        }
    }
}

extension CheckoutRow {
    /// The cells of the printed row; what both ends show stands side by side.
    fileprivate var printed: [String] {
        let readings = [sourceReading, targetReading].compactMap { $0 }
        func both(_ text: (CheckoutReading) -> String) -> String {
            readings.map(text).filter { !$0.isEmpty }.joined(separator: " → ")
        }
        let wanted = [expectation.value, expectation.stateText].filter { !$0.isEmpty }.joined(separator: " ")
        let notes = [deficiency, remark].filter { !$0.isEmpty }.joined(separator: " · ")
        return [
            "\(source) → \(target)", expectation.end == .target && expectation.isTold ? "→ \(wanted)" : wanted,
            expectation.tolerance.map(DecimalText.text) ?? "", both { $0.value ?? "—" }, both(\.units),
            both(\.stateText), both { $0.status.joined(separator: " ") }, result.rawValue,
            deficiencies.map(\.message).joined(separator: "; "), both { $0.time?.description ?? "" }, tester, notes,
        ]
    }

    fileprivate var evidence: [[String]] {
        [(source, sourceReading), (target, targetReading)].compactMap { point, reading in
            guard let reading, !reading.octets.isEmpty else { return nil }
            let octets = reading.octets.map(Hexadecimal.text).joined(separator: " ")
            return [point.description, reading.time?.description ?? "", octets]
        }
    }
}
