import PhaseLoom
import Testing

/// Every tampering of a log of two hundred events is found: by the log itself, by the head that the store keeps, or by
/// the head that somebody wrote down.
@Suite struct LogTamperingTests {
    private static let sample = Task { try await TamperingSample() }

    @Test func `finds nothing in a log that nobody got at`() async throws {
        let sample = try await Self.sample.value
        #expect(sample.records.count >= TamperingSample.length)
        let kinds = Set(sample.events.map { $0.content.kindOfTest })
        #expect(kinds.count == 19, "only skipping, cancelling and closing are missing: \(kinds.sorted())")
        for head in [nil, sample.head, sample.records[7].hash] {
            #expect(try await sample.audit(sample.records, against: head)?.isWhole == true)
        }
        for head in [Digest.none, sample.foreign[7].hash] {
            #expect(try await sample.audit(sample.records, against: head)?.found?.code == .end)
        }
    }

    /// The bit that is flipped in a byte depends on its place, so that all of them are tried.
    @Test(arguments: 0..<4) func `finds every byte that is flipped`(shard: Int) async throws {
        let sample = try await Self.sample.value
        var head = Digest.none
        var tried = 0
        for (place, record) in sample.records.enumerated() {
            defer { head = record.hash }
            for byte in stride(from: shard, to: record.content.count, by: 4) {
                var content = record.content
                content[byte] ^= 1 << UInt8((byte / 4 + place) % 8)
                tried += 1
                var log = Log(of: "campus", length: place, head: head)
                #expect(throws: LogBreak.self, "byte \(byte) of record \(place + 1)") {
                    try log.take(LogRecord(number: place + 1, content: content, hash: record.hash))
                }
            }
        }
        #expect(tried > 10_000)
    }

    @Test(arguments: 0..<4) func `finds every byte that is flipped and hashed anew`(shard: Int) async throws {
        let sample = try await Self.sample.value
        var head = Digest.none
        for (place, record) in sample.records.enumerated() {
            defer { head = record.hash }
            for byte in stride(from: shard, to: record.content.count, by: 12) {
                var content = record.content
                content[byte] ^= 1 << UInt8((byte + place) % 8)
                let forged = LogRecord(number: place + 1, content: content, hash: Digest(of: content))
                var log = Log(of: "campus", length: place, head: head)
                // What still is a record of this log has another hash: the next one does not continue it, and after the
                // last one the head is another.
                guard (try? log.take(forged)) != nil else { continue }
                #expect(log.head != record.hash)
                guard place + 1 < sample.records.count else { continue }
                #expect(throws: LogBreak.self, "byte \(byte) of record \(place + 1)") {
                    try log.take(sample.records[place + 1])
                }
            }
        }
    }

    @Test func `finds every record that is dropped, doubled, swapped or another's, and every end that is missing`()
        async throws
    {
        let sample = try await Self.sample.value
        let records = sample.records
        var head = Digest.none
        for place in records.indices {
            for (name, tampered) in Self.tamperings(of: records, at: place, with: sample.foreign) {
                // What stands before the place is as it was, so reading may begin there.
                var log = Log(of: "campus", length: place, head: head)
                let isRead = (try? tampered[place...].prefix(3).forEach { _ = try log.take($0) }) != nil
                let isWhole = isRead && tampered.count == records.count && tampered.last == records.last
                #expect(!isWhole, "\(name) at \(place + 1)")
                guard place % 10 == 0 else { continue }
                #expect(try await sample.audit(tampered)?.isWhole == false, "\(name) at \(place + 1)")
                // The numbers that the store keeps beside the records are made to agree.
                let renumbered = tampered.enumerated().map {
                    LogRecord(number: $0 + 1, content: $1.content, hash: $1.hash)
                }
                let forged = try await sample.audit(renumbered, against: sample.head, forging: true)
                #expect(forged?.isWhole != true, "\(name) at \(place + 1), renumbered")
            }
            head = records[place].hash
        }
    }

    private static func tamperings(
        of records: [LogRecord], at place: Int, with foreign: [LogRecord]
    ) -> [(String, [LogRecord])] {
        var (dropped, doubled, swapped, spliced) = (records, records, records, records)
        dropped.remove(at: place)
        doubled.insert(records[place], at: place)
        swapped.swapAt(place, (place + 1) % records.count)
        spliced[place] = foreign[place % foreign.count]
        return [
            ("dropped", dropped), ("doubled", doubled), ("swapped", swapped), ("another's", spliced),
            ("cut off", Array(records.prefix(place))),
        ]
    }

    /// Somebody who chains the whole log anew gets a log that is one: its head is another, which is what heads are for.
    @Test func `finds by the head a log that was chained anew`() async throws {
        let sample = try await Self.sample.value
        for place in stride(from: 1, to: sample.events.count, by: 9) {
            var log = Log(of: "campus")
            var events = sample.events
            events.remove(at: place)
            let records = log.append(
                events.enumerated().map {
                    Event(number: $0 + 1, time: $1.time, actor: $1.actor, content: $1.content)
                })
            #expect(try await sample.audit(records)?.isWhole == false)
            #expect(try await sample.audit(records, against: sample.head, forging: true)?.isWhole == false)
        }
    }

    @Test func `finds plans that are gone or others`() async throws {
        let sample = try await Self.sample.value
        let digests = sample.store.documents.keys.sorted { $0.hexadecimal < $1.hexadecimal }
        #expect(digests.count == 2)
        for (place, digest) in digests.enumerated() {
            for replacement in [nil, digests[1 - place].bytes, [1, 2, 3]] {
                var store = sample.store
                store.documents[digest] = replacement
                let audit = try await Ledger(store: store, format: sample.format).audit("campus")
                #expect(audit?.found?.code == .plan)
            }
        }
    }

    @Test func `says that a log is gone`() async throws {
        let sample = try await Self.sample.value
        #expect(try await sample.audit([])?.found?.code == .end)
        var store = sample.store
        store.summary = nil
        let ledger = Ledger(store: store, format: sample.format)
        #expect(try await ledger.audit("campus")?.found?.code == .end, "records of which the store knows nothing")
        store.records = []
        #expect(try await Ledger(store: store, format: sample.format).audit("campus") == nil)
    }
}

extension Event.Content {
    /// The kind of event.
    fileprivate var kindOfTest: String { String("\(self)".prefix { $0 != "(" }) }
}
