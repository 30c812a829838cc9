import Foundation
import PhaseLoom
import PhaseLoomStores
import PhaseLoomTesting
import Testing

/// Processes that are killed, and processes that write at once.
@Suite(.serialized) struct KillTests {
    /// How many processes are killed; continuous integration may ask for more.
    static var kills: Int { ProcessInfo.processInfo.environment["PHASELOOM_KILLS"].flatMap(Int.init) ?? 25 }

    @Test func `a killed process loses nothing that it acknowledged`() async throws {
        let folder = try Folder()
        let path = folder.file("store")
        var random = SeededGenerator(seed: 20_261_121)
        var acknowledged: [ID: Int] = [:]
        for round in 0..<Self.kills {
            let writer = try Writer(path, name: "writer", tasks: 1 + round % 8, events: .max)
            // Some are killed while they open the store, or even make it.
            var patience = round < 3 ? 0 : Int.random(in: 0...60, using: &random)
            while patience > 0, let line = writer.nextLine() {
                Self.note(line, in: &acknowledged)
                patience -= 1
            }
            writer.kill()
            while let line = writer.nextLine() { Self.note(line, in: &acknowledged) }
            #expect(writer.wait().errors == "")
            let store = try SQLiteStore(path: path)
            acknowledged = try await Self.expect(acknowledged, in: store)
            if round % 8 == 0 { try await store.verify() }
            await store.close()
        }
        #expect(acknowledged.values.reduce(0, +) > Self.kills)
    }

    private static func note(_ line: String, in acknowledged: inout [ID: Int]) {
        let words = line.split(separator: " ")
        guard words.count == 2, let engagement = try? ID(String(words[0])), let length = Int(words[1]) else { return }
        acknowledged[engagement] = length
    }

    /// Expects that what was acknowledged is there, and at most one batch more of each engagement.
    ///
    /// - Returns: what is there now, and has to stay.
    private static func expect(_ acknowledged: [ID: Int], in store: SQLiteStore) async throws -> [ID: Int] {
        var found: [ID: Int] = [:]
        for (engagement, length) in acknowledged {
            let records = try await store.records(of: engagement, after: 0, limit: .max)
            #expect(records.count >= length && records.count <= length + 3, "'\(engagement)'")
            // Every event names the one before it, so that the log is the one that was acknowledged.
            for (record, next) in zip(records, records.dropFirst()) {
                #expect(String(decoding: next.content, as: UTF8.self).contains("\"\(record.hash)\""))
            }
            #expect(try await store.summary(of: engagement)?.length == records.count)
            found[engagement] = records.count
        }
        return found
    }

    @Test func `eight processes at once lose and double nothing`() async throws {
        let folder = try Folder()
        let path = folder.file("store")
        // None is there before: they also race to make it.
        let writers = try (0..<8).map { try Writer(path, name: "writer-\($0)", tasks: 2, events: 12) }
        for writer in writers {
            while writer.nextLine() != nil {}
            let (errors, status) = writer.wait()
            #expect(errors == "" && status == 0)
        }
        let store = try SQLiteStore(path: path)
        try await store.verify()
        let shared = try await store.records(of: "shared", after: 0, limit: .max)
        #expect(shared.map(\.number) == Array(1...96))
        for number in 0..<8 {
            let mark = Array(#"{"by":"writer-\#(number)","#.utf8)
            #expect(shared.count { $0.content.starts(with: mark) } == 12)
            for task in 0..<2 {
                let own = try await store.records(of: ID("writer-\(number)-\(task)"), after: 0, limit: .max)
                #expect(own.map(\.number) == Array(1...18))
            }
        }
        #expect(try folder.names.filter { $0.contains(".new-") } == [])
    }
}
