/// Writes values with separators, as RFC 4180 has them, so that no spreadsheet takes a text for a formula.
///
/// A text that begins with `=`, `+`, `-`, `@`, a tab or a carriage return gets an apostrophe before it, unless it is a
/// number; so does one that begins with apostrophes before such a character, which makes reading back unambiguous.
struct CSVText {
    private(set) var text = ""
    private let separator: String

    init(separator: Character = ",") { self.separator = String(separator) }

    /// Adds a line of cells.
    mutating func add(_ cells: [String]) {
        text += cells.map { Self.quoted(Self.neutralised($0), separator) }.joined(separator: separator)
        text += "\n"
    }

    /// Whether a spreadsheet would compute a text instead of showing it.
    static func isFormula(_ text: some StringProtocol) -> Bool {
        guard let first = text.utf8.first, starts.contains(first) else { return false }
        return DecimalText.number(text) == nil
    }

    private static let starts = Array("=+-@\t\r".utf8)
    private static let mark = UInt8(ascii: "'")

    static func neutralised(_ text: String) -> String {
        isFormula(Substring(text).drop { $0 == "'" }) ? "'" + text : text
    }

    /// The text without the apostrophe that ``neutralised(_:)`` puts before it.
    static func restored(_ text: String) -> String {
        text.utf8.first == mark && isFormula(Substring(text).drop { $0 == "'" }) ? String(text.dropFirst()) : text
    }

    private static func quoted(_ text: String, _ separator: String) -> String {
        let needsQuotes =
            text.utf8.contains { $0 == UInt8(ascii: "\"") || $0 < 0x20 } || text.contains(separator)
            || text.utf8.first == UInt8(ascii: " ") || text.utf8.last == UInt8(ascii: " ")
        return needsQuotes
            ? "\""
                + text.split(separator: "\"", omittingEmptySubsequences: false)
                .joined(separator: "\"\"") + "\"" : text
    }
}
