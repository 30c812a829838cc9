import Foundation
import PhaseLoom
import PhaseLoomTesting
import Testing

@testable import PhaseLoomStores

/// A damaged file is called damaged, and never read as if it were whole.
@Suite struct SQLiteDamageTests {
    /// A store of a hundred events, as bytes.
    private static func bytes() async throws -> [UInt8] {
        let folder = try Folder()
        let store = try SQLiteStore(path: folder.file("store"))
        for number in 0..<10 {
            var log = SampleLog(ID(stringLiteral: "engagement-\(number)"), eventSize: 300)
            try await store.append(log.next(10))
        }
        await store.close()
        return [UInt8](try Data(contentsOf: URL(filePath: folder.file("store"))))
    }

    /// Opens a file, reads all and verifies it.
    ///
    /// - Returns: what reading and verifying say.
    private static func examine(_ bytes: [UInt8]) async throws -> (reading: StoreError?, verifying: StoreError?) {
        let folder = try Folder()
        try Data(bytes).write(to: URL(filePath: folder.file("store")))
        var outcomes: [StoreError?] = []
        do throws(StoreError) {
            let store = try SQLiteStore(path: folder.file("store"), creates: false)
            do throws(StoreError) {
                _ = try await store.engagements(matching: EngagementQuery())
                _ = try await store.feed(after: 0, limit: .max)
                for number in 0..<10 {
                    _ = try await store.records(of: ID(stringLiteral: "engagement-\(number)"), after: 0, limit: .max)
                }
                outcomes.append(nil)
            } catch {
                outcomes.append(error)
            }
            try await store.verify()
            outcomes.append(nil)
        } catch {
            outcomes.append(error)
        }
        return (outcomes[0], outcomes[outcomes.count - 1])
    }

    @Test func `a whole file has nothing wrong with it`() async throws {
        let (reading, verifying) = try await Self.examine(try await Self.bytes())
        #expect(reading == nil && verifying == nil)
    }

    @Test func `any page that is overwritten is found`() async throws {
        let bytes = try await Self.bytes()
        for page in 0..<bytes.count / 4_096 {
            var damaged = bytes
            // The first page begins with the header of the file, which says what it is.
            let start = page == 0 ? 100 : page * 4_096
            damaged.replaceSubrange(
                start..<(page + 1) * 4_096, with: [UInt8](repeating: 0xA5, count: (page + 1) * 4_096 - start))
            let (reading, verifying) = try await Self.examine(damaged)
            #expect(verifying?.code == .damaged, "page \(page): \(verifying?.description ?? "nothing")")
            #expect(reading == nil || reading?.code == .damaged, "page \(page)")
        }
    }

    @Test func `a flipped bit in an event is found`() async throws {
        let bytes = try await Self.bytes()
        let text = Array(#""number":7,"#.utf8)
        let places = bytes.indices.filter { bytes[$0...].starts(with: text) }
        try #require(places.count == 10)
        var damaged = bytes
        damaged[places[3] + 10] ^= 4
        let (reading, verifying) = try await Self.examine(damaged)
        // Nobody hashes what is only read; who wants to know asks.
        #expect(reading == nil)
        #expect(verifying?.code == .damaged)
        #expect(verifying?.message.contains("event 7 of engagement 'engagement-") == true)
    }

    @Test func `a file that was cut off is found`() async throws {
        let bytes = try await Self.bytes()
        for length in stride(from: 1, to: bytes.count, by: 3_001) {
            let (_, verifying) = try await Self.examine(Array(bytes[..<length]))
            #expect(
                verifying?.code == (length < 512 ? .foreign : .damaged), "\(length) bytes: \(verifying?.message ?? "")")
        }
    }

    /// Bytes at random, which SQLite's own checks may or may not notice.
    @Test func `no damage ends the process or gives an unknown error`() async throws {
        let bytes = try await Self.bytes()
        var random = SeededGenerator(seed: 5)
        for round in 0..<150 {
            var damaged = bytes
            for _ in 0..<Int.random(in: 1...20, using: &random) {
                damaged[Int.random(in: 0..<bytes.count, using: &random)] = .random(in: 0...255, using: &random)
            }
            let (reading, verifying) = try await Self.examine(damaged)
            for error in [reading, verifying] {
                let known: [StoreError.Code?] = [nil, .damaged, .foreign, .newerFormat]
                #expect(known.contains(error?.code), "round \(round): \(error?.message ?? "")")
            }
        }
    }

