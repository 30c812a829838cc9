import PhaseLoom

/// Lines for people within a width, gathered section by section.
struct Sheet {
    let columns: Int
    private(set) var lines: [[Span]] = []

    init(_ surface: Surface) { columns = surface.columns }

    /// Adds lines as they are.
    mutating func add(_ lines: [[Span]]) { self.lines += lines }

    /// Adds a paragraph; all lines but the first are set in further when it hangs.
    mutating func add(_ spans: [Span], indent: Int = 0, hanging: Int = 2) {
        add(indented(spans, columns, by: indent, hanging: hanging))
    }

    /// Begins a section, with a blank line before it unless it is the first.
    mutating func begin(_ title: String, _ note: String = "") {
        if !lines.isEmpty { lines.append([]) }
        add([Span(title, .strong)] + (note.isEmpty ? [] : [Span(" · \(note)", .faint)]))
    }

    /// Adds rows side by side under heads; where they are too wide for the sheet, the widest columns wrap.
    mutating func add(table rows: [[[Span]]], heads: [String] = [], indent: Int = 0) {
        let head = heads.map { [Span($0, .faint)] }
        let all = heads.isEmpty ? rows : [head] + rows
        let widths = Self.widths(of: all, in: columns - indent)
        let margin = Span(String(repeating: " ", count: indent))
        for row in all {
            let cells = zip(row, widths).map { Cell(spans: $0, width: $1, indent: 2) }
            add(Cell.lines(cells).map { [margin] + $0 })
        }
    }

    /// Widths that fit: each as wide as its content, the widest cut until all fit, if possible without breaking words.
    private static func widths(of rows: [[[Span]]], in columns: Int) -> [Int] {
        let count = rows.map(\.count).max() ?? 0
        let contents = (0..<count).map { place in rows.compactMap { place < $0.count ? $0[place] : nil } }
        var widths = contents.map { $0.map(\.columns).max() ?? 0 }
        let words = contents.map { $0.flatMap { Wrapping.words($0) }.map { $0.columns + 2 }.max() ?? 0 }
        var excess = widths.reduce(2 * (count - 1), +) - columns
        for floors in [words, words.map { _ in 4 }] {
            while excess > 0 {
                let places = widths.indices.filter { widths[$0] > floors[$0] }
                guard let widest = places.max(by: { widths[$0] < widths[$1] }) else { break }
                widths[widest] -= 1
                excess -= 1
            }
        }
        return widths
    }

    /// The text of all lines, each with its end.
    func text(for surface: Surface) -> String {
        let painter = Painter(isStyled: surface.isStyled)
        return lines.map { painter.line($0) + "\n" }.joined()
    }
}
