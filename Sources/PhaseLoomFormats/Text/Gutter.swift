import PhaseLoom

/// The left margin of the text view: loops as dashed arrows, then the lanes with the phases on them.
struct Gutter {
    /// The columns that the margin takes.
    let width: Int
    private let lanes: LaneLayout?
    private let loops: LoopLayout
    private let symbols: [Symbol]

    /// What marks a phase.
    struct Symbol {
        let character: Character
        let look: Span.Look
    }

    /// Draws as much as fits into a limit: lanes and loops, only lanes, or only a symbol for each phase.
    init(_ sequence: ComposedSequence, marks: Marks, limit: Int) {
        let symbols = sequence.phases.map { phase in
            Symbol(character: phase.condition.isAlways ? "●" : "◇", look: marks.look(of: phase.attribution))
        }
        self.init(sequence, symbols, LoopLayout(sequence), limit: limit)
    }

    /// Draws the lanes with a symbol of one's own for each phase, without loops, if they fit into a limit.
    init(_ sequence: ComposedSequence, symbols: [Symbol], limit: Int) {
        self.init(sequence, symbols, LoopLayout(), limit: limit)
    }

    private init(_ sequence: ComposedSequence, _ symbols: [Symbol], _ loops: LoopLayout, limit: Int) {
        let lanes = LaneLayout(sequence)
        let fits = 2 * lanes.count + 1 <= limit
        self.lanes = fits ? lanes : nil
        self.loops = fits && 2 * lanes.count + 1 + loops.width <= limit ? loops : LoopLayout()
        width = self.loops.width + 2 * (self.lanes?.count ?? 1) + 1
        self.symbols = symbols
    }

    /// Whether the lanes are drawn; otherwise words have to say what comes after what.
    var showsLanes: Bool { lanes != nil }

    /// The margin beside the title of a phase.
    func title(_ row: Int) -> [Span] {
        var glyphs = blank
        drawLoops(&glyphs, at: row, isTitle: true)
        draw(passing: lanes?.passing(row) ?? [], &glyphs)
        let place = self.place(of: row)
        if let loop = loops.arriving(row).min() {
            dash(&glyphs, from: 2 * loop + 1, to: place - 1)
            glyphs[place - 1] = "▶"
        }
        glyphs[place] = symbols[row].character
        return [
            Span(String(glyphs[..<place]), .faint), Span(String(glyphs[place]), symbols[row].look),
            Span(String(glyphs[(place + 1)...]), .faint),
        ]
    }

    /// The margin beside any other line of a phase; with a loop that leaves here, its arrow.
    func line(_ row: Int, leaving loop: ID? = nil, ended: Set<ID> = []) -> [Span] {
        var glyphs = blank
        drawLoops(&glyphs, at: row, isTitle: false, ended: ended)
        var passing = lanes?.passing(row) ?? []
        if let lanes, lanes.continues(below: row) { passing.insert(lanes.columns[row]) }
        draw(passing: passing, &glyphs)
        if let column = loop.flatMap({ loops.column(of: $0) }) {
            glyphs[2 * column] = "╰"
            dash(&glyphs, from: 2 * column + 1, to: width - 2)
        }
        return [Span(String(glyphs), .faint)]
    }

    /// The lines between a phase and the next one.
    func turns(_ row: Int) -> [[Span]] {
        guard let lanes else { return [[]] }
        let crowded = lanes.turns[row].filter { $0.ends.count > 1 }
        if crowded.isEmpty { return [turn(lanes.turns[row].first ?? .init(), row)] }
        return crowded.map { turn($0, row) }
    }

    /// The lines between a phase and the next one that say more than that a line goes on.
    func branches(_ row: Int) -> [[Span]] {
        (lanes?.turns[row] ?? []).filter { $0.ends.count > 1 }.map { turn($0, row) }
    }

    private func turn(_ turn: LaneLayout.Turn, _ row: Int) -> [Span] {
        var glyphs = blank
        drawLoops(&glyphs, at: row, isTitle: false, ended: loops.leaving(row))
        draw(passing: turn.passing, &glyphs)
        guard let first = turn.ends.keys.min(), let last = turn.ends.keys.max() else {
            return [Span(String(glyphs), .faint)]
        }
        for column in first...last {
            let place = loops.width + 2 * column
            if column < last { glyphs[place + 1] = "─" }
            if let end = turn.ends[column] {
                glyphs[place] = Self.glyph(end.up, end.down, left: column > first, right: column < last)
            } else if !turn.passing.contains(column) {
                glyphs[place] = "─"
            }
        }
        return [Span(String(glyphs), .faint)]
    }

    private static func glyph(_ up: Bool, _ down: Bool, left: Bool, right: Bool) -> Character {
        switch (up, down, left, right) {
        case (true, true, true, true): "┼"
        case (true, true, true, false): "┤"
        case (true, true, false, true): "├"
        case (true, true, false, false): "│"
        case (true, false, true, true): "┴"
        case (true, false, true, false): "╯"
        case (true, false, false, true): "╰"
        case (true, false, false, false): " "
        case (false, _, true, true): "┬"
        case (false, _, true, false): "╮"
        case (false, _, false, true): "╭"
        case (false, _, false, false): "╷"
        }
    }

    private var blank: [Character] { Array(repeating: " ", count: width) }

    private func place(of row: Int) -> Int { loops.width + 2 * (lanes?.columns[row] ?? 0) }

    private func draw(passing: Set<Int>, _ glyphs: inout [Character]) {
        for column in passing { glyphs[loops.width + 2 * column] = "│" }
    }

    private func drawLoops(_ glyphs: inout [Character], at row: Int, isTitle: Bool, ended: Set<ID> = []) {
        for loop in loops.all where loop.to <= row && row <= loop.from && !ended.contains(loop.id) {
            glyphs[2 * loop.column] = loop.to == row && isTitle ? "╭" : "┊"
        }
    }

    /// Draws a dashed line that goes under whatever runs down across it.
    private func dash(_ glyphs: inout [Character], from first: Int, to end: Int) {
        for place in first..<Swift.max(first, end) {
            switch glyphs[place] {
            case " ": glyphs[place] = "╌"
            case "╭": glyphs[place] = "┬"
            default: break
            }
        }
    }
}
