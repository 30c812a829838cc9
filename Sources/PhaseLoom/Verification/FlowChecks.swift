extension Verifier {
    /// Checks that every consumed artifact is there in time, and that no two phases produce one at once.
    mutating func checkFlow() {
        for place in phases.indices {
            for artifact in phases[place].consumes {
                checkSupply(of: artifact, to: place)
            }
        }
        for (artifact, supply) in supplies where supply.producers.count > 1 { checkRivals(artifact, supply.producers) }
    }

    private mutating func checkSupply(of artifact: ID, to place: Int) {
        let supply = supplies[artifact] ?? Supply()
        if supply.isEntry { return }
        let sources = supply.producers
        if supply.steady.contains(where: { isBefore($0, place) }) { return }
        let earlier = sources.filter { isBefore($0, place) }
        let phase = phases[place]
        let subjects = [phase.id.text, artifact.text]
        if earlier.isEmpty {
            let others = sources.filter { $0 != place }
            let names = others.map { "'\(phases[$0].id)'" }.joined(separator: ", ")
            report(
                others.isEmpty ? .artifactUnproduced : .artifactLate,
                others.isEmpty
                    ? "'\(phase.id)' consumes '\(artifact)', which no \(sources.isEmpty ? "" : "other ")phase produces"
                    : "'\(phase.id)' consumes '\(artifact)', which only \(names) produces, not before it",
                subjects: subjects + others.map { phases[$0].id.text },
                overlays: (others + [place]).flatMap { phases[$0].attribution.by },
                hint: others.isEmpty
                    ? "let an earlier phase produce it, or declare it as brought to the engagement"
                    : "order one of its producers before '\(phase.id)'")
            return
        }
        let conditions = earlier.map { phases[$0].condition(ofProducing: artifact) }
        guard let gap = phase.condition.uncovered(by: conditions) else { return }
        let when = gap.isEmpty ? "no trigger holds" : "only \(gap.map { "'\($0)'" }.joined(separator: ", ")) holds"
        report(
            .artifactConditional,
            "'\(phase.id)' consumes '\(artifact)', which nobody produces when \(when)",
            subjects: subjects + earlier.map { phases[$0].id.text },
            overlays: (earlier + [place]).flatMap { phases[$0].attribution.by },
            hint: "let '\(phase.id)' run under the same condition, or let a phase that always runs produce it")
    }

    /// Reports the phases that produce one artifact and are not all in order.
    private mutating func checkRivals(_ artifact: ID, _ places: ShortList) {
        let rivals = places.filter { one in
            places.contains { $0 != one && !isBefore(one, $0) && !isBefore($0, one) }
        }
        guard !rivals.isEmpty else { return }
        let names = rivals.map { phases[$0].id }.sorted()
        let listed = names.prefix(5).map { "'\($0)'" }.joined(separator: ", ")
        let others = names.count > 5 ? " and \(names.count - 5) others" : ""
        report(
            .artifactContested, "\(listed)\(others) may run at once and all produce '\(artifact)'",
            subjects: [artifact.text] + names.map(\.text), overlays: rivals.flatMap { phases[$0].attribution.by },
            hint: "order the phases, or let each produce an artifact of its own")
    }
}

extension Condition {
    /// The smallest sets of triggers under which the condition holds; `nil` when there are more than 64.
    var minimalModels: [Set<ID>]? {
        var models: [Set<ID>] = [[]]
        for clause in clauses {
            var next: Set<Set<ID>> = []
            for model in models {
                if clause.contains(where: { model.contains($0.id) }) {
                    next.insert(model)
                } else {
                    for trigger in clause { next.insert(model.union([trigger.id])) }
                }
            }
            guard next.count <= 64 else { return nil }
            models = Array(next)
        }
        return models
    }

    /// Triggers under which this condition holds and none of the others does, the fewest first; `nil` if there are none.
    ///
    /// Conditions are monotone, so looking at the smallest sets of triggers decides all.
    func uncovered(by others: [Condition]) -> [ID]? {
        if others.contains(where: implies) { return nil }
        guard let models = minimalModels else { return triggers.map(\.id) }
        let gaps = models.filter { model in !others.contains { $0.holds(with: model) } }
        return gaps.map { $0.sorted() }.min { ($0.count, $0) < ($1.count, $1) }
    }
}

/// Orders a size before a list, for choosing the smallest of several.
private func < (one: (Int, [ID]), other: (Int, [ID])) -> Bool {
    one.0 != other.0 ? one.0 < other.0 : one.1.lexicographicallyPrecedes(other.1)
}
