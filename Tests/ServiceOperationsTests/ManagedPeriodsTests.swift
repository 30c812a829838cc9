import PhaseLoom
import ServiceOperations
import Testing

/// A managed service of two quarters at work: (O R)* X P8, row 28 of the framework's overlay catalogue.
@Suite struct ManagedPeriodsTests {
    private var engagement: Engagement
    private let author = Circumstances(at: Timestamp(milliseconds: 1_795_253_400_000), by: "Ada")
    private let other = Circumstances(at: Timestamp(milliseconds: 1_795_253_400_000), by: "Grace")

    /// The service, after its transfer.
    init() throws {
        let service = try ManagedServices(options: ["period": "quarter", "term": "6"])
        let sequence = try BaseSequence.standard.composed(with: [service])
        let plan = try EngagementPlan(sequence, digest: Digest(of: [2]))
        engagement = try Engagement.starting("service", plan: plan, in: author).engagement
        for artifact in sequence.artifacts.filter(\.isEntry) { try hand(artifact.id) }
        for phase in ["intake", "assessment", "scoping", "design", "execution", "validation", "transfer"] as [ID] {
            try work(on: phase)
            _ = try engagement.perform(.gate(phase: phase), in: author)
            #expect(state(phase) == .passed)
        }
    }

    @Test mutating func `a period leads to the next until none remains, then to the exit`() throws {
        try work(on: "service-period", ["remaining-periods": 1])
        _ = try engagement.perform(.gate(phase: "service-period"), in: author)
        #expect(state("service-period") == .open)
        _ = try engagement.perform(.loop("service-periods", reason: "The second quarter begins"), in: author)
        try work(on: "service-period", ["remaining-periods": 0])
        _ = try engagement.perform(.gate(phase: "service-period"), in: author)
        #expect(state("service-period") == .passed)
        #expect(state("exit") == .ready)
        try work(on: "exit")
        _ = try engagement.perform(.gate(phase: "exit"), in: author)
        #expect(state("closeout") == .ready)
    }

    @Test mutating func `availability that is missed holds up the last period until it is remedied`() throws {
        try work(on: "service-period", ["remaining-periods": 0, "availability": 99.5], without: ["shortfall-record"])
        _ = try engagement.perform(.gate(phase: "service-period"), in: author)
        #expect(state("service-period") == .open)
        try hand("shortfall-record")
        _ = try engagement.perform(.gate(phase: "service-period"), in: author)
        #expect(state("service-period") == .passed)
    }

    @Test mutating func `the exit waits until every grant is revoked`() throws {
        try work(on: "service-period", ["remaining-periods": 0])
        _ = try engagement.perform(.gate(phase: "service-period"), in: author)
        try work(on: "exit", ["remaining-grants": 1])
        _ = try engagement.perform(.gate(phase: "exit"), in: author)
        #expect(state("exit") == .open)
        try hand("exit-revocation-record")
        _ = try engagement.perform(.gate(phase: "exit"), in: author)
        #expect(state("exit") == .passed)
    }

    // MARK: work

    private mutating func work(on phase: ID, _ values: [ID: Double] = [:], without missing: [ID] = []) throws {
        _ = try engagement.perform(.open(phase: phase), in: author)
        for artifact in engagement.plan.sequence.phase(phase)?.produces ?? [] where !missing.contains(artifact) {
            try hand(artifact, values)
        }
    }

    /// Hands in an artifact with what is asked of it, and has someone else sign it.
    private mutating func hand(_ artifact: ID, _ values: [ID: Double] = [:]) throws {
        let obligations = engagement.plan.sequence.phases.flatMap { $0.entry + $0.gate }
        let parts = obligations.compactMap(\.proof).flatMap(Self.parts)
        let bounds =
            obligations.filter { $0.needs.contains(artifact) }.compactMap(\.bound)
            + parts.compactMap { $0.bound(artifact) }
        let measurements = bounds.reduce(into: [ID: Measurement]()) { found, bound in
            let good = bound.interval.min ?? bound.interval.max ?? 0
            found[bound.measure] = Measurement(bound.measure, values[bound.measure] ?? good, unit: bound.unit)
        }
        let draft = EvidenceDraft(
            artifact: artifact, digest: Digest(of: [1]),
            measurements: measurements.values.sorted { $0.name < $1.name })
        _ = try engagement.perform(.record(draft), in: author)
        for role in Set(parts.compactMap { $0.role(artifact) }).sorted() {
            _ = try engagement.perform(.sign(artifact: artifact, role: role), in: other)
        }
    }

    private func state(_ phase: ID) -> PhaseProgress.State? { engagement.progress(of: phase)?.state }

    private static func parts(_ proof: Proof) -> [Proof] {
        switch proof {
        case .present, .signed, .measured: [proof]
        case .all(let parts), .any(let parts): parts.flatMap(Self.parts)
        }
    }
}

extension Proof {
    fileprivate func bound(_ artifact: ID) -> Bound? {
        if case .measured(let bound, artifact) = self { bound } else { nil }
    }

    fileprivate func role(_ artifact: ID) -> ID? {
        if case .signed(artifact, let role, _) = self { role } else { nil }
    }
}
