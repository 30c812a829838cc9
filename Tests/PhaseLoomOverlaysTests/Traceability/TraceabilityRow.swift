/// A row of the acceptance list: what it asks, and where that lives in the product.
struct TraceabilityRow {
    /// The number of its document, and its own.
    let id: String
    /// What it asks.
    let asks: String
    /// Where that lives.
    let answer: Answer
    /// A remark on how.
    let remark: String?

    /// Where a row lives.
    enum Answer {
        /// In elements of the product.
        case places([Place])
        /// Nowhere, for a reason.
        case nothing(because: String)
        /// Nowhere, although it should.
        case gap(String)
    }

    /// Elements of one kind.
    struct Place {
        let kind: Kind
        let names: [String]
    }

    /// The kinds of elements.
    enum Kind: String, CaseIterable {
        case overlay, base, view, phase, obligation, artifact, activity, loop, option, collector, fact, interaction
        case finding, conflict, refusal, metric, command, term, guide, test
    }

    /// The elements; none when the row asks nothing of the product.
    var places: [Place] {
        if case .places(let places) = answer { places } else { [] }
    }

    /// The names of elements of a kind.
    func names(of kind: Kind) -> [String] { places.filter { $0.kind == kind }.flatMap(\.names) }
}

/// What is wrong with a line of the table.
struct TraceabilityFault: Error {
    let line: String
    let problem: String
}

extension TraceabilityRow {
    /// Reads a line of the table.
    init(_ line: String) throws(TraceabilityFault) {
        let fields = line.split(separator: " · ", omittingEmptySubsequences: false).map(String.init)
        guard 3...4 ~= fields.count, !fields.contains("") else {
            throw TraceabilityFault(line: line, problem: "has not three or four fields")
        }
        id = fields[0]
        asks = fields[1]
        remark = fields.count == 4 ? fields[3] : nil
        answer = try Self.answer(fields[2])
    }

    private static func answer(_ text: String) throws(TraceabilityFault) -> Answer {
        if text.hasPrefix("none: ") {
            let reason = String(text.dropFirst(6))
            guard reason.count >= 15 else { throw TraceabilityFault(line: text, problem: "has no real reason") }
            guard !reason.split(separator: "; ").dropFirst().contains(where: { (try? place($0)) != nil }) else {
                throw TraceabilityFault(line: text, problem: "asks for nothing and yet lives somewhere")
            }
            return .nothing(because: reason)
        }
        if text.hasPrefix("gap: ") { return .gap(String(text.dropFirst(5))) }
        var places: [Place] = []
        for part in text.split(separator: "; ") { places.append(try place(part)) }
        return .places(places)
    }

    private static func place(_ text: Substring) throws(TraceabilityFault) -> Place {
        let words = text.split(separator: " ", maxSplits: 1)
        guard words.count == 2, let kind = Kind(rawValue: String(words[0])) else {
            throw TraceabilityFault(line: String(text), problem: "is no place")
        }
        return Place(kind: kind, names: words[1].split(separator: ", ").map(String.init))
    }
}
