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

    /// The columns that marks take: one width for all lines where something stands right of them, else their own.
    private func width(of marks: [Span]) -> Int { cites > 0 ? self.marks : Swift.min(self.marks, marks.columns) }

    /// The columns left of marks of a width, and of the sources.
    private func main(beside marks: Int) -> Int {
        Swift.max(16, width - [marks, cites].filter { $0 > 0 }.reduce(0) { $0 + $1 + Self.gap })
    }

    /// The columns between the label and marks of a width.
    private func inner(beside marks: Int) -> Int { main(beside: marks) - Self.label - Self.gap }

    /// A line from the left edge on, such as a title.
    func full(_ spans: [Span], marks: [Span], cites: [String]) -> [[Span]] {
        let cell = Cell(spans: spans, width: main(beside: width(of: marks)), indent: 2)
        return Cell.lines([cell] + sources(marks, cites), gap: Self.gap)
    }

    /// Text under a label.
    func labelled(_ label: String, _ spans: [Span], marks: [Span] = [], cites: [String] = []) -> [[Span]] {
        let cell = Cell(spans: spans, width: inner(beside: width(of: marks)), indent: 2)
        return Cell.lines([name(label), cell] + sources(marks, cites), gap: Self.gap)
    }

    /// An item with its small print behind it if that fits on the line, else below or beside it.
    func item(_ label: String, _ item: Item) -> [[Span]] {
        let details: [Span] = .joined(item.details, by: [Span(" · ", .faint)])
        let text = [Span("\(item.symbol) ")] + item.text
        if isWide { return wide(label, item, text, details) }
        let line = text + [Span(" · ", .faint)] + details
        if line.columns <= inner(beside: width(of: item.marks)) { return labelled(label, line, marks: item.marks) }
        let small = Cell(spans: details, width: inner(beside: 0) - 4)
        let margin = Span(String(repeating: " ", count: Self.label + Self.gap + 4))
        return labelled(label, text, marks: item.marks) + Cell.lines([small]).map { [margin] + $0 }
    }

    private func wide(_ label: String, _ item: Item, _ text: [Span], _ details: [Span]) -> [[Span]] {
        let both = inner(beside: marks) - Self.gap
        let first = both * 11 / 20
        let cells = [
            name(label), Cell(spans: text, width: first, indent: 2),
            Cell(spans: details, width: both - first, indent: 2),
        ]
        return Cell.lines(cells + sources(item.marks, item.cites, marked: marks), gap: Self.gap)
    }

    private func name(_ label: String) -> Cell { Cell(spans: [Span(label, .faint)], width: Self.label) }

    private func sources(_ marks: [Span], _ cites: [String], marked: Int? = nil) -> [Cell] {
        let cited = Span(cites.joined(separator: "; "), .faint)
        let width = marked ?? width(of: marks)
        let cells = [
            Cell(spans: marks, width: width, isAtRight: self.cites == 0), Cell(spans: [cited], width: self.cites),
        ]
        return cells.filter { $0.width > 0 }
    }
}
