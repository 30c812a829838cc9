/// A phase, or the interval that a compression names, as an anchor finds it.
struct Place {
    /// The first node: what comes before the place comes before it.
    let first: Int
    /// The last node: what comes after the place comes after it.
    let last: Int
}

/// Something that changes aim at and nobody has.
struct MissingAnchor {
    let kind: Kind
    let name: String
    var claims: [Int] = []

    enum Kind: String {
        case phase
        case track
        case producer
        case activity
        case obligation

        var words: String { self == .producer ? "phase that produces" : rawValue }
    }
}

extension Composer {
    /// Gives every phase a node of the order graph, or one for each point of a phase that holds several.
    mutating func layOutNodes() {
        var held: Set<ExtensionPoint> = []
        for index in phases.indices { held.formUnion(phases[index].points) }
        for (point, id) in base.standIns.sorted(by: { $0.key < $1.key }) where !held.contains(point) {
            if let index = phaseIndex[id] { phases[index].points.append(point) }
        }
        for index in phases.indices {
            phasesOnTrack[phases[index].track, default: []].append(index)
            let start = nodePhase.count
            let points: [ExtensionPoint?] = phases[index].points.count > 1 ? phases[index].points : [nil]
            for point in points {
                nodePhase.append(index)
                nodePoint.append(point)
            }
            phaseNodes.append(start...(nodePhase.count - 1))
        }
        order = OrderGraph(nodes: nodePhase.count)
        for index in phases.indices {
            let nodes = phaseNodes[index]
            for node in nodes.dropFirst() { order.add(node - 1, before: node, claims: []) }
            for (offset, point) in phases[index].points.enumerated() {
                let node = Swift.min(nodes.lowerBound + offset, nodes.upperBound)
                // Verification reports a point that two phases hold; here the first by identifier has it.
                if let other = holders[point], phases[other.phase].id <= phases[index].id { continue }
                holders[point] = (index, node)
            }
        }
    }

    /// Applies every change that aims at phases.
    mutating func placeChanges() {
        placeFlows()
        for (claim, insert) in contributions.inserts { place(insert, claim) }
        for (claim, perform) in contributions.performs { place(perform, claim) }
        definitions.reserveCapacity(contributions.obligations.count)
        definitionIndex.reserveCapacity(contributions.obligations.count)
        obligations.reserveCapacity(contributions.obligations.count)
        for claim in contributions.obligations { place(obligation: claim) }
        for (claim, order) in contributions.orders {
            if let first = place(of: order.first, claim), let then = place(of: order.then, claim) {
                self.order.add(first.last, before: then.first, claims: [claim])
            }
        }
        finishActivities()
    }

    private mutating func place(_ insert: Insert, _ claim: Int) {
        guard let index = phaseIndex[insert.id] else { return }
        let nodes = phaseNodes[index]
        for anchor in insert.after {
            if let place = place(of: anchor, claim) {
                order.add(place.last, before: nodes.lowerBound, claims: [claim])
            }
        }
        for anchor in insert.before {
            if let place = place(of: anchor, claim) {
                order.add(nodes.upperBound, before: place.first, claims: [claim])
            }
        }
    }

    private mutating func place(_ perform: Perform, _ claim: Int) {
        let condition = perform.when.isEmpty ? Condition.always : settled(Condition(clauses: [perform.when]))
        let after = perform.after.map { (activity: $0, claim: claim) }
        for phase in phases(at: perform.target, claim, lastNode: true) {
            if let known = phases[phase].activities.firstIndex(where: { $0.id == perform.id }) {
                phases[phase].activities[known].claims.append(claim)
                phases[phase].activities[known].after += after
                let joined = phases[phase].activities[known].condition.or(condition)
                phases[phase].activities[known].condition = joined
            } else {
                phases[phase].activities.append(
                    ActivityDraft(
                        id: perform.id, title: perform.title, claims: [claim], condition: condition, after: after))
            }
        }
    }

    /// Produces and consumes, repeated while `producing:` selectors find more phases.
    private mutating func placeFlows() {
        var feedsSelectors = false
        for (claim, produce) in contributions.productions {
            if case .producing = produce.target { feedsSelectors = true; continue }
            for phase in phases(at: produce.target, claim, lastNode: true) {
                phases[phase].produces += produce.artifacts
            }
        }
        if feedsSelectors { spreadProduction() }
        for (claim, consume) in contributions.consumptions {
            for phase in phases(at: consume.target, claim, lastNode: false) {
                phases[phase].consumes += consume.artifacts
            }
        }
    }

    private mutating func spreadProduction() {
        var changed = true
        while changed {
            changed = false
            for (_, produce) in contributions.productions {
                guard case .producing(let artifact) = produce.target else { continue }
                for phase in phases.indices where phases[phase].produces.contains(artifact) {
                    let added = produce.artifacts.filter { !phases[phase].produces.contains($0) }
                    phases[phase].produces += added
                    changed = changed || !added.isEmpty
                }
            }
        }
        for (claim, produce) in contributions.productions {
            if case .producing = produce.target { _ = phases(at: produce.target, claim, lastNode: true) }
        }
    }
}
