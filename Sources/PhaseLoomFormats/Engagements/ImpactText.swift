public import PhaseLoom

/// Writes for people what an amendment does to a running engagement.
public struct ImpactText: Sendable {
    /// Makes the writer.
    public init() {}

    /// Writes what an amendment does to an engagement within the columns of a surface, with one newline at the end.
    public func render(_ impact: AmendmentImpact, on engagement: ID, for surface: Surface) -> String {
        var sheet = Sheet(surface)
        sheet.add([Span("Impact on \(engagement)", .strong), Span(" · \(impact.counts)", .faint)])
        sheet.add(impact)
        return sheet.text(for: surface)
    }
}

extension AmendmentImpact {
    /// The changes of the sequence, counted.
    var counts: String {
        let count = { kind in difference.changes.count { $0.kind == kind } }
        return "\(count(.added)) added, \(count(.removed)) removed, \(count(.changed)) changed"
    }
}

extension Sheet {
    fileprivate mutating func add(_ impact: AmendmentImpact) {
        if !impact.reopened.isEmpty {
            begin("Phases that open again")
            add([Span(impact.reopened.list)], indent: 2)
        }
        add(impact.landed)
        if !impact.retired.isEmpty { begin("Phases that go") }
        for phase in impact.retired {
            let holder = phase.into.map { ", taken in by \($0)" } ?? ""
            add(
                [Span("- ", .error), Span(phase.phase.text, .strong), Span(" · \(phase.state.rawValue)\(holder)")],
                indent: 2)
        }
        if !impact.added.isEmpty { begin("New phases") }
        for phase in impact.added {
            let isLate = impact.late.contains(phase)
            let note = isLate ? [Span(" · before phases that opened already: it is caught up on", .warning)] : []
            add([Span("+ ", .good), Span(phase.text, .strong)] + note, indent: 2)
        }
        add(impact.difference)
    }

    /// What is new on phases that have passed, and what becomes of it.
    private mutating func add(_ landed: [AmendmentImpact.Landed]) {
        if !landed.isEmpty { begin("New obligations on phases that have passed") }
        for landed in landed {
            add([landed.decision])
            let landing: Span =
                switch landed.landing {
                case .reopen: Span("reopens \(landed.decision.phase) and all after it", .warning)
                case .owe: Span("owed at closeout")
                case nil: Span("say whether it reopens the phase (--reopen) or is owed (--owe)", .error)
                }
            add([landing], indent: 4)
        }
    }

    /// The changes themselves, the last of what there is to know: many of them say little.
    private mutating func add(_ difference: SequenceDiff) {
        guard !difference.isEmpty else { return }
        begin("Changes of the sequence")
        let shown = difference.changes.prefix(12)
        for change in shown {
            add([change.mark, Span(change.element), Span(" (\(change.by.list))", .faint)], indent: 2)
        }
        let rest = difference.changes.count - shown.count
        if rest > 0 { add([Span("… and \(rest) more; '--json' lists them all", .faint)], indent: 2) }
    }
}

extension SequenceDiff.Change {
    fileprivate var mark: Span {
        switch kind {
        case .added: Span("+ ", .good)
        case .removed: Span("- ", .error)
        case .changed: Span("~ ", .warning)
        }
    }
}
