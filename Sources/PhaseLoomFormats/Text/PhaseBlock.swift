import PhaseLoom

/// What the text view says about one phase, as labelled items for a width.
struct PhaseBlock {
    let sequence: ComposedSequence
    let phase: ComposedPhase
    let marks: Marks
    let sources: Sources
    let columns: ItemColumns

    /// A line of the block, and the loop that leaves from it.
    struct Line {
        let spans: [Span]
        var leaving: ID?
    }

    /// The lines under the title.
    func lines(showsPredecessors: Bool, isBrief: Bool) -> [Line] {
        var lines: [Line] = []
        if showsPredecessors { lines += predecessors }
        if !phase.condition.isAlways { lines += labelled("when", phase.condition.sentence) }
        return (isBrief ? lines : lines + content) + loops
    }

    /// What the phase takes in, owes, does and hands on.
    private var content: [Line] {
        var lines: [Line] = []
        let absorbed = sequence.absorbed(by: phase.id)
        if !absorbed.isEmpty { lines += labelled("holds", absorbed.list) }
        if !phase.consumes.isEmpty { lines += labelled("from", phase.consumes.list) }
        lines += items("enter", phase.entry.map { obligation($0) })
        lines += items("do", phase.activities.map(activity))
        lines += items("gate", phase.gate.map { obligation($0) } + sequence.owed(at: phase.id).map(owed))
        if !phase.produces.isEmpty { lines += labelled("gives", produced) }
        return lines
    }

    /// The loops that come back here, then those that leave.
    private var loops: [Line] {
        let lines = sequence.loops.filter { $0.to == phase.id && $0.from != phase.id }.flatMap(returning)
        let leaving = sequence.loops.filter { $0.from == phase.id }
        // The innermost leaves first, so that its line crosses none that leaves later.
        let rows = Dictionary(sequence.phases.enumerated().map { ($1.id, $0) }) { first, _ in first }
        return lines + leaving.sorted { (rows[$0.to] ?? 0, $0.id) > (rows[$1.to] ?? 0, $1.id) }.flatMap(self.leaving)
    }

    /// The title with the identifier, the extension points and the track, and the marks of all who touched the phase.
    var title: [[Span]] {
        var parts = [[Span(phase.title, .strong)], [Span(phase.id.text, .faint)]]
        parts += phase.points.map { [Span($0.description, .faint)] }
        if phase.track != .mainTrack { parts.append([Span("track \(phase.track)", .faint)]) }
        return columns.full(
            .joined(parts, by: [Span(" · ", .faint)]), marks: marks.spans(touching: phase.id),
            cites: sources.special(phase.attribution))
    }

    private var predecessors: [Line] {
        if !phase.after.isEmpty { return labelled("after", phase.after.list) }
        let isFloating = !sequence.phases.contains { $0.after.contains(phase.id) }
        return labelled("after", isFloating ? "nothing: may run at any time" : "nothing: may open at once")
    }

    private var produced: String {
        phase.produces.map { artifact in
            let condition = phase.productionConditions[artifact] ?? .always
            return condition.isAlways ? artifact.text : "\(artifact) (only when \(condition.names))"
        }.joined(separator: ", ")
    }

    private func labelled(_ label: String, _ text: String) -> [Line] {
        columns.labelled(label, [Span(text)]).map { Line(spans: $0) }
    }

    private func items(_ label: String, _ items: [Item]) -> [Line] {
        items.enumerated().flatMap { place, item in
            columns.item(place == 0 ? label : "", item).map { Line(spans: $0) }
        }
    }

    private func activity(_ activity: ComposedActivity) -> Item {
        var details = [[Span(activity.id.text, .faint)]]
        if !activity.after.isEmpty { details.append([Span("after \(activity.after.list)", .faint)]) }
        if !activity.condition.isAlways { details.append([Span("only when \(activity.condition.sentence)", .faint)]) }
        return Item(
            symbol: "›", text: [Span(activity.title)], details: details, marks: marks.spans(activity.attribution.by),
            cites: sources.special(activity.attribution))
    }

    private func obligation(_ obligation: ComposedObligation, owedFrom origin: ComposedPhase? = nil) -> Item {
        var details = [[Span(obligation.id.text, .faint)]]
        if let proof = obligation.proof { details.append([Span("shown by \(proof)")]) }
        if let bound = obligation.bound { details.append([Span(bound.description)]) }
        if obligation.status == .mandated { details.append([Span("mandated", .strong)]) }
        if let origin { details.append([Span("owed from \(origin.id)", .warning)]) }
        if let later = obligation.deferredTo, origin == nil {
            details.append([Span("deferred to \(later)", .warning)])
        }
        let needs = obligation.plainNeeds
        if !needs.isEmpty { details.append([Span("needs \(needs.list)", .faint)]) }
        if !obligation.condition.isAlways { details.append([Span("only when \(obligation.condition.names)", .faint)]) }
        details += obligation.waivers.map { [Span($0.sentence)] }
        let isOff = obligation.status == .waived || (obligation.deferredTo != nil && origin == nil)
        return Item(
            symbol: Legend.symbol(obligation, isOwed: origin != nil),
            text: [Span(obligation.statement, isOff ? .faint : .plain)], details: details,
            marks: marks.spans(obligation, at: (origin ?? phase).id),
            cites: sources.special(obligation.attribution))
    }

    private func owed(_ owed: (from: ComposedPhase, obligation: ComposedObligation)) -> Item {
        obligation(owed.obligation, owedFrom: owed.from)
    }

    private func returning(_ loop: ComposedLoop) -> [Line] {
        labelled("loop", "↺ \(loop.id) comes back here from \(loop.from)")
    }

    private func leaving(_ loop: ComposedLoop) -> [Line] {
        let marks = marks.spans(loop.attribution.by)
        let lines = columns.labelled(
            "loop", [Span("↺ \(loop.id): ", .strong), Span(loop.sentence)], marks: marks,
            cites: sources.special(loop.attribution))
        return lines.enumerated().map { Line(spans: $1, leaving: $0 == 0 ? loop.id : nil) }
    }
}

/// One thing in a phase: what it says, the small print, and who put it there.
struct Item {
    let symbol: String
    let text: [Span]
    let details: [[Span]]
    let marks: [Span]
    let cites: [String]
}
