/// A loop whose claims are joined.
struct LoopDraft {
    let id: ID
    let from: Int
    let to: Int
    let criteria: [ID]
    /// The criteria that are named at another phase than the source.
    let misplaced: [ID]
    let limit: Int
    let claims: [Int]
}

extension Composer {
    /// Joins the loops of one identifier: criteria unite and the smaller limit wins.
    mutating func joinLoops() -> [LoopDraft] {
        var byID: [ID: [(claim: Int, value: LoopBack)]] = [:]
        for (claim, loop) in contributions.loops {
            byID[loop.id, default: []].append((claim, loop))
        }
        return byID.sorted { $0.key < $1.key }.compactMap { join($0.key, $0.value) }
    }

    private mutating func join(_ id: ID, _ loops: [(claim: Int, value: LoopBack)]) -> LoopDraft? {
        var ends: [(claim: Int, from: Int, to: Int)] = []
        var criteria: [ID] = []
        var misplaced: [ID] = []
        for (claim, loop) in loops {
            let from = place(of: loop.from, claim)
            let to = place(of: loop.to, claim)
            for criterion in loop.criteria {
                let places = obligations(criterion, claim)
                criteria.append(criterion.id)
                if criterion.place != nil, let from,
                    !places.contains(where: { obligations[$0].phase == nodePhase[from.last] })
                {
                    misplaced.append(criterion.id)
                }
            }
            if let from, let to { ends.append((claim, nodePhase[from.last], nodePhase[to.first])) }
        }
        let phases = phases
        let sources = ends.map { ($0.claim, $0.from) }
        let targets = ends.map { ($0.claim, $0.to) }
        guard let from = settle("from", of: "loop:\(id)", sources, describe: { "'\(phases[$0].id)'" }),
            let to = settle("to", of: "loop:\(id)", targets, describe: { "'\(phases[$0].id)'" })
        else { return nil }
        return LoopDraft(
            id: id, from: from, to: to, criteria: criteria.sortedAndUnique, misplaced: misplaced.sortedAndUnique,
            limit: loops.map(\.value.limit).min() ?? 1, claims: loops.map(\.claim))
    }
}
