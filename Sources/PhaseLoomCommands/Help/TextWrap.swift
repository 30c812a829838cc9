import PhaseLoomFormats

/// Breaks running text into lines.
enum TextWrap {
    /// The words of a text on lines of at most so many columns; a longer word stands on a line of its own.
    ///
    /// - Complexity: O(*n*) in the length of the text.
    static func lines(_ text: String, columns: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var width = 0
        // Words end at ASCII characters, so bytes are enough to find them.
        for word in text.utf8.split(whereSeparator: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }) {
            let length = self.columns(of: word)
            if width > 0, width + 1 + length > columns {
                lines.append(line)
                line = ""
                width = 0
            }
            if width > 0 { line += " " }
            line += Substring(word)
            width += length + (width > 0 ? 1 : 0)
        }
        return width > 0 || lines.isEmpty ? lines + [line] : lines
    }

    private static func columns(of word: Substring.UTF8View) -> Int {
        word.allSatisfy { $0 < 0x80 } ? word.count : String(Substring(word)).columns
    }
}
