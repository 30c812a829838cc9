import PhaseLoom

extension StoreTrial {
    mutating func tryAtomicity() async throws(StoreError) {
        var log = SampleLog("atomic")
        let first = log.next(3)
        try await store.append(first)
        expect(
            try await store.records(of: "atomic", after: 0, limit: 9) == first.records,
            "the events of a batch do not come back as they went in")
        expect(try await store.summary(of: "atomic") == first.summary, "the summary is not that of the batch")
        let bytes = LogRecord(number: 4, content: Array(0...255), hash: Digest(of: Array(0...255)))
        let empty = LogRecord(number: 5, content: [], hash: Digest(of: []))
        try await store.append(first.followed(by: [bytes, empty]))
        expect(
            try await store.records(of: "atomic", after: 3, limit: 9) == [bytes, empty],
            "events of arbitrary bytes, or of none, do not come back as they went in")
        for (batch, circumstance) in Self.contradictions() {
            try await expectRefusal(of: batch, as: .invalid, circumstance)
        }
    }

    /// Batches that contradict themselves, for engagements that do not exist.
    private static func contradictions() -> [(LogBatch, String)] {
        let document = StoredDocument(name: Digest(of: [1]), content: [1])
        var log = SampleLog("contradiction")
        let good = log.next(3, documents: [document])
        let records = good.records
        let other = EngagementSummary.sample(like: good.summary, engagement: "other")
        return [
            (good.with(records: []), "without events"),
            (good.with(records: [records[0], records[2]]), "whose numbers have a gap"),
            (good.with(records: [records[1], records[0], records[2]]), "whose numbers are out of order"),
            (good.with(records: Array(records.dropFirst())), "whose numbers begin too late"),
            (good.with(summary: other), "with the summary of another engagement"),
            (good.with(summary: .sample(like: good.summary, length: 4)), "whose summary has another length"),
            (good.with(summary: .sample(like: good.summary, head: Digest.none)), "whose summary has another head"),
        ]
    }

    mutating func tryExpectation() async throws(StoreError) {
        let document = StoredDocument(name: Digest(of: [2]), content: [2])
        var log = SampleLog("expected")
        try await store.append(log.next(2))
        let next = log.next(1, documents: [document])
        for expected in [0, 1, 3, .max] {
            try await expectRefusal(
                of: next.with(expectedLength: expected), as: .conflict, "that expects \(expected) events and not 2")
        }
        try await expectRefusal(
            of: LogBatch(
                engagement: "unknown", expectedLength: 1, records: next.records, summary: next.summary,
                documents: [document]),
            as: .conflict, "that expects an engagement which does not exist")
        try await store.append(next)
        try await expectRefusal(of: next.with(documents: []), as: .conflict, "that was appended already")
    }

    mutating func tryOrder() async throws(StoreError) {
        var log = SampleLog("ordered")
        var neighbour = SampleLog("neighbour")
        var records: [LogRecord] = []
        for count in [1, 4, 2, 1, 12] {
            let batch = log.next(count)
            records += batch.records
            try await store.append(batch)
            try await store.append(neighbour.next(2))
        }
        for number in [-1, 0, 1, 7, 19, 20, 21, .max, .min] {
            for limit in [-1, 0, 1, 3, 20, .max] {
                let expected = Array(records.filter { $0.number > number }.prefix(max(0, limit)))
                expect(
                    try await store.records(of: "ordered", after: number, limit: limit) == expected,
                    "asked for \(limit) events after \(number) of 20, it gives others")
            }
        }
        expect(
            try await store.records(of: "nobody", after: 0, limit: 9).isEmpty, "an unknown engagement has events")
    }

    mutating func tryFollowing() async throws(StoreError) {
        var logs = [SampleLog("red"), SampleLog("green"), SampleLog("blue")]
        var expected: [(ID, LogRecord)] = []
        var known: [FeedEntry] = []
        for step in 0..<12 {
            let batch = logs[step % 3].next(1 + step % 4)
            expected += batch.records.map { (batch.engagement, $0) }
            try await store.append(batch)
            if step % 5 == 4 { known += try await store.feed(after: known.last?.position ?? 0, limit: .max) }
        }
        // What is left is read in small pages; a feed that comes to no end has more than there is.
        while known.count <= expected.count {
            let page = try await store.feed(after: known.last?.position ?? 0, limit: 2)
            known += page
            if page.count < 2 { break }
        }
        expect(
            known.map(\.record) == expected.map(\.1) && known.map(\.engagement) == expected.map(\.0),
            "a follower does not see every event once, in the order of the appends")
        let positions = known.map(\.position)
        expect(
            positions.first ?? 0 > 0 && zip(positions, positions.dropFirst()).allSatisfy { $0 < $1 },
            "positions do not grow from above 0")
        expect(try await store.feed(after: 0, limit: .max) == known, "the feed changed after it was read")
        expect(try await store.feed(after: .max, limit: 9).isEmpty, "there are events after the last position")
        expect(try await store.feed(after: 0, limit: -1).isEmpty, "a negative limit gives events")
    }
}

extension LogBatch {
    /// The batch with some parts changed.
    func with(
        expectedLength: Int? = nil, records: [LogRecord]? = nil, summary: EngagementSummary? = nil,
        documents: [StoredDocument]? = nil
    ) -> LogBatch {
        LogBatch(
            engagement: engagement, expectedLength: expectedLength ?? self.expectedLength,
            records: records ?? self.records, summary: summary ?? self.summary, documents: documents ?? self.documents)
    }

    /// The batch that appends more events to the log which this one leaves.
    func followed(by records: [LogRecord]) -> LogBatch {
        LogBatch(
            engagement: engagement, expectedLength: summary.length, records: records,
            summary: .sample(like: summary, length: summary.length + records.count, head: records.last?.hash))
    }
}

extension EngagementSummary {
    /// A summary with some parts changed.
    static func sample(
        like other: EngagementSummary, engagement: ID? = nil, title: String? = nil, length: Int? = nil,
        head: Digest? = nil
    ) -> EngagementSummary {
        EngagementSummary(
            engagement: engagement ?? other.engagement, title: title ?? other.title, state: other.state,
            openPhases: other.openPhases, readyPhases: other.readyPhases, length: length ?? other.length,
            head: head ?? other.head, started: other.started, updated: other.updated, due: other.due)
    }
}
