import CloudMigration
import PhaseLoom
import Testing

/// Hybrid delivery: two tracks with cross dependencies, and nothing is removed before its cut-over is verified.
@Suite struct HybridDeliveryTests {
    private var engagement: Engagement
    private let circumstances = Circumstances(at: Timestamp(milliseconds: 1_795_253_400_000), by: "Ada")

    /// A migration in two waves, in its execution.
    init() throws {
        let migration = DeclarativeOverlay(try CloudMigration(options: ["waves": "2"]))
        let sequence = try BaseSequence.standard.composed(with: OverlaySet([migration]))
        let plan = try EngagementPlan(sequence, digest: Digest(of: [2]))
        engagement = try Engagement.starting("move", plan: plan, in: circumstances).engagement
        for artifact in sequence.artifacts.filter(\.isEntry) { try hand(artifact.id) }
        for phase in ["intake", "assessment", "scoping", "design", "execution"] as [ID] { try pass(phase) }
    }

    @discardableResult
    private mutating func perform(_ command: Command) throws -> [Event] {
        try engagement.perform(command, in: circumstances)
    }

    private mutating func code(of command: Command) -> Refusal.Code? {
        do {
            try perform(command)
            return nil
        } catch {
            return (error as? Refusal)?.code
        }
    }

    /// Hands in an artifact with the measurements that are asked of it, as they should be.
    private mutating func hand(_ artifact: ID, _ values: [ID: Double] = [:]) throws {
        let obligations = engagement.plan.sequence.phases.flatMap { $0.entry + $0.gate }
        let bounds = obligations.filter { $0.needs.contains(artifact) }.compactMap(\.bound)
        let measurements = bounds.map { bound in
            let good = bound.interval.min ?? bound.interval.max ?? 0
            return Measurement(bound.measure, values[bound.measure] ?? good, unit: bound.unit)
        }
        try perform(.record(EvidenceDraft(artifact: artifact, digest: Digest(of: [1]), measurements: measurements)))
    }

    private mutating func work(on phase: ID, _ values: [ID: Double] = [:]) throws {
        try perform(.open(phase: phase))
        for artifact in engagement.plan.sequence.phase(phase)?.produces ?? [] { try hand(artifact, values) }
    }

    private mutating func pass(_ phase: ID) throws {
        try work(on: phase)
        if phase == "scoping" {
            for role in ["client", "provider"] as [ID] {
                try perform(.sign(artifact: "statement-of-work", role: role))
            }
        }
        try perform(.gate(phase: phase))
        #expect(state(phase) == .passed)
    }

    private func state(_ phase: ID) -> PhaseProgress.State? { engagement.progress(of: phase)?.state }

    private var ready: [ID] {
        zip(engagement.plan.sequence.phases, engagement.phases).filter { $1.state == .ready }.map(\.0.id)
    }

    @Test mutating func `nothing is decommissioned before its own cut-over has passed`() throws {
        #expect(code(of: .open(phase: "decommission-wave-1")) == .phase)
        try pass("provision-wave-1")
        #expect(code(of: .open(phase: "decommission-wave-1")) == .phase)
        try work(on: "cutover-wave-1", ["failed-cutover-checks": 1])
        try perform(.gate(phase: "cutover-wave-1"))
        #expect(state("cutover-wave-1") == .open)
        #expect(code(of: .open(phase: "decommission-wave-1")) == .phase)
        try hand("cutover-report-wave-1")
        try perform(.gate(phase: "cutover-wave-1"))
        #expect(code(of: .open(phase: "decommission-wave-1")) == nil)
        #expect(code(of: .open(phase: "decommission-wave-2")) == .phase)
    }

    @Test(arguments: [
        ("cutover-wave-1", "cutover-verified-wave-1"), ("decommission-wave-1", "decommission-allowed-wave-1"),
    ])
    mutating func `nobody waives the verification of a cut-over`(phase: ID, obligation: ID) {
        let waiver = WaiverGrant(phase: phase, obligation: obligation, authority: "Board", reason: "Hurry")
        #expect(code(of: .waive(waiver)) == .mandated)
    }

    @Test mutating func `no incident joins a decommission with its cut-over`() throws {
        let hurry = DeclarativeOverlay(
            identity: OverlayIdentity(id: "hurry", title: "Hurry", summary: "Joins two phases.")
        ) {
            Compress(from: "cutover-wave-1", through: "decommission-wave-1", into: "fast", "Fast")
        }
        let overlays = OverlaySet([DeclarativeOverlay(try CloudMigration(options: ["waves": "2"])), hurry])
        let plan = try EngagementPlan(try BaseSequence.standard.composed(with: overlays), digest: Digest(of: [3]))
        let incident = Incident(
            id: "INC-1", summary: "The rack is on fire", detected: circumstances.time, record: Digest(of: [4]))
        let amendment = Amendment(to: plan, reason: "Hurry", authority: "Board", incident: incident, landing: .owe)
        #expect(code(of: .amend(amendment)) == .compression)
    }

    @Test mutating func `waves overlap: the next one is provided while this one is cut over`() throws {
        try pass("provision-wave-1")
        #expect(ready == ["cutover-wave-1", "provision-wave-2"])
        try perform(.open(phase: "cutover-wave-1"))
        try pass("provision-wave-2")
        #expect(ready == ["cutover-wave-2"])
    }

    @Test mutating func `validation joins both tracks`() throws {
        for phase in ["provision-wave-1", "cutover-wave-1", "provision-wave-2", "cutover-wave-2"] as [ID] {
            try pass(phase)
        }
        #expect(code(of: .open(phase: "validation")) == .phase)
        try pass("decommission-wave-2")
        #expect(code(of: .open(phase: "validation")) == .phase)
        try pass("decommission-wave-1")
        #expect(code(of: .open(phase: "validation")) == nil)
    }

    @Test mutating func `what an order opens again on one track leaves the other wave's start alone`() throws {
        for phase in ["provision-wave-1", "provision-wave-2", "cutover-wave-2"] as [ID] { try pass(phase) }
        try work(on: "cutover-wave-1")
        try perform(.raise(try ChangeOrder("CO-1", finding: "Another target region")))
        try perform(.approve(order: "CO-1", authority: "Board", reopening: "cutover-wave-2"))
        #expect(state("cutover-wave-1") == .open && state("provision-wave-2") == .passed)
        #expect(state("cutover-wave-2") == .ready && state("decommission-wave-2") == .pending)
        #expect(code(of: .open(phase: "decommission-wave-2")) == .phase)
    }
}
