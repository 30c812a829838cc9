/// A verified sequence made ready to run: phases and their relations as indices.
///
/// A plan never changes; engagements share it.
public final class EngagementPlan: Sendable {
    /// The sequence.
    public let sequence: ComposedSequence
    /// The digest of the sequence, by which events pin it.
    public let digest: Digest
    /// The hash of the document that holds everything about it; ``Digest/none`` outside ledgers.
    public let document: Digest
    /// The obligations that code decides, in order of identifiers.
    public let coded: [ID]
    /// The phases, in the order of the sequence.
    let phases: [PlannedPhase]
    /// The index of the phase of an identifier, or of the one that took it in.
    let places: [ID: Int]
    /// The index of each artifact that the sequence mentions.
    let artifacts: [ID: Int]
    /// The phases that hand on an artifact, by its index.
    let producers: [[Int]]
    /// The phases that run only under a condition, in canonical order.
    let conditional: [Int]
    /// The artifacts that are brought to the engagement.
    let entryArtifacts: Set<ID>
    /// The phases that compressions made, each with those that it took in.
    let compressed: [ID: Set<ID>]
    private let points: [ExtensionPoint: Int]

    /// Makes a sequence ready to run.
    ///
    /// - Parameters:
    ///   - sequence: the sequence.
    ///   - digest: its digest.
    ///   - document: the hash of the document that holds everything about it, as a ledger keeps it.
    ///   - coded: the obligations that code decides.
    /// - Throws: ``Refusal`` when verification found an error in the sequence.
    /// - Complexity: O(*n*) in the number of phases, obligations and relations.
    public init(
        _ sequence: ComposedSequence, digest: Digest, document: Digest = .none,
        coded: some Sequence<ID> = EmptyCollection()
    ) throws(Refusal) {
        if let finding = sequence.findings.first(where: { $0.severity == .error }) {
            throw Refusal(.unsound, "the sequence cannot run: \(finding.message)", hint: finding.hint)
        }
        self.sequence = sequence
        self.digest = digest
        self.document = document
        self.coded = Array(coded).sortedAndUnique
        var places = Dictionary(sequence.phases.enumerated().map { ($1.id, $0) }) { first, _ in first }
        for (id, holder) in sequence.absorbed { places[id] = places[id] ?? places[holder] }
        self.places = places
        compressed = Self.compressed(sequence)
        var phases = PlannedPhase.all(of: sequence, places)
        PlannedPhase.postpone(&phases, of: sequence, compressed: compressed.keys)
        self.phases = phases
        let artifacts = Self.artifacts(of: sequence)
        self.artifacts = artifacts
        var producers = Array(repeating: [Int](), count: artifacts.count)
        for (index, phase) in sequence.phases.enumerated() {
            for artifact in phase.produces.compactMap({ artifacts[$0] }) { producers[artifact].append(index) }
        }
        self.producers = producers
        conditional = sequence.phases.indices.filter { !sequence.phases[$0].condition.isAlways }
        entryArtifacts = Set(sequence.artifacts.lazy.filter(\.isEntry).map(\.id))
        let held = sequence.phases.enumerated().flatMap { index, phase in phase.points.map { ($0, index) } }
        points = Dictionary(held) { first, _ in first }
    }

    /// The index of the phase that holds a point; verification has seen to it that there is one.
    func index(holding point: ExtensionPoint) -> Int? { points[point] }

    /// The phases that come after one, directly or not, in canonical order.
    func downstream(of index: Int) -> [Int] {
        var isAfter = Array(repeating: false, count: phases.count)
        // The canonical order is topological, so one pass forward reaches all.
        for next in phases[index].next { isAfter[next] = true }
        for place in phases.indices where isAfter[place] {
            for next in phases[place].next { isAfter[next] = true }
        }
        return phases.indices.filter { isAfter[$0] }
    }

    /// The phases before one that are not done, the nearest on each way: those that a phase still waits for.
    ///
    /// A phase that finished before an amendment put another one before it waits itself.
    func unfinished(before index: Int, _ progress: [PhaseProgress]) -> [Int] {
        var found = Set<Int>()
        var seen = Set<Int>()
        var todo = phases[index].before
        while let place = todo.popLast() {
            guard seen.insert(place).inserted else { continue }
            if progress[place].isFinished { todo += phases[place].before } else { found.insert(place) }
        }
        return found.sorted()
    }

    /// Sees to it that phases are compressed only with an incident record, and validation never.
    ///
    /// Phases before design may be merged without one, as long as nothing that they owe is put off: that makes a smaller
    /// sequence, not a hurried one.
    ///
    /// - Throws: ``Refusal`` with ``Refusal/Code/compression``.
    func checkCompressions(since before: EngagementPlan?, _ incident: Incident?) throws(Refusal) {
        for phase in sequence.phases {
            // One that takes in more than before needs a record as well.
            guard let taken = compressed[phase.id], !taken.isSubset(of: before?.compressed[phase.id] ?? []) else {
                continue
            }
            guard !phase.points.contains(.validation) else {
                throw Refusal(
                    .compression, "phase '\(phase.id)' takes in validation, which is never skipped",
                    hint: "compress up to the phase before it")
            }
            guard incident != nil || Self.isTailored(phase) else {
                throw Refusal(
                    .compression, "phase '\(phase.id)' compresses others", hint: "give the record of the incident")
            }
            if let loosened = loosenedMandate(in: phase) {
                throw Refusal(
                    .compression, "phase '\(phase.id)' would put off '\(loosened)', which is mandated",
                    hint: "compress fewer phases, or do not defer it")
            }
        }
        if let incident { try Words.check(incident.summary, "summary of the incident") }
    }

