import PhaseLoom

extension Condition {
    /// The condition in the words of its triggers, such as `a or b, and c`.
    func words(_ trigger: (Trigger) -> String) -> String {
        clauses.map { $0.map(trigger).joined(separator: " or ") }.joined(separator: ", and ")
    }

    /// The condition by the names of its triggers.
    var names: String { words(\.id.text) }

    /// The condition in full sentences.
    var sentence: String {
        words { trigger in
            let bound = trigger.bound.map { ": \($0)" } ?? ""
            return "\(trigger.statement) (\(trigger.id)\(bound))"
        }
    }
}

extension [ID] {
    var list: String { map(\.text).joined(separator: ", ") }
}

/// A number with its noun, such as `1 phase` or `2 phases`.
func counted(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(plural ?? noun + "s")"
}

extension ComposedLoop {
    /// What the loop does, without its name.
    var sentence: String {
        let way = from == to ? "repeats" : "back to \(to)"
        let criteria = self.criteria.map(\.text).joined(separator: " or ")
        let verb = self.criteria.count == 1 ? "fails" : "fail"
        return "\(way) while \(criteria) \(verb), at most \(limit == 1 ? "once" : "\(limit) times")"
    }
}

extension ComposedObligation {
    /// The artifacts that it needs besides those of which its proof speaks.
    var plainNeeds: [ID] {
        let proven = proof?.needs ?? []
        return needs.filter { !proven.contains($0) }
    }
}

extension ComposedObligation.Waiver {
    /// Who waived, and why.
    var sentence: String { "waived by \(by) on the authority of \(authority): \(reason)" }
}

extension ComposedSequence {
    /// The obligations that come due at the gate of a phase although they stand at another.
    func owed(at phase: ID) -> [(from: ComposedPhase, obligation: ComposedObligation)] {
        phases.flatMap { other in
            (other.entry + other.gate).filter { $0.deferredTo == phase }.map { (other, $0) }
        }
    }

    /// The phases that one took in, in order of identifiers.
    func absorbed(by phase: ID) -> [ID] { absorbed.filter { $0.value == phase }.map(\.key).sorted() }

    /// What the sequence consists of, counted.
    var size: String {
        let tracks = Set(phases.map(\.track)).count
        let conditional = phases.filter { !$0.condition.isAlways }.count
        let place = tracks > 1 ? " on \(tracks) tracks" : ""
        return [
            counted(phases.count, "phase") + place, conditional > 0 ? "\(conditional) conditional" : "",
            counted(phases.reduce(0) { $0 + $1.entry.count + $1.gate.count }, "obligation"),
            loops.isEmpty ? "" : counted(loops.count, "loop"),
        ].filter { !$0.isEmpty }.joined(separator: " · ")
    }
}
