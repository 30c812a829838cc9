extension String {
    /// The text so that Markdown shows it as it is, on one line and within a table's cell.
    ///
    /// Every ASCII character that CommonMark (0.31, 2.4) lets a backslash escape and that begins markup inside a line
    /// gets one; `&` and `<` become entities, so that no HTML comes through.
    var markdown: String {
        var result = ""
        for character in sanitised {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\\", "`", "*", "_", "[", "]", "|", "~", "#", "!", "$": result += "\\\(character)"
            default: result.append(character)
            }
        }
        return result
    }

    /// The text as code; identifiers have no character that could end it.
    var code: String { "`\(sanitised.replacing("`", with: "'").replacing("|", with: "¦"))`" }
}

/// A table of Markdown, whose cells are already escaped.
struct MarkdownTable {
    let head: [String]
    var rows: [[String]] = []

    /// The lines of the table, none when it has no rows.
    var lines: [String] {
        guard !rows.isEmpty else { return [] }
        let all = [head, head.map { _ in "---" }] + rows
        return all.map { "| " + $0.joined(separator: " | ") + " |" }
    }
}
