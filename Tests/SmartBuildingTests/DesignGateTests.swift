import PhaseLoom
import PhaseLoomTesting
import Testing

@testable import SmartBuilding

/// An engagement whose gates are decided by what the overlay's collectors hand in.
@Suite struct DesignGateTests {
    private var engagement: Engagement
    private let circumstances = Circumstances(at: Timestamp(milliseconds: 1_795_253_400_000), by: "Ada")

    /// An engagement in its integration design.
    init() throws {
        let sequence = try BaseSequence.standard.composed(with: [try SmartBuilding(options: ["writes": "yes"])])
        let plan = try EngagementPlan(sequence, digest: Digest(of: [1]), coded: [])
        engagement = try Engagement.starting("tower", plan: plan, in: circumstances).engagement
        for artifact in sequence.artifacts.filter(\.isEntry) { try hand(artifact.id) }
        for phase in ["intake", "assessment", "scoping", "design"] as [ID] { try pass(phase) }
        try perform(.open(phase: "integration-design"))
    }

    @discardableResult
    private mutating func perform(_ command: Command) throws -> [Event] {
        try engagement.perform(command, in: circumstances)
    }

    /// Hands in an artifact with the measurements that are asked of it, as they should be, signed by all.
    private mutating func hand(_ artifact: ID) throws {
        let obligations = engagement.plan.sequence.phases.flatMap { $0.entry + $0.gate }
        let bounds = obligations.filter { $0.needs.contains(artifact) }.compactMap(\.bound)
        let measurements = bounds.map { bound in
            Measurement(bound.measure, bound.interval.min ?? bound.interval.max ?? 0, unit: bound.unit)
        }
        try perform(.record(EvidenceDraft(artifact: artifact, digest: Digest(of: [2]), measurements: measurements)))
        for role in ["client", "provider", "reviewer", "recipient"] as [ID] {
            try perform(.sign(artifact: artifact, role: role))
        }
    }

    private mutating func pass(_ phase: ID) throws {
        try perform(.open(phase: phase))
        for artifact in engagement.plan.sequence.phase(phase)?.produces ?? [] { try hand(artifact) }
        try perform(.gate(phase: phase))
        #expect(engagement.progress(of: phase)?.state == .passed)
    }

    /// Runs a collector for the engagement and records what it brings back.
    private mutating func collect(
        _ name: String, _ options: [String: String], _ files: [String: [UInt8]]
    ) async throws {
        let entry = try #require(SmartBuilding.collectors.first { $0.id.text == name })
        let collector = try entry.init(options: options)
        let context = MemoryEngagement(engagement).context(
            reading: MemoryCollectorFiles(files), at: { [circumstances] in circumstances.time })
        let report = try await collector.collect(in: context)
        for evidence in report.evidence { try perform(.record(evidence.draft)) }
    }

    private static let options = IntegrationCheckCollectorTests.options.merging(["plan": "network.csv"]) { $1 }

    /// The criteria that keep the gate shut after both collectors have run.
    private mutating func shut(_ files: [String: [UInt8]]) async throws -> [ID] {
        try await collect("integration-check", Self.options, files)
        try await collect("budget", Self.options, files)
        try hand("command-order")
        let events = try perform(.gate(phase: "integration-design"))
        return events.flatMap { event -> [ID] in
            guard case .refused(_, let decisions, _) = event.content else { return [] }
            return decisions.filter { $0.judgement.verdict != .met }.compactMap { decision in
                if case .obligation(let id) = decision.subject { id } else { nil }
            }
        }
    }

    @Test mutating func `a sound design opens the gate, and nothing but the collectors' evidence is needed`()
        async throws
    {
        #expect(try await shut(BudgetCollectorTests.files) == [])
        #expect(engagement.progress(of: "integration-design")?.state == .passed)
        // Points are commanded only when somebody else than who handed the order in has signed it.
        let signer = Circumstances(at: circumstances.time, by: "Grace")
        _ = try engagement.perform(.sign(artifact: "command-order", role: "operator"), in: signer)
        try perform(.open(phase: "execution"))
    }

