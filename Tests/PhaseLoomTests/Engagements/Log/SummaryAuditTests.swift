import PhaseLoom
import Testing

/// What a store lists, and how long it says that a log is, is compared with the log.
@Suite struct SummaryAuditTests {
    private static let sample = Task { try await TamperingSample() }

    private static func ledger(
        _ records: [LogRecord]? = nil, _ change: (EngagementSummary) -> EngagementSummary = { $0 }
    ) async throws -> Ledger {
        let sample = try await sample.value
        var store = sample.store
        store.records = records ?? store.records
        store.summary = store.summary.map(change)
        return Ledger(store: store, format: sample.format)
    }

    static let forgeries: [(String, @Sendable (EngagementSummary) -> EngagementSummary)] = [
        ("title", { $0.with(title: "FORGED") }), ("state", { $0.with(state: .cancelled) }),
        ("open phases", { $0.with(open: ["finish"]) }), ("ready phases", { $0.with(ready: ["finish", "plan"]) }),
        ("start", { $0.with(started: Timestamp(milliseconds: 0)) }),
        ("last change", { $0.with(updated: Timestamp(milliseconds: 0)) }),
        ("due date", { $0.with(due: Timestamp(milliseconds: 0)) }),
    ]

    @Test(arguments: forgeries.indices) func `finds a forged list`(index: Int) async throws {
        let (name, forge) = Self.forgeries[index]
        let audit = try await Self.ledger(nil, forge).audit("campus")
        #expect(audit?.isWhole == false)
        #expect(audit?.found?.code == .summary)
        #expect(audit?.found?.message == "what lists show is not what the log says (\(name))")
        // Lists may be wrong; the log is the truth, and with that work goes on.
        #expect(try await Self.ledger(nil, forge).load("campus") != nil)
    }

    @Test(arguments: [0, 1, 150, 199]) func `no command trusts a log that was cut off`(length: Int) async throws {
        let ledger = try await Self.ledger(Array(try await Self.sample.value.records.prefix(length)))
        await expectEnd("the log ends at record \(length), but 20") {
            () async throws(LedgerError) in _ = try await ledger.load("campus")
        }
        await expectEnd { () async throws(LedgerError) in _ = try await ledger.history(of: "campus") }
        await expectEnd { () async throws(LedgerError) in
            _ = try await ledger.metrics(of: "campus", at: Timestamp(milliseconds: 1_800_000_000_000))
        }
        #expect(try await ledger.audit("campus")?.found?.code == .end)
    }

    @Test func `no command trusts a log with another end`() async throws {
        let sample = try await Self.sample.value
        let shorter = try await Self.ledger { $0.with(length: $0.length - 1) }
        await expectEnd { () async throws(LedgerError) in _ = try await shorter.load("campus") }
        let other = try await Self.ledger { $0.with(head: sample.records[3].hash) }
        await expectEnd("is not the one that was kept") {
            () async throws(LedgerError) in _ = try await other.load("campus")
        }
    }

    /// The store refuses, and nobody recorded anything: trying again would never end well.
    @Test func `a log that is cut off under a session is called broken`() async throws {
        let sample = try await Self.sample.value
        let whole = try await Self.ledger()
        var session = try #require(try await whole.load("campus"))
        var store = sample.store
        store.records = Array(store.records.dropLast(5))
        store.refusal = .conflict
        let ledger = Ledger(store: store, format: sample.format)
        do throws(LedgerError) {
            _ = try await ledger.perform(
                .record(EvidenceDraft(artifact: "notes", digest: .none)), on: &session,
                in: Circumstances(at: session.engagement.updated, by: "Ada"))
            Issue.record("nothing was found")
        } catch {
            guard case .broken(let found) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(found.code == .end)
            #expect(error.description.hasSuffix("keep a copy of the store, verify it, and go back to a backup"))
        }
    }

    private func expectEnd(_ words: String = "", _ work: () async throws(LedgerError) -> Void) async {
        do throws(LedgerError) {
            try await work()
            Issue.record("nothing was found")
        } catch {
            guard case .broken(let found) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(found.code == .end && (words.isEmpty || found.message.contains(words)), "\(found.message)")
        }
    }
}

extension EngagementSummary {
    fileprivate func with(
        title: String? = nil, state: EngagementState? = nil, open: [ID]? = nil, ready: [ID]? = nil, length: Int? = nil,
        head: Digest? = nil, started: Timestamp? = nil, updated: Timestamp? = nil, due: Timestamp? = nil
    ) -> EngagementSummary {
        EngagementSummary(
            engagement: engagement, title: title ?? self.title, state: state ?? self.state,
            openPhases: open ?? openPhases, readyPhases: ready ?? readyPhases, length: length ?? self.length,
            head: head ?? self.head, started: started ?? self.started, updated: updated ?? self.updated,
            due: due ?? self.due)
    }
}
