import PhaseLoom
import Standards
import Testing

/// What the standards do in an engagement that runs: who may sign, what stays shut, what repeats.
@Suite struct StandardsRunTests {
    @Test func `a service is not handed over before an official has authorised it`() throws {
        var run = try Run(FedRAMP.self, ["months": "2"])
        try run.pass(through: "validation", withholding: ["authorising-official"])
        #expect(run.code(of: .open(phase: "transfer")) == .entry)
        #expect(run.code(of: run.sign("fedramp-authorisation-package", "authorising-official")) == nil)
        #expect(run.code(of: .open(phase: "transfer")) == nil)
    }

    @Test func `whoever wrote the report does not count as its assessor`() throws {
        var run = try Run(FedRAMP.self)
        try run.pass(through: "execution")
        try run.work(on: "validation", withholding: ["independent-assessor"])
        let own = run.sign("fedramp-assessment-report", "independent-assessor")
        _ = run.code(of: own, by: Run.author)
        try run.perform(.gate(phase: "validation"))
        #expect(run.state("validation") == .open)
        try run.perform(own, by: "Grace")
        try run.perform(.gate(phase: "validation"))
        #expect(run.state("validation") == .passed)
    }

    @Test(arguments: [322.0, 0, .nan])
    func `a control short of the baseline keeps validation open`(assessed: Double) throws {
        var run = try Run(FedRAMP.self)
        try run.pass(through: "execution")
        try run.work(on: "validation", ["assessed-controls": assessed])
        try run.perform(.gate(phase: "validation"))
        #expect(run.state("validation") == .open)
    }

    @Test(arguments: [(0.0, PhaseProgress.State.passed), (1, .blocked)])
    func `monitoring goes round until the term is covered, and no further`(
        left: Double, state: PhaseProgress.State
    ) throws {
        var run = try Run(FedRAMP.self, ["months": "3"])
        try run.pass(through: "transfer")
        for left in [2.0, 1] {
            try run.work(on: "fedramp-monitoring", ["fedramp-unreported-months": left])
            try run.perform(.gate(phase: "fedramp-monitoring"))
            try run.perform(.loop("fedramp-months", reason: "The next month"))
        }
        try run.work(on: "fedramp-monitoring", ["fedramp-unreported-months": left])
        try run.perform(.gate(phase: "fedramp-monitoring"))
        #expect(run.state("fedramp-monitoring") == state)
    }

    @Test(
        arguments: [
            (["conditional": "no"], 109, false), (["conditional": "no"], 110, true),
            (["conditional": "yes"], 88, true), (["conditional": "yes"], 87, false),
        ] as [([String: String], Double, Bool)])
    func `the score decides on the status`(options: [String: String], score: Double, passes: Bool) throws {
        var run = try Run(CMMC.self, options)
        try run.pass(through: "execution")
        try run.work(on: "validation", ["cmmc-score": score])
        try run.perform(.gate(phase: "validation"))
        #expect((run.state("validation") == .passed) == passes)
    }

    @Test func `execution waits for the amendment and for a posted score of the last three years`() throws {
        var run = try Run(CMMC.self)
        try run.pass(through: "design", withholding: ["approver"])
        #expect(run.code(of: .open(phase: "execution")) == .entry)
        try run.perform(run.sign("framework-amendment", "approver"))
        try run.hand("cmmc-score-record", ["cmmc-score-age": 1097])
        #expect(run.code(of: .open(phase: "execution")) == .entry)
        try run.hand("cmmc-score-record")
        #expect(run.code(of: .open(phase: "execution")) == nil)
    }

    @Test func `nobody waives at the gate what the law demands`() throws {
        var run = try Run(CMMC.self)
        let waiver = WaiverGrant(
            phase: "validation", obligation: "cmmc-requirements-assessed", authority: "Board", reason: "Hurry")
        #expect(run.code(of: .waive(waiver)) == .mandated)
    }

