extension Composer {
    /// Settles the titles of activities that several parties add, and checks their order inside each phase.
    mutating func finishActivities() {
        for phase in phases.indices {
            let activities = phases[phase].activities
            for (index, activity) in activities.enumerated() {
                if activity.claims.count > 1 { settleTitle(of: activity, at: index, in: phase) }
                for (anchor, claim) in activity.after where !activities.contains(where: { $0.id == anchor }) {
                    note("\(phases[phase].id)/\(anchor)", kind: .activity, claim)
                }
            }
            if !Self.isInOrder(activities) { checkActivityOrder(in: phase) }
        }
    }

    /// Whether each activity comes only after others that stand before it in the list, so that there is no cycle.
    private static func isInOrder(_ activities: [ActivityDraft]) -> Bool {
        activities.indices.allSatisfy { place in
            activities[place].after.allSatisfy { after in
                activities[..<place].contains { $0.id == after.activity }
            }
        }
    }

    private mutating func settleTitle(of activity: ActivityDraft, at index: Int, in phase: Int) {
        let titles = activity.claims.compactMap { claim -> (claim: Int, value: String)? in
            guard case .perform(let perform) = contributions.all[claim].change.operation else { return nil }
            return (claim, perform.title)
        }
        let element = "activity:\(phases[phase].id)/\(activity.id)"
        if let title = settle("title", of: element, titles, describe: { "'\($0)'" }) {
            phases[phase].activities[index].title = title
        }
    }

    private mutating func checkActivityOrder(in phase: Int) {
        while true {
            let activities = phases[phase].activities
            let graph = Self.graph(of: activities)
            let rank = activities.map(\.id).ranks
            guard graph.topologicalOrder(rank: rank).count < activities.count else { return }
            let cycles = Cycles(in: graph, rank: rank, isContested: { !graph.edges[$0].claims.isEmpty })
            var isResolved = false
            for cycle in cycles.all {
                let names = cycle.map { activities[graph.edges[$0].first].id.text }
                let steps = cycle.map { edge in
                    let ends = graph.edges[edge]
                    return (ends.claims, "\(activities[ends.first].id) before \(activities[ends.then].id)")
                }
                let target = "order:\(phases[phase].id)/" + (names + [names[0]]).joined(separator: "<")
                if let choice = settleCycle(target, steps) {
                    isResolved = true
                    dropOrder(of: cycle.map { graph.edges[$0] }, unlessBy: choice, in: phase)
                    break
                }
            }
            if isResolved { continue }
            // Nothing more can be said about this order; go on without what closes the cycles.
            for index in activities.indices { phases[phase].activities[index].after = [] }
            return
        }
    }

    private mutating func dropOrder(of edges: [Edge], unlessBy choice: ID, in phase: Int) {
        let activities = phases[phase].activities
        for edge in edges where !edge.claims.contains(where: { contributions.party(of: $0) == choice }) {
            phases[phase].activities[edge.then].after.removeAll { $0.activity == activities[edge.first].id }
        }
    }

    private static func graph(of activities: [ActivityDraft]) -> OrderGraph {
        var graph = OrderGraph(nodes: activities.count)
        var index: [ID: Int] = [:]
        for (place, activity) in activities.enumerated() { index[activity.id] = place }
        for (place, activity) in activities.enumerated() {
            for (anchor, claim) in activity.after {
                if let first = index[anchor] { graph.add(first, before: place, claims: [claim]) }
            }
        }
        return graph
    }
}

extension Array where Element: Comparable {
    /// The places of the elements in ascending order of the elements.
    var sortedPlaces: [Int] { indices.sorted { self[$0] < self[$1] } }

    /// The place of each element among all in ascending order.
    var ranks: [Int] { sortedPlaces.inverted }
}
