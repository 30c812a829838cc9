import Foundation
import Testing

@testable import PhaseLoomCommands

@Suite struct SystemFilesTests {
    private let files = SystemFiles()

    @Test func `reads a file up to the limit`() throws {
        let folder = try Folder()
        let path = try folder.write("file", "12345")
        #expect(try files.read(path, limit: 5) == Array("12345".utf8))
        #expect(throws: FileFailure.tooLarge) { try files.read(path, limit: 4) }
        #expect(try files.read(folder.write("empty", ""), limit: 0) == [])
    }

    @Test func `reads no more of a device than the limit`() {
        #expect(throws: FileFailure.tooLarge) { try files.read("/dev/zero", limit: 100_000) }
    }

    @Test(arguments: [
        ("/nowhere/at/all", "no such file or directory"),
        ("/", "is a directory"),
        ("", "no such file or directory"),
        ("a\0b", "the path contains a null character"),
    ])
    func `refuses what is no file`(path: String, reason: String) {
        #expect(throws: FileFailure.refused(reason)) { try files.read(path, limit: 10) }
        #expect(throws: FileFailure.refused(reason)) { try files.write("x", to: path) }
    }

    @Test func `replaces a file and leaves nothing behind`() throws {
        let folder = try Folder()
        let path = try folder.write("file", "old")
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
        try files.write("new", to: path)
        #expect(try folder.read("file") == "new")
        #expect(try folder.names == ["file"])
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o640)
        try files.write("", to: folder.path + "/" + String(repeating: "n", count: 255))
        #expect(try folder.names.count == 2)
    }

    @Test func `a link stays a link`() throws {
        let folder = try Folder()
        let path = try folder.write("file", "old")
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/link", withDestinationPath: path)
        try files.write("new", to: folder.path + "/link")
        #expect(try folder.read("file") == "new")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path + "/link") == path)
    }

    @Test func `a device stays a device`() throws {
        try files.write("text", to: "/dev/null")
        #expect(try files.read("/dev/null", limit: 1) == [])
    }

    #if os(Linux)
    @Test func `a full device is a failure`() throws {
        #expect(throws: FileFailure.refused("no space left on device")) { try files.write("x", to: "/dev/full") }
    }

    @Test func `a file system that cannot be written is a failure`() {
        #expect(throws: FileFailure.self) { try files.write("x", to: "/proc/phaseloom") }
    }
    #endif

    @Test func `a closed pipe is told apart`() throws {
        System.ignoreWriteSignals()
        let pipe = Pipe()
        try pipe.fileHandleForReading.close()
        let descriptor = pipe.fileHandleForWriting.fileDescriptor
        #expect(throws: FileFailure.closed) { try System.write([1], to: descriptor) }
    }

    @Test func `a large text passes through a pipe`() async throws {
        let pipe = Pipe()
        let bytes = [UInt8](repeating: 65, count: 1_000_000)
        let reader = pipe.fileHandleForReading
        async let read = Task.detached { try System.read(reader.fileDescriptor, limit: 2_000_000) }.value
        try System.write(bytes, to: pipe.fileHandleForWriting.fileDescriptor)
        try pipe.fileHandleForWriting.close()
        #expect(try await read == bytes)
    }
}
