import PhaseLoom

/// The section of one phase in a Markdown document.
struct MarkdownPhase {
    let sequence: ComposedSequence
    let phase: ComposedPhase
    let number: Int

    /// The paragraphs, lists and tables of the section.
    var blocks: [[String]] {
        var blocks = [["## \(number). \(phase.title.markdown)"], facts]
        let entry = table("Entry requirement", phase.entry.map { row($0) })
        if !entry.isEmpty { blocks += [["### Before it opens"], entry] }
        if !phase.activities.isEmpty { blocks += [["### What is done"], phase.activities.map(activity)] }
        let owed = sequence.owed(at: phase.id).map { row($0.obligation, owedFrom: $0.from.id) }
        let gate = table("Criterion", phase.gate.map { row($0) } + owed)
        if !gate.isEmpty { blocks += [["### Gate"], gate] }
        return blocks
    }

    private var facts: [String] {
        let absorbed = sequence.absorbed(by: phase.id)
        let isOnMain = phase.track == .mainTrack
        let facts = [
            ("Id", phase.id.text.code), ("Holds", phase.points.map { $0.description.code }.joined(separator: ", ")),
            ("Track", isOnMain ? "" : phase.track.text.code),
            ("Runs only when", phase.condition.isAlways ? "" : phase.condition.sentence.markdown),
            ("After", phase.after.codes), ("Takes the place of", absorbed.codes), ("Works from", phase.consumes.codes),
            ("Hands on", produced), ("By", phase.attribution.markdown),
        ]
        return facts.filter { !$0.1.isEmpty }.map { "- **\($0.0)**: \($0.1)" }
    }

    private var produced: String {
        phase.produces.map { artifact in
            let condition = phase.productionConditions[artifact] ?? .always
            return artifact.text.code + (condition.isAlways ? "" : " (only when \(condition.names.markdown))")
        }.joined(separator: ", ")
    }

    private func activity(_ activity: ComposedActivity) -> String {
        var text = "- \(activity.title.markdown) (\(activity.id.text.code)"
        if !activity.after.isEmpty { text += ", after \(activity.after.codes)" }
        if !activity.condition.isAlways { text += ", only when \(activity.condition.sentence.markdown)" }
        return text + ") — \(activity.attribution.markdown)"
    }

    private func table(_ kind: String, _ rows: [[String]]) -> [String] {
        MarkdownTable(head: [kind, "Id", "Bound", "Needs", "Status", "By"], rows: rows).lines
    }

    private func needs(of obligation: ComposedObligation) -> String {
        let parts = [obligation.plainNeeds.codes, obligation.proof?.description.markdown ?? ""]
        return parts.filter { !$0.isEmpty }.joined(separator: "; ")
    }

    private func row(_ obligation: ComposedObligation, owedFrom origin: ID? = nil) -> [String] {
        var status = obligation.status == .waived ? [] : [obligation.status.rawValue]
        status += obligation.waivers.map(\.sentence.markdown)
        if let origin {
            status.append("owed from \(origin.text.code)")
        } else if let later = obligation.deferredTo {
            status.append("deferred to \(later.text.code)")
        }
        if !obligation.condition.isAlways { status.append("only when \(obligation.condition.names.markdown)") }
        return [
            obligation.statement.markdown, obligation.id.text.code, obligation.bound?.description.markdown ?? "",
            needs(of: obligation), status.joined(separator: "; "), obligation.attribution.markdown,
        ]
    }
}
