extension Composer {
    /// Writes the composed sequence.
    mutating func assemble(_ plan: Plan, _ loops: [LoopDraft]) -> ComposedSequence {
        let direct = reduction(of: plan)
        let phases = plan.order.map { composed(plan.units[$0], directly: direct[$0], plan) }
        var absorbed: [ID: ID] = [:]
        for (phase, unit) in plan.unitOfPhase.enumerated() where self.phases[phase].id != plan.units[unit].id {
            absorbed[self.phases[phase].id] = plan.units[unit].id
        }
        for compression in compressions {
            guard let place = absorbed[compression.change.id] ?? unitName(of: compression.change, plan) else {
                continue
            }
            if place != compression.change.id { absorbed[compression.change.id] = place }
        }
        return ComposedSequence(
            base: base.id, title: base.title, overlays: roster.overlays, phases: phases,
            loops: loops.map { composed($0, plan) }, tracks: composedTracks(plan), artifacts: composedArtifacts(plan),
            precedences: precedences(plan, direct), absorbed: absorbed, resolutions: arbiter.applied)
    }

    /// The phase that stands for an interval which another one took over.
    private mutating func unitName(of compression: Compress, _ plan: Plan) -> ID? {
        guard phaseIndex[compression.id] == nil, let from = placeQuietly(of: compression.from) else { return nil }
        return plan.units[plan.unitOfPhase[nodePhase[from.first]]].id
    }

    /// For each unit the units directly before it: its predecessors that no other predecessor comes after.
    ///
    /// - Complexity: O(*e* · *n* / 64).
    private func reduction(of plan: Plan) -> [[Int]] {
        let position = plan.order.inverted(count: plan.units.count)
        var ancestry = Ancestry(count: plan.units.count)
        var direct = Array(repeating: [Int](), count: plan.units.count)
        for unit in plan.order {
            let before = plan.graph.incoming(unit).map { plan.graph.edges[$0].first }
            direct[unit] = ancestry.direct(before, to: unit, position: position)
        }
        return direct
    }

    private func precedences(_ plan: Plan, _ direct: [[Int]]) -> [Precedence] {
        let (edges, rank) = (plan.graph.edges, plan.rank)
        // For each unit, the one that it was last found to be directly before.
        var successor = Array(repeating: -1, count: rank.count)
        var then = -1
        return edges.map { rank[$0.then] * rank.count + rank[$0.first] }.sortedPlaces.map { place in
            if edges[place].then != then {
                then = edges[place].then
                for first in direct[then] { successor[first] = then }
            }
            let first = edges[place].first
            return Precedence(
                first: plan.units[first].id, then: plan.units[then].id, isDirect: successor[first] == then,
                attribution: attribution(of: edges[place].claims))
        }
    }

    private func composed(_ unit: Unit, directly before: [Int], _ plan: Plan) -> ComposedPhase {
        var entry: [ComposedObligation] = []
        var gate: [ComposedObligation] = []
        for obligation in unit.obligations {
            let composed = composed(obligation, plan, at: unit)
            if obligation.isEntry { entry.append(composed) } else { gate.append(composed) }
        }
        entry.sort { $0.id < $1.id }
        gate.sort { $0.id < $1.id }
        return ComposedPhase(
            id: unit.id, title: unit.title, points: unit.points, track: unit.track, condition: unit.condition,
            after: before.sorted { plan.rank[$0] < plan.rank[$1] }.map { plan.units[$0].id },
            consumes: unit.consumes.sortedAndUnique,
            produces: unit.produces.sortedAndUnique, productionConditions: unit.productionConditions,
            activities: composed(unit.activities),
            entry: entry, gate: gate,
            attribution: attribution(of: unit.claims))
    }

    private func composed(
        _ obligation: UnitObligation, _ plan: Plan, at unit: Unit
    ) -> ComposedObligation {
        let definition = obligation.definition
        let due = obligation.deferral.map { plan.units[plan.unitOfPhase[$0]].id }
        return ComposedObligation(
            id: definitions[definition].id, statement: definitions[definition].statement, needs: obligation.needs,
            proof: obligation.proof,
            bound: definitions[definition].measure.map {
                Bound($0, obligation.interval, unit: definitions[definition].unit)
            },
            status: obligation.status, deferredTo: due == unit.id ? nil : due, condition: obligation.condition,
            waivers: waivers(of: obligation),
            attribution: obligation.limits.isEmpty
                ? attribution(of: obligation.claims)
                : attribution(of: obligation.claims + limitsInForce(of: obligation)))
    }