    @Test(arguments: [
        ("matrix.csv", "input,1;tag", "input,9;tag", "points-match-baseline"),
        ("matrix.csv", "°C;°F;1.8;32", "°C;°F;;", "units-agree"),
        ("matrix.csv", ";;;8;", ";;;2;", "commands-allowed"),
        ("matrix.csv", ";10;;energy", ";0.05;;energy", "trunks-within-budget"),
        ("plan_EDE.csv", "HV;1;1", "HV;0;1", "object-ids-unique"),
        ("plan_EDE.csv", "A3;1201;MODE;19;1", "A3;1201;A;8;1201\nA4;1201;B;8;1201", "device-instances-unique"),
        ("meter.csv", "energy,12", "energy,11", "registers-disjoint"),
        ("meter.csv", "energy,12,zero-based", "energy,40013,", "registers-addressable"),
        ("meter.csv", "int32,ABCD", "int32,", "word-orders-stated"),
        ("network.csv", "meter,gw", "meter,gw,,3,,,\ndevice,,,,,,pump,gw", "unit-ids-unique"),
        ("network.csv", "trunk,gw", "trunk,lan,bacnet-ip,,2001,,,,,,,,\ntrunk,gw", "network-numbers-unique"),
        (
            "network.csv", "poll-class,,,,,,fast",
            "bbmd,,,,,10.0.0.0/8,,,,,,,,10.0.0.1\nbbmd,,,,,10.0.0.0/8,,,,,,,,10.0.0.2\npoll-class,,,,,,fast",
            "broadcasts-managed"
        ),
    ])
    mutating func `a planted defect keeps the gate shut`(
        file: String, text: String, replacement: String, criterion: ID
    ) async throws {
        let before = String(decoding: try #require(BudgetCollectorTests.files[file]), as: UTF8.self)
        let after = before.replacing(text, with: replacement)
        #expect(after != before)
        let shut = try await shut(BudgetCollectorTests.files.merging([file: Array(after.utf8)]) { $1 })
        #expect(shut.contains(criterion), "\(shut)")
        #expect(engagement.progress(of: "integration-design")?.state == .open)
    }

    @Test(arguments: [
        ("matrix.csv", "sat;;;", "sat;;raed;", "commands-allowed"),
        ("matrix.csv", "gw/3/holding-registers/12", "gw/300/holding-registers/12", "points-match-baseline"),
        ("matrix.csv", "gw/3/holding-registers/12", "gw/300/holding-registers/12", "trunks-within-budget"),
        ("matrix.csv", "plant;4", "plant;3", "units-agree"),
        ("plan_EDE.csv", "A2;1201;HV;1;1", "A2;1201;HV;x;1", "object-ids-unique"),
        ("plan_EDE.csv", "#keyname", "keyname\"", "device-instances-unique"),
        ("meter.csv", "uint32", "uint33", "registers-disjoint"),
        ("network.csv", "modbus-rtu", "modbus-rut", "unit-ids-unique"),
        ("network.csv", "bacnet-mstp", "bacnet-mtsp", "network-numbers-unique"),
        ("network.csv", "10,,", "ten,,", "broadcasts-managed"),
    ])
    mutating func `what cannot be read keeps the gate shut`(
        file: String, text: String, replacement: String, criterion: ID
    ) async throws {
        let before = String(decoding: try #require(BudgetCollectorTests.files[file]), as: UTF8.self)
        let after = before.replacing(text, with: replacement)
        #expect(after != before)
        let shut = try await shut(BudgetCollectorTests.files.merging([file: Array(after.utf8)]) { $1 })
        #expect(shut.contains(criterion), "\(shut)")
    }

    @Test(arguments: ["plan_EDE.csv", "meter.csv", "matrix.csv", "network.csv"])
    mutating func `an empty file does not open the gate`(file: String) async throws {
        #expect(try await !shut(BudgetCollectorTests.files.merging([file: []]) { $1 }).isEmpty)
        #expect(engagement.progress(of: "integration-design")?.state == .open)
    }

    @Test mutating func `another inventory than the engagement's is no baseline`() async throws {
        try perform(
            .record(EvidenceDraft(artifact: "bms-baseline", digest: Digest(of: [9]), file: "baseline.json", size: 1)))
        var message = ""
        do {
            try await collect("integration-check", Self.options, BudgetCollectorTests.files)
        } catch let error as CollectorError {
            message = error.description
        }
        #expect(message.contains("this is not the baseline of the engagement"))
    }

    @Test mutating func `the gate does not take what nobody looked at for zero`() async throws {
        try await collect("integration-check", ["matrix": "matrix.csv"], BudgetCollectorTests.files)
        let events = try perform(.gate(phase: "integration-design"))
        #expect(engagement.progress(of: "integration-design")?.state == .open)
        let isRefused = events.contains { if case .refused = $0.content { true } else { false } }
        #expect(isRefused)
    }

    @Test func `the operator takes over points and credentials`() throws {
        let transfer = engagement.plan.sequence.phase("transfer")
        #expect(transfer?.consumes.contains("point-list") == true)
        let access = transfer?.gate.first { $0.id == "controllers-handed-over" }
        #expect(access?.needs == ["controller-access"])
        #expect(access?.bound?.description == "installer-accounts exactly 0")
        #expect(transfer?.gate.first { $0.id == "points-handed-over" }?.needs.contains("point-checkout") == true)
    }
}
