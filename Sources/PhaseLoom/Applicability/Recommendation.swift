/// What the facts about an engagement say of every overlay of a catalogue.
public struct Recommendation: Hashable, Sendable {
    /// The base sequence to use.
    public let base: ID
    /// The reasons for the base; none when it is the catalogue's default.
    public let baseReasons: [Applicability]
    /// What to think of each overlay, in order of identifiers.
    public let advice: [Advice]

    /// Weighs every overlay of a catalogue.
    ///
    /// - Complexity: O(*n*) in the number of parts of all reasons.
    public init(from catalogue: Catalogue, knowing facts: Facts) {
        advice = catalogue.overlays.map { entry in
            Advice(on: entry.identity.id, weighing: entry.applicability, knowing: facts)
        }
        let fitting = catalogue.bases.dropFirst().first { base in
            Advice(on: base.id, weighing: base.applicability, knowing: facts).applies
        }
        base = fitting?.id ?? catalogue.bases[0].id
        baseReasons = fitting?.applicability.filter { $0.circumstance.isTrue(facts) == true } ?? []
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
