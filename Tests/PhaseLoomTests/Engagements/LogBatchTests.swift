import PhaseLoom
import PhaseLoomTesting
import Testing

/// A batch fits the log whose length it expects, and says what becomes of it.
@Suite struct LogBatchTests {
    @Test func `a batch fits the log that it was made for`() throws {
        var log = SampleLog("one")
        try log.next(3).check(against: 0)
        try log.next(2).check(against: 3)
    }

    @Test(arguments: [0, 1, 4, .max]) func `another length is a conflict`(_ length: Int) throws {
        var log = SampleLog("one")
        _ = log.next(3)
        let next = log.next()
        let error = #expect(throws: StoreError.self) { try next.check(against: length) }
        #expect(error?.code == .conflict)
        #expect(error?.message == "engagement 'one' has \(length) events where 3 were expected")
    }

    @Test func `events that do not follow are invalid`() throws {
        var log = SampleLog("one")
        let batch = log.next(3)
        for records in [[], [batch.records[1]], batch.records.reversed(), [batch.records[0], batch.records[2]]] {
            let broken = LogBatch(engagement: "one", expectedLength: 0, records: records, summary: batch.summary)
            let error = #expect(throws: StoreError.self) { try broken.check(against: 0) }
            #expect(error?.code == .invalid)
            #expect(error?.hint == "number them from 1 without gaps")
        }
    }

    @Test func `a summary of another log is invalid`() throws {
        var (log, other) = (SampleLog("one"), SampleLog("other"))
        let batch = log.next(2)
        for summary in [other.next(2).summary, log.next().summary] {
            let broken = LogBatch(engagement: "one", expectedLength: 0, records: batch.records, summary: summary)
            let error = #expect(throws: StoreError.self) { try broken.check(against: 0) }
            #expect(error?.code == .invalid)
            #expect(error?.message == "the summary for engagement 'one' is not that of its log")
        }
    }
}
