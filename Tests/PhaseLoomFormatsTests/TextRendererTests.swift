import PhaseLoom
import PhaseLoomFormats
import Testing

@Suite struct TextRendererTests {
    @Test(arguments: [80, 200]) func drawsTheRichSample(columns: Int) throws {
        try expectGolden(TextRenderer().render(Samples.rich, for: Surface(columns: columns)), "rich-\(columns).txt")
    }
}

@Suite struct GoldenTests {
    @Test func mermaid() throws { try expectGolden(MermaidRenderer().render(Samples.rich, for: Surface()), "rich.mmd") }
    @Test func dot() throws { try expectGolden(DOTRenderer().render(Samples.rich, for: Surface()), "rich.dot") }
    @Test func markdown() throws { try expectGolden(MarkdownRenderer().render(Samples.rich, for: Surface()), "rich.md") }
}
