import PhaseLoom

/// The sequence of an engagement with a mark for the state of each phase, tracks side by side.
struct StatusDrawing {
    private let engagement: Engagement
    private let time: Timestamp
    private let columns: Int
    private let gutter: Gutter

    init(_ engagement: Engagement, at time: Timestamp, columns: Int) {
        self.engagement = engagement
        self.time = time
        self.columns = columns
        gutter = Gutter(engagement.plan.sequence, symbols: engagement.phases.map(\.state.symbol), limit: columns / 3)
    }

    var lines: [[Span]] {
        let phases = engagement.plan.sequence.phases
        let showsTracks = Set(phases.map(\.track)).count > 1
        return phases.indices.flatMap { row -> [[Span]] in
            let text = words(phases[row], engagement.phases[row], showsTracks)
            let wrapped = Wrapping(width: Swift.max(8, columns - gutter.width), indent: 2).lines(text)
            let lines = wrapped.enumerated().map { ($0 == 0 ? gutter.title(row) : gutter.line(row)) + $1 }
            return lines + (row < phases.count - 1 ? gutter.branches(row) : [])
        }
    }

    private func words(_ phase: ComposedPhase, _ progress: PhaseProgress, _ showsTrack: Bool) -> [Span] {
        let look: Span.Look = progress.isOpen ? .strong : progress.state == .pending ? .faint : .plain
        var parts = [[Span(phase.title, look)], [Span(phase.id.text, .faint)]]
        if showsTrack, phase.track != .mainTrack { parts.append([Span("track \(phase.track)", .faint)]) }
        parts.append([Span(progress.words, progress.state.symbol.look)])
        if !gutter.showsLanes, !phase.after.isEmpty { parts.append([Span("after \(phase.after.list)", .faint)]) }
        if progress.attempt > 1 { parts.append([Span("attempt \(progress.attempt)")]) }
        if progress.isOpen, !phase.activities.isEmpty {
            parts.append([
                Span("\(progress.performed.count) of \(counted(phase.activities.count, "activity", "activities")) done")
            ])
        }
        if !progress.isFinished {
            if let owner = progress.owner { parts.append([Span(owner)]) }
            if let due = progress.due { parts.append([due.span(isOverdue: due < time)]) }
        }
        return .joined(parts, by: [Span(" · ", .faint)])
    }
}

extension PhaseProgress {
    /// Where the phase stands, and since when.
    fileprivate var words: String {
        switch state {
        case .pending: "waits"
        case .ready: "may open"
        case .open: "open" + (opened.map { " since \($0.short)" } ?? "")
        case .blocked: "blocked: \(spent.list) is spent"
        case .passed: "passed" + (finished.map { " \($0.short)" } ?? "")
        case .skipped: "skipped"
        }
    }
}

extension PhaseProgress.State {
    /// The mark of the state.
    fileprivate var symbol: Gutter.Symbol {
        switch self {
        case .pending: Gutter.Symbol(character: "·", look: .faint)
        case .ready: Gutter.Symbol(character: "○", look: .plain)
        case .open: Gutter.Symbol(character: "●", look: .warning)
        case .blocked: Gutter.Symbol(character: "✗", look: .error)
        case .passed: Gutter.Symbol(character: "✓", look: .good)
        case .skipped: Gutter.Symbol(character: "–", look: .faint)
        }
    }
}
