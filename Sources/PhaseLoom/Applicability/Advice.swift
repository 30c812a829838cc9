/// What the facts about an engagement say of one overlay.
public struct Advice: Hashable, Sendable {
    /// The overlay.
    public let overlay: ID
    /// Whether it is to be used.
    public let verdict: Verdict
    /// The reasons that count, the strongest first.
    public let reasons: [Applicability]
    /// The options with which it is to be used, by name; where reasons differ, the strongest decides, lists unite.
    public let options: [String: String]
    /// The facts that are not known and could change the verdict, in order of their names.
    public let questions: [Fact]

    /// Whether an overlay is to be used.
    public enum Verdict: String, Hashable, Sendable, CaseIterable {
        /// A law demands it.
        case mandatory
        /// A contract, a grant or a policy demands it.
        case contractual
        /// It helps, and nobody demands it.
        case voluntary
        /// Nothing is known for it or against it that decides.
        case unknown
        /// It is out of place, with the reason.
        case excluded
        /// No reason for it counts.
        case unneeded
    }

    /// Weighs the reasons for and against an overlay.
    ///
    /// What a law demands cannot be excluded; a reason whose facts are not known asks for them, as long as it could
    /// still change the verdict.
    ///
    /// - Complexity: O(*n*) in the number of parts of all reasons.
    public init(on overlay: ID, weighing rules: [Applicability], knowing facts: Facts) {
        let counting = rules.filter { $0.circumstance.isTrue(facts) == true }
        let isExcluded = counting.contains { $0.ground == .exclusion }
        let strongest = counting.map(\.ground).max()
        let decided = isExcluded && strongest != .statute ? .exclusion : strongest
        let open = rules.filter { rule in
            guard rule.circumstance.isTrue(facts) == nil else { return false }
            return Self.couldChange(decided, rule.ground)
        }
        self.overlay = overlay
        verdict =
            switch decided {
            case .statute: .mandatory
            case .contract: .contractual
            case .choice: .voluntary
            case .exclusion: .excluded
            case nil: open.contains { $0.ground != .exclusion } ? .unknown : .unneeded
            }
        reasons =
            switch decided {
            case nil: []
            case .exclusion: counting.filter { $0.ground == .exclusion }
            default: counting.filter { $0.ground != .exclusion }.strongestFirst
            }
        options = decided == .exclusion ? [:] : reasons.options
        questions = verdict == .unneeded ? [] : open.flatMap { $0.circumstance.openFacts(facts) }.inOrder
    }

    /// Whether a reason that is open could still change what is decided.
    private static func couldChange(_ decided: Applicability.Ground?, _ open: Applicability.Ground) -> Bool {
        switch decided {
        case nil: true
        case .exclusion: open == .statute
        case .some(let ground): open > ground || (open == .exclusion && ground != .statute)
        }
    }

    /// Whether the overlay is to be used.
    public var applies: Bool {
        switch verdict {
        case .mandatory, .contractual, .voluntary: true
        case .unknown, .excluded, .unneeded: false
        }
    }
}

extension [Applicability] {
    /// What the reasons choose, the first of them before the others, and lists of what they join.
    fileprivate var options: [String: String] {
        let chosen: [String: String] = reduce(into: [:]) { $0.merge($1.options) { old, _ in old } }
        let joined: [String: String] = reduce(into: [:]) {
            $0.merge($1.parts) { old, new in Applicability.union([old, new]) }
        }
        return chosen.merging(joined) { chosen, _ in chosen }
    }

    fileprivate var strongestFirst: [Applicability] {
        Applicability.Ground.allCases.sorted(by: >).flatMap { ground in filter { $0.ground == ground } }
    }
}
