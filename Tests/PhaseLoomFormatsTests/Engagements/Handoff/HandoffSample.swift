@testable import PhaseLoom
import PhaseLoomFormats
import Synchronization

/// An engagement in a ledger with files of evidence, to be handed off.
struct HandoffSample {
    let ledger: Ledger
    let vault: Vault
    private var session: EngagementSession
    private(set) var now = SampleEngagement.begin

    init(
        _ id: ID = "harbour", title: String = "Harbour *cameras*", on base: BaseSequence = .standard,
        with overlays: OverlaySet = [Samples.surveillance]
    ) async throws {
        ledger = Ledger(store: MemoryStore(), format: SequencePlanFormat())
        vault = Vault()
        let plan = try ledger.plan(try base.composed(with: overlays))
        session = try await ledger.start(id, title: title, plan: plan, in: Circumstances(at: now, by: "Ada"))
    }

    mutating func perform(_ command: Command, by actor: String = "Ada") async throws {
        now = now.advanced(byMilliseconds: 3_600_000)
        _ = try await ledger.perform(command, on: &session, in: Circumstances(at: now, by: actor))
    }

    mutating func submit(_ artifact: ID, file: String?, _ content: String, _ measured: [Measurement] = []) async throws
    {
        let bytes = Array(content.utf8)
        let digest = Digest(of: bytes)
        if file != nil { vault.put(bytes) }
        try await perform(
            .record(
                EvidenceDraft(
                    artifact: artifact, digest: digest, file: file, size: bytes.count, measurements: measured)))
    }

    mutating func pass(_ phase: ID, _ measured: [Measurement] = []) async throws {
        try await perform(.open(phase: phase))
        for artifact in session.engagement.plan.sequence.phase(phase)?.produces ?? [] {
            try await submit(artifact, file: "\(artifact) für \(phase).pdf", "\(artifact) at \(now)", measured)
        }
        for role in phase == "scoping" ? ["client", "provider"] as [ID] : [] {
            try await perform(.sign(artifact: "statement-of-work", role: role))
        }
        if phase == "transfer" { try await perform(.sign(artifact: "runbook", role: "recipient")) }
        try await perform(.gate(phase: phase))
    }

    /// From intake to closeout, with an amendment, a signature, a file with a hostile name and evidence without one.
    static func closed(_ id: ID = "harbour") async throws -> HandoffSample {
        var sample = try await HandoffSample(id)
        try await sample.submit("authority-proof", file: "…'; rm -rf ~ `#\"$(x)` é.pdf", "authority")
        try await sample.submit("access-grant", file: nil, "")
        for phase: ID in ["intake", "assessment", "scoping", "design"] { try await sample.pass(phase) }
        let plan = try sample.ledger.plan(
            try BaseSequence.standard.composed(with: [Samples.surveillance, Samples.tightening]))
        try await sample.perform(.amend(Amendment(to: plan, reason: "house rules", authority: "Board", landing: .owe)))
        try await sample.pass("works-council")
        try await sample.pass("camera-survey", [Measurement("pixel-density", 300, unit: "px/m")])
        try await sample.pass("camera-bench", [Measurement("open-defects", 0)])
        for phase: ID in ["execution"] { try await sample.pass(phase) }
        try await sample.perform(.open(phase: "validation"))
        try await sample.submit("test-report", file: "report.pdf", "report", [Measurement("retention", 30, unit: "d")])
        try await sample.perform(.sign(artifact: "test-report", role: "reviewer", remark: "fine"), by: "Grace")
        try await sample.perform(.gate(phase: "validation"))
        try await sample.pass("transfer")
        try await sample.pass("closeout", [Measurement("unreconciled-amount", 0)])
        try await sample.perform(.close)
        return sample
    }

    /// Two phases from beginning to end, with an amendment, a signature and evidence with and without files.
    static func short(_ id: ID = "harbour") async throws -> HandoffSample {
        var sample = try await HandoffSample(id, on: twoPhases, with: [])
        try await sample.submit("acceptance-criteria", file: nil, "")
        try await sample.pass("build")
        let rule = DeclarativeOverlay(identity: OverlayIdentity(id: "rule", title: "Rule", summary: "")) {
            Expect("signed", "It is signed", atGateOf: .validation).signed("test-report", by: "client")
        }
        let plan = try sample.ledger.plan(try twoPhases.composed(with: [rule]))
        try await sample.perform(.amend(Amendment(to: plan, reason: "house rules", authority: "Board")))
        try await sample.perform(.open(phase: "check"))
        try await sample.submit("test-report", file: "report.pdf", "report of \(id)")
        try await sample.perform(.sign(artifact: "test-report", role: "client"), by: "Grace")
        try await sample.perform(.gate(phase: "check"))
        try await sample.perform(.close)
        return sample
    }

    private static let twoPhases = BaseSequence(id: "two", title: "Two phases") {
        Artifact("acceptance-criteria", "Acceptance criteria").broughtToTheEngagement()
        Artifact("configuration-records", "Records")
        Artifact("test-report", "Report")
        Insert("build", "Build").holding(.intake, .assessment, .scoping, .design, .execution)
            .producing("configuration-records")
        Insert("check", "Check").after("build").holding(.validation, .transfer, .closeout, .operations)
            .producing("test-report")
    }

    func handoff() async throws -> Handoff {
        guard let handoff = try await Handoff(of: session.engagement.id, in: ledger, at: now, by: "Ada <Ops>") else {
            throw MemoryHandoffFolder.Missing(path: session.engagement.id.text)
        }
        return handoff
    }

    func written() async throws -> MemoryHandoffFolder {
        let folder = MemoryHandoffFolder()
        try await handoff().write(to: folder, from: vault)
        return folder
    }

    /// Files of evidence in memory, which come in small pieces.
    final class Vault: EvidenceVault {
        private let files = Mutex<[Digest: [UInt8]]>([:])

        func put(_ content: [UInt8], as digest: Digest? = nil) {
            files.withLock { $0[digest ?? Digest(of: content)] = content }
        }

        func remove(_ digest: Digest) { files.withLock { $0[digest] = nil } }

        func read(_ name: Digest, _ each: ([UInt8]) throws -> Void) throws -> Bool {
            guard let content = files.withLock({ $0[name] }) else { return false }
            for start in stride(from: 0, to: content.count, by: 7) {
                try each(Array(content[start..<min(start + 7, content.count)]))
            }
            return true
        }
    }
}

extension MemoryHandoffFolder {
    static func hash(_ content: [UInt8]) -> String { Digest(of: content).hexadecimal }
}
