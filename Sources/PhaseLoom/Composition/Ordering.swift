/// The cycles of a graph: for every contested edge on a cycle, a shortest cycle through it.
///
/// That names every demand that takes part in a contradiction, without listing all cycles, of which there may be
/// exponentially many. Of a contradiction too large for that, the edges that no cycle found so far names are looked at
/// first, and those that are left after two million steps are passed over.
struct Cycles {
    /// The cycles, each as the edges along it, starting at its smallest node; without repetition.
    private(set) var all: [[Int]] = []
    /// The nodes that lie on some cycle.
    private(set) var nodes: [Bool]

    init(in graph: OrderGraph, rank: [Int], isContested: (Int) -> Bool) {
        nodes = Array(repeating: false, count: graph.nodeCount)
        for component in Self.components(of: graph) where component.count > 1 || Self.loops(component[0], in: graph) {
            var inside = Array(repeating: false, count: graph.nodeCount)
            for node in component {
                inside[node] = true
                nodes[node] = true
            }
            let contested = component.flatMap { graph.outgoing($0) }
                .filter { inside[graph.edges[$0].then] && isContested($0) }
                .sorted { Self.ends($0, in: graph, rank).lexicographicallyPrecedes(Self.ends($1, in: graph, rank)) }
            all += Self.covering(contested, in: graph, within: inside, size: component.count, rank: rank)
        }
        all.sort { Self.isSmaller($0, $1, in: graph, rank) }
    }

    /// The shortest cycles through some edges, as few as name every edge.
    private static func covering(
        _ edges: [Int], in graph: OrderGraph, within inside: [Bool], size: Int, rank: [Int]
    ) -> [[Int]] {
        var steps = 0
        var found: Set<Int> = []
        var cycles: [[Int]] = []
        for edge in edges where steps < 200_000 || steps < 2_000_000 && !found.contains(edge) {
            steps += size
            let (first, then) = (graph.edges[edge].first, graph.edges[edge].then)
            let back = first == then ? [] : graph.shortestPath(from: then, to: first, within: inside, rank: rank)
            guard let back else { continue }
            cycles.append(turned([edge] + back, in: graph, rank: rank))
            found.formUnion(cycles[cycles.count - 1])
        }
        var covered: Set<Int> = []
        let wanted = Set(edges)
        return cycles.sorted { isSmaller($0, $1, in: graph, rank) }.filter { cycle in
            let isNew = !wanted.isDisjoint(with: Set(cycle).subtracting(covered))
            covered.formUnion(cycle)
            return isNew
        }
    }

    private static func ends(_ edge: Int, in graph: OrderGraph, _ rank: [Int]) -> [Int] {
        [rank[graph.edges[edge].first], rank[graph.edges[edge].then]]
    }

    private static func isSmaller(_ one: [Int], _ other: [Int], in graph: OrderGraph, _ rank: [Int]) -> Bool {
        one.count != other.count
            ? one.count < other.count
            : one.map { rank[graph.edges[$0].first] }
                .lexicographicallyPrecedes(other.map { rank[graph.edges[$0].first] })
    }

    private static func loops(_ node: Int, in graph: OrderGraph) -> Bool {
        graph.outgoing(node).contains { graph.edges[$0].then == node }
    }

    private static func turned(_ cycle: [Int], in graph: OrderGraph, rank: [Int]) -> [Int] {
        let start = cycle.indices.min { rank[graph.edges[cycle[$0]].first] < rank[graph.edges[cycle[$1]].first] } ?? 0
        return Array(cycle[start...] + cycle[..<start])
    }

    /// Tarjan's strongly connected components, without recursion.
    private static func components(of graph: OrderGraph) -> [[Int]] {
        var state = TarjanState(nodes: graph.nodeCount)
        for root in 0..<graph.nodeCount where state.number[root] == nil {
            state.enter(root, graph)
            while let node = state.work.last?.node {
                if let edge = state.work[state.work.count - 1].edges.next() {
                    state.follow(node, to: graph.edges[edge].then, graph)
                } else {
                    state.leave(node)
                }
            }
        }
        return state.components
    }

    private struct TarjanState {
        var number: [Int?]
        var low: [Int]
        var isOpen: [Bool]
        var open: [Int] = []
        /// The nodes that are being visited, with their edges that are not followed yet.
        var work: [(node: Int, edges: EdgeWalk)] = []
        var components: [[Int]] = []
        var counter = 0

        init(nodes: Int) {
            number = Array(repeating: nil, count: nodes)
            low = Array(repeating: 0, count: nodes)
            isOpen = Array(repeating: false, count: nodes)
        }