    private func waivers(of obligation: UnitObligation) -> [ComposedObligation.Waiver] {
        if obligation.waivers.isEmpty { return [] }
        let waivers = obligation.waivers.compactMap { claim -> ComposedObligation.Waiver? in
            guard case .waive(let waive) = contributions.all[claim].change.operation else { return nil }
            return .init(by: contributions.party(of: claim), reason: waive.reason, authority: waive.authority)
        }
        return Set(waivers).sorted { ($0.by, $0.reason, $0.authority) < ($1.by, $1.reason, $1.authority) }
    }

    /// The limits that decide an end of the bound; weaker ones have no part in it.
    private func limitsInForce(of obligation: UnitObligation) -> [Int] {
        obligation.limits.filter { claim in
            guard case .limit(let limit) = contributions.all[claim].change.operation else { return false }
            let (wanted, bound) = (limit.interval, obligation.interval)
            return wanted.min.map { $0 == bound.min } ?? false || wanted.max.map { $0 == bound.max } ?? false
        }
    }

    private func composed(_ activities: [UnitActivity]) -> [ComposedActivity] {
        if activities.allSatisfy({ $0.after.isEmpty }) {
            return activities.map { composed($0, after: []) }.sorted { $0.id < $1.id }
        }
        var ancestry = Ancestry(count: activities.count)
        let order = Self.order(of: activities)
        let position = order.inverted(count: activities.count)
        return order.map { place in
            let direct = ancestry.direct(activities[place].after, to: place, position: position)
            return composed(activities[place], after: direct.map { activities[$0].id }.sorted())
        }
    }

    /// The activities of a phase, each after those that come before it, ties in order of identifiers.
    private static func order(of activities: [UnitActivity]) -> [Int] {
        let names = activities.indices.sorted { activities[$0].id < activities[$1].id }
        guard activities.count <= 32 else {
            var graph = OrderGraph(nodes: activities.count)
            for (place, activity) in activities.enumerated() {
                for earlier in activity.after { graph.add(earlier, before: place, claims: []) }
            }
            return graph.topologicalOrder(rank: names.inverted)
        }
        // Few activities, as there nearly always are: looking through them is faster than a graph.
        var order: [Int] = []
        var isPlaced = Array(repeating: false, count: activities.count)
        while let next = names.first(where: { place in
            !isPlaced[place] && activities[place].after.allSatisfy { isPlaced[$0] }
        }) {
            isPlaced[next] = true
            order.append(next)
        }
        return order
    }

    private func composed(_ activity: UnitActivity, after: [ID]) -> ComposedActivity {
        ComposedActivity(
            id: activity.id, title: activity.title, condition: activity.condition, after: after,
            attribution: attribution(of: activity.claims))
    }

    private func composed(_ loop: LoopDraft, _ plan: Plan) -> ComposedLoop {
        ComposedLoop(
            id: loop.id, from: plan.units[plan.unitOfPhase[loop.from]].id,
            to: plan.units[plan.unitOfPhase[loop.to]].id, criteria: loop.criteria, limit: loop.limit,
            attribution: attribution(of: loop.claims))
    }

    /// Every track that is declared or used; one that only phases name carries their attribution and its own name.
    private func composedTracks(_ plan: Plan) -> [ComposedTrack] {
        var result = tracks.map { id, draft in
            ComposedTrack(id: id, title: draft.title, attribution: attribution(of: draft.claims))
        }
        let undeclared = Dictionary(grouping: plan.units.filter { !tracks.contains($0.track) }, by: \.track)
        result += undeclared.map { id, units in
            let title = id == .mainTrack ? "Main" : id.text
            return ComposedTrack(id: id, title: title, attribution: attribution(of: units.flatMap(\.claims)))
        }
        result.sort { $0.id < $1.id }
        return result
    }

    /// Every artifact that is declared or used.
    private func composedArtifacts(_ plan: Plan) -> [ComposedArtifact] {
        var users = IDTable<ShortList>()
        for unit in plan.units {
            for artifact in unit.consumes + unit.produces where !artifacts.contains(artifact) {
                users[artifact, default: []].append(contentsOf: unit.claims)
            }
            for obligation in unit.obligations {
                for artifact in obligation.mentioned where !artifacts.contains(artifact) {
                    users[artifact, default: []].append(contentsOf: obligation.claims)
                }
            }
        }
        let ids = artifacts.keys + users.keys
        return ids.sortedPlaces.map { place in
            let isDeclared = place < artifacts.count
            let claims = isDeclared ? artifacts.values[place].claims : users.values[place - artifacts.count]
            return ComposedArtifact(
                id: ids[place], title: isDeclared ? artifacts.values[place].title : ids[place].text,
                isEntry: isDeclared && artifacts.values[place].isEntry, attribution: attribution(of: claims))
        }
    }
}

extension Array where Element == Int {
    /// For an order of some things, the place of each thing in it; things that are missing stand first.
    func inverted(count: Int) -> [Int] {
        var result = Array(repeating: 0, count: count)
        for (place, thing) in enumerated() { result[thing] = place }
        return result
    }
}
