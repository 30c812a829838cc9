/// All markings that a workflow net can reach, found by plain search, and what they say about its soundness.
///
/// The search does not know how the net came about and shares no code with verification. It does not rely on the net
/// being free of circles: whether the end can be reached is computed backwards from the end.
struct StateSpace {
    let net: WorkflowNet
    /// The markings, the initial one first.
    private(set) var markings: [Marking]
    /// For each transition, whether it ever fires.
    private(set) var fires: [Bool]
    /// Whether some place would have to hold two tokens at once.
    private(set) var isUnsafe = false
    /// For each marking, whether the end can be reached from it.
    private(set) var canEnd: [Bool] = []

    /// Searches a net; `nil` if it has too many places or more markings than the limit.
    init?(of net: WorkflowNet, limit: Int = 200_000) {
        guard !net.isTooLarge else { return nil }
        self.net = net
        markings = [net.initial]
        fires = Array(repeating: false, count: net.transitions.count)
        var steps = Steps()
        guard explore(limit, &steps) else { return nil }
        canEnd = Self.reaching(markings.indices.filter { markings[$0] & net.end != 0 }, markings.count, steps)
    }

    /// Soundness: from every reachable marking the end can be reached; at the end nothing is left over; and no place
    /// ever holds two tokens, of which one would be left over.
    var isSound: Bool { hasOptionToComplete && completesProperly }

    var hasOptionToComplete: Bool { !canEnd.contains(false) }

    var completesProperly: Bool {
        !isUnsafe && !markings.contains { $0 & net.end != 0 && $0 & net.work != 0 }
    }

    /// The markings from which the end cannot be reached.
    var strays: [Marking] { markings.indices.filter { !canEnd[$0] }.map { markings[$0] } }

    /// The markings from which nothing can go on and that are not the end.
    var deadlocks: [Marking] {
        markings.filter { marking in
            marking & net.end == 0 && !net.transitions.contains { $0.isEnabled(in: marking) }
        }
    }

    /// The places from which and to which the net steps, as two lists.
    private struct Steps {
        var from: [Int] = []
        var to: [Int] = []
    }

    private mutating func explore(_ limit: Int, _ steps: inout Steps) -> Bool {
        // A copy in flat lists: this runs millions of times, in debug builds too.
        let demands = net.transitions.map { $0.takes | $0.reads }
        var index: [Marking: Int] = [net.initial: 0]
        var next = 0
        while next < markings.count {
            let marking = markings[next]
            for transition in 0..<demands.count where marking & demands[transition] == demands[transition] {
                guard net.transitions[transition].isEnabled(in: marking) else { continue }
                fires[transition] = true
                let after = net.transitions[transition].fire(in: marking)
                if after.isUnsafe { isUnsafe = true }
                steps.from.append(next)
                if let known = index[after.marking] {
                    steps.to.append(known)
                } else {
                    index[after.marking] = markings.count
                    steps.to.append(markings.count)
                    markings.append(after.marking)
                }
            }
            if markings.count > limit { return false }
            next += 1
        }
        return true
    }

    /// For each marking, whether one of the goals can be reached from it.
    private static func reaching(_ goals: [Int], _ count: Int, _ steps: Steps) -> [Bool] {
        // For each marking the last step that leads to it; for each step the one before it that leads there too.
        var last = Array(repeating: -1, count: count)
        var before = Array(repeating: -1, count: steps.to.count)
        for step in steps.to.indices {
            before[step] = last[steps.to[step]]
            last[steps.to[step]] = step
        }
        var result = Array(repeating: false, count: count)
        var open = goals
        for goal in goals { result[goal] = true }
        while let marking = open.popLast() {
            var step = last[marking]
            while step >= 0 {
                let earlier = steps.from[step]
                if !result[earlier] {
                    result[earlier] = true
                    open.append(earlier)
                }
                step = before[step]
            }
        }
        return result
    }
}
