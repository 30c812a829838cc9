import PhaseLoom
import PhaseLoomTesting

/// Draws commands for an engagement: mostly ones that bring it on, some of any kind, many of them impossible.
struct CommandGenerator {
    var random: SeededGenerator
    private var count = 0

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

    mutating func pick<Element>(_ list: [Element]) -> Element? { list.randomElement(using: &random) }

    private mutating func name(_ prefix: String) -> ID {
        count += 1
        return ID("\(prefix)-\(count)")
    }

    /// The next command, at some moment.
    mutating func command(for engagement: Engagement, at now: Timestamp, plans: [EngagementPlan]) -> Command {
        if engagement.isHeld { return chance(70) ? .resume(reason: "Go on") : anything(engagement, now, plans) }
        return chance(65) ? progress(engagement, now) : anything(engagement, now, plans)
    }

    // MARK: Going on

    private mutating func progress(_ engagement: Engagement, _ now: Timestamp) -> Command {
        let sequence = engagement.plan.sequence
        let open = zip(sequence.phases, engagement.phases).filter { $1.isOpen }.map(\.0)
        let ready = zip(sequence.phases, engagement.phases).filter { $1.state == .ready }.map(\.0)
        if let phase = pick(open), chance(75) {
            if chance(30), let loop = loop(from: phase, engagement) { return loop }
            if chance(15), let need = pick(phase.gate.flatMap(\.needs)) { return .record(draft(need, sequence, now)) }
            let missing = (phase.produces + phase.gate.flatMap(\.needs)).filter {
                engagement.evidence(of: $0, inForceAt: now).isEmpty
            }
            if let artifact = pick(missing), chance(85) { return .record(draft(artifact, sequence, now)) }
            return .gate(phase: phase.id)
        }
        if let phase = pick(ready) {
            if let need = pick(phase.entry.flatMap(\.needs)), engagement.evidence(of: need, inForceAt: now).isEmpty {
                return .record(draft(need, sequence, now))
            }
            if let trigger = phase.condition.triggers.first(where: { engagement.triggers[$0.id] == nil }) {
                return .decide(trigger: trigger.id, holds: chance(60), reason: "Decided")
            }
            return chance(80) ? .open(phase: phase.id) : .gate(phase: phase.id)
        }
        return open.isEmpty ? .close : .gate(phase: open[0].id)
    }

    /// A loop that the last decision of a gate allows.
    private func loop(from phase: ComposedPhase, _ engagement: Engagement) -> Command? {
        let failed = engagement.progress(of: phase.id)?.decisions.filter { !$0.isSatisfied }.map(\.subject) ?? []
        let loop = engagement.plan.sequence.loops.first { loop in
            loop.from == phase.id && failed.contains { $0 == .obligation(loop.criteria[0]) }
                && engagement.rounds[loop.id, default: 0] < loop.limit
        }
        return loop.map { .loop($0.id, reason: "Not good enough") }
    }

    // MARK: Anything

