/// What remains after phases were taken into others: the units and the order among them.
struct Plan {
    var units: [Unit] = []
    /// For each phase of the additions, the unit that has it.
    var unitOfPhase: [Int] = []
    /// The demands among units.
    var graph = OrderGraph()
    /// The place of each unit in order of identifiers.
    var rank: [Int] = []
    /// The units in canonical order.
    var order: [Int] = []
}

extension Composer {
    /// Takes phases into others: first those between two points that one phase holds, then those of compressions.
    mutating func collapse(_ compressions: [CompressionDraft]) -> Plan {
        let holders = holdersOfAbsorbed()
        let merged = quotient(order, nodes: nodePhase.map { holders[$0] }, count: phases.count)
        reportCrossing(in: merged)
        let intervals = settleIntervals(compressions, holders, merged)
        deferObligations(of: intervals)
        return plan(outermost(intervals), holders, merged)
    }

    /// For each phase, the one that takes it in because it holds points on both sides of it; itself if none does.
    private mutating func holdersOfAbsorbed() -> [Int] {
        var holder = Array(phases.indices)
        var size = Array(repeating: 0, count: phases.count)
        for phase in phases.indices where phaseNodes[phase].count > 1 {
            let nodes = phaseNodes[phase]
            let forward = order.reachable(from: nodes.lowerBound)
            let backward = order.reachable(from: nodes.upperBound, backwards: true)
            let hull = nodePhase.indices.filter { forward[$0] && backward[$0] }
            for other in Set(hull.map { nodePhase[$0] }).sorted() where other != phase {
                if !phaseNodes[other].allSatisfy({ forward[$0] && backward[$0] }) {
                    reportEntangled(phase, other)
                } else if hull.count > size[other] {
                    holder[other] = phase
                    size[other] = hull.count
                }
            }
        }
        return holder.indices.map { phase in
            var root = phase
            while holder[root] != root { root = holder[root] }
            return root
        }
    }

    private mutating func reportEntangled(_ one: Int, _ other: Int) {
        let pair = [phases[one], phases[other]].sorted { $0.id < $1.id }
        let claims = pair.flatMap { phase in phase.claims.map { ($0, "'\(phase.id)' holds several points") } }
        arbiter.report(
            Conflict(
                code: .compression, target: "points:\(pair[0].id)|\(pair[1].id)", claims: conflictClaims(claims),
                message: "phases '\(pair[0].id)' and '\(pair[1].id)' each hold points around one of the other's",
                waysOut: ["let one phase hold the points of both", "move a point to a phase of its own"]))
    }

    /// The order among the things that nodes have become.
    private func quotient(_ graph: OrderGraph, nodes: [Int], count: Int) -> OrderGraph {
        var result = OrderGraph(nodes: count)
        for edge in graph.edges where nodes[edge.first] != nodes[edge.then] {
            result.add(nodes[edge.first], before: nodes[edge.then], claims: edge.claims)
        }
        return result
    }

    /// Phases taken into others can wait for each other although no phase did before.
    private mutating func reportCrossing(in graph: OrderGraph) {
        guard !cyclicNodes.contains(true), !graph.isAcyclic else { return }
        let rank = phases.map(\.id).ranks
        for cycle in Cycles(in: graph, rank: rank, isContested: { _ in true }).all {
            let names = cycle.map { phases[graph.edges[$0].first].id.text }
            let steps = cycle.map { edge in
                let ends = graph.edges[edge]
                return (ends.claims, "\(phases[ends.first].id) before \(phases[ends.then].id)")
            }
            reportCycle("order:" + (names + [names[0]]).joined(separator: "<"), steps, mayResolve: false)
        }
    }

