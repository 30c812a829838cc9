import Foundation
import PhaseLoom
import PhaseLoomTesting
import Testing

@testable import PhaseLoomStores

/// What is no store, or none that this program can use, is refused in plain words and left as it is.
@Suite struct SQLiteFormatTests {
    static let strangers: [(String, [UInt8], String)] = [
        ("a text", Array("{\"format\": \"phaseloom.overlay/1\"}\n".utf8), "no store"),
        ("one byte", [0x53], "no store"),
        (
            "a picture", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + [UInt8](repeating: 0, count: 9_000),
            "no store"
        ),
        ("zeros", [UInt8](repeating: 0, count: 4_096), "no store"),
        ("nothing", [], "is empty"),
        ("the beginning of a header", Array("SQLite format 3\0".utf8), "no store"),
    ]

    @Test(arguments: strangers)
    func `another file is not a store`(_ name: String, _ bytes: [UInt8], _ words: String) async throws {
        let folder = try Folder()
        let path = folder.file(name)
        try Data(bytes).write(to: URL(filePath: path))
        for creates in [true, false] {
            await expectFailure(.foreign, words) { () async throws(StoreError) in
                _ = try SQLiteStore(path: path, creates: creates)
            }
        }
        #expect(try Data(contentsOf: URL(filePath: path)) == Data(bytes))
        #expect(try folder.names == [name])
    }

    /// The other program died, or is at work: what it did last is beside its file, and belongs there.
    @Test func `a database of another program is no store and left alone`() async throws {
        let folder = try Folder()
        let path = folder.file("browser.db")
        try StoreFile.make(path, for: path)
        let other = try SQLiteDatabase(path, patience: 0)
        _ = try other.row("PRAGMA journal_mode = WAL") { $0.number(0) }
        try other.run("CREATE TABLE events(position INTEGER PRIMARY KEY, engagement, number, hash, content)")
        let copy = try Folder()
        for name in ["browser.db", "browser.db-wal"] {
            try FileManager.default.copyItem(atPath: folder.file(name), toPath: copy.file(name))
        }
        await expectFailure(.foreign, "'\(copy.file("browser.db"))' is no store") { () async throws(StoreError) in
            _ = try SQLiteStore(path: copy.file("browser.db"))
        }
        #expect(try copy.names == ["browser.db", "browser.db-wal"])
        for name in try copy.names {
            let (before, after) = (folder.file(name), copy.file(name))
            #expect(FileManager.default.contentsEqual(atPath: before, andPath: after), "\(name)")
        }
        try other.run("INSERT INTO events DEFAULT VALUES")
    }

    @Test(arguments: [
        (2, StoreError.Code.newerFormat, "has format 2, and this program knows 1"),
        (Int32.max, .newerFormat, "has format 2147483647"), (0, .damaged, "format 0"), (-1, .damaged, "format -1"),
    ])
    func `another version is refused`(_ version: Int32, _ code: StoreError.Code, _ words: String) async throws {
        let folder = try Folder()
        let path = folder.file("store")
        try await SQLiteStore(path: path).close()
        try SQLiteDatabase(path, patience: 0).run("PRAGMA user_version = \(version)")
        await expectFailure(code, words) { () async throws(StoreError) in _ = try SQLiteStore(path: path) }
    }

    @Test func `what is no file is no store`() async throws {
        let folder = try Folder()
        try FileManager.default.createSymbolicLink(atPath: folder.file("dangling"), withDestinationPath: "nowhere")
        try FileManager.default.createSymbolicLink(atPath: folder.file("loop"), withDestinationPath: "loop")
        try Data().write(to: URL(filePath: folder.file("plain")))
        #expect(mkfifo(folder.file("pipe"), 0o600) == 0)
        let cases = [
            ("", "'' is no path"), ("nul\u{0}inside", "is no path"), (folder.path, "is a folder"),
            (folder.file("pipe"), "is no regular file"), ("/dev/null", "is no regular file"),
            (folder.file("dangling"), "is a link to a file that does not exist"), (folder.file("loop"), "opened"),
            (folder.file("plain/store"), "not a directory"), (folder.file("absent/store"), "no such file"),
            (folder.file(String(repeating: "long", count: 100)), "too long"),
        ]
        for (path, words) in cases {
            await expectFailure(.unavailable, words) { () async throws(StoreError) in _ = try SQLiteStore(path: path) }
        }
        #expect(try folder.names == ["dangling", "loop", "pipe", "plain"])
    }

    @Test func `nothing is made where nothing should be`() async throws {
        let folder = try Folder()
        await expectFailure(.unavailable, "there is no store at") { () async throws(StoreError) in
            _ = try SQLiteStore(path: folder.file("store"), creates: false)
        }
        #expect(try folder.names == [])
    }

    /// The identity in the header of the file, by which other programs know it: bytes 68 to 71, and 60 to 63 the
    /// version (https://www.sqlite.org/fileformat2.html, section 1.3).
    @Test func `the header says what it is`() async throws {
        let folder = try Folder()
        try await SQLiteStore(path: folder.file("store")).close()
        let header = [UInt8](try Data(contentsOf: URL(filePath: folder.file("store"))).prefix(100))
        #expect(Array(header[68..<72]) == Array("PhLm".utf8))
        #expect(Array(header[60..<64]) == [0, 0, 0, 1])
        // Both version bytes are 2 in write-ahead mode.
        #expect(Array(header[18..<20]) == [2, 2])
    }
}
