public import PhaseLoom

/// Draws a sequence for a terminal: phases down a spine, tracks side by side, and who put what there.
///
/// Every phase shows what it enters with, does and must meet at its gate; lines between phases say what the partial
/// order says, and dashed arrows at the left are loops. The marks at the right name the overlays behind a line.
public struct TextRenderer: Renderer {
    /// The name of the format: `text`, or `brief` for the overview.
    public let format: String
    private let isBrief: Bool

    /// Makes the renderer of the whole view.
    public init() { self.init(isBrief: false) }

    private init(isBrief: Bool) {
        self.isBrief = isBrief
        format = isBrief ? "brief" : "text"
    }

    /// The overview: the phases with their tracks, order, conditions and loops, without what they owe.
    public static let brief = TextRenderer(isBrief: true)

    /// Draws a sequence within the columns of a surface, in colour only if the surface shows it.
    ///
    /// - Complexity: O(*p*² + *n*) in the phases and the elements of the sequence.
    public func render(_ sequence: ComposedSequence, for surface: Surface) -> String {
        let marks = Marks(sequence)
        let gutter = Gutter(sequence, marks: marks, limit: surface.columns / 3)
        let widest = sequence.phases.map { marks.spans(touching: $0.id).columns }.max() ?? 0
        let columns = ItemColumns(
            width: surface.columns - gutter.width, marks: Swift.min(widest, surface.columns / 6))
        let sources = Sources(sequence)
        let legend = Legend(
            sequence: sequence, marks: marks, sources: columns.showsSources ? sources : nil, columns: surface.columns)
        let blocks = sequence.phases.map {
            PhaseBlock(sequence: sequence, phase: $0, marks: marks, sources: sources, columns: columns)
        }
        let lines = legend.lines + [[]] + drawing(blocks, beside: gutter) + decisions(sequence, surface)
        let painter = Painter(isStyled: surface.isStyled)
        let body = lines.map { painter.line($0) + "\n" }.joined()
        return body + "\n" + FindingText().render(sequence.findings, for: surface)
    }

    private func drawing(_ blocks: [PhaseBlock], beside gutter: Gutter) -> [[Span]] {
        var lines: [[Span]] = []
        for (row, block) in blocks.enumerated() {
            lines += block.title.enumerated().map { ($0 == 0 ? gutter.title(row) : gutter.line(row)) + $1 }
            let isObvious = block.phase.after == (row == 0 ? [] : [blocks[row - 1].phase.id])
            var ended: Set<ID> = []
            for line in block.lines(showsPredecessors: !isObvious, isBrief: isBrief) {
                lines.append(gutter.line(row, leaving: line.leaving, ended: ended) + line.spans)
                if let loop = line.leaving { ended.insert(loop) }
            }
            if row < blocks.count - 1 { lines += gutter.turns(row) }
        }
        return lines
    }

    private func decisions(_ sequence: ComposedSequence, _ surface: Surface) -> [[Span]] {
        guard !sequence.resolutions.isEmpty else { return [] }
        let wrapping = Wrapping(width: surface.columns, indent: 4)
        let lines = sequence.resolutions.flatMap { resolution in
            wrapping.lines([
                Span("• "), Span(resolution.conflict, .strong),
                Span(
                    ": what \(resolution.choose) says stands, decided by \(resolution.authority): \(resolution.reason)"),
            ])
        }
        return [[], [Span("Decisions on conflicts", .strong)]] + lines
    }
}
