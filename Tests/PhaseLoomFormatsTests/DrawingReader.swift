/// Reads the lanes of a drawing back: follows every line with the eye and says which phases it leads from and to.
///
/// It knows nothing of how the drawing was laid out. A turn with one way down leads into it; one with several leads
/// away from the phase above it. A dashed line belongs to a loop and goes under all others.
struct DrawingReader {
    /// The phases that lead into each phase, both by their rows.
    private(set) var before: [Set<Int>] = []
    private var state: [Int: Set<Int>] = [:]
    private var current = 0

    /// Reads lines of a drawing in which lanes start at a column and take two each.
    init(_ lines: [String], from margin: Int, width: Int) {
        for line in lines {
            let glyphs = Array(line.padded(to: width))
            if let place = stride(from: margin, to: width, by: 2).first(where: { "●◇".contains(glyphs[$0]) }) {
                let source = state[place] ?? []
                before.append(source)
                current = before.count - 1
                state[place] = [current]
            } else {
                turn(glyphs, margin, width)
            }
            for place in stride(from: margin, to: width, by: 2) where glyphs[place] == " " || glyphs[place] == "╌" {
                state[place] = nil
            }
        }
    }

    private mutating func turn(_ glyphs: [Character], _ margin: Int, _ width: Int) {
        var net: [Int] = []
        for place in stride(from: margin, to: width, by: 2) {
            let fromLeft = place > margin && glyphs[place - 1] == "─"
            let toRight = place + 1 < width && glyphs[place + 1] == "─"
            if !fromLeft { net = [] }
            if fromLeft || toRight, glyphs[place] != "│", glyphs[place] != "─" { net.append(place) }
            if fromLeft, !toRight { join(net, glyphs) }
        }
    }

    private mutating func join(_ net: [Int], _ glyphs: [Character]) {
        let down = net.filter { "├┤┼┬╮╭".contains(glyphs[$0]) }
        let up = net.filter { "├┤┼┴╯╰".contains(glyphs[$0]) }
        let all = up.reduce(into: Set<Int>()) { $0.formUnion(state[$1] ?? []) }
        for place in net where !down.contains(place) { state[place] = nil }
        if down.count == 1 {
            state[down[0]] = all
        } else {
            for place in down {
                let running: Set<Int> = up.contains(place) ? state[place] ?? [] : []
                state[place] = running.union([current])
            }
        }
    }
}

extension String {
    func padded(to width: Int) -> String { self + String(repeating: " ", count: Swift.max(0, width - count)) }
}
