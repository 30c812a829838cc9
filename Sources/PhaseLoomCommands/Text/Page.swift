import PhaseLoom

/// Lays out text for people on a surface.
struct Page: Sendable {
    private let columns: Int
    private let isStyled: Bool

    /// Sets up a page; lines longer than 100 columns are hard to read, so there are none.
    init(_ surface: Surface) {
        columns = min(surface.columns, 100)
        isStyled = surface.isStyled
    }

    /// How a text stands out.
    enum Style: String {
        case bold = "1"
        case dim = "2"
        case added = "32"
        case removed = "31"
        case changed = "33"
    }

    /// A text in a style, without anything in it that steers a terminal.
    func styled(_ text: String, _ style: Style) -> String {
        isStyled ? "\u{1B}[\(style.rawValue)m\(text.safeForTerminal)\u{1B}[0m" : text.safeForTerminal
    }

    /// A paragraph with its lines indented, all but the first one by two columns more when it hangs.
    func paragraph(_ text: String, indent: Int, hanging: Bool = false) -> String {
        let (first, rest) = (String(repeating: " ", count: indent), String(repeating: " ", count: hanging ? 2 : 0))
        let lines = TextWrap.lines(text.safeForTerminal, columns: columns - indent - rest.count)
        return lines.enumerated().map { first + ($0 > 0 ? rest : "") + $1 + "\n" }.joined()
    }
}
