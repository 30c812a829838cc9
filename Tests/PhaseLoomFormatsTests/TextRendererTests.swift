import PhaseLoom
import PhaseLoomFormats
import Testing

@Suite struct TextRendererTests {
    @Test(arguments: [80, 200]) func drawsTheRichSample(columns: Int) throws {
        try expectGolden(TextRenderer().render(Samples.rich, for: Surface(columns: columns)), "rich-\(columns).txt")
    }
}