        mutating func enter(_ node: Int, _ graph: OrderGraph) {
            number[node] = counter
            low[node] = counter
            counter += 1
            open.append(node)
            isOpen[node] = true
            work.append((node, graph.outgoing(node)))
        }

        mutating func follow(_ node: Int, to next: Int, _ graph: OrderGraph) {
            if let known = number[next] {
                if isOpen[next] { low[node] = Swift.min(low[node], known) }
            } else {
                enter(next, graph)
            }
        }

        mutating func leave(_ node: Int) {
            work.removeLast()
            if let parent = work.last?.node { low[parent] = Swift.min(low[parent], low[node]) }
            guard low[node] == number[node] else { return }
            var component: [Int] = []
            while let member = open.popLast() {
                isOpen[member] = false
                component.append(member)
                if member == node { break }
            }
            components.append(component)
        }
    }
}

extension Composer {
    /// Reports every cycle in the order of phases, after taking out what resolutions set aside.
    mutating func checkOrder() {
        guard !order.isAcyclic else { return }
        let rank = nodePhase.indices.map { (phases[nodePhase[$0]].id, $0) }.sorted { $0 < $1 }.map(\.1).inverted
        while true {
            let graph = order
            guard graph.topologicalOrder(rank: rank).count < graph.nodeCount else { return }
            var cycles = Cycles(in: graph, rank: rank, isContested: { !isOfBaseAlone(graph.edges[$0].claims) })
            if cycles.all.isEmpty { cycles = Cycles(in: graph, rank: rank, isContested: { _ in true }) }
            var isResolved = false
            for cycle in cycles.all {
                let names = cycle.map { phases[nodePhase[graph.edges[$0].first]].id.text }.withoutRepetition
                let steps = cycle.map { edge in
                    let ends = graph.edges[edge]
                    let (first, then) = (phases[nodePhase[ends.first]].id, phases[nodePhase[ends.then]].id)
                    return (ends.claims, "\(first) before \(then)")
                }
                let target = "order:" + (names + [names[0]]).joined(separator: "<")
                if let choice = settleCycle(target, steps) {
                    isResolved = true
                    let onCycle = Set(cycle.map { graph.edges[$0].key })
                    order = graph.removing { edge, claim in
                        onCycle.contains(edge.key) && contributions.party(of: claim) != choice
                            && !edge.claims.contains { contributions.party(of: $0) == choice }
                    }
                    break
                }
            }
            if isResolved { continue }
            cyclicNodes = cycles.nodes
            let isBaseCyclic = !cycles.all.contains { cycle in
                cycle.contains { !isOfBaseAlone(graph.edges[$0].claims) }
            }
            order = graph.removing { edge, claim in
                cycles.nodes[edge.first] && cycles.nodes[edge.then]
                    && (isBaseCyclic || contributions.all[claim].party != 0)
            }
            return
        }
    }

    private func isOfBaseAlone(_ claims: ShortList) -> Bool { claims.allSatisfy { contributions.all[$0].party == 0 } }

    /// The party whose demand stands on a cycle by an integrator's decision; without one the cycle is reported.
    mutating func settleCycle(_ target: String, _ steps: [(claims: ShortList, value: String)]) -> ID? {
        let claimed = steps.flatMap { step in step.claims.map { ($0, step.value) } }
        let parties = claimed.map { contributions.party(of: $0.0) }.sortedAndUnique
        if parties.count > 1, let choice = arbiter.choice(on: target, among: parties) { return choice }
        reportCycle(target, steps, mayResolve: parties.count > 1)
        return nil
    }

    mutating func reportCycle(_ target: String, _ steps: [(claims: ShortList, value: String)], mayResolve: Bool) {
        let claimed = steps.flatMap { step in step.claims.map { ($0, step.value) } }
        let values = conflictClaims(claimed)
        let chain = values.map { "'\($0.by)' wants \($0.value)" }.joined(separator: ", ")
        arbiter.report(
            Conflict(
                code: .cycle, target: target, claims: values,
                message: "phases would have to come before themselves: \(chain)",
                waysOut: resolutionWays(target, values.map(\.by), mayResolve: mayResolve)))
    }
}

extension Edge {
    var key: Int { first &* 0x1_0000_0000 &+ then }
}

extension Array where Element == Int {
    /// For an order of things, the place of each thing in it.
    var inverted: [Int] {
        var result = Array(repeating: 0, count: count)
        for (place, thing) in enumerated() { result[thing] = place }
        return result
    }
}

extension Array where Element: Hashable {
    var withoutRepetition: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