    private mutating func anything(_ engagement: Engagement, _ now: Timestamp, _ plans: [EngagementPlan]) -> Command {
        let sequence = engagement.plan.sequence
        let phase = chance(97) ? pick(sequence.phases)?.id ?? "nowhere" : "nowhere"
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<10: return .open(phase: phase)
        case 10..<30:
            return .record(draft(pick(sequence.artifacts.map(\.id)) ?? "nothing", sequence, now))
        case 30..<40: return .gate(phase: phase)
        case 40..<50: return waiver(sequence, phase, now)
        case 50..<62: return .loop(pick(sequence.loops)?.id ?? "nothing", reason: "Not good enough")
        case 62..<66:
            return .decide(trigger: pick(sequence.triggers)?.id ?? "nothing", holds: chance(50), reason: "Decided")
        case 66..<72: return order(engagement)
        case 72..<77:
            let order = pick(engagement.orders)?.order.id ?? "nothing"
            if chance(30) { return .reject(order: order, authority: "Board", reason: "No") }
            return .approve(order: order, authority: "Board", reopening: chance(50) ? phase : nil)
        case 77..<81:
            return chance(50)
                ? .scope(item()) : .work(item: pick(engagement.scope.items)?.id ?? "nothing", phase: phase)
        case 81..<83: return .assign(phase: phase, to: "Ben")
        case 83..<85: return .perform(phase: phase, activity: pick(sequence.phase(phase)?.activities ?? [])?.id ?? "x")
        case 85..<87:
            return .sign(artifact: pick(sequence.artifacts)?.id ?? "nothing", role: "client")
        case 87: return chance(50) ? .hold(reason: "Wait") : .resume(reason: "Go on")
        case 88: return chance(5) ? .cancel(reason: "Enough", authority: "Board") : .close
        default: return amendment(engagement, plans)
        }
    }

    private mutating func draft(_ artifact: ID, _ sequence: ComposedSequence, _ now: Timestamp) -> EvidenceDraft {
        let bounds = sequence.phases.flatMap { $0.entry + $0.gate }.filter { $0.needs.contains(artifact) }
            .compactMap(\.bound)
        var measurements: [Measurement] = []
        for bound in bounds where !measurements.contains(where: { $0.name == bound.measure }) {
            guard chance(95) else { continue }
            let good = bound.interval.min ?? bound.interval.max ?? 0
            let value: Double? = chance(70) ? good : pick([good - 1, good + 1, nil]) ?? nil
            measurements.append(Measurement(bound.measure, value, unit: chance(97) ? bound.unit : "furlong"))
        }
        let later = { (minutes: Int64) in now.advanced(byMilliseconds: minutes * 60_000) }
        return EvidenceDraft(
            artifact: artifact, digest: Digest(of: [UInt8.random(in: 0...255, using: &random)]),
            measurements: measurements, validFrom: chance(4) ? later(3) : nil,
            validUntil: chance(20) ? later(pick([5, 30, 500]) ?? 5) : nil)
    }

    private mutating func waiver(_ sequence: ComposedSequence, _ phase: ID, _ now: Timestamp) -> Command {
        let obligations = sequence.phase(phase).map { $0.gate + $0.entry } ?? []
        let expires = chance(50) ? now.advanced(byMilliseconds: (pick([-1, 5, 20, 200]) ?? 5) * 60_000) : nil
        return .waive(
            WaiverGrant(
                phase: phase, obligation: pick(obligations)?.id ?? "nothing", authority: "Board", reason: "Covered",
                expires: expires))
    }

    private mutating func item() -> ScopeItem {
        do {
            return try ScopeItem(name("item"), "An item", cost: Double(Int.random(in: 0...9, using: &random)))
        } catch {
            preconditionFailure("\(error)")
        }
    }

    private mutating func order(_ engagement: Engagement) -> Command {
        do {
            let removes = chance(30) ? pick(engagement.scope.items).map { [$0.id] } ?? [] : []
            return .raise(
                try ChangeOrder(
                    name("order"), finding: "Found", adds: chance(60) ? [item()] : [], removes: removes,
                    cost: Double(Int.random(in: -5...5, using: &random))))
        } catch {
            preconditionFailure("\(error)")
        }
    }

    private mutating func amendment(_ engagement: Engagement, _ plans: [EngagementPlan]) -> Command {
        let incident = Incident(id: "INC-1", summary: "An outage", detected: Desk.start, record: .none)
        let landing: Amendment.Landing? = chance(45) ? .owe : chance(60) ? .reopen : nil
        let order = chance(60) ? engagement.orders.last { $0.state == .approved }?.order.id : nil
        return .amend(
            Amendment(
                to: pick(plans.filter { $0 != engagement.plan }) ?? engagement.plan, reason: "Needed",
                authority: "Board", order: order,
                incident: chance(90) ? incident : nil, landing: landing))
    }
}
