/// A phase of the result while others may still be taken into it.
struct Unit {
    var id: ID
    var title: String
    var track: ID
    var points: [ExtensionPoint]
    var condition: Condition
    var claims: ShortList
    var consumes: [ID]
    var produces: [ID]
    /// When it hands on what came from phases that may be skipped.
    var productionConditions: [ID: Condition] = [:]
    var activities: [UnitActivity]
    var obligations: [UnitObligation]
}

/// An activity of a unit; the activities before it are named by their places in the unit's list.
struct UnitActivity {
    var id: ID
    let title: String
    let claims: ShortList
    var condition: Condition
    var after: [Int]
}

/// An obligation of a unit.
struct UnitObligation {
    /// One of the drafts that it stands for, by which messages name it.
    let draft: Int
    let definition: Int
    var isEntry: Bool
    var needs: [ID]
    var proof: Proof?
    var claims: ShortList
    var limits: [Int]
    var waivers: [Int]
    var interval: Interval
    var status: Status
    /// The phase whose gate it blocks instead.
    var deferral: Int?
    var condition: Condition

    /// Every artifact that can show that it holds.
    var mentioned: [ID] { proof.map { needs + $0.artifacts } ?? needs }
}

extension Composer {
    /// A phase as a unit of its own.
    func unit(_ index: Int) -> Unit {
        let phase = phases[index]
        let activities = phase.activities.map { activity in
            UnitActivity(
                id: activity.id, title: activity.title, claims: activity.claims, condition: activity.condition,
                after: activity.after.compactMap { after in phase.activities.firstIndex { $0.id == after.activity } })
        }
        let obligations = phase.obligations.map { place in
            let draft = self.obligations[place]
            return UnitObligation(
                draft: place, definition: draft.definition,
                isEntry: definitions[draft.definition].isEntry && draft.deferral == nil, needs: draft.needs,
                proof: draft.proof, claims: draft.claims, limits: draft.limits,
                waivers: draft.waivers, interval: draft.interval, status: draft.status, deferral: draft.deferral?.phase,
                condition: .always)
        }
        return Unit(
            id: phase.id, title: phase.title, track: phase.track, points: phase.points, condition: phase.condition,
            claims: phase.claims, consumes: phase.consumes,
            produces: phase.produces, activities: activities, obligations: obligations)
    }

    /// Takes units into one, in their order: each after those that come before it, which `before` names for each.
    ///
    /// A holder is a unit that already stands for the result and only takes the members in.
    mutating func merge(_ members: [Unit], before: [[Int]], into result: Unit, holder: Unit?) -> Unit {
        var result = result
        let all = (holder.map { [$0] } ?? []) + members
        let produced = Set(all.flatMap(\.produces))
        result.consumes = all.flatMap(\.consumes).filter { !produced.contains($0) }
        result.produces = produced.sorted()
        result.productionConditions = Self.productionConditions(of: all, condition: result.condition)
        result.activities = Self.activities(of: members, before: before, holder: holder, condition: result.condition)
        result.obligations = []
        var index: [Int: Int] = [:]
        for member in all {
            for obligation in member.obligations {
                var obligation = obligation
                if obligation.mentioned.contains(where: produced.contains) { obligation.isEntry = false }
                let isGuarded = !result.condition.implies(member.condition)
                if isGuarded { obligation.condition = obligation.condition.and(member.condition) }
                if let known = index[obligation.definition] {
                    result.obligations[known] = join(result.obligations[known], obligation)
                } else {
                    index[obligation.definition] = result.obligations.count
                    result.obligations.append(obligation)
                }
            }
        }
        return result
    }

    /// When the result of a merger hands on what its members produce; what it always does is left out.
    private static func productionConditions(of members: [Unit], condition: Condition) -> [ID: Condition] {
        var result: [ID: Condition] = [:]
        for member in members {
            let guarding = condition.implies(member.condition) ? Condition.always : member.condition
            for artifact in member.produces {
                let guarded = guarding.and(member.productionConditions[artifact] ?? .always)
                result[artifact] = result[artifact].map { $0.or(guarded) } ?? guarded
            }
        }
        return result.filter { !$0.value.isAlways }
    }

    /// Joins two places of one obligation that have become one.
    private mutating func join(_ one: UnitObligation, _ other: UnitObligation) -> UnitObligation {
        var result = one
        result.isEntry = one.isEntry && other.isEntry
        result.needs = (one.needs + other.needs).sortedAndUnique
        result.proof = Proof.joined(one.proof, other.proof)
        result.claims.append(contentsOf: other.claims)
        result.limits += other.limits
        result.waivers += other.waivers
        result.condition = one.condition.or(other.condition)
        result.interval =
            one.interval.intersection(other.interval)
            ?? settleIntervals(
                [one, other].flatMap { side in side.claims.map { ($0, side.interval) } },
                at: name(ofObligation: one.draft), one.draft)
        if one.status != other.status {
            let statuses = [one.status, other.status]
            result.status = statuses.contains(.mandated) ? .mandated : .waived
            if statuses.contains(.mandated), statuses.contains(.waived) {
                let mandating = one.status == .mandated ? one : other
                reportWaivedMandate(
                    one.draft, mandating.claims.filter { wording(of: $0)?.isMandated == true }, result.waivers)
                result.waivers = []
            }
        }
        // Due at once is stricter than due later.
        if one.deferral != other.deferral { result.deferral = nil }
        return result
    }

    /// The activities of the members, in the members' order; a member without activities stands as one.
    private static func activities(
        of members: [Unit], before: [[Int]], holder: Unit?, condition: Condition
    ) -> [UnitActivity] {
        var result = holder?.activities ?? []
        var taken = result.map(\.id)
        var lasts: [[Int]] = []
        var names: [ID: Int] = [:]
        for name in members.flatMap({ $0.activities.isEmpty ? [$0.id] : $0.activities.map(\.id) }) + taken {
            names[name, default: 0] += 1
        }
        for (member, earlier) in zip(members, before) {
            let offset = result.count
            let guarding = condition.implies(member.condition) ? Condition.always : member.condition
            let own =
                member.activities.isEmpty
                ? [
                    UnitActivity(
                        id: member.id, title: member.title, claims: member.claims, condition: .always, after: [])
                ]
                : member.activities
            for var activity in own {
                let isFirst = activity.after.isEmpty
                activity.after = activity.after.map { $0 + offset }
                if isFirst { activity.after += earlier.filter { $0 < lasts.count }.flatMap { lasts[$0] } }
                activity.condition = activity.condition.and(guarding)
                if names[activity.id, default: 0] > 1 { activity.id = unique("\(member.id).\(activity.id)", taken) }
                taken.append(activity.id)
                result.append(activity)
            }
            let followed = Set(own.flatMap(\.after))
            lasts.append(own.indices.filter { !followed.contains($0) }.map { $0 + offset })
        }
        return result
    }

    /// A name that no other activity of the phase has.
    private static func unique(_ name: String, _ taken: [ID]) -> ID {
        var candidate = String(name.prefix(128))
        var number = 2
        while taken.contains(where: { $0.text == candidate }) {
            candidate = "\(name.prefix(120)).\(number)"
            number += 1
        }
        return ID(stringLiteral: candidate)
    }
}
