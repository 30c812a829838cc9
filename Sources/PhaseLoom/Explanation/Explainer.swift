/// Explains the elements of a composed sequence from the contributions of all parties.
public struct Explainer: Sendable {
    let sequence: ComposedSequence
    let contributions: [Source]

    /// A change with the party that makes it, and the company in which it does.
    struct Source: Sendable {
        let by: ID
        let change: Change
        let cites: [String]
        let company: [ID]

        var reason: Explanation.Reason { reason(change.operation.summary) }

        func reason(_ text: String) -> Explanation.Reason {
            let together = company.isEmpty ? "" : ", together with \(company.map(\.text).joined(separator: ", "))"
            return Explanation.Reason(by: [by], text: text + together, cites: cites)
        }
    }

    /// Prepares explanations.
    ///
    /// - Parameters:
    ///   - sequence: the sequence to explain.
    ///   - base: the base sequence of which it was composed.
    public init(of sequence: ComposedSequence, on base: BaseSequence) {
        self.sequence = sequence
        var sources = base.body.changes.map { change in
            Source(by: .base, change: change, cites: change.cites.isEmpty ? base.cites : change.cites, company: [])
        }
        let present = Set(sequence.overlays.map(\.identity.id))
        for overlay in sequence.overlays {
            let (id, own) = (overlay.identity.id, overlay.identity.cites)
            sources += overlay.body.changes.map { change in
                Source(by: id, change: change, cites: change.cites.isEmpty ? own : change.cites, company: [])
            }
            for interaction in overlay.body.interactions where interaction.overlays.allSatisfy(present.contains) {
                sources += interaction.changes.map { change in
                    Source(
                        by: id, change: change, cites: change.cites.isEmpty ? own : change.cites,
                        company: interaction.overlays)
                }
            }
        }
        contributions = sources
    }

    /// Explains every element: overlays, then the phases in order with what belongs to them, then the rest.
    public var all: [Explanation] {
        sequence.overlays.map(explain) + sequence.phases.flatMap(explainWithParts) + sequence.loops.map(explain)
            + sequence.tracks.map(explain) + sequence.artifacts.map(explain)
    }

    /// Explains the elements of a name.
    ///
    /// - Parameter name: an identifier, which may name elements of several kinds and places; `phase/id` for what belongs
    ///   to one phase; or `@point` for the phase that holds it.
    /// - Returns: the elements of that name, at least one.
    /// - Throws: ``InvalidValue`` with the nearest name when there is none.
    public func explain(_ name: String) throws(InvalidValue) -> [Explanation] {
        var wanted = name
        if name.hasPrefix("@"), let point = ExtensionPoint(rawValue: String(name.dropFirst())),
            let phase = sequence.phase(holding: point)
        {
            wanted = phase.id.text
        }
        let all = all
        let found = all.filter { $0.name == wanted || $0.name.hasSuffix("/\(wanted)") }
        if !found.isEmpty { return found }
        if let id = try? ID(wanted), let holder = sequence.absorbed[id] {
            return all.filter { $0.kind == .phase && $0.name == holder.text }
        }
        let points = ExtensionPoint.allCases.map(\.description)
        let names =
            name.hasPrefix("@") ? points : all.flatMap { [$0.name, String($0.name.split(separator: "/").last ?? "")] }
        let nearest = Suggestion.nearest(to: name, among: Set(names))
        throw InvalidValue(
            "the sequence has no element '\(name.excerpt)'",
            hint: nearest.map { "did you mean '\($0)'?" } ?? "an explanation without an element lists all")
    }
}