    static let contradictions = [
        ("DELETE FROM events WHERE number = 10", "lost events"),
        ("DELETE FROM events WHERE number = 4", "event 4 of"),
        ("DELETE FROM events", "lost events"),
        ("UPDATE engagements SET length = 9", "the head of engagement 'engagement-0'"),
        ("UPDATE engagements SET length = 11", "lost events"),
        ("UPDATE engagements SET head = zeroblob(32)", "the head of engagement 'engagement-0'"),
        ("UPDATE events SET hash = zeroblob(32) WHERE number = 2", "event 2 of"),
        ("UPDATE events SET hash = x'00' WHERE number = 2", "a column holds"),
        (
            "INSERT INTO events SELECT 500, engagement, 11, hash, content FROM events WHERE position = 1",
            "beyond the end"
        ),
        ("UPDATE events SET engagement = 77 WHERE engagement = 3", "of nobody"),
        ("UPDATE engagements SET id = 'a b' WHERE key = 2", "a column holds"),
        ("UPDATE engagements SET state = 'dreaming' WHERE key = 2", "a column holds"),
        ("UPDATE engagements SET open = ' - '", "a column holds"),
        ("UPDATE engagements SET title = CAST(x'ff' AS TEXT)", "a column holds"),
        ("DROP TABLE documents", "no such table"),
    ]

    @Test(arguments: contradictions)
    func `tables that contradict each other are found`(_ change: String, _ words: String) async throws {
        let folder = try Folder()
        let path = folder.file("store")
        try Data(try await Self.bytes()).write(to: URL(filePath: path))
        try SQLiteDatabase(path, patience: 0).run(change)
        let store = try SQLiteStore(path: path)
        if words == "no such table" {
            await expectFailure(.damaged, words) { () async throws(StoreError) in
                _ = try await store.document(Digest(of: []))
            }
        } else {
            await expectFailure(.damaged, words) { () async throws(StoreError) in try await store.verify() }
        }
    }

    @Test func `an engagement whose entry is gone is found, and nobody inherits its events`() async throws {
        let folder = try Folder()
        let path = folder.file("store")
        try Data(try await Self.bytes()).write(to: URL(filePath: path))
        try SQLiteDatabase(path, patience: 0).run("DELETE FROM engagements WHERE id = 'engagement-9'")
        let store = try SQLiteStore(path: path)
        await expectFailure(.damaged, "of nobody") { () async throws(StoreError) in try await store.verify() }
        // The seam through which a ledger's user asks.
        let some: any EngagementStore = store
        await expectFailure(.damaged, "of nobody") { () async throws(StoreError) in try await some.verify() }
        var log = SampleLog("another")
        try await store.append(log.next(2))
        #expect(try await store.records(of: "another", after: 0, limit: 10).count == 2)
    }

    @Test func `a damaged entry is named`() async throws {
        let folder = try Folder()
        let path = folder.file("store")
        try Data(try await Self.bytes()).write(to: URL(filePath: path))
        try SQLiteDatabase(path, patience: 0).run("UPDATE engagements SET state = 'dreaming' WHERE key = 4")
        let store = try SQLiteStore(path: path)
        await expectFailure(.damaged, "the entry of engagement 'engagement-3'") { () async throws(StoreError) in
            _ = try await store.engagements(matching: EngagementQuery())
        }
        #expect(try await store.summary(of: "engagement-5") != nil)
    }

    /// A statement that is wrong says nothing about the file.
    @Test(arguments: [
        ("INSERT INTO engagements(id) VALUES ('x')", StoreError.Code.defect, "NOT NULL"),
        ("SELEKT 1", .defect, "syntax error"), ("SELECT 1 FROM nowhere", .damaged, "no such table"),
    ])
    func `mistakes of the program are told apart`(_ sql: String, _ code: StoreError.Code, _ words: String) async throws
    {
        let folder = try Folder()
        _ = try SQLiteStore(path: folder.file("store"))
        let database = try SQLiteDatabase(folder.file("store"), patience: 0)
        await expectFailure(code, words) { () async throws(StoreError) in try database.run(sql) }
    }
}
