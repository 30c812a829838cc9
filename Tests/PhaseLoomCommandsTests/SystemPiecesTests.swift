import Foundation
import PhaseLoom
import Testing

@testable import PhaseLoomCommands

/// Reading in pieces and staging results on a real file system.
@Suite struct SystemPiecesTests {
    private let files = SystemFiles()

    private func content(_ path: String) throws -> ([UInt8], FileStatus) {
        var bytes: [UInt8] = []
        let status = try files.read(path) { _, piece in bytes += piece }
        return (bytes, status)
    }

    @Test(arguments: [0, 1, 1 << 18, (1 << 18) + 1, 1_000_000])
    func `reads all of a file`(size: Int) throws {
        let folder = try Folder()
        let path = folder.path + "/file"
        let expected = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        try Data(expected).write(to: URL(filePath: path))
        let (bytes, status) = try content(path)
        #expect(bytes == expected)
        #expect(status == FileStatus(size: size))
    }

    @Test func `a link is followed and told of`() throws {
        let folder = try Folder()
        try folder.write("file", "12345")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/link", withDestinationPath: "file")
        let (bytes, status) = try content(folder.path + "/link")
        #expect(bytes == Array("12345".utf8))
        #expect(status == FileStatus(size: 5, linkTarget: "file"))
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/loop", withDestinationPath: "loop")
        #expect(throws: FileFailure.self) { try content(folder.path + "/loop") }
    }

    @Test func `a pipe is refused at once`() throws {
        let folder = try Folder()
        let path = folder.path + "/pipe"
        try #require(mkfifo(path, 0o600) == 0)
        #expect(throws: FileFailure.refused("is a pipe, not a file")) { try content(path) }
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/link", withDestinationPath: "pipe")
        #expect(throws: FileFailure.refused("is a pipe, not a file")) { try content(folder.path + "/link") }
    }

    @Test(arguments: [
        ("/dev/zero", "is a device, not a file"), ("/dev/null", "is a device, not a file"), ("/", "is a directory"),
        ("/nowhere/at/all", "no such file or directory"), ("", "no such file or directory"),
        ("a\0b", "the path contains a null character"),
    ])
    func `refuses what is no file`(path: String, reason: String) {
        #expect(throws: FileFailure.refused(reason)) { try content(path) }
    }

    @Test func `a file that changes meanwhile is refused`() throws {
        let folder = try Folder()
        let path = try folder.write("log", "1234")
        for change in ["12345", "12"] {
            #expect(throws: FileFailure.refused("it changed while it was read")) {
                try files.read(path) { _, _ in try folder.write("log", change) }
            }
        }
    }

    @Test func `results wait for their names`() throws {
        let folder = try Folder()
        let results = try ResultFolder(folder.path + "/new", in: files)
        try results.write("a.txt") { put in
            try put(Array("one ".utf8))
            try put(Array("two".utf8))
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/new").count == 1)
        #expect(throws: (any Error).self) { try folder.read("new/a.txt") }
        #expect(throws: CollectorError.self) { try results.write("a.txt") { _ in } }
        try results.keep()
        #expect(try folder.read("new/a.txt") == "one two")
        results.discard()
        #expect(try folder.read("new/a.txt") == "one two")
    }

    @Test func `a run that fails leaves a folder as it was`() throws {
        struct Stop: Error {}
        let folder = try Folder()
        try folder.write("a.txt", "old")
        let results = try ResultFolder(folder.path, in: files)
        try results.write("a.txt") { try $0([1]) }
        #expect(throws: Stop.self) { try results.write("b.txt") { _ in throw Stop() } }
        results.discard()
        #expect(try folder.names == ["a.txt"])
        #expect(try folder.read("a.txt") == "old")
        let fresh = try ResultFolder(folder.path + "/fresh/", in: files)
        try fresh.write("c.txt") { try $0([1]) }
        fresh.discard()
        #expect(try folder.names == ["a.txt"])
    }

    @Test func `a folder that cannot be is refused`() throws {
        let folder = try Folder()
        try folder.write("file", "")
        for path in ["/file", "/no/such", "/file/x", ""] {
            let whole = path.isEmpty ? "" : folder.path + path
            #expect(throws: CollectorError.self, "\(path)") { try ResultFolder(whole, in: files) }
        }
        for name in ["", ".", "..", "a/b", "/"] {
            let results = try ResultFolder(folder.path, in: files)
            #expect(throws: CollectorError.self, "\(name)") { try results.write(name) { _ in } }
        }
        #expect(try folder.names == ["file"])
    }

    #if os(Linux)
    @Test func `files of the kernel have no size, but end`() throws {
        #expect(try content("/proc/self/status").0.isEmpty == false)
    }

    @Test func `a full device is a failure, not a file`() {
        #expect(throws: FileFailure.self) { try files.stage(in: "/proc/") { try $0([1]) } }
    }
    #endif
}
