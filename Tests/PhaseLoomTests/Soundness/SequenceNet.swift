import PhaseLoom

/// A composed sequence as a workflow net, written from the specification and without the code that it is to check.
///
/// - Every precedence is a place that the earlier phase marks as it passes and the later one empties as it opens. A
///   phase that opens, or is skipped, remembers what it took, so that a loop can give it back.
/// - Every trigger is chosen freely before anything starts; a condition reads the choice.
/// - An open phase hands in each artifact that it produces, one by one, and runs its activities in their order. It
///   passes its gate when all that is done and every obligation due there has its evidence. (A phase that could pass
///   without handing in what it produces would make any later need unsatisfiable.)
/// - A skipped phase has no work, but what others deferred to its gate still comes due there: an obligation never
///   vanishes.
/// - A loop may be taken at any time while its source is open. It resets the target and everything after it, evidence
///   included, and gives the tokens back that came from phases outside.
///
/// Left over at the end may be: the choices of triggers, evidence, the counters of loops and the memory of what phases
/// took. These are records and not work: nobody waits to act on them. Every other token is work.
struct SequenceNet {
    let sequence: ComposedSequence
    private(set) var net = WorkflowNet()
    /// For each phase, the transition that opens it.
    private(set) var openings: [ID: Int] = [:]
    /// For each phase, the transitions by which it passes or is skipped.
    private(set) var completions: [ID: [Int]] = [:]
    /// For each phase and artifact, the place that says that the phase has handed the artifact in.
    private(set) var evidence: [ID: [ID: Marking]] = [:]
    private var triggers: [ID: (holds: Marking, fails: Marking)] = [:]
    private var followers: [ID: [ID]] = [:]
    /// The tokens between two phases, and the memory of having taken them.
    private var links: [Link: (token: Marking, memory: Marking)] = [:]
    private var open: [ID: Marking] = [:]
    /// For each phase, all places inside it, evidence included.
    private var inside: [ID: Marking] = [:]

    private struct Link: Hashable {
        let from: ID?
        let to: ID?
    }

    init(_ sequence: ComposedSequence) {
        self.sequence = sequence
        for phase in sequence.phases { for earlier in phase.after { followers[earlier, default: []].append(phase.id) } }
        addPlaces()
        addChoices()
        for phase in sequence.phases { add(phase) }
        addEnd()
        for loop in sequence.loops { add(loop) }
    }

    /// Every trigger that some condition names.
    var allTriggers: Set<ID> { Set(triggers.keys) }

    /// The part of a marking that holds just these triggers, and no others.
    func choice(of holding: Set<ID>) -> Marking {
        triggers.reduce(0) { $0 | (holding.contains($1.key) ? $1.value.holds : $1.value.fails) }
    }

    /// The places that say that any of these phases has handed the artifact in.
    func evidence(of artifact: ID, by phases: some Sequence<ID>) -> Marking {
        phases.reduce(0) { $0 | (evidence[$1]?[artifact] ?? 0) }
    }

    /// The phases that always come before a phase.
    func ancestors(of id: ID) -> Set<ID> {
        closure(of: id) { phase in sequence.phases.first { $0.id == phase }?.after ?? [] }
    }

    private func descendants(of id: ID) -> Set<ID> { closure(of: id) { followers[$0] ?? [] } }

    private func closure(of id: ID, _ next: (ID) -> [ID]) -> Set<ID> {
        var result: Set<ID> = []
        var todo = next(id)
        while let phase = todo.popLast() {
            if result.insert(phase).inserted { todo += next(phase) }
        }
        return result
    }
}

// MARK: - Places

extension SequenceNet {
    private mutating func addPlaces() {
        for phase in sequence.phases {
            let sources = phase.after.isEmpty ? [nil] : phase.after.map { Optional($0) }
            for source in sources { addLink(source, phase.id) }
            open[phase.id] = net.place("open \(phase.id)", isWork: true)
            inside[phase.id] = open[phase.id]
            for artifact in phase.produces {
                let place = net.place("evidence \(phase.id)/\(artifact)", isWork: false)
                evidence[phase.id, default: [:]][artifact] = place
                inside[phase.id, default: 0] |= place
            }
        }
        for phase in sequence.phases where followers[phase.id] == nil { addLink(phase.id, nil) }
    }

    private mutating func addLink(_ from: ID?, _ to: ID?) {
        let name = "\(from?.text ?? "start")>\(to?.text ?? "end")"
        links[Link(from: from, to: to)] = (
            net.place(name, isWork: true), to == nil ? 0 : net.place("took \(name)", isWork: false)
        )
    }

    private func token(_ from: ID?, _ to: ID?) -> Marking { links[Link(from: from, to: to)]?.token ?? 0 }

