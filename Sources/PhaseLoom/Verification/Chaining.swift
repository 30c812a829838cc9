/// One run of forward chaining: which phases can open and pass when an artifact is there once a producer is open.
struct Chaining {
    private let needs: [Need]
    /// For each need, the producers that it counts on.
    private let suppliers: [[Int]]
    private(set) var isOpen: [Bool]
    private(set) var isPassed: [Bool]
    private(set) var isMet: [Bool]
    private let before: [[Int]]

    /// Whether every phase passes.
    var isComplete: Bool { !isPassed.contains(false) }

    init(
        _ phases: [ComposedPhase], _ index: IDTable<Int>, _ needs: [Need], counting counts: (Need, Int) -> Bool
    ) {
        self.needs = needs
        before = phases.map { $0.after.compactMap { index[$0] } }
        suppliers = needs.map { need in need.producers.filter { counts(need, $0) } }
        isOpen = Array(repeating: false, count: phases.count)
        isPassed = isOpen
        isMet = Array(repeating: false, count: needs.count)
        chain()
    }

    private mutating func chain() {
        let count = isOpen.count
        var openBlockers = before.map(\.count)
        var gateBlockers = Array(repeating: 1, count: count)
        var followers = Array(repeating: [Int](), count: count)
        for (later, earlier) in before.enumerated() { for phase in earlier { followers[phase].append(later) } }
        var waiting = Array(repeating: [Int](), count: count)
        for (place, need) in needs.enumerated() {
            if need.isEntry { openBlockers[need.phase] += 1 } else { gateBlockers[need.phase] += 1 }
            for supplier in suppliers[place] { waiting[supplier].append(place) }
        }
        var ready = openBlockers.indices.filter { openBlockers[$0] == 0 }
        var passing: [Int] = []
        while !ready.isEmpty || !passing.isEmpty {
            if let phase = ready.popLast() {
                isOpen[phase] = true
                gateBlockers[phase] -= 1
                if gateBlockers[phase] == 0 { passing.append(phase) }
                for place in waiting[phase] where !isMet[place] {
                    isMet[place] = true
                    let need = needs[place]
                    if need.isEntry {
                        openBlockers[need.phase] -= 1
                        if openBlockers[need.phase] == 0 { ready.append(need.phase) }
                    } else {
                        gateBlockers[need.phase] -= 1
                        if gateBlockers[need.phase] == 0 { passing.append(need.phase) }
                    }
                }
            } else if let phase = passing.popLast() {
                isPassed[phase] = true
                for later in followers[phase] {
                    openBlockers[later] -= 1
                    if openBlockers[later] == 0 { ready.append(later) }
                }
            }
        }
    }

    /// A step of a circle of phases that wait for each other.
    enum Link {
        /// A phase waits for an artifact that another one produces.
        case need(Need, producer: Int)
        /// A phase waits for the one before it.
        case precedence(later: Int, earlier: Int)

        func subjects(_ phases: [ComposedPhase]) -> [String] {
            switch self {
            case .need(let need, let producer):
                [phases[need.phase].id.text] + need.artifacts.map(\.text) + [phases[producer].id.text]
            case .precedence(let later, let earlier): [phases[later].id.text, phases[earlier].id.text]
            }
        }
    }

    /// For each group of phases that wait for each other, a shortest circle.
    func shortestCycles(_ phases: [ComposedPhase]) -> [[Link]] {
        let count = phases.count
        // Node p stands for the opening of phase p, node count + p for its gate. An edge leads to what is waited for.
        var graph = OrderGraph(nodes: 2 * count)
        for phase in phases.indices where !isPassed[phase] {
            if !isOpen[phase] {
                graph.add(count + phase, before: phase, claims: [])
                for earlier in before[phase] where !isPassed[earlier] {
                    graph.add(phase, before: count + earlier, claims: [])
                }
            }
        }
        for (place, need) in needs.enumerated() where !isMet[place] {
            for supplier in suppliers[place] {
                graph.add(need.isEntry ? need.phase : count + need.phase, before: supplier, claims: [place])
            }
        }
        let names = phases.map(\.id).ranks
        let rank = names.map { 2 * $0 } + names.map { 2 * $0 + 1 }
        let cycles = Cycles(in: graph, rank: rank, isContested: { !graph.edges[$0].claims.isEmpty }).all
        var covered: Set<Int> = []
        var result: [[Link]] = []
        for cycle in cycles {
            let nodes = cycle.map { graph.edges[$0].first % count }
            if nodes.contains(where: covered.contains) { continue }
            covered.formUnion(nodes)
            result.append(cycle.compactMap { link(graph.edges[$0], count) })
        }
        return result
    }

    private func link(_ edge: Edge, _ count: Int) -> Link? {
        if let place = edge.claims.first { return .need(needs[place], producer: edge.then) }
        let (later, earlier) = (edge.first % count, edge.then % count)
        return later == earlier ? nil : .precedence(later: later, earlier: earlier)
    }
}
