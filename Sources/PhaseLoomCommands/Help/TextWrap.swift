/// Breaks running text into lines.
enum TextWrap {
    /// The words of a text on lines of at most so many columns; a longer word stands on a line of its own.
    ///
    /// - Complexity: O(*n*) in the length of the text.
    static func lines(_ text: String, columns: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var width = 0
        for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            let length = word.count
            if width > 0, width + 1 + length > columns {
                lines.append(line)
                line = ""
                width = 0
            }
            line += width > 0 ? " \(word)" : word
            width += length + (width > 0 ? 1 : 0)
        }
        return width > 0 || lines.isEmpty ? lines + [line] : lines
    }
}
