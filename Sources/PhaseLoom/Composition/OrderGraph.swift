/// A graph of demands that one node comes before another.
struct OrderGraph {
    private(set) var edges: [Edge] = []
    /// For each node, the chain of edges that leave it and that of those that reach it.
    private var chains: [(outgoing: EdgeChain, incoming: EdgeChain)] = []

    init(nodes: Int = 0) { chains = Array(repeating: (EdgeChain(), EdgeChain()), count: nodes) }

    var nodeCount: Int { chains.count }

    /// The edges that leave a node, by their places in ``edges``.
    func outgoing(_ node: Int) -> EdgeWalk {
        EdgeWalk(edges: edges, isBackwards: false, edge: chains[node].outgoing.first)
    }

    /// The edges that reach a node, by their places in ``edges``.
    func incoming(_ node: Int) -> EdgeWalk {
        EdgeWalk(edges: edges, isBackwards: true, edge: chains[node].incoming.first)
    }

    mutating func add(_ first: Int, before then: Int, claims: ShortList) {
        if let known = edge(from: first, to: then) {
            edges[known].claims.append(contentsOf: claims)
            return
        }
        if let last = chains[first].outgoing.append(edges.count) { edges[last].nextOutgoing = edges.count }
        if let last = chains[then].incoming.append(edges.count) { edges[last].nextIncoming = edges.count }
        edges.append(Edge(first: first, then: then, claims: claims))
    }

    /// Looks an edge up at whichever of its ends has fewer.
    private func edge(from first: Int, to then: Int) -> Int? {
        chains[first].outgoing.count <= chains[then].incoming.count
            ? outgoing(first).first { edges[$0].then == then } : incoming(then).first { edges[$0].first == first }
    }

    /// The graph without some of the claims on its edges; edges that nobody claims any more are gone.
    func removing(_ isRemoved: (Edge, Int) -> Bool) -> OrderGraph {
        var result = OrderGraph(nodes: nodeCount)
        for edge in edges {
            let claims = ShortList(edge.claims.filter { !isRemoved(edge, $0) })
            if !claims.isEmpty || edge.claims.isEmpty { result.add(edge.first, before: edge.then, claims: claims) }
        }
        return result
    }

    /// The nodes in an order in which every demand holds, ties by rank; shorter than the node count when there is a
    /// cycle.
    ///
    /// - Complexity: O(*n* log *n* + *e*).
    func topologicalOrder(rank: [Int]) -> [Int] {
        var blockers = chains.map(\.incoming.count)
        var ready = MinHeap()
        for node in blockers.indices where blockers[node] == 0 { ready.push((rank[node], node)) }
        var result: [Int] = []
        result.reserveCapacity(nodeCount)
        while let node = ready.pop() {
            result.append(node)
            for edge in outgoing(node) {
                let next = edges[edge].then
                blockers[next] -= 1
                if blockers[next] == 0 { ready.push((rank[next], next)) }
            }
        }
        return result
    }

    /// Whether there is an order in which every demand holds.
    var isAcyclic: Bool { topologicalOrder(rank: Array(0..<nodeCount)).count == nodeCount }

    /// Some of the nodes in an order in which every demand among them holds, ties by rank.
    func topologicalOrder(rank: [Int], within members: Set<Int>) -> [Int] {
        var result = OrderGraph(nodes: nodeCount)
        for edge in edges where members.contains(edge.first) && members.contains(edge.then) {
            result.add(edge.first, before: edge.then, claims: edge.claims)
        }
        return result.topologicalOrder(rank: rank).filter(members.contains)
    }

    /// Every node that can be reached from a node, itself included.
    func reachable(from start: Int, backwards: Bool = false) -> [Bool] {
        var seen = Array(repeating: false, count: nodeCount)
        seen[start] = true
        var stack = [start]
        while let node = stack.popLast() {
            for edge in backwards ? incoming(node) : outgoing(node) {
                let next = backwards ? edges[edge].first : edges[edge].then
                if !seen[next] {
                    seen[next] = true
                    stack.append(next)
                }
            }
        }
        return seen
    }

    /// The edges of a shortest path between two nodes, within some of the nodes; of equals the first by rank.
    func shortestPath(from start: Int, to goal: Int, within allowed: [Bool], rank: [Int]) -> [Int]? {
        var cameBy: [Int?] = Array(repeating: nil, count: nodeCount)
        var frontier = [start]
        var seen = Array(repeating: false, count: nodeCount)
        while !frontier.isEmpty {
            var next: [Int] = []
            for node in frontier.sorted(by: { rank[$0] < rank[$1] }) {
                for edge in outgoing(node).sorted(by: { rank[edges[$0].then] < rank[edges[$1].then] }) {
                    let reached = edges[edge].then
                    guard allowed[reached], !seen[reached] else { continue }
                    seen[reached] = true
                    cameBy[reached] = edge
                    if reached == goal { return path(to: goal, from: start, cameBy) }
                    next.append(reached)
                }
            }
            frontier = next
        }
        return nil
    }

    private func path(to goal: Int, from start: Int, _ cameBy: [Int?]) -> [Int] {
        var result: [Int] = []
        var node = goal
        repeat {
            guard let edge = cameBy[node] else { break }
            result.append(edge)
            node = edges[edge].first
        } while node != start
        return result.reversed()
    }
}

/// The first and the last of the edges at one end of a node; each edge names the next one.
private struct EdgeChain {
    private(set) var first: Int?
    private var last: Int?
    private(set) var count = 0

    /// Adds an edge, and returns the one that was the last.
    mutating func append(_ edge: Int) -> Int? {
        defer { last = edge }
        if first == nil { first = edge }
        count += 1
        return last
    }
}

/// The edges along a chain, by their places in the list of all.
struct EdgeWalk: Sequence, IteratorProtocol {
    fileprivate let edges: [Edge]
    fileprivate let isBackwards: Bool
    fileprivate var edge: Int?

    mutating func next() -> Int? {
        guard let current = edge else { return nil }
        edge = isBackwards ? edges[current].nextIncoming : edges[current].nextOutgoing
        return current
    }
}

/// A priority queue of nodes, the smallest rank first.
struct MinHeap {
    private var items: [(rank: Int, node: Int)] = []

    mutating func push(_ item: (rank: Int, node: Int)) {
        items.append(item)
        var child = items.count - 1
        while child > 0, case let parent = (child - 1) / 2, items[child].rank < items[parent].rank {
            items.swapAt(child, parent)
            child = parent
        }
    }

    mutating func pop() -> Int? {
        guard let top = items.first else { return nil }
        let last = items.removeLast()
        if !items.isEmpty {
            items[0] = last
            sink()
        }
        return top.node
    }

    private mutating func sink() {
        var parent = 0
        while case let left = 2 * parent + 1, left < items.count {
            let right = left + 1
            let child = right < items.count && items[right].rank < items[left].rank ? right : left
            if items[parent].rank <= items[child].rank { return }
            items.swapAt(parent, child)
            parent = child
        }
    }
}
