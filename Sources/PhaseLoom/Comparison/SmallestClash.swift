/// A smallest set of overlays that cannot be composed, or whose composition is unsound.
public struct Clash: Hashable, Sendable {
    /// The overlays, in order of identifiers.
    public let overlays: [ID]
    /// The conflicts among them; empty when they compose to something unsound.
    public let conflicts: [Conflict]
    /// The errors that verification finds in their composition; empty when they conflict.
    public let findings: [Finding]
}

extension BaseSequence {
    /// The smallest set of overlays that clashes already, if the given ones do.
    ///
    /// A subset counts as clashing when it has one of the conflicts (by code and target) or errors (by code and subjects)
    /// of the whole, so that what merely falls apart because something was left out does not count. Every single overlay
    /// is tried first, then every pair, and so on as long as few sets remain; after that the parties of each conflict are
    /// thinned out one by one, which gives a set of which no overlay can be spared.
    ///
    /// - Parameters:
    ///   - overlays: the overlays that clash.
    ///   - resolutions: decisions on conflicts.
    ///   - effort: how many compositions may be tried in search of a set with the fewest overlays.
    /// - Returns: the set, or `nil` when the overlays compose to a sound sequence.
    public func smallestClash(
        among overlays: OverlaySet, resolving resolutions: [Resolution] = [], effort: Int = 20_000
    ) -> Clash? {
        let whole = outcome(of: overlays, resolutions)
        guard !whole.problems.isEmpty else { return nil }
        let search = ClashSearch(base: self, resolutions: resolutions, problems: whole.problems)
        let suspects = overlays.overlays.filter { whole.suspects.isEmpty || whole.suspects.contains($0.identity.id) }
        let thinned = search.thinned(whole.parties.map { ids in suspects.filter { ids.contains($0.identity.id) } })
        let known = thinned ?? search.thinned([overlays.overlays]) ?? overlays.overlays
        let smaller = search.exhaustively(among: suspects, below: known.count, effort: effort)
        let subset = OverlaySet(smaller ?? known)
        let result = outcome(of: subset, resolutions)
        let isRelevant = { (problem: Problem) in whole.problems.contains(problem) }
        return Clash(
            overlays: subset.overlays.map(\.identity.id).withoutRepetition,
            conflicts: result.conflicts.filter { isRelevant(Problem($0)) },
            findings: result.findings.filter { isRelevant(Problem($0)) })
    }

    fileprivate func outcome(of overlays: OverlaySet, _ resolutions: [Resolution]) -> Outcome {
        do {
            let sequence = try composed(with: overlays, resolving: resolutions)
            return Outcome(findings: sequence.findings.filter { $0.severity == .error })
        } catch {
            return Outcome(conflicts: error.conflicts)
        }
    }
}

/// What makes a conflict or an error the same one in the composition of fewer overlays.
private struct Problem: Hashable {
    let code: String
    let target: String

    init(_ conflict: Conflict) {
        code = conflict.code.rawValue
        target = conflict.target
    }

    init(_ finding: Finding) {
        code = finding.code.rawValue
        target = finding.subjects.joined(separator: " ")
    }
}

private struct Outcome {
    var conflicts: [Conflict] = []
    var findings: [Finding] = []

    var problems: Set<Problem> { Set(conflicts.map(Problem.init) + findings.map(Problem.init)) }

    /// For each problem the overlays that it names.
    var parties: [Set<ID>] {
        conflicts.map { Set($0.claims.map(\.by)) } + findings.map { Set($0.overlays) }
    }

    var suspects: Set<ID> { Set(parties.joined()).subtracting([ID.base]) }
}

private struct ClashSearch {
    let base: BaseSequence
    let resolutions: [Resolution]
    let problems: Set<Problem>

    func clashes(_ overlays: [DeclarativeOverlay]) -> Bool {
        !base.outcome(of: OverlaySet(overlays), resolutions).problems.isDisjoint(with: problems)
    }

    /// The smallest of some sets that clash, after leaving out of each what can be spared.
    func thinned(_ candidates: [[DeclarativeOverlay]]) -> [DeclarativeOverlay]? {
        candidates.filter(clashes).map { candidate in
            var rest = candidate
            for overlay in candidate {
                let without = rest.filter { $0 != overlay }
                if clashes(without) { rest = without }
            }
            return rest
        }
        .min {
            ($0.count, $0.map(\.identity.id.text).joined(separator: " "))
                < ($1.count, $1.map(\.identity.id.text).joined(separator: " "))
        }
    }

    /// The first clashing set of fewer than some number of overlays, the smaller sets first.
    func exhaustively(
        among overlays: [DeclarativeOverlay], below limit: Int, effort: Int
    ) -> [DeclarativeOverlay]? {
        var left = effort
        for size in 0..<limit {
            var sets = 1
            for step in 0..<size { sets = sets * (overlays.count - step) / (step + 1) }
            left -= sets
            guard left >= 0 else { return nil }
            var chosen = Array(0..<size)
            while true {
                let subset = chosen.map { overlays[$0] }
                if clashes(subset) { return subset }
                guard let step = chosen.indices.last(where: { chosen[$0] < overlays.count - size + $0 }) else { break }
                chosen[step] += 1
                for later in chosen.indices where later > step { chosen[later] = chosen[later - 1] + 1 }
            }
        }
        return nil
    }
}
