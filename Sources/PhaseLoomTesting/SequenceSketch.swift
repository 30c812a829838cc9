public import PhaseLoom

/// A composed sequence in short lines that a person can write down before any code exists.
///
/// ```
/// intake
/// triage < intake
/// execution < triage
/// triage gate: triage-recorded!, cause-found
/// execution entry: change-approved
/// execution activities: isolate, replace < isolate
/// execution track: recovery
/// execution when: tier-exceeded
/// loop retry: execution -> triage, 3 times, while restored
/// ```
///
/// Phases stand in canonical order, each with those directly before it. Obligations are those that overlays bring, in
/// order of identifiers, activities those that they bring, in canonical order; a mandated one is marked with `!`, a waived one with `~`, one that is
/// deferred with `>` and the phase where it comes due. The base's own are left out.
public enum SequenceSketch: Sendable {
    /// The lines of a sequence: its phases first, then what overlays bring to each, then the loops.
    ///
    /// - Complexity: O(*n*) in the size of the sequence, beside sorting.
    public static func lines(of sequence: ComposedSequence) -> [String] {
        let order = sequence.phases.map { phase in
            phase.after.isEmpty ? phase.id.text : "\(phase.id) < \(list(phase.after.map(\.text)))"
        }
        return order + sequence.phases.flatMap(details) + sequence.loops.map(line)
    }

    /// The lines of a text that a person wrote: without comments, which begin with `#`, and empty lines.
    public static func lines(of text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).map { String($0).trimmed }.filter { !$0.isEmpty && !$0.hasPrefix("#") }
    }

    private static func details(_ phase: ComposedPhase) -> [String] {
        let details: [(String, [String])] = [
            ("track", phase.track == .mainTrack ? [] : [phase.track.text]),
            ("when", phase.condition.triggers.map(\.id.text)),
            ("entry", phase.entry.filter(isBrought).map(obligation)),
            ("gate", phase.gate.filter(isBrought).map(obligation)),
            ("activities", phase.activities.filter { $0.attribution.by != [.base] }.map(activity)),
        ]
        return details.filter { !$0.1.isEmpty }.map { "\(phase.id) \($0.0): \(list($0.1))" }
    }

    private static func isBrought(_ obligation: ComposedObligation) -> Bool {
        obligation.attribution.by != [.base] || obligation.status == .waived || obligation.deferredTo != nil
    }

    private static func obligation(_ obligation: ComposedObligation) -> String {
        let status =
            switch obligation.status {
            case .plain: ""
            case .mandated: "!"
            case .waived: "~"
            }
        return obligation.id.text + status + (obligation.deferredTo.map { ">\($0)" } ?? "")
    }

    private static func activity(_ activity: ComposedActivity) -> String {
        activity.after.isEmpty
            ? activity.id.text : activity.id.text + " < " + activity.after.map(\.text).joined(separator: " + ")
    }

    private static func line(_ loop: ComposedLoop) -> String {
        "loop \(loop.id): \(loop.from) -> \(loop.to), \(loop.limit) times, while \(list(loop.criteria.map(\.text)))"
    }

    private static func list(_ parts: [String]) -> String { parts.joined(separator: ", ") }
}
