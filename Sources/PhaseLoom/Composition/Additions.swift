extension Composer {
    /// Unites everything that is inserted under one identifier.
    mutating func uniteAdditions() {
        phases.reserveCapacity(contributions.inserts.count)
        phaseIndex.reserveCapacity(contributions.inserts.count)
        artifacts.reserveCapacity(contributions.artifacts.count)
        for (claim, insert) in contributions.inserts { unite(insert, claim) }
        for (claim, artifact) in contributions.artifacts { unite(artifact, claim) }
        for (claim, track) in contributions.tracks { unite(track, claim) }
        for (claim, perform) in contributions.performs { unite(perform.when, claim) }
        settlePhases()
        settleDeclarations()
    }

    private mutating func unite(_ insert: Insert, _ claim: Int) {
        unite(insert.when, claim)
        let condition = insert.when.isEmpty ? Condition.always : Condition(clauses: [insert.when])
        guard let index = phaseIndex[insert.id] else {
            phaseIndex.set(insert.id, to: phases.count)
            var draft = PhaseDraft(
                id: insert.id, title: insert.title, track: insert.track, claims: [claim], condition: condition)
            draft.points = insert.points
            draft.consumes = insert.consumes
            draft.produces = insert.produces
            phases.append(draft)
            return
        }
        phases[index].claims.append(claim)
        phases[index].condition = phases[index].condition.or(condition)
        for point in insert.points where !phases[index].points.contains(point) { phases[index].points.append(point) }
        phases[index].consumes += insert.consumes
        phases[index].produces += insert.produces
    }

    private mutating func unite(_ artifact: Artifact, _ claim: Int) {
        artifacts[artifact.id, default: (artifact.title, artifact.isEntry, [])].claims.append(claim)
    }

    private mutating func unite(_ track: Track, _ claim: Int) {
        tracks[track.id, default: (track.title, [])].claims.append(claim)
    }

    private mutating func unite(_ triggers: [Trigger], _ claim: Int) {
        for trigger in triggers {
            self.triggers[trigger.id, default: (trigger, [])].claims.append(claim)
        }
    }

    private mutating func settlePhases() {
        for index in phases.indices where phases[index].claims.count > 1 {
            let inserts = phases[index].claims.compactMap { claim -> (claim: Int, value: Insert)? in
                guard case .insert(let insert) = contributions.all[claim].change.operation else { return nil }
                return (claim, insert)
            }
            let element = "phase:\(phases[index].id)"
            let titles = inserts.map { ($0.claim, $0.value.title) }
            phases[index].title = settle("title", of: element, titles) { "'\($0)'" } ?? phases[index].title
            let tracks = inserts.map { ($0.claim, $0.value.track) }
            phases[index].track = settle("track", of: element, tracks) { "'\($0)'" } ?? phases[index].track
        }
        // Points that several insertions list in different orders stand as an engagement passes them.
        for index in phases.indices where phases[index].claims.count > 1 { phases[index].points.sort() }
    }

    private mutating func settleDeclarations() {
        for (id, draft) in artifacts where draft.claims.count > 1 {
            let declared = draft.claims.compactMap { claim -> (claim: Int, value: Artifact)? in
                guard case .artifact(let artifact) = contributions.all[claim].change.operation else { return nil }
                return (claim, artifact)
            }
            let titles = declared.map { ($0.claim, $0.value.title) }
            let title = settle("title", of: "artifact:\(id)", titles) { "'\($0)'" }
            let entries = declared.map { ($0.claim, $0.value.isEntry) }
            let isEntry = settle("entry", of: "artifact:\(id)", entries) { $0 ? "exists before" : "is produced" }
            artifacts.set(id, to: (title ?? draft.title, isEntry ?? draft.isEntry, draft.claims))
        }
        for (id, draft) in tracks where draft.claims.count > 1 {
            let titles = draft.claims.compactMap { claim -> (claim: Int, value: String)? in
                guard case .track(let track) = contributions.all[claim].change.operation else { return nil }
                return (claim, track.title)
            }
            let title = settle("title", of: "track:\(id)", titles) { "'\($0)'" }
            tracks.set(id, to: (title ?? draft.title, draft.claims))
        }
        for (id, draft) in triggers where draft.claims.count > 1 { settleTrigger(id, draft.claims) }
        for index in phases.indices where !phases[index].condition.isAlways {
            phases[index].condition = settled(phases[index].condition)
        }
    }

    /// The condition with its triggers as all parties, or an integrator, agreed on them.
    func settled(_ condition: Condition) -> Condition {
        Condition(clauses: condition.clauses.map { $0.map { triggers[$0.id]?.trigger ?? $0 } })
    }

    private mutating func settleTrigger(_ id: ID, _ claims: ShortList) {
        let uses = claims.flatMap { claim -> [(claim: Int, value: Trigger)] in
            let triggers: [Trigger] =
                switch contributions.all[claim].change.operation {
                case .insert(let insert): insert.when
                case .perform(let perform): perform.when
                default: []
                }
            return triggers.filter { $0.id == id }.map { (claim, $0) }
        }
        let settled = settle("meaning", of: "trigger:\(id)", uses) { trigger in
            let needs = trigger.needs.isEmpty ? "" : " by " + trigger.needs.map(\.text).joined(separator: ", ")
            return "'\(trigger.statement)'\(needs)\(trigger.bound.map { ", \($0)" } ?? "")"
        }
        if let settled { triggers.set(id, to: (settled, claims)) }
    }
}
