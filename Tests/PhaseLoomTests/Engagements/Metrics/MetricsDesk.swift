import PhaseLoom
import Synchronization

/// An engagement in a ledger, with commands at whole hours after its start.
struct MetricsDesk {
    let ledger: Ledger
    private var session: EngagementSession

    init(_ base: BaseSequence, _ overlays: DeclarativeOverlay..., incident: Incident? = nil) async throws {
        ledger = Ledger(store: MemoryStore(), format: RememberedPlans())
        let plan = try ledger.plan(try base.composed(with: OverlaySet(overlays)))
        session = try await ledger.start(
            "desk", plan: plan, incident: incident,
            in: Circumstances(at: Timestamp(milliseconds: 1_767_603_600_000), by: "Ada"))
    }

    /// The moment some hours after the start.
    func at(_ hour: Int64) -> Timestamp { Timestamp(milliseconds: 1_767_603_600_000 + hour * 3_600_000) }

    mutating func perform(at hour: Int64, _ commands: Command...) async throws {
        for command in commands {
            _ = try await ledger.perform(command, on: &session, in: Circumstances(at: at(hour), by: "Ada"))
        }
    }

    mutating func amend(at hour: Int64, to sequence: ComposedSequence, landing: Amendment.Landing, due: Int64?)
        async throws
    {
        let plan = try ledger.plan(sequence)
        try await perform(
            at: hour,
            .amend(
                Amendment(to: plan, reason: "law", authority: "Board", landing: landing, due: due.map { at($0) })))
    }

    func report(_ score: Double) -> Command {
        .record(EvidenceDraft(artifact: "report", digest: .none, measurements: [Measurement("score", score)]))
    }

    func waiver(_ obligation: ID, until hour: Int64) -> Command {
        .waive(
            WaiverGrant(
                phase: "check", obligation: obligation, authority: "Board", reason: "pilot", expires: at(hour)))
    }

    func metrics(at hour: Int64) async throws -> EngagementMetrics {
        guard let metrics = try await ledger.metrics(of: "desk", at: at(hour)) else { throw Missing() }
        return metrics
    }

    private struct Missing: Error {}
}

/// A format for tests: sequences stay in memory, and their documents only name them.
final class RememberedPlans: PlanFormat {
    private let sequences = Mutex<[Digest: ComposedSequence]>([:])

    func digest(of sequence: ComposedSequence) -> Digest {
        let digest = Digest(of: Array("\(sequence.base) \(sequence.hashValue)".utf8))
        sequences.withLock { $0[digest] = sequence }
        return digest
    }

    func write(_ sequence: ComposedSequence) -> [UInt8] { digest(of: sequence).bytes }

    func read(_ content: [UInt8]) throws(InvalidValue) -> ComposedSequence {
        let sequence = Digest(bytes: content).flatMap { digest in sequences.withLock { $0[digest] } }
        guard let sequence else { throw InvalidValue("there is no such sequence", hint: "keep it first") }
        return sequence
    }
}
