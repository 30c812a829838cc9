import PhaseLoom
import PhaseLoomFormats
import Testing

@Suite struct TextRendererTests {
    @Test(arguments: [80, 200]) func drawsEveryKindOfChange(columns: Int) throws {
        let text = TextRenderer().render(try Samples.rich(), for: Surface(columns: columns))
        try expectGolden(text, "rich-\(columns).txt")
    }

    @Test func drawsTheBase() throws {
        try expectGolden(TextRenderer().render(try Samples.base(), for: Surface(columns: 80)), "base-80.txt")
    }

    @Test func drawsACompression() throws {
        try expectGolden(
            TextRenderer().render(try Samples.compressed(), for: Surface(columns: 80)), "compressed-80.txt")
    }

    @Test func drawsDecisionsAndFindings() throws {
        try expectGolden(TextRenderer().render(try Samples.unsound(), for: Surface(columns: 80)), "unsound-80.txt")
    }

    @Test func drawsHostileText() throws {
        try expectGolden(TextRenderer().render(try Samples.hostile(), for: Surface(columns: 80)), "hostile-80.txt")
    }

    @Test func drawsAnOverview() throws {
        try expectGolden(TextRenderer.brief.render(try Samples.rich(), for: Surface(columns: 80)), "rich-brief-80.txt")
    }

    @Test func colours() throws {
        let surface = Surface(columns: 80, isStyled: true)
        try expectGolden(TextRenderer().render(try Samples.rich(), for: surface), "rich-80.ansi")
    }
}
