import PhaseLoom

/// A stretch of time: from a moment, up to another one that is not part of it.
struct Span: Hashable {
    let start: Timestamp
    let end: Timestamp

    var milliseconds: Int64 { end.milliseconds(since: start) }

    /// What it shares with another stretch, if anything.
    func overlap(_ other: Span) -> Span? {
        let (start, end) = (Swift.max(start, other.start), Swift.min(end, other.end))
        return start < end ? Span(start: start, end: end) : nil
    }
}

extension [Span] {
    /// The same time in stretches that neither overlap nor touch, in their order.
    ///
    /// - Complexity: O(*n* log *n*) in the number of stretches.
    var united: [Span] {
        var result: [Span] = []
        for span in sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
            if let last = result.last, span.start <= last.end {
                result[result.count - 1] = Span(start: last.start, end: Swift.max(last.end, span.end))
            } else {
                result.append(span)
            }
        }
        return result
    }

    /// The time that all stretches have, if they do not overlap.
    var milliseconds: Int64 { reduce(0) { $0 + $1.milliseconds } }

    /// What they share with one stretch.
    func within(_ period: Span) -> [Span] { compactMap { $0.overlap(period) } }

    /// What is left of them without the time of others; both have to be united.
    ///
    /// - Complexity: O(*n* + *m*) in the numbers of stretches.
    func without(_ others: [Span]) -> [Span] {
        var result: [Span] = []
        var next = others.startIndex
        for span in self {
            var start = span.start
            while next < others.endIndex, others[next].end <= start { next += 1 }
            for other in others[next...].prefix(while: { $0.start < span.end }) {
                if start < other.start { result.append(Span(start: start, end: other.start)) }
                start = Swift.max(start, other.end)
            }
            if start < span.end { result.append(Span(start: start, end: span.end)) }
        }
        return result
    }

    /// How many of them have any of the parts that are left of them; both are in order.
    ///
    /// - Complexity: O(*n* + *m*) in the numbers of stretches.
    func count(having parts: [Span]) -> Int {
        var next = parts.startIndex
        return count { span in
            while next < parts.endIndex, parts[next].start < span.start { next += 1 }
            return next < parts.endIndex && parts[next].start < span.end
        }
    }
}
