/// Tables in the Markdown that most programs show.
enum MarkdownText {
    static func table(_ columns: [(title: String, isNumber: Bool)], _ rows: [[String]]) -> String {
        var text = line(columns.map { escaped($0.title) })
        text += line(columns.map { $0.isNumber ? "---:" : "---" })
        for row in rows { text += line(row.map(escaped)) }
        return text
    }

    private static func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }

    /// The text with everything escaped that would end a cell or start markup.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if scalar.value < 0x20 || scalar.value == 0x7F {
                result += " "
            } else {
                if "\\`*_[]<>|#".unicodeScalars.contains(scalar) { result += "\\" }
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
