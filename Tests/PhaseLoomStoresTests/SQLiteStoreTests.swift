import Foundation
import PhaseLoom
import PhaseLoomStores
import PhaseLoomTesting
import Testing

/// Where a store is, and that it stays there.
@Suite struct SQLiteStoreTests {
    /// Names that SQLite, or a shell, would take for something else.
    static let names = [
        "store.db", "with space", "?mode=memory", "100%25", "#fragment", ":memory:", "file:x?mode=memory", "-dash",
        "Übergabe 🏗️", "a'b\"c", "new\nline", "engagements", "%s%n",
    ]

    @Test(arguments: names) func `a path is taken literally`(_ name: String) async throws {
        let folder = try Folder()
        var log = SampleLog("one")
        let batch = log.next()
        let store = try SQLiteStore(path: folder.file(name))
        try await store.append(batch)
        await store.close()
        #expect(try folder.names == [name])
        let again = try SQLiteStore(path: folder.file(name), creates: false)
        #expect(try await again.summary(of: "one") == batch.summary)
    }

    @Test func `a new file is for its owner only, with all that lies beside it`() async throws {
        let folder = try Folder()
        let store = try SQLiteStore(path: folder.file("store"))
        var log = SampleLog("one")
        try await store.append(log.next())
        #expect(try folder.names == ["store", "store-shm", "store-wal"])
        for name in try folder.names {
            let attributes = try FileManager.default.attributesOfItem(atPath: folder.file(name))
            #expect(attributes[.posixPermissions] as? Int == 0o600, "\(name)")
        }
        await store.close()
    }

    @Test func `several stores of one process share a file`() async throws {
        let folder = try Folder()
        let stores = try (0..<4).map { _ in try SQLiteStore(path: folder.file("store")) }
        var log = SampleLog("shared")
        for round in 0..<12 { try await stores[round % 4].append(log.next()) }
        for store in stores {
            #expect(try await store.records(of: "shared", after: 0, limit: .max).count == 12)
            await store.close()
        }
        #expect(try folder.names == ["store"])
    }

    @Test func `a link leads to the store`() async throws {
        let folder = try Folder()
        var log = SampleLog("one")
        let store = try SQLiteStore(path: folder.file("store"))
        try await store.append(log.next())
        try FileManager.default.createSymbolicLink(
            atPath: folder.file("link"), withDestinationPath: folder.file("store"))
        let linked = try SQLiteStore(path: folder.file("link"))
        try await linked.append(log.next())
        #expect(try await store.summary(of: "one")?.length == 2)
    }

    @Test func `a closed store says so`() async throws {
        let folder = try Folder()
        let store = try SQLiteStore(path: folder.file("store"))
        await store.close()
        await store.close()
        var log = SampleLog("one")
        await expectFailure(.unavailable, "closed") { () async throws(StoreError) in try await store.append(log.next())
        }
        await expectFailure(.unavailable, "closed") { () async throws(StoreError) in
            _ = try await store.summary(of: "one")
        }
    }

    @Test func `what is removed or replaced takes no more events`() async throws {
        let folder = try Folder()
        let store = try SQLiteStore(path: folder.file("store"))
        var log = SampleLog("one")
        try await store.append(log.next())
        try FileManager.default.moveItem(atPath: folder.file("store"), toPath: folder.file("elsewhere"))
        let next = log.next()
        for _ in 0..<2 {
            await expectFailure(.unavailable, "removed or replaced") { () async throws(StoreError) in
                try await store.append(next)
            }
            // Another store in its place changes nothing.
            _ = try SQLiteStore(path: folder.file("store"))
        }
    }

    @Test func `a store that nobody closes leaves nothing unfinished`() async throws {
        let folder = try Folder()
        var log = SampleLog("one")
        for length in 1...3 {
            try await SQLiteStore(path: folder.file("store")).append(log.next())
            #expect(try await SQLiteStore(path: folder.file("store")).summary(of: "one")?.length == length)
        }
    }
}

/// Expects that something fails with a code, and words that contain a part.
func expectFailure(
    _ code: StoreError.Code, _ part: String, sourceLocation: SourceLocation = #_sourceLocation,
    _ work: () async throws(StoreError) -> Void
) async {
    do throws(StoreError) {
        try await work()
        Issue.record("it does not fail", sourceLocation: sourceLocation)
    } catch {
        #expect(error.code == code, "\(error)", sourceLocation: sourceLocation)
        #expect(error.message.contains(part), "\(error)", sourceLocation: sourceLocation)
        #expect(!error.hint.isEmpty && error.message.last != ".", sourceLocation: sourceLocation)
    }
}
