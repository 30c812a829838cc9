public import PhaseLoom

/// A budget as text, as a page that prints, and for programs.
public struct BudgetReport: Sendable {
    /// The name of the format, with its version.
    public static let format = "phaseloom.trunk-budget/1"

    /// The budget.
    public let budget: TrunkBudget

    /// Makes the report of a budget.
    public init(_ budget: TrunkBudget) { self.budget = budget }

    // MARK: text

    private static let width = 40

    /// The loads as bars, one trunk a line, with the parts below it and the findings at the end.
    ///
    /// The bar comes before the names, so that names of any width do not shift it.
    ///
    /// - Complexity: O(*n*) in the number of parts.
    public var text: String {
        var text = ""
        for load in budget.loads {
            text += "\(Self.share(load.load)) \(Self.bar(load)) \(load.trunk.id.clipped): \(load.trunk.summary)\n"
            for part in load.parts {
                text += "\(Self.share(part.load))   \(part.subject): \(part.explanation), "
                text += "\(DecimalText.text(part.seconds * 1000, places: 1)) ms each\n"
            }
            if let obstacle = load.obstacle { text += "           \(obstacle)\n" }
        }
        for finding in budget.findings { text += finding.text + "\n" }
        return text
    }

    /// A share in eight columns.
    private static func share(_ share: Double?) -> String {
        guard let share else { return "       ?" }
        let text = DecimalText.text(share * 100, places: 1)
        let whole = text.contains(".") ? text : text + ".0"
        return String(repeating: " ", count: max(0, 6 - whole.utf8.count)) + whole + " %"
    }

    /// A bar of blocks with a mark where the reserve begins; what goes beyond the trunk ends in `»`.
    private static func bar(_ load: TrunkLoad) -> String {
        let share = load.load ?? 0
        let filled = Int(min(max(share, 0), 1) * Double(width) + 0.5)
        let mark = Int(min(max(load.limit, 0), 1) * Double(width) + 0.5)
        var bar = ""
        for place in 0..<width {
            if place == mark { bar += "|" }
            bar += place < filled ? "█" : "·"
        }
        if mark >= width { bar += "|" }
        return bar + (share > 1 ? "»" : " ")
    }

    // MARK: JSON

    /// The budget as JSON in the format `phaseloom.trunk-budget/1`.
    ///
    /// - Complexity: O(*n*) in the number of parts.
    public var json: JSONValue {
        var members = RecordMembers()
        members.add("format", Self.format)
        members.add("largest", budget.largest)
        members.add("trunks", budget.loads.map(\.json))
        members.add("findings", budget.findings.map(\.json))
        return members.value
    }

    // MARK: page

    /// The budget as a page that prints: bars, what makes them up, and the findings.
    ///
    /// - Complexity: O(*n*) in the number of parts.
    public var html: String {
        let parts = budget.loads.flatMap { load in
            load.parts.map { part in
                (
                    style: load.isOverloaded ? "fail" : "",
                    cells: [
                        load.trunk.id, part.subject, part.explanation,
                        DecimalText.text(part.requestsPerSecond, places: 3),
                        DecimalText.text(part.seconds * 1000, places: 1), part.load.percent,
                    ]
                )
            }
        }
        let columns = [
            ("trunk", false), ("device", false), ("requests", false), ("per second", true), ("ms each", true),
            ("load", true),
        ].map { (title: $0.0, isNumber: $0.1) }
        let findings = budget.findings.map { finding in
            (
                style: finding.rule.severity == .error ? "fail" : "warn",
                cells: [finding.subject, finding.message, finding.hint]
            )
        }
        return HTMLText.page(
            title: "Trunk budget",
            bars + HTMLText.table("What makes up the load", columns, parts)
                + HTMLText.table("Findings", ["subject", "finding", "advice"].map { ($0, false) }, findings))
    }

    private static let scale = 500.0

    private var bars: String {
        let height = 28 * budget.loads.count + 8
        var svg =
            "<svg viewBox=\"0 0 760 \(height)\" width=\"760\" height=\"\(height)\" role=\"img\" aria-label=\"Load of each trunk\">\n"
        for (place, load) in budget.loads.enumerated() {
            let top = 28 * place + 4
            let share = min(max(load.load ?? 0, 0), 1)
            let colour = load.isOverloaded ? "#cf222e" : "#0969da"
            let mark = Int(min(max(load.limit, 0), 1) * Self.scale) + 240
            let number = load.load.map(\.percent) ?? "unknown"
            svg +=
                "<text x=\"0\" y=\"\(top + 15)\" font-size=\"13\">\(HTMLText.escaped(load.trunk.id.clipped))</text>\n"
            svg += "<rect x=\"240\" y=\"\(top)\" width=\"500\" height=\"20\" fill=\"#eaeef2\"/>\n"
            svg +=
                "<rect x=\"240\" y=\"\(top)\" width=\"\(Int(share * Self.scale))\" height=\"20\" fill=\"\(colour)\"/>\n"
            svg += "<line x1=\"\(mark)\" x2=\"\(mark)\" y1=\"\(top - 2)\" y2=\"\(top + 22)\" stroke=\"#1b1f24\"/>\n"
            svg += "<text x=\"176\" y=\"\(top + 15)\" font-size=\"13\">\(number)</text>\n"
        }
        return svg + "</svg>\n"
    }
}

extension NetworkTrunk {
    /// What a person wants to know of the trunk beside its name.
    fileprivate var summary: String {
        let line = baud.map { " \($0) bit/s" } ?? ""
        return kind.rawValue + line + (kind == .modbusRTU ? " \(format.text)" : "")
    }
}

extension TrunkLoad {
    fileprivate var json: JSONValue {
        var members = RecordMembers()
        members.add("trunk", trunk.id)
        members.add("kind", trunk.kind.rawValue)
        members.add("load", load)
        members.add("limit", DecimalText.rounded(limit))
        members.add("requestsPerSecond", requestsPerSecond)
        members.add("obstacle", obstacle)
        members.add("parts", parts.map(\.json))
        return members.value
    }
}

extension LoadPart {
    fileprivate var json: JSONValue {
        var members = RecordMembers()
        members.add("subject", subject)
        members.add("explanation", explanation)
        members.add("requestsPerSecond", DecimalText.rounded(requestsPerSecond))
        members.add("seconds", DecimalText.rounded(seconds))
        members.add("load", DecimalText.rounded(load))
        return members.value
    }
}
