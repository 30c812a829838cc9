extension Composer {
    /// The place that an anchor means; a missing one is reported unless the change may do without it.
    mutating func place(of anchor: Anchor, _ claim: Int) -> Place? {
        if let place = placeQuietly(of: anchor) { return place }
        note(anchor.description, kind: .phase, claim)
        return nil
    }

    /// The place that an anchor means, if there is one: a phase, a point, or the interval that a compression names.
    func placeQuietly(of anchor: Anchor) -> Place? {
        switch anchor {
        case .point(let point):
            return holders[point].map { Place(first: $0.node, last: $0.node) }
        case .phase(let id):
            guard let index = phaseIndex[id] else { return intervals[id] }
            return Place(first: phaseNodes[index].lowerBound, last: phaseNodes[index].upperBound)
        }
    }

    /// Finds the intervals that compressions name, whose ends may be such intervals themselves.
    mutating func nameIntervals() {
        var open = compressions.map(\.change).filter { phaseIndex[$0.id] == nil }
        // Of several intervals of one name the first by its ends has it; their conflict is found later.
        open.sort { ($0.id, "\($0.from)", "\($0.through)") < ($1.id, "\($1.from)", "\($1.through)") }
        var isProgressing = true
        while isProgressing {
            isProgressing = false
            var found: [ID: Place] = [:]
            for compress in open where found[compress.id] == nil {
                if let from = placeQuietly(of: compress.from), let through = placeQuietly(of: compress.through) {
                    found[compress.id] = Place(first: from.first, last: through.last)
                    isProgressing = true
                }
            }
            intervals.merge(found) { known, _ in known }
            open.removeAll { intervals[$0.id] != nil }
        }
    }

    /// The phases that a target picks; a selector that picks none is reported as missing.
    ///
    /// An interval that a compression names is meant by its last phase (`lastNode`, for what it owes at its gate) or by
    /// its first (for what it needs to enter).
    mutating func phases(at target: Target, _ claim: Int, lastNode: Bool) -> PickedPhases {
        switch target {
        case .at(let anchor):
            guard let place = place(of: anchor, claim) else { return PickedPhases([]) }
            return PickedPhases(nodePhase[lastNode ? place.last : place.first])
        case .every: return PickedPhases(Array(phases.indices))
        case .track(let track):
            let found = phasesOnTrack[track] ?? []
            if found.isEmpty { note(track.text, kind: .track, claim) }
            return PickedPhases(found)
        case .producing(let artifact):
            let found = phases.indices.filter { phases[$0].produces.contains(artifact) }
            if found.isEmpty { note(artifact.text, kind: .producer, claim) }
            return PickedPhases(found)
        }
    }

    /// Remembers something that a change aims at and nobody has, unless the change may do without it.
    mutating func note(_ name: String, kind: MissingAnchor.Kind, _ claim: Int) {
        guard !contributions.all[claim].change.ifPresent else { return }
        let target = "\(kind.rawValue):\(name)"
        missing[target, default: MissingAnchor(kind: kind, name: name)].claims.append(claim)
    }

    mutating func reportMissing() {
        var names: [MissingAnchor.Kind: [String]] = [:]
        for (place, target) in missing.keys.sorted().enumerated() {
            guard let anchor = missing[target] else { continue }
            if names[anchor.kind] == nil { names[anchor.kind] = self.names(of: anchor.kind).withoutRepetition }
            let claims = conflictClaims(anchor.claims.map { ($0, contributions.all[$0].change.operation.summary) })
            let parties = claims.map { "'\($0.by)'" }.sortedAndUnique
            let aims = "\(parties.joined(separator: ", ")) \(parties.count == 1 ? "aims" : "aim")"
            // Whoever misses so much is not helped by guesses.
            let nearest = place < 100 ? Suggestion.nearest(to: anchor.name, among: names[anchor.kind] ?? []) : nil
            arbiter.report(
                Conflict(
                    code: .missingAnchor, target: target, claims: claims,
                    message: "there is no \(anchor.kind.words) '\(anchor.name)', at which \(aims)",
                    waysOut: (nearest.map { ["did you mean '\($0)'?"] } ?? [])
                        + ["add an overlay that brings it", "mark the change 'if present'"]))
        }
    }

    private func names(of kind: MissingAnchor.Kind) -> [String] {
        switch kind {
        case .phase:
            phases.map(\.id.text) + compressions.map(\.change.id.text) + ExtensionPoint.allCases.map(\.description)
        case .track: phases.map(\.track.text)
        case .producer: phases.flatMap(\.produces).map(\.text)
        case .activity:
            phases.flatMap { phase in phase.activities.map { "\(phase.id)/\($0.id)" } }
        case .obligation:
            definitions.map(\.id.text)
                + obligations.map { "\(phases[$0.phase].id)/\(definitions[$0.definition].id)" }
        }
    }
}
