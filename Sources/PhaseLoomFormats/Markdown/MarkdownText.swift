extension String {
    /// The text so that Markdown shows it as it is, on one line and within a table's cell.
    ///
    /// Every ASCII character that CommonMark (0.31, 2.4) lets a backslash escape and that begins markup inside a line
    /// gets one; `&` and `<` become entities, so that no HTML comes through.
    var markdown: String {
        let text = sanitised
        let mark = text.listMark
        var result = ""
        for (place, character) in text.unicodeScalars.enumerated() {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\\", "`", "*", "_", "[", "]", "|", "~", "#", "!", "$": result += "\\\(character)"
            default:
                if place == mark { result += "\\" }
                result.unicodeScalars.append(character)
            }
        }
        return result
    }

    /// The place of the character that makes the beginning of the text look like an item of a list, if there is one.
    var listMark: Int? {
        let digits = unicodeScalars.prefix { ("0"..."9").contains($0) }.count
        guard let next = unicodeScalars.dropFirst(digits).first else { return nil }
        if digits > 0 { return next == "." || next == ")" ? digits : nil }
        return ["-", "+", "="].contains(next) ? 0 : nil
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
