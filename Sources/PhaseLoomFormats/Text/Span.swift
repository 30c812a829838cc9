/// A piece of one line in one look; its text is safe to show, whatever it came from.
struct Span: Hashable, Sendable {
    let text: String
    let look: Look

    init(_ text: String, _ look: Look = .plain) {
        self.text = text.sanitised
        self.look = look
    }

    /// How a piece of text stands out.
    enum Look: Hashable, Sendable {
        case plain, strong, faint, good, warning, error
        /// The colour of the overlay with this place in the legend.
        case overlay(Int)
    }
}

extension [Span] {
    /// The columns that a terminal gives to the spans.
    var columns: Int { reduce(0) { $0 + $1.text.columns } }

    /// The spans with others between each two.
    static func joined(_ parts: [[Span]], by separator: [Span]) -> [Span] { Array(parts.joined(separator: separator)) }
}

/// Writes spans as text, with or without colours.
struct Painter {
    let isStyled: Bool

    /// One line without its end, and without spaces that nobody sees.
    func line(_ spans: [Span]) -> String {
        var spans = spans
        while let last = spans.last, last.text.allSatisfy({ $0 == " " }) { spans.removeLast() }
        let runs = Self.runs(spans)
        var result = ""
        for (place, run) in runs.enumerated() {
            result += paint(place == runs.count - 1 ? run.text.trimmedAtEnd : run.text, run.look)
        }
        return result
    }

    /// The spans with neighbours of one look made one, also over a space between them.
    private static func runs(_ spans: [Span]) -> [Span] {
        var runs: [Span] = []
        for (place, span) in spans.enumerated() {
            let next = place + 1 < spans.count ? spans[place + 1].look : span.look
            let look = span.text == " " && runs.last?.look == next ? next : span.look
            if let last = runs.last, last.look == look {
                runs[runs.count - 1] = Span(last.text + span.text, look)
            } else {
                runs.append(Span(span.text, look))
            }
        }
        return runs
    }

    private func paint(_ text: String, _ look: Span.Look) -> String {
        guard isStyled, !text.isEmpty, let code = Self.code(look) else { return text }
        return "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }

    /// The colours are mid-tones of the 256-colour palette: legible on a dark and on a light ground.
    private static func code(_ look: Span.Look) -> String? {
        switch look {
        case .plain: nil
        case .strong: "1"
        case .faint: "2"
        case .good: "38;5;35"
        case .warning: "38;5;172"
        case .error: "1;38;5;160"
        case .overlay(let place): "38;5;\(palette[place % palette.count])"
        }
    }

    private static let palette = [32, 166, 71, 133, 136, 37, 161, 99, 64, 131]
}

extension String {
    var trimmedAtEnd: String {
        var text = self[...]
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
