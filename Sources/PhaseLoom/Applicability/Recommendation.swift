/// What the facts about an engagement say of every overlay of a catalogue.
public struct Recommendation: Hashable, Sendable {
    /// The base sequence to use.
    public let base: ID
    /// The reasons for the base; none when it is the catalogue's default.
    public let baseReasons: [Applicability]
    /// The base that would fit, but for an overlay that demands what must hold before execution opens: in that base one
    /// phase designs and executes, so that nothing can stand between.
    public let declined: Declined?

    /// A base that would fit, and the overlay for which it does not.
    public struct Declined: Hashable, Sendable {
        /// The base.
        public let base: ID
        /// The first overlay, in order of identifiers, that demands something to enter execution.
        public let overlay: ID
    }
    /// What to think of each overlay, in order of identifiers.
    public let advice: [Advice]

    /// Weighs every overlay of a catalogue.
    ///
    /// - Complexity: O(*n*) in the number of parts of all reasons.
    public init(from catalogue: Catalogue, knowing facts: Facts) {
        let advice = catalogue.overlays.map { entry in
            Advice(on: entry.identity.id, weighing: entry.applicability, knowing: facts)
        }
        let fitting = catalogue.bases.dropFirst().first { base in
            Advice(on: base.id, weighing: base.applicability, knowing: facts).applies
        }
        let demanding = fitting.flatMap { base in
            base.separatesExecution ? nil : advice.first { $0.applies && $0.demandsEntryToExecution(in: catalogue) }
        }
        self.advice = advice
        declined = demanding.flatMap { advice in fitting.map { Declined(base: $0.id, overlay: advice.overlay) } }
        let chosen = declined == nil ? fitting : nil
        base = chosen?.id ?? catalogue.bases[0].id
        baseReasons = chosen?.applicability.filter { $0.circumstance.isTrue(facts) == true } ?? []
    }

    /// The advice to use an overlay, in order of identifiers.
    public var applying: [Advice] { advice.filter(\.applies) }

    /// The facts that are not known and could change a verdict, in order of their names, with the overlays concerned.
    public var questions: [(fact: Fact, overlays: [ID])] {
        let facts = advice.flatMap(\.questions).inOrder
        return facts.map { fact in
            (fact, advice.filter { $0.questions.contains { $0.id == fact.id } }.map(\.overlay))
        }
    }
}

extension BaseSequence {
    /// Whether something can stand between design and execution, because different phases hold the two points.
    fileprivate var separatesExecution: Bool {
        guard let sequence = try? composed() else { return false }
        return sequence.phase(holding: .design)?.id != sequence.phase(holding: .execution)?.id
    }
}

extension Advice {
    /// Whether the overlay mandates what must hold before execution opens.
    fileprivate func demandsEntryToExecution(in catalogue: Catalogue) -> Bool {
        guard let entry = catalogue.overlays.first(where: { $0.identity.id == overlay }),
            let overlay = try? entry(options: options)
        else { return false }
        return overlay.body.changes.contains { change in
            if case .require(let require) = change.operation {
                require.isMandated && require.target == .execution
            } else {
                false
            }
        }
    }
}
