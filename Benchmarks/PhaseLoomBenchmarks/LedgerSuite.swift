import FoundationEssentials
import PhaseLoom
import PhaseLoomFormats
import PhaseLoomStores

/// What running engagements costs as a whole: deciding, chaining, storing, and loading again.
struct LedgerSuite {
    /// A folder on the disk that is measured; it is made and removed.
    let folder: String
    let isQuick: Bool

    private let circumstances = Circumstances(at: Timestamp(milliseconds: 1_795_253_400_000), by: "Ada Lovelace")
    private let evidence = Command.record(
        EvidenceDraft(
            artifact: "service-request", digest: Digest(of: [1]), file: "request.pdf", size: 4_096,
            measurements: [.init("pages", 12)]))

    /// Takes all measurements.
    func run() async throws -> [Measurement] {
        try? FileManager.default.removeItem(atPath: folder)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try await flying() + growing()
    }

    private var rounds: Int { isQuick ? 20 : 60 }

    /// Sixty-four engagements, each of which waits for its last step before the next.
    private func flying() async throws -> [Measurement] {
        let store = try SQLiteStore(path: "\(folder)/flying")
        let ledger = Ledger(store: store, format: SequencePlanFormat())
        let plan = try ledger.plan(try BaseSequence.standard.composed(with: OverlaySet()))
        var sessions: [EngagementSession] = []
        for number in 0..<64 {
            let id = ID(stringLiteral: "engagement-\(number)")
            sessions.append(try await ledger.start(id, plan: plan, in: circumstances))
        }
        var samples = Samples("ledger/step-64-at-once")
        for _ in 0..<rounds {
            let time = try await ContinuousClock().measure {
                sessions = try await withThrowingTaskGroup { group in
                    for session in sessions {
                        group.addTask { try await step(session, 20, in: ledger) }
                    }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
            }
            samples.add(steps: 64 * 20, time)
        }
        await store.close()
        return [samples.measurement]
    }

    private func step(
        _ session: EngagementSession, _ count: Int, in ledger: Ledger
    ) async throws -> EngagementSession {
        var session = session
        for _ in 0..<count { _ = try await ledger.perform(evidence, on: &session, in: circumstances) }
        return session
    }

    /// An engagement of 100,000 events: loading it, and a step beside one of a short engagement.
    private func growing() async throws -> [Measurement] {
        let store = MemoryStore()
        let ledger = Ledger(store: store, format: SequencePlanFormat())
        let plan = try ledger.plan(try BaseSequence.standard.composed(with: OverlaySet()))
        var short = try await ledger.start("short", plan: plan, in: circumstances)
        var long = try await ledger.start("long", plan: plan, in: circumstances)
        for _ in 2...100 { _ = try await ledger.perform(evidence, on: &short, in: circumstances) }
        for _ in 2...100_000 { _ = try await ledger.perform(evidence, on: &long, in: circumstances) }
        var (early, late) = (Samples("ledger/step-at-100"), Samples("ledger/step-at-100000"))
        for _ in 0..<5 * rounds {
            early.add(
                steps: 20,
                try await ContinuousClock().measure {
                    for _ in 0..<20 { _ = try await ledger.perform(evidence, on: &short, in: circumstances) }
                })
            late.add(
                steps: 20,
                try await ContinuousClock().measure {
                    for _ in 0..<20 { _ = try await ledger.perform(evidence, on: &long, in: circumstances) }
                })
        }
        var load = Samples("ledger/load-100000")
        for _ in 0..<5 {
            let fresh = Ledger(store: store, format: SequencePlanFormat())
            load.add(steps: 1, try await ContinuousClock().measure { _ = try await fresh.load("long") })
        }
        return [early.measurement, late.measurement, load.measurement]
    }
}
