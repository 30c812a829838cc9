/// Breaks spans into lines of a width, at spaces where it can and inside a word where it must.
struct Wrapping {
    let width: Int
    /// The columns by which every line but the first is set in.
    var indent = 0

    func lines(_ spans: [Span]) -> [[Span]] {
        var lines: [[Span]] = []
        var line: [Span] = []
        var used = 0
        var start = 0
        func end() {
            lines.append(line)
            start = Swift.min(indent, Swift.max(0, width - 2))
            line = start > 0 ? [Span(String(repeating: " ", count: start))] : []
            used = start
        }
        for word in Self.words(spans) {
            let gap = used > start ? 1 : 0
            if used + gap + word.columns <= width {
                if gap > 0 { line.append(Span(" ")) }
                line += word
                used += gap + word.columns
                continue
            }
            if used > start { end() }
            for piece in Self.pieces(word, width: width - start, rest: width - Swift.min(indent, width - 2)) {
                if used > start { end() }
                line += piece
                used += piece.columns
            }
        }
        if used > start || lines.isEmpty { lines.append(line) }
        return lines
    }

    /// The words of a text, each in as many looks as it has.
    static func words(_ spans: [Span]) -> [[Span]] {
        var words: [[Span]] = []
        var isInside = false
        for span in spans {
            for (place, piece) in span.text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
                if place > 0 { isInside = false }
                if piece.isEmpty { continue }
                let part = Span(String(piece), span.look)
                if isInside { words[words.count - 1].append(part) } else { words.append([part]) }
                isInside = true
            }
        }
        return words
    }

    /// A word cut to fit: the first piece into a width, the others into the rest.
    private static func pieces(_ word: [Span], width: Int, rest: Int) -> [[Span]] {
        var pieces: [[Span]] = []
        var piece: [Span] = []
        var used = 0
        for span in word {
            var text = ""
            for character in span.text {
                let columns = String(character).columns
                if used > 0, used + columns > (pieces.isEmpty ? width : rest) {
                    pieces.append(piece + [Span(text, span.look)])
                    (piece, text, used) = ([], "", 0)
                }
                text.append(character)
                used += columns
            }
            if !text.isEmpty { piece.append(Span(text, span.look)) }
        }
        return piece.isEmpty ? pieces : pieces + [piece]
    }
}

/// One column of a row: what stands in it, and how wide it is.
struct Cell {
    var spans: [Span]
    var width: Int
    var indent = 0
    var isAtRight = false

    /// Sets cells side by side, each wrapped into its width, with spaces between.
    static func lines(_ cells: [Cell], gap: Int = 2) -> [[Span]] {
        let columns = cells.map { Wrapping(width: $0.width, indent: $0.indent).lines($0.spans) }
        let height = columns.map(\.count).max() ?? 0
        return (0..<height).map { row in
            var line: [Span] = []
            for (place, cell) in cells.enumerated() {
                let content = row < columns[place].count ? columns[place][row] : []
                let padding = Span(String(repeating: " ", count: Swift.max(0, cell.width - content.columns)))
                if place > 0 { line.append(Span(String(repeating: " ", count: gap))) }
                line += cell.isAtRight ? [padding] + content : content + [padding]
            }
            return line
        }
    }
}