    private func incoming(_ phase: ComposedPhase) -> [(token: Marking, memory: Marking)] {
        (phase.after.isEmpty ? [nil] : phase.after.map { Optional($0) }).compactMap {
            links[Link(from: $0, to: phase.id)]
        }
    }

    private func outgoing(_ phase: ID) -> Marking {
        let next = followers[phase].map { $0.map { Optional($0) } } ?? [nil]
        return next.reduce(0) { $0 | token(phase, $1) }
    }

    /// Adds a place of work inside a phase.
    private mutating func work(_ name: String, in phase: ID) -> Marking {
        let place = net.place("\(phase): \(name)", isWork: true)
        inside[phase, default: 0] |= place
        return place
    }
}

// MARK: - Conditions

extension SequenceNet {
    /// Chooses the triggers one after the other, then starts.
    private mutating func addChoices() {
        let conditions =
            sequence.phases.map(\.condition)
            + sequence.phases.flatMap { $0.productionConditions.values }
            + sequence.phases.flatMap { $0.activities.map(\.condition) + ($0.entry + $0.gate).map(\.condition) }
        var undecided = net.place("begin", isWork: true)
        net.initial = undecided
        for trigger in Set(conditions.flatMap(\.triggers).map(\.id)).sorted() {
            let places = (
                holds: net.place("\(trigger) holds", isWork: false), fails: net.place("\(trigger) fails", isWork: false)
            )
            let decided = net.place("decided \(trigger)", isWork: true)
            net.add(.init(name: "choose \(trigger)", takes: undecided, gives: decided | places.holds))
            net.add(.init(name: "deny \(trigger)", takes: undecided, gives: decided | places.fails))
            triggers[trigger] = places
            undecided = decided
        }
        let sources = sequence.phases.filter(\.after.isEmpty).reduce(Marking(0)) { $0 | token(nil, $1.id) }
        net.add(.init(name: "start", takes: undecided, gives: sources))
    }

    /// What has to be read, any place of each set, for a condition to hold.
    private func holding(_ condition: Condition) -> [Marking] {
        condition.clauses.map { clause in clause.reduce(0) { $0 | (triggers[$1.id]?.holds ?? 0) } }
    }

    /// For each way in which a condition can fail, what has to be read: a clause of which no trigger holds.
    private func failing(_ condition: Condition) -> [Marking] {
        condition.clauses.map { clause in clause.reduce(0) { $0 | (triggers[$1.id]?.fails ?? 0) } }
    }

    /// What has to be read, any place of each set, for the evidence of an obligation to be there if it has to be.
    private func meeting(_ obligation: ComposedObligation, of phase: ComposedPhase) -> [Marking] {
        if obligation.status == .waived { return [] }
        let brought = Set(sequence.artifacts.filter(\.isEntry).map(\.id))
        // The obligation counts unless some clause fails as a whole: whichever trigger one picks of each clause.
        var excuses: [Marking] = [0]
        for clause in phase.condition.clauses + obligation.condition.clauses {
            excuses = excuses.flatMap { excuse in clause.map { excuse | (triggers[$0.id]?.fails ?? 0) } }
        }
        return Self.indispensable(to: obligation).filter { brought.isDisjoint(with: $0) }.flatMap { artifacts in
            excuses.map { excuse in
                artifacts.reduce(excuse) { $0 | evidence(of: $1, by: sequence.phases.map(\.id)) }
            }
        }
    }

    /// The sets of artifacts that cannot all be missing: without them the obligation fails although the rest is there.
    private static func indispensable(to obligation: ComposedObligation) -> [[ID]] {
        let all = Array(Set(obligation.needs + (obligation.proof?.artifacts ?? [])))
        return (0..<(1 << all.count)).compactMap { mask in
            let missing = all.indices.filter { mask >> $0 & 1 == 1 }.map { all[$0] }
            let isShown =
                !missing.contains(where: obligation.needs.contains)
                && obligation.proof?.holds(without: missing) != false
            return isShown ? nil : missing
        }
    }

    /// What the gate of a phase waits for: its own criteria, unless deferred, and those that others deferred to it.
    private func due(at phase: ComposedPhase) -> (own: [Marking], deferred: [Marking]) {
        let own = phase.gate.filter { $0.deferredTo == nil }.flatMap { meeting($0, of: phase) }
        let deferred = sequence.phases.flatMap { owing in
            owing.gate.filter { $0.deferredTo == phase.id }.flatMap { meeting($0, of: owing) }
        }
        return (own, deferred)
    }
}

// MARK: - Phases and loops

