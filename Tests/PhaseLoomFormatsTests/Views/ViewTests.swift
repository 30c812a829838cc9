import PhaseLoom
import PhaseLoomFormats
import Testing

@Suite struct ViewTests {
    static func view() throws -> SequenceView { SequenceView(of: try Samples.rich(), under: .pillars) }

    @Test func `a view as JSON has each heading with its phases`() throws {
        let text = ViewJSON.write(try Self.view())
        #expect(text.hasPrefix("{\n  \"base\": \"standard\",\n  \"format\": \"phaseloom.view/1\",\n"))
        try expectGolden(text, "view.json")
    }

    @Test func `a view as Markdown`() throws { try expectGolden(ViewMarkdown.write(try Self.view()), "view.md") }

    @Test func `hostile text stays text`() throws {
        let view = SequenceView(of: try Samples.hostile(), under: .pillars)
        let (json, markdown) = (ViewJSON.write(view), ViewMarkdown.write(view))
        #expect((json + markdown).unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 })
        #expect(!markdown.contains("\u{202E}") && !markdown.contains("<script"))
    }
}
