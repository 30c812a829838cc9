public import PhaseLoom

/// The contract that every store of engagements keeps, inside this package and outside it.
///
/// It imports no test framework; a test expects that nothing is violated:
///
/// ```swift
/// @Test func `keeps the contract`() async {
///     let contract = EngagementStoreContract { MemoryStore() }
///     #expect(await contract.violations() == [])
/// }
/// ```
///
/// What only the death of processes, machines and disks can show is left to the tests of each store.
public struct EngagementStoreContract<Store: EngagementStore>: Sendable {
    private let makeStore: @Sendable () async throws -> Store

    /// Prepares the contract for a kind of store.
    ///
    /// - Parameter makeStore: makes a store that is empty and that nobody else uses; it is called once for every rule.
    public init(_ makeStore: @escaping @Sendable () async throws -> Store) { self.makeStore = makeStore }

    /// Everything in which stores break the contract, rule by rule; nothing if they keep it.
    ///
    /// - Complexity: some seven hundred appends.
    public func violations() async -> [StoreViolation] {
        var found: [StoreViolation] = []
        for rule in StoreViolation.Rule.allCases { found += await violations(of: rule) }
        return found
    }

    /// Everything in which stores break one rule.
    public func violations(of rule: StoreViolation.Rule) async -> [StoreViolation] {
        do {
            var trial = StoreTrial(rule: rule, store: try await makeStore())
            do throws(StoreError) {
                try await trial.run()
            } catch {
                trial.report("it fails where it should not: \(error)")
            }
            return trial.violations
        } catch {
            return [StoreViolation(rule: rule, message: "the store cannot be made: \(error)")]
        }
    }
}

/// The trial of one store on one rule.
struct StoreTrial<Store: EngagementStore> {
    let rule: StoreViolation.Rule
    let store: Store
    private(set) var violations: [StoreViolation] = []

    init(rule: StoreViolation.Rule, store: Store) {
        self.rule = rule
        self.store = store
    }

    mutating func run() async throws(StoreError) {
        switch rule {
        case .atomicity: try await tryAtomicity()
        case .expectation: try await tryExpectation()
        case .order: try await tryOrder()
        case .following: try await tryFollowing()
        case .query: try await tryQueries()
        case .documents: try await tryDocuments()
        case .concurrency: try await tryConcurrency()
        }
    }

    mutating func report(_ message: String) { violations.append(StoreViolation(rule: rule, message: message)) }

    mutating func expect(_ condition: Bool, _ message: @autoclosure () -> String) {
        if !condition { report(message()) }
    }

    /// Expects that a batch is refused, and that nothing of it is left.
    mutating func expectRefusal(
        of batch: LogBatch, as code: StoreError.Code, _ circumstance: String
    ) async throws(StoreError) {
        let before = try await contents(of: batch.engagement)
        do throws(StoreError) {
            try await store.append(batch)
            report("it takes a batch \(circumstance)")
        } catch {
            expect(error.code == code, "a batch \(circumstance) is refused as '\(error.code)' and not as '\(code)'")
        }
        expect(try await contents(of: batch.engagement) == before, "a batch \(circumstance) leaves something behind")
        for document in batch.documents {
            expect(
                try await store.document(document.name) == nil, "a batch \(circumstance) leaves its document behind")
        }
    }

    private func contents(of engagement: ID) async throws(StoreError) -> StoreContents {
        StoreContents(
            records: try await store.records(of: engagement, after: 0, limit: .max),
            summary: try await store.summary(of: engagement), feed: try await store.feed(after: 0, limit: .max))
    }
}

/// What a store shows of an engagement.
private struct StoreContents: Hashable {
    let records: [LogRecord]
    let summary: EngagementSummary?
    let feed: [FeedEntry]
}
