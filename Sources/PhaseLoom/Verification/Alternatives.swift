// What several ways to show an obligation mean for verification.

extension Verifier {
    /// When a phase hands on any of the artifacts that a need waits for.
    func condition(of need: Need, suppliedBy producer: Int) -> Condition {
        let own = need.artifacts.filter(phases[producer].produces.contains)
        let conditions = own.map(phases[producer].condition(ofProducing:))
        return conditions.dropFirst().reduce(conditions.first ?? .always) { $0.or($1) }
    }

    mutating func reportUndecided(_ obligation: ComposedObligation, _ owner: Int) {
        let phase = phases[owner].id
        report(
            .needUndecided, "'\(obligation.id)' of '\(phase)' can be shown in too many ways to try",
            subjects: ["\(phase)/\(obligation.id)"], overlays: obligation.attribution.by,
            hint: "state several obligations")
    }
}

extension Need {
    /// The artifacts in words, such as `'a' or 'b'`.
    var words: String { artifacts.map { "'\($0)'" }.joined(separator: " or ") }
}

extension ComposedObligation {
    /// The artifacts that it waits for: of each list any is enough; `nil` where there are too many lists to try.
    var choices: [[ID]]? {
        let own = needs.map { [$0] }
        guard let proof else { return own }
        return proof.choices.map { own + $0.filter { !$0.contains(where: needs.contains) } }
    }
}

extension Proof {
    /// Whether it can be shown with the artifacts that are there.
    func isShown(where isThere: (ID) -> Bool) -> Bool {
        switch self {
        case .present, .signed, .measured: needs.allSatisfy(isThere)
        case .all(let parts): parts.allSatisfy { $0.isShown(where: isThere) }
        case .any(let parts): parts.contains { $0.isShown(where: isThere) }
        }
    }

    /// The conjunctive normal form over artifacts: it can be shown when of each list one artifact is there.
    ///
    /// - Complexity: O(*n* · ``choiceLimit``²) in the number of parts.
    fileprivate var choices: [[ID]]? {
        switch self {
        case .present, .signed, .measured: return needs.map { [$0] }
        case .all(let parts):
            var result: [[ID]] = []
            for part in parts {
                guard let own = part.choices, result.count + own.count <= Self.choiceLimit else { return nil }
                result += own
            }
            return Self.minimal(result)
        case .any(let parts):
            var result: [[ID]] = [[]]
            for part in parts {
                guard let own = part.choices, result.count * own.count <= Self.choiceLimit else { return nil }
                result = Self.minimal(result.flatMap { one in own.map { (one + $0).sortedAndUnique } })
            }
            return result
        }
    }

    /// The lists that verification goes through; more than that nobody can follow either.
    private static let choiceLimit = 256

    /// The lists that no other makes redundant: what has to be among `a` is also among `a` and `b`.
    private static func minimal(_ lists: [[ID]]) -> [[ID]] {
        let sets = Array(Set(lists.map { Set($0) }))
        let kept = sets.filter { list in !sets.contains { $0.count < list.count && $0.isSubset(of: list) } }
        return kept.map { $0.sorted() }.sorted { $0.lexicographicallyPrecedes($1) }
    }
}