    /// Whether a phase merges only phases before design, and all that they owe is due at its gate.
    private static func isTailored(_ phase: ComposedPhase) -> Bool {
        phase.points.allSatisfy { $0 < .design } && phase.gate.allSatisfy { $0.deferredTo == nil }
    }

    /// The identity that events pin.
    public var pinned: PinnedPlan {
        PinnedPlan(
            digest: digest, document: document, base: sequence.base,
            overlays: sequence.overlays.map {
                PinnedOverlay(id: $0.identity.id, version: $0.identity.version, options: $0.options)
            }, coded: coded)
    }

    /// A mandate that a compressed phase asks for later than the phases did that it takes in: because the compression
    /// defers it, or because it stood before work that now begins at once.
    private func loosenedMandate(in phase: ComposedPhase) -> ID? {
        var late = Set<ID>()
        for change in sequence.overlays.flatMap(\.body.allChanges) {
            switch change.operation {
            case .compress(let compression) where compression.id == phase.id:
                late.formUnion(compression.deferrals.map(\.obligation.id))
            case .require(let requirement): late.insert(requirement.id)
            default: break
            }
        }
        return phase.gate.first { $0.status == .mandated && late.contains($0.id) }?.id
    }

    private static func compressed(_ sequence: ComposedSequence) -> [ID: Set<ID>] {
        var taken: [ID: Set<ID>] = [:]
        for (id, holder) in sequence.absorbed { taken[holder, default: []].insert(id) }
        let names = sequence.overlays.flatMap(\.body.allChanges).compactMap { change -> ID? in
            if case .compress(let compression) = change.operation { compression.id } else { nil }
        }
        return taken.filter { names.contains($0.key) }
    }

    private static func artifacts(of sequence: ComposedSequence) -> [ID: Int] {
        var artifacts: [ID: Int] = [:]
        func add(_ ids: [ID]) { for id in ids where artifacts[id] == nil { artifacts[id] = artifacts.count } }
        add(sequence.artifacts.map(\.id))
        for phase in sequence.phases {
            add(phase.produces)
            for obligation in phase.entry + phase.gate { add(obligation.needs + (obligation.proof?.artifacts ?? [])) }
        }
        add(sequence.triggers.flatMap(\.needs))
        return artifacts
    }
}

extension EngagementPlan: Hashable {
    /// Whether two plans run the same sequence.
    public static func == (one: EngagementPlan, other: EngagementPlan) -> Bool {
        one === other || one.digest == other.digest && one.coded == other.coded
    }

    /// Feeds the digest to a hasher.
    public func hash(into hasher: inout Hasher) { hasher.combine(digest) }
}

/// A phase and its relations by index.
struct PlannedPhase: Sendable {
    /// The phases directly before it.
    var before: [Int] = []
    /// The phases directly after it.
    var next: [Int] = []
    /// The obligations that come due at its gate: its own that are not deferred, and those deferred to it.
    var dues: [Due] = []
    /// Its own obligations that come due at the gates of others.
    var deferred: [(obligation: Int, to: Int)] = []
    /// The artifacts that its gate does not ask for, because only work that it deferred needs them.
    var postponed: Set<ID> = []
    /// The loops that are decided at its gate.
    var loops: [Int] = []
    /// The conditions on which its opening depends: its own, and those of its entry requirements.
    var entryConditions: [Condition] = []
    /// The conditions on which its gate depends: of what comes due there, and of what it hands on.
    var gateConditions: [Condition] = []

    /// An obligation, by its phase and its place in that phase's gate.
    struct Due: Sendable {
        let phase: Int
        let obligation: Int
    }

    static func all(of sequence: ComposedSequence, _ places: [ID: Int]) -> [PlannedPhase] {
        var phases = sequence.phases.map { _ in PlannedPhase() }
        for (index, phase) in sequence.phases.enumerated() {
            phases[index].before = phase.after.compactMap { places[$0] }
            for before in phases[index].before { phases[before].next.append(index) }
            phases[index].entryConditions = ([phase.condition] + phase.entry.map(\.condition)).filter { !$0.isAlways }
            phases[index].gateConditions += phase.productionConditions.sorted { $0.key < $1.key }.map(\.value)
            for (place, obligation) in phase.gate.enumerated() {
                let holder = obligation.deferredTo.flatMap { places[$0] } ?? index
                phases[holder].dues.append(Due(phase: index, obligation: place))
                if holder != index { phases[index].deferred.append((place, holder)) }
                if !obligation.condition.isAlways { phases[holder].gateConditions.append(obligation.condition) }
            }
        }
        for (index, loop) in sequence.loops.enumerated() {
            if let source = places[loop.from] { phases[source].loops.append(index) }
        }
        return phases
    }
}
