import Foundation
import PhaseLoom
import PhaseLoomFormats
import Testing

/// The guide for people who write overlay files shows a file and a message; both have to be true.
@Suite struct OverlayFileGuideTests {
    private func guide() throws -> String {
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let path = "Sources/PhaseLoomFormats/PhaseLoomFormats.docc/WritingOverlayFiles.md"
        return try String(contentsOf: package.appending(path: path), encoding: .utf8)
    }

    private func example() throws -> String {
        try #require(guide().components(separatedBy: "```json\n").last?.components(separatedBy: "```").first)
    }

    @Test func theExampleComposesToASoundSequence() throws {
        let overlay = try OverlayFile.read(Array(example().utf8), from: "visitors.json")
        let sequence = try BaseSequence.standard.composed(with: [overlay])
        #expect(sequence.isSound)
        #expect(sequence.phase("counter-survey")?.gate.first?.status == .mandated)
    }

    @Test func theMessageIsTheReaders() throws {
        let text = try example().replacing("@scoping", with: "@scopng")
        let error = #expect(throws: FileError.self) { try OverlayFile.read(Array(text.utf8), from: "visitors.json") }
        let message = try #require(error?.description)
        #expect(message.contains("'@scopng'"))
        #expect(try guide().contains("```\n\(message)\n```"))
    }
}
