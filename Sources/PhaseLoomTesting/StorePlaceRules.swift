import PhaseLoom
import Synchronization

extension StoreTrial {
    mutating func tryQueries() async throws(StoreError) {
        let shown = try await fill()
        expect(try await store.summary(of: "nobody") == nil, "an unknown engagement has a summary")
        for summary in shown {
            expect(
                try await store.summary(of: summary.engagement) == summary,
                "the summary of '\(summary.engagement)' is not that of its last batch")
        }
        let phases: [ID?] = [nil, "design", "sign", "design.2", "execution", "nowhere"]
        for states in EngagementState.allCases.subsets {
            for phase in phases {
                let query = EngagementQuery(states: Set(states), phase: phase)
                let wanted = "states \(states.map(\.rawValue)) and phase '\(phase?.text ?? "any")'"
                expect(
                    try await store.engagements(matching: query) == shown.filter(query.matches),
                    "a query for \(wanted) gives others, or in another order")
            }
        }
    }

    /// Appends to engagements in every state, with odd titles and phases whose names contain one another.
    ///
    /// - Returns: their summaries in order of identifiers.
    private func fill() async throws(StoreError) -> [EngagementSummary] {
        let phases: [([ID], [ID])] = [
            ([], []), (["design"], []), (["design.2"], ["sign"]), (["execution", "design"], ["a", "b"]),
        ]
        let titles = ["", "'; DROP TABLE events; --", "nul\u{0}inside", "Ångström 🏗️\n", " %_? "]
        var summaries: [EngagementSummary] = []
        for (number, state) in EngagementState.allCases.enumerated() {
            for (place, (open, ready)) in phases.enumerated() {
                var log = SampleLog(ID(stringLiteral: ["z", "A", "10.", "9_"][place] + "\(number)"))
                try await store.append(log.next())
                let batch = log.next(1 + number, state: state, open: open, ready: ready)
                let summary = EngagementSummary.sample(like: batch.summary, title: titles[number % titles.count])
                try await store.append(batch.with(summary: summary))
                summaries.append(summary)
            }
        }
        return summaries.sorted { $0.engagement < $1.engagement }
    }

    mutating func tryDocuments() async throws(StoreError) {
        let large = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let contents: [[UInt8]] = [[], [0], Array(0...255), large]
        let documents = contents.map { StoredDocument(name: Digest(of: $0), content: $0) }
        var log = SampleLog("documented")
        try await store.append(log.next(1, documents: documents + documents))
        try await store.append(log.next(1, documents: documents))
        for document in documents {
            expect(
                try await store.document(document.name) == document.content,
                "a document of \(document.content.count) bytes does not come back as it went in")
        }
        let rival = StoredDocument(name: documents[2].name, content: [7])
        try await store.append(log.next(1, documents: [rival]))
        expect(try await store.document(rival.name) == documents[2].content, "a document was replaced")
        expect(try await store.document(Digest(of: [9, 9])) == nil, "a document is there that nobody brought")
    }

    mutating func tryConcurrency() async throws(StoreError) {
        let store = store
        let isOver = Flag()
        async let followed = Self.follow(store, until: isOver)
        let failures = await withTaskGroup(of: StoreError?.self) { group in
            for number in 0..<8 {
                group.addTask {
                    await Self.contend(for: "shared", as: ID(stringLiteral: "writer-\(number)"), on: store)
                }
            }
            for number in 0..<64 { group.addTask { await Self.fill(ID(stringLiteral: "own-\(number)"), on: store) } }
            return await group.reduce(into: []) { if let failure = $1 { $0.append(failure) } }
        }
        isOver.raise()
        for failure in failures { report("it fails where it should not: \(failure)") }
        let feed = try await store.feed(after: 0, limit: .max)
        expect(try await followed.get() == feed, "a follower of writers at one time misses events")
        try await expectWhole(feed)
    }

    /// Expects every event of the writers once.
    private mutating func expectWhole(_ feed: [FeedEntry]) async throws(StoreError) {
        let shared = try await store.records(of: "shared", after: 0, limit: .max)
        expect(shared.map(\.number) == Array(1...80), "80 events of eight writers are not numbered from 1 to 80")
        for number in 0..<8 {
            let mark = Array(#"{"by":"writer-\#(number)","#.utf8)
            let count = shared.count { $0.content.starts(with: mark) }
            expect(count == 10, "writer \(number) appended 10 events, and \(count) are there")
        }
        for engagement in ["shared"] + (0..<64).map({ ID(stringLiteral: "own-\($0)") }) {
            let records = try await store.records(of: engagement, after: 0, limit: .max)
            expect(
                feed.filter { $0.engagement == engagement }.map(\.record) == records,
                "the feed and the log of '\(engagement)' do not agree")
            expect(records.count == (engagement == "shared" ? 80 : 5), "'\(engagement)' lost or gained events")
        }
    }

    /// Reads the feed while others append, each time from the last position.
    private static func follow(_ store: Store, until isOver: Flag) async -> Result<[FeedEntry], StoreError> {
        var known: [FeedEntry] = []
        do throws(StoreError) {
            while true {
                // Once more after the end: what came last may have come since the last look.
                let isLast = isOver.isRaised
                known += try await store.feed(after: known.last?.position ?? 0, limit: 1_000)
                if isLast { return .success(known) }
                await Task.yield()
            }
        } catch {
            return .failure(error)
        }
    }

    /// Appends ten events to a log to which others append, too.
    ///
    /// Every conflict means that one of the others succeeded, so that there are at most seventy.
    private static func contend(for engagement: ID, as writer: ID, on store: Store) async -> StoreError? {
        var log = SampleLog(engagement)
        var (appended, conflicts) = (0, 0)
        do throws(StoreError) {
            while appended < 10 {
                log.follow(try await store.summary(of: engagement))
                do throws(StoreError) {
                    try await store.append(log.next(writer: writer))
                    appended += 1
                } catch {
                    conflicts += 1
                    guard error.code == .conflict, conflicts <= 70 else { throw error }
                }
            }
            return nil
        } catch {
            return error
        }
    }

    private static func fill(_ engagement: ID, on store: Store) async -> StoreError? {
        var log = SampleLog(engagement)
        do throws(StoreError) {
            for _ in 0..<5 { try await store.append(log.next()) }
            return nil
        } catch {
            return error
        }
    }
}

/// Something that happens once.
private final class Flag: Sendable {
    private let value = Atomic(false)

    var isRaised: Bool { value.load(ordering: .acquiring) }

    func raise() { value.store(true, ordering: .releasing) }
}

extension Collection {
    /// All selections of elements, in the order of the elements.
    var subsets: [[Element]] {
        reduce(into: [[]]) { subsets, element in subsets += subsets.map { $0 + [element] } }
    }
}
