import Foundation
import Testing

@testable import PhaseLoomStores

/// Files that were never finished go when the next one is kept.
@Suite struct ArchiveSweepTests {
    private let folder: Folder

    init() throws { folder = try Folder() }

    private func put(_ name: String, age: TimeInterval = 0) throws {
        let path = folder.file(name)
        try Data("half".utf8).write(to: URL(filePath: path))
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: -age)], ofItemAtPath: path)
    }

    /// No process has the highest number that the type holds: systems give out at most 4 194 304.
    @Test(arguments: [
        (".new-2147483647-abc", 0, false), (".new-\(getpid())-abc", 0, true), (".new-\(getpid())-abc", 90_000, false),
        (".new-\(getpid())-abc", 80_000, true), (".new-1-abc", 0, true), (".new-", 0, true), (".new-", 90_000, false),
        (".new-99999999999999999999-a", 0, true), (".newer", 90_000, true), ("note.txt", 90_000, true),
    ])
    func `only what nobody fills any more is removed`(_ name: String, _ age: Int, _ stays: Bool) throws {
        try put(name, age: TimeInterval(age))
        _ = try FileArchive(folder: folder.path).keep { put in try put(Array("abc".utf8)) }
        #expect(try folder.names == (stays ? [name, "ba"] : ["ba"]).sorted())
    }

    @Test func `folders and links of such a name stay`() throws {
        try FileManager.default.createDirectory(
            atPath: folder.file(".new-2147483647-a"), withIntermediateDirectories: false)
        try FileManager.default.createSymbolicLink(
            atPath: folder.file(".new-2147483647-b"), withDestinationPath: "nowhere")
        _ = try FileArchive(folder: folder.path).keep { put in try put([1]) }
        #expect(try folder.names.filter { $0.hasPrefix(".new-") }.count == 2)
    }
}