    @Test func `advice of practices keeps no gate shut`() throws {
        var run = try Run(ITIL.self)
        try run.pass(through: "closeout")
        #expect(run.state("closeout") == .passed)
    }
}

/// An engagement in which everything is handed in as it is asked for, unless a test says otherwise.
private struct Run {
    static let author = "Ada"
    private var engagement: Engagement

    init<Kind: ConfigurableOverlay>(_ type: Kind.Type, _ options: [String: String] = [:]) throws {
        let sequence = try composed(type, options)
        let plan = try EngagementPlan(sequence, digest: Digest(of: [1]))
        engagement = try Engagement.starting("run", plan: plan, in: Self.circumstances(Self.author)).engagement
        for artifact in sequence.artifacts.filter(\.isEntry) { try hand(artifact.id) }
    }

    private static func circumstances(_ actor: String) -> Circumstances {
        Circumstances(at: Timestamp(milliseconds: 1_795_253_400_000), by: actor)
    }

    mutating func perform(_ command: Command, by actor: String = author) throws {
        _ = try engagement.perform(command, in: Self.circumstances(actor))
    }

    mutating func code(of command: Command, by actor: String = "Grace") -> Refusal.Code? {
        do {
            try perform(command, by: actor)
            return nil
        } catch {
            return (error as? Refusal)?.code
        }
    }

    func state(_ phase: ID) -> PhaseProgress.State? { engagement.progress(of: phase)?.state }

    func sign(_ artifact: ID, _ role: ID) -> Command { .sign(artifact: artifact, role: role) }

    /// Passes the phases up to one, in their order.
    mutating func pass(through last: ID, withholding roles: [ID] = []) throws {
        for phase in engagement.plan.sequence.phases.map(\.id) {
            try work(on: phase, withholding: roles)
            try perform(.gate(phase: phase))
            #expect(state(phase) == .passed)
            if phase == last { return }
        }
    }

    mutating func work(on phase: ID, _ values: [ID: Double] = [:], withholding roles: [ID] = []) throws {
        if state(phase) == .ready { try perform(.open(phase: phase)) }
        for artifact in engagement.plan.sequence.phase(phase)?.produces ?? [] {
            try hand(artifact, values, withholding: roles)
        }
    }

    /// Hands in an artifact with what is measured of it, signed by whoever is asked to.
    mutating func hand(_ artifact: ID, _ values: [ID: Double] = [:], withholding roles: [ID] = []) throws {
        let obligations = engagement.plan.sequence.phases.flatMap { $0.entry + $0.gate }
            .filter { $0.needs.contains(artifact) }
        let atoms = obligations.compactMap(\.proof).flatMap(\.atoms)
        let bounds = obligations.compactMap(\.bound) + atoms.compactMap { $0.bound(of: artifact) }
        var measured: [ID: Measurement] = [:]
        for bound in bounds {
            let good = bound.interval.min ?? bound.interval.max ?? 0
            measured[bound.measure] = Measurement(bound.measure, values[bound.measure] ?? good, unit: bound.unit)
        }
        let measurements = measured.values.sorted { $0.name < $1.name }
        try perform(.record(EvidenceDraft(artifact: artifact, digest: Digest(of: [1]), measurements: measurements)))
        let asked = Set(atoms.compactMap { $0.role(for: artifact) }).subtracting(roles)
        for role in asked.sorted() { try perform(sign(artifact, role), by: "Grace") }
    }
}

extension Proof {
    /// The parts of a proof that are no lists.
    fileprivate var atoms: [Proof] {
        switch self {
        case .present, .signed, .measured: [self]
        case .all(let parts), .any(let parts): parts.flatMap(\.atoms)
        }
    }

    fileprivate func bound(of artifact: ID) -> Bound? {
        if case .measured(let bound, of: artifact) = self { bound } else { nil }
    }

    fileprivate func role(for artifact: ID) -> ID? {
        if case .signed(artifact, by: let role, separately: _) = self { role } else { nil }
    }
}
