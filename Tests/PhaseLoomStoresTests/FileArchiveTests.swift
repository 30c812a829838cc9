import Foundation
import PhaseLoom
import PhaseLoomStores
import Testing

@Suite struct FileArchiveTests {
    /// FIPS 180-4 as `printf abc | sha256sum` computes it.
    private static let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    private static let nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

    private let folder: Folder
    private let path: String
    private let archive: FileArchive

    init() throws {
        folder = try Folder()
        path = folder.file("store-evidence")
        archive = FileArchive(folder: path)
    }

    private func keep(_ text: String) throws -> ArchivedFile {
        try archive.keep { put in for byte in text.utf8 { try put([byte]) } }
    }

    private func read(_ name: Digest) throws -> String? {
        var content: [UInt8] = []
        return try archive.read(name) { content += $0 } ? String(decoding: content, as: UTF8.self) : nil
    }

    private func mode(_ name: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: name)[.posixPermissions] as? Int
    }

    private func names(_ place: String = "") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path + place).sorted()
    }

    @Test(arguments: [("abc", abc, 3), ("", nothing, 0)])
    func `keeps a file under its hash`(text: String, digits: String, size: Int) throws {
        let kept = try keep(text)
        #expect(kept.digest.hexadecimal == digits)
        #expect(kept.size == size)
        #expect(try names() == [String(digits.prefix(2))])
        #expect(try names("/" + digits.prefix(2)) == [digits])
        #expect(try read(kept.digest) == text)
    }

    @Test func `nobody else may read it`() throws {
        let kept = try keep("abc").digest.hexadecimal
        #expect(try mode(path) == 0o700)
        #expect(try mode("\(path)/ba") == 0o700)
        #expect(try mode("\(path)/ba/\(kept)") == 0o600)
    }

    @Test func `keeps equal content once`() throws {
        #expect(try keep("abc") == keep("abc"))
        _ = try keep("abd")
        #expect(try FileManager.default.subpathsOfDirectory(atPath: path).filter { $0.count > 60 }.count == 2)
    }

    @Test func `a file of many pieces comes back in pieces`() throws {
        let piece = [UInt8](0...255) + Array(repeating: 7, count: 99_744)
        let kept = try archive.keep { put in for _ in 0..<10 { try put(piece) } }
        #expect(kept.size == 1_000_000)
        var (content, largest) = ([UInt8](), 0)
        #expect(
            try archive.read(kept.digest) {
                content += $0
                largest = max(largest, $0.count)
            })
        #expect(content == Array(repeatElement(piece, count: 10).joined()))
        #expect(largest <= 1 << 18)
    }

    @Test func `what was never kept is not there`() throws {
        #expect(try read(Digest(of: [1])) == nil)
        _ = try keep("abc")
        #expect(try read(Digest(of: [1])) == nil)
        #expect(try read(.none) == nil)
    }

    @Test func `a source that fails leaves nothing`() throws {
        struct Unreadable: Error {}
        #expect(throws: Unreadable.self) {
            try archive.keep { put in
                try put([1, 2, 3])
                throw Unreadable()
            }
        }
        #expect(try names() == [])
    }

    @Test func `what a dead process left does no harm`() throws {
        let kept = try keep("abc")
        try Data([1]).write(to: URL(filePath: path + "/.new-1-zzz"))
        #expect(try keep("abc") == kept)
        #expect(try read(kept.digest) == "abc")
    }

    @Test func `keeping it again mends a file that was changed`() throws {
        let kept = try keep("abc")
        let file = "\(path)/ba/\(kept.digest.hexadecimal)"
        try Data("abX".utf8).write(to: URL(filePath: file))
        #expect(try read(kept.digest) == "abX")
        _ = try keep("abc")
        #expect(try read(kept.digest) == "abc")
    }

    @Test(arguments: ["", "/ba"])
    func `a folder that is a link is refused`(place: String) throws {
        if !place.isEmpty { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false) }
        let outside = folder.file("outside")
        try FileManager.default.createDirectory(atPath: outside, withIntermediateDirectories: false)
        try FileManager.default.createSymbolicLink(atPath: path + place, withDestinationPath: outside)
        let error = #expect(throws: StoreError.self) { try keep("abc") }
        #expect(error?.code == .foreign)
        #expect(throws: StoreError.self) { try read(Digest(of: Array("abc".utf8))) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: outside) == [])
    }

    @Test func `a link in the place of a file is not followed`() throws {
        let kept = try keep("abc")
        let file = "\(path)/ba/\(kept.digest.hexadecimal)"
        let outside = folder.file("outside")
        try Data("secret".utf8).write(to: URL(filePath: outside))
        try FileManager.default.removeItem(atPath: file)
        try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: outside)
        #expect(throws: StoreError.self) { try read(kept.digest) }
        _ = try keep("abc")
        #expect(try read(kept.digest) == "abc")
        #expect(try String(contentsOfFile: outside, encoding: .utf8) == "secret")
    }

    @Test func `a pipe in the place of a file does not block`() throws {
        let kept = try keep("abc")
        let file = "\(path)/ba/\(kept.digest.hexadecimal)"
        try FileManager.default.removeItem(atPath: file)
        try #require(mkfifo(file, 0o600) == 0)
        #expect(throws: StoreError.self) { try read(kept.digest) }
    }

    @Test(arguments: ["file", "nowhere/at/all", "a\u{0}b", ""])
    func `a place that is no folder is an error`(name: String) throws {
        try Data().write(to: URL(filePath: folder.file("file")))
        let archive = FileArchive(folder: name.isEmpty ? "" : folder.file(name))
        #expect(throws: StoreError.self) { try archive.keep { put in try put([1]) } }
    }

    #if os(Linux)
    @Test func `a place that cannot be written is an error`() throws {
        let error = #expect(throws: StoreError.self) {
            try FileArchive(folder: "/proc/evidence").keep { put in try put([1]) }
        }
        #expect([.readOnly, .unavailable].contains(error?.code))
    }
    #endif

    @Test func `many keep the same at once`() async throws {
        let archive = archive
        let kept = try await withThrowingTaskGroup(of: ArchivedFile.self) { group in
            for _ in 0..<16 { group.addTask { try archive.keep { put in try put(Array("abc".utf8)) } } }
            return try await group.reduce(into: Set<ArchivedFile>()) { $0.insert($1) }
        }
        #expect(kept.count == 1)
        #expect(try names("/ba") == [Self.abc])
    }
}