extension SequenceNet {
    private mutating func add(_ phase: ComposedPhase) {
        let taken = incoming(phase)
        let tokens = taken.reduce(Marking(0)) { $0 | $1.token }
        let memory = taken.reduce(Marking(0)) { $0 | $1.memory }
        let due = due(at: phase)
        var opening = WorkflowNet.Transition(
            name: "open \(phase.id)", takes: tokens,
            readsAny: holding(phase.condition) + phase.entry.flatMap { meeting($0, of: phase) }, gives: memory)
        opening.gives |= open[phase.id] ?? 0
        var passing = WorkflowNet.Transition(
            name: "pass \(phase.id)", takes: open[phase.id] ?? 0, readsAny: due.own + due.deferred,
            gives: outgoing(phase.id))
        addProduction(phase, &opening, &passing)
        addActivities(phase, &opening, &passing)
        openings[phase.id] = net.add(opening)
        completions[phase.id] = [net.add(passing)]
        for reading in failing(phase.condition) {
            let skip = WorkflowNet.Transition(
                name: "skip \(phase.id)", takes: tokens, reads: reading, readsAny: due.deferred,
                gives: memory | outgoing(phase.id))
            completions[phase.id, default: []].append(net.add(skip))
        }
    }

    private mutating func addProduction(
        _ phase: ComposedPhase, _ opening: inout WorkflowNet.Transition, _ passing: inout WorkflowNet.Transition
    ) {
        for artifact in phase.produces {
            let (todo, done) = (work("write \(artifact)", in: phase.id), work("wrote \(artifact)", in: phase.id))
            opening.gives |= todo
            passing.takes |= done
            let condition = phase.productionConditions[artifact] ?? .always
            net.add(
                .init(
                    name: "\(phase.id) hands in \(artifact)", takes: todo, readsAny: holding(condition),
                    gives: done | evidence(of: artifact, by: [phase.id])))
            for reading in failing(condition) {
                net.add(.init(name: "\(phase.id) omits \(artifact)", takes: todo, reads: reading, gives: done))
            }
        }
    }

    private mutating func addActivities(
        _ phase: ComposedPhase, _ opening: inout WorkflowNet.Transition, _ passing: inout WorkflowNet.Transition
    ) {
        var takes: [ID: Marking] = [:]
        var gives: [ID: Marking] = [:]
        for activity in phase.activities {
            if activity.after.isEmpty {
                let first = work("begin \(activity.id)", in: phase.id)
                opening.gives |= first
                takes[activity.id] = first
            }
            for earlier in activity.after {
                let between = work("\(earlier)>\(activity.id)", in: phase.id)
                gives[earlier, default: 0] |= between
                takes[activity.id, default: 0] |= between
            }
        }
        for activity in phase.activities {
            if gives[activity.id] == nil {
                let last = work("finished \(activity.id)", in: phase.id)
                gives[activity.id] = last
                passing.takes |= last
            }
            let (from, to) = (takes[activity.id] ?? 0, gives[activity.id] ?? 0)
            net.add(
                .init(name: "do \(activity.id)", takes: from, readsAny: holding(activity.condition), gives: to))
            for reading in failing(activity.condition) {
                net.add(.init(name: "leave out \(activity.id)", takes: from, reads: reading, gives: to))
            }
        }
    }

    private mutating func addEnd() {
        let sinks = sequence.phases.filter { followers[$0.id] == nil }
        net.end = net.place("end", isWork: false)
        net.add(.init(name: "end", takes: sinks.reduce(0) { $0 | token($1.id, nil) }, gives: net.end))
    }

    private mutating func add(_ loop: ComposedLoop) {
        let reopened = descendants(of: loop.to).union([loop.to])
        var resets: Marking = 0
        var moves: [(from: Marking, to: Marking)] = []
        for phase in reopened { resets |= inside[phase] ?? 0 }
        for (link, places) in links {
            if let from = link.from, reopened.contains(from) {
                resets |= places.token | places.memory
            } else if let to = link.to, reopened.contains(to) {
                moves.append((places.memory, places.token))
            }
        }
        var left = net.place("loop \(loop.id) 0", isWork: false)
        net.initial |= left
        for round in 1...loop.limit {
            let next = net.place("loop \(loop.id) \(round)", isWork: false)
            net.add(
                .init(
                    name: "back \(loop.id) \(round)", takes: left, reads: open[loop.from] ?? 0, resets: resets,
                    moves: moves, gives: next))
            left = next
        }
    }
}

extension Proof {
    /// Whether the proof holds when everything is there, signed and measured, except these artifacts.
    fileprivate func holds(without missing: [ID]) -> Bool {
        switch self {
        case .present(let artifact), .signed(let artifact, _, _): !missing.contains(artifact)
        case .measured(_, let artifact): artifact.map { !missing.contains($0) } ?? true
        case .all(let parts): parts.allSatisfy { $0.holds(without: missing) }
        case .any(let parts): parts.contains { $0.holds(without: missing) }
        }
    }
}
