/// An interval of phases that compressions agree to collapse.
struct CollapsedInterval {
    /// The phases of the interval, in ascending order.
    let members: [Int]
    /// The compressions that collapse it.
    var drafts: [CompressionDraft]
    let into: ID
    let title: String
    /// How the interval is named, such as `scoping..design`.
    let name: String
}

extension Composer {
    /// Finds the ends of every compression.
    mutating func placeCompressions() -> [CompressionDraft] {
        compressions.compactMap { claim, change in
            guard let from = place(of: change.from, claim), let through = place(of: change.through, claim) else {
                return nil
            }
            return CompressionDraft(
                claim: claim, change: change, from: nodePhase[from.first], through: nodePhase[through.last])
        }
    }

    /// The intervals that compressions enclose, after conflicts between them.
    mutating func settleIntervals(
        _ compressions: [CompressionDraft], _ holders: [Int], _ graph: OrderGraph
    ) -> [CollapsedInterval] {
        var byMembers: [[Int]: [CompressionDraft]] = [:]
        for draft in compressions {
            let (from, through) = (holders[draft.from], holders[draft.through])
            let forward = graph.reachable(from: from)
            if from != through, !forward[through] {
                reportNoInterval(draft, from, through)
                continue
            }
            let backward = graph.reachable(from: through, backwards: true)
            byMembers[phases.indices.filter { forward[$0] && backward[$0] }, default: []].append(draft)
        }
        let intervals = byMembers.map { name($0.key, $0.value, holders) }.sorted { $0.name < $1.name }
        return checkNames(settleOverlaps(intervals), holders)
    }

    private mutating func reportNoInterval(_ draft: CompressionDraft, _ from: Int, _ through: Int) {
        let touched = nodePhase.indices.contains { cyclicNodes.indices.contains($0) && cyclicNodes[$0] }
        if touched { return }
        let (first, last) = (phases[from].id, phases[through].id)
        let claims = conflictClaims([(draft.claim, draft.change.change.operation.summary)])
        arbiter.report(
            Conflict(
                code: .interval, target: "compress:\(first)..\(last)", claims: claims,
                message: "'\(first)' does not come before '\(last)', so there is no interval to compress",
                waysOut: ["swap the ends if '\(last)' comes first", "order '\(first)' before '\(last)'"]
                    + claims.map { "leave out '\($0.by)'" }))
    }

    private mutating func name(
        _ members: [Int], _ drafts: [CompressionDraft], _ holders: [Int]
    ) -> CollapsedInterval {
        let drafts = drafts.sorted { $0.claim < $1.claim }
        let name = "\(phases[holders[drafts[0].from]].id)..\(phases[holders[drafts[0].through]].id)"
        let names = drafts.map { (claim: $0.claim, value: [$0.change.id.text, $0.change.title]) }
        let into = settle("into", of: "compress:\(name)", names) { "'\($0[0])' ('\($0[1])')" }
        let chosen = drafts.first { [$0.change.id.text, $0.change.title] == into } ?? drafts[0]
        return CollapsedInterval(
            members: members, drafts: drafts, into: chosen.change.id, title: chosen.change.title, name: name)
    }

    /// Reports intervals that overlap without one containing the other, unless a resolution sets one aside.
    private mutating func settleOverlaps(_ intervals: [CollapsedInterval]) -> [CollapsedInterval] {
        var dropped: Set<String> = []
        for (place, one) in intervals.enumerated() {
            let members = Set(one.members)
            for other in intervals[(place + 1)...] {
                let others = Set(other.members)
                if members.isDisjoint(with: others) || members.isSubset(of: others) || others.isSubset(of: members) {
                    continue
                }
                let target = "compress:\(one.name)|\(other.name)"
                let pair = [one, other]
                let parties = pair.map { side in side.drafts.map { contributions.party(of: $0.claim) } }
                let exclusive = parties.enumerated().flatMap { side, ids in
                    ids.filter { !parties[1 - side].contains($0) }
                }
                if let choice = arbiter.choice(on: target, among: exclusive) {
                    dropped.insert(parties[0].contains(choice) ? other.name : one.name)
                    continue
                }
                let claims = conflictClaims(
                    pair.flatMap { side in
                        side.drafts.map { ($0.claim, $0.change.change.operation.summary) }
                    })
                arbiter.report(
                    Conflict(
                        code: .compression, target: target, claims: claims,
                        message: "the intervals \(one.name) and \(other.name) overlap and neither contains the other",
                        waysOut: ["let one interval contain the other"]
                            + resolutionWays(target, exclusive, mayResolve: !exclusive.isEmpty)))
            }
        }
        return intervals.filter { !dropped.contains($0.name) }
    }

    /// Reports intervals that take the name of a phase outside, or of each other.
    private mutating func checkNames(_ intervals: [CollapsedInterval], _ holders: [Int]) -> [CollapsedInterval] {
        let outer = outermost(intervals)
        for (place, interval) in outer.enumerated() {
            var claims = interval.drafts.map { ($0.claim, $0.change.change.operation.summary) }
            if let phase = phaseIndex[interval.into], !interval.members.contains(holders[phase]) {
                claims += phases[phase].claims.map { ($0, "insert phase '\(interval.into)'") }
            }
            for other in outer[(place + 1)...] where other.into == interval.into {
                claims += other.drafts.map { ($0.claim, $0.change.change.operation.summary) }
            }
            if claims.count > interval.drafts.count {
                arbiter.report(
                    Conflict(
                        code: .definition, target: "phase:\(interval.into)", claims: conflictClaims(claims),
                        message: "more than one phase would be called '\(interval.into)'",
                        waysOut: ["compress \(interval.name) into another name"]
                            + leavingOut(conflictClaims(claims).map(\.by))))
            }
        }
        return intervals
    }

    /// The intervals that no other one contains.
    func outermost(_ intervals: [CollapsedInterval]) -> [CollapsedInterval] {
        intervals.filter { interval in
            let members = Set(interval.members)
            return !intervals.contains { $0.members.count > members.count && members.isSubset(of: $0.members) }
        }
    }

    /// Lets obligations come due where compressions defer them.
    mutating func deferObligations(of intervals: [CollapsedInterval]) {
        var claims: [Int: [(claim: Int, value: Int)]] = [:]
        for interval in intervals {
            let members = Set(interval.members)
            for draft in interval.drafts {
                for deferral in draft.change.deferrals {
                    let due = place(of: deferral.anchor, draft.claim)
                    let places = obligations(deferral.obligation, draft.claim)
                    let inside = places.filter { members.contains(obligations[$0].phase) }
                    if inside.isEmpty, !places.isEmpty {
                        note("\(deferral.obligation) in \(interval.name)", kind: .obligation, draft.claim)
                    }
                    guard let due else { continue }
                    for place in inside {
                        claims[place, default: []].append((draft.claim, nodePhase[due.last]))
                    }
                }
            }
        }
        for (place, deferrals) in claims.sorted(by: { $0.key < $1.key }) {
            let known = obligations[place].deferral.map { [(claim: $0.claim, value: $0.phase)] } ?? []
            let phases = phases
            let element = "obligation:\(name(ofObligation: place))"
            let settled = settle("deferral", of: element, known + deferrals) { "deferred to '\(phases[$0].id)'" }
            if let settled, let claim = (known + deferrals).first(where: { $0.value == settled })?.claim {
                obligations[place].deferral = (settled, claim)
            }
        }
    }
}
