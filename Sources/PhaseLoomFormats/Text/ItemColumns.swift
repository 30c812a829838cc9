/// The columns in which the text view sets the items of a phase: one under the other where it is narrow, side by side
/// and with the sources where it is wide.
struct ItemColumns {
    /// The columns that an item may take in all.
    private let width: Int
    /// The columns for the marks of overlays.
    private let marks: Int
    /// The columns for the sources; none where it is narrow.
    private let cites: Int

    private static let gap = 2
    private static let label = 5

    /// Divides a width.
    ///
    /// - Parameters:
    ///   - width: the columns that there are.
    ///   - marks: the columns that marks take, none without overlays.
    init(width: Int, marks: Int) {
        self.width = width
        self.marks = marks
        cites = width < 140 ? 0 : width / 6
    }

    /// Whether there is room for sources.
    var showsSources: Bool { cites > 0 }

    /// Small print stands beside what it belongs to, instead of below.
    private var isWide: Bool { width >= 110 }

    /// The columns left of marks and sources.
    private var main: Int {
        Swift.max(16, width - [marks, cites].filter { $0 > 0 }.reduce(0) { $0 + $1 + Self.gap })
    }

    private var inner: Int { main - Self.label - Self.gap }

    /// The columns behind the label, also those that a line without marks and sources leaves free.
    private var unmarked: Int { Swift.max(inner, width - Self.label - Self.gap) }

    /// A line from the left edge on, such as a title.
    func full(_ spans: [Span], marks: [Span], cites: [String]) -> [[Span]] {
        Cell.lines([Cell(spans: spans, width: main, indent: 2)] + sources(marks, cites), gap: Self.gap)
    }

    /// Text under a label.
    func labelled(_ label: String, _ spans: [Span], marks: [Span] = [], cites: [String] = []) -> [[Span]] {
        if marks.isEmpty, self.cites == 0 {
            return Cell.lines([name(label), Cell(spans: spans, width: unmarked, indent: 2)], gap: Self.gap)
        }
        return Cell.lines(
            [name(label), Cell(spans: spans, width: inner, indent: 2)] + sources(marks, cites), gap: Self.gap)
    }

    /// An item with its small print behind it if that fits on the line, else below or beside it.
    func item(_ label: String, _ item: Item) -> [[Span]] {
        let details: [Span] = .joined(item.details, by: [Span(" · ", .faint)])
        let text = [Span("\(item.symbol) ")] + item.text
        if isWide {
            let first = (inner - Self.gap) * 11 / 20
            let cells = [
                name(label), Cell(spans: text, width: first, indent: 2),
                Cell(spans: details, width: inner - Self.gap - first, indent: 2),
            ]
            return Cell.lines(cells + sources(item.marks, item.cites), gap: Self.gap)
        }
        let line = text + [Span(" · ", .faint)] + details
        if line.columns <= (item.marks.isEmpty ? unmarked : inner) { return labelled(label, line, marks: item.marks) }
        let small = Cell(spans: details, width: unmarked - 4)
        let margin = Span(String(repeating: " ", count: Self.label + Self.gap + 4))
        return labelled(label, text, marks: item.marks) + Cell.lines([small]).map { [margin] + $0 }
    }

    private func name(_ label: String) -> Cell { Cell(spans: [Span(label, .faint)], width: Self.label) }

    private func sources(_ marks: [Span], _ cites: [String]) -> [Cell] {
        let cited = Span(cites.joined(separator: "; "), .faint)
        let cells = [
            Cell(spans: marks, width: self.marks, isAtRight: self.cites == 0), Cell(spans: [cited], width: self.cites),
        ]
        return cells.filter { $0.width > 0 }
    }
}
