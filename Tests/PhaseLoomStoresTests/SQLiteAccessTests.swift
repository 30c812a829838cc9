import Foundation
import PhaseLoom
import PhaseLoomTesting
import Testing

@testable import PhaseLoomStores

/// Locks of others, rights that are missing, and disks without room.
@Suite struct SQLiteAccessTests {
    @Test func `a lock of another is waited for, then told`() async throws {
        let folder = try Folder()
        let store = try SQLiteStore(path: folder.file("store"), patience: .milliseconds(10))
        var log = SampleLog("one")
        try await store.append(log.next())
        let other = try SQLiteDatabase(folder.file("store"), patience: 0)
        try other.run("BEGIN IMMEDIATE")
        let next = log.next()
        await expectFailure(.busy, "others keep") { () async throws(StoreError) in try await store.append(next) }
        // Who writes keeps nobody from reading.
        #expect(try await store.summary(of: "one")?.length == 1)
        try other.run("ROLLBACK")
        try await store.append(next)
        #expect(try await store.summary(of: "one")?.length == 2)
    }

    @Test func `a store that another keeps to itself is busy`() async throws {
        let folder = try Folder()
        try await SQLiteStore(path: folder.file("store")).close()
        let other = try SQLiteDatabase(folder.file("store"), patience: 0)
        _ = try other.row("PRAGMA locking_mode = EXCLUSIVE") { $0.number(0) }
        try other.run("BEGIN IMMEDIATE")
        await expectFailure(.busy, "locked") { () async throws(StoreError) in
            _ = try SQLiteStore(path: folder.file("store"), patience: .zero)
        }
    }

    // MARK: - Rights

    /// Someone who may read what everybody may, and write nothing: nobody, unless the tests have no rights themselves.
    private static var visitor: UInt32 { geteuid() == 0 ? 65_534 : geteuid() }

    /// What a visitor says about a store.
    private static func visit(_ path: String) throws -> [String] {
        let writer = try Writer(visiting: path, as: visitor)
        var lines: [String] = []
        while let line = writer.nextLine() { lines.append(line.replacing("'\(path)'", with: "…")) }
        #expect(writer.wait().errors == "")
        return lines
    }

    private static func store(in folder: Folder) async throws -> (SQLiteStore, SampleLog) {
        let store = try SQLiteStore(path: folder.file("store"))
        var log = SampleLog("one")
        try await store.append(log.next(3))
        return (store, log)
    }

    private static func permit(_ mode: Int, _ path: String) throws {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }

    @Test func `a store in a folder that may only be read is read`() async throws {
        let folder = try Folder()
        let (store, _) = try await Self.store(in: folder)
        await store.close()
        try Self.permit(0o444, folder.file("store"))
        try Self.permit(0o555, folder.path)
        defer { try? Self.permit(0o755, folder.path) }
        let said = try Self.visit(folder.file("store"))
        #expect(said == ["read 3", "read-only: … may only be read"], "\(said)")
    }

    @Test func `a file that may only be read is read`() async throws {
        let folder = try Folder()
        let (store, _) = try await Self.store(in: folder)
        await store.close()
        try Self.permit(0o444, folder.file("store"))
        try Self.permit(0o777, folder.path)
        #expect(try Self.visit(folder.file("store")) == ["read 3", "read-only: … may only be read"])
    }

    @Test func `what was not brought up to date is not read as if it were`() async throws {
        let folder = try Folder()
        let (store, _) = try await Self.store(in: folder)
        // As after the death of a process: events are in the write-ahead log only, and nobody may make the index of it.
        let copy = try Folder()
        for name in ["store", "store-wal"] {
            try FileManager.default.copyItem(atPath: folder.file(name), toPath: copy.file(name))
            try Self.permit(0o444, copy.file(name))
        }
        try Self.permit(0o555, copy.path)
        defer { try? Self.permit(0o755, copy.path) }
        try FileManager.default.createSymbolicLink(
            atPath: folder.file("link"), withDestinationPath: copy.file("store"))
        for path in [copy.file("store"), folder.file("link")] {
            let said = try Self.visit(path)
            #expect(said.count == 1 && said[0].hasPrefix("unavailable: … cannot be opened, read or"), "\(said)")
        }
        await store.close()
    }

    @Test func `what nobody may read is not read`() async throws {
        let folder = try Folder()
        let (store, _) = try await Self.store(in: folder)
        await store.close()
        try Self.permit(geteuid() == 0 ? 0o600 : 0o000, folder.file("store"))
        let said = try Self.visit(folder.file("store"))
        #expect(said.count == 1 && said[0].hasPrefix("unavailable: … cannot be opened"), "\(said)")
        #expect(said.first?.contains("permission denied") == true, "\(said)")
    }

    @Test func `nothing is made in a folder that may only be read`() throws {
        let folder = try Folder()
        try Self.permit(0o555, folder.path)
        defer { try? Self.permit(0o755, folder.path) }
        let said = try Self.visit(folder.file("store"))
        #expect(said.count == 1 && said[0].hasPrefix("read-only: … cannot be reached or made"), "\(said)")
        #expect(try folder.names == [])
    }

    // MARK: - Room

    /// A limit of the system on the size of files stands for a full disk, with other words.
    @Test func `no room left is told, and loses nothing`() async throws {
        let folder = try Folder()
        let writer = try Writer(folder.file("store"), name: "full", tasks: 3, events: .max, largestFile: 300)
        var acknowledged: [ID: Int] = [:]
        while let line = writer.nextLine() {
            let words = line.split(separator: " ")
            if words.count == 2 { acknowledged[try ID(String(words[0]))] = Int(words[1]) }
        }
        let (errors, status) = writer.wait()
        #expect(errors.hasPrefix("there is no room left for") && status == 1, "\(errors)")
        let store = try SQLiteStore(path: folder.file("store"))
        try await store.verify()
        for (engagement, length) in acknowledged {
            #expect(try await store.summary(of: engagement)?.length == length, "'\(engagement)'")
        }
        #expect(acknowledged.values.reduce(0, +) > 10)
    }
}