    /// Makes the units: each phase that nobody takes in, and one for each collapsed interval.
    private mutating func plan(
        _ intervals: [CollapsedInterval], _ holders: [Int], _ merged: OrderGraph
    ) -> Plan {
        var plan = Plan()
        var unitOfRoot = Array(repeating: -1, count: phases.count)
        let topological = intervals.isEmpty ? [] : merged.topologicalOrder(rank: phases.map(\.id).ranks)
        var absorbed = Array(repeating: [Int](), count: phases.count)
        for phase in phases.indices where holders[phase] != phase { absorbed[holders[phase]].append(phase) }
        for interval in intervals {
            for member in interval.members { unitOfRoot[member] = plan.units.count }
            let ordered = topological.filter(Set(interval.members).contains)
            // Members on an unresolved cycle have no order; their conflict is reported already.
            let members = ordered.count == interval.members.count ? ordered : interval.members
            plan.units.append(unit(of: interval, members: members, absorbed, merged))
        }
        for root in phases.indices where holders[root] == root && unitOfRoot[root] < 0 {
            unitOfRoot[root] = plan.units.count
            plan.units.append(unit(holding: root, absorbed[root]))
        }
        plan.unitOfPhase = holders.map { unitOfRoot[$0] }
        // Where nothing is taken in, the units are the phases in the same order.
        plan.graph =
            plan.units.count == phases.count && intervals.isEmpty
            ? merged : quotient(merged, nodes: unitOfRoot.map { Swift.max(0, $0) }, count: plan.units.count)
        plan.rank = plan.units.map(\.id).ranks
        plan.order = plan.graph.topologicalOrder(rank: plan.rank)
        if plan.order.count < plan.units.count, !cyclicNodes.contains(true), !intervals.isEmpty {
            reportCrossing(among: plan, intervals)
        }
        return plan
    }

    private mutating func reportCrossing(among plan: Plan, _ intervals: [CollapsedInterval]) {
        for cycle in Cycles(in: plan.graph, rank: plan.rank, isContested: { _ in true }).all {
            let names = cycle.map { plan.units[plan.graph.edges[$0].first].id.text }
            var steps = cycle.map { edge in
                let ends = plan.graph.edges[edge]
                return (ends.claims, "\(plan.units[ends.first].id) before \(plan.units[ends.then].id)")
            }
            for interval in intervals where names.contains(interval.into.text) {
                steps.append((ShortList(interval.drafts.map(\.claim)), "compress into \(interval.into)"))
            }
            reportCycle("order:" + (names + [names[0]]).joined(separator: "<"), steps, mayResolve: false)
        }
    }

    /// A phase with the phases that it takes in because it holds points on both sides of them.
    ///
    /// What one of its points hands to another stays inside, as it does when phases are compressed. It holds the points
    /// of those that it takes in, too.
    private mutating func unit(holding root: Int, _ absorbed: [Int]) -> Unit {
        var own = unit(root)
        guard !absorbed.isEmpty else {
            return own.points.count > 1 ? merge([], before: [], into: own, holder: own) : own
        }
        var graph = OrderGraph(nodes: phases.count)
        for edge in order.edges where nodePhase[edge.first] != nodePhase[edge.then] {
            graph.add(nodePhase[edge.first], before: nodePhase[edge.then], claims: edge.claims)
        }
        let members = graph.topologicalOrder(rank: phases.map(\.id).ranks, within: Set(absorbed))
        let before = members.indices.map { place in
            graph.incoming(members[place]).compactMap { members.firstIndex(of: graph.edges[$0].first) }
        }
        own.points += members.flatMap { phases[$0].points }
        return merge(members.map { unit($0) }, before: before, into: own, holder: own)
    }

    private mutating func unit(
        of interval: CollapsedInterval, members: [Int], _ absorbed: [[Int]], _ merged: OrderGraph
    ) -> Unit {
        let units = members.map { unit(holding: $0, absorbed[$0]) }
        let before = members.map { member in
            merged.incoming(member).compactMap { members.firstIndex(of: merged.edges[$0].first) }
        }
        let tracks = Set(units.map(\.track))
        let result = Unit(
            id: interval.into, title: interval.title, track: tracks.count == 1 ? units[0].track : .mainTrack,
            points: units.flatMap(\.points),
            condition: units.dropFirst().reduce(units[0].condition) { $0.or($1.condition) },
            claims: ShortList(interval.drafts.map(\.claim)), consumes: [], produces: [], activities: [], obligations: []
        )
        return merge(units, before: before, into: result, holder: nil)
    }
}
