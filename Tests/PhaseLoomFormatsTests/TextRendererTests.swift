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

    @Test func colours() throws {
        let surface = Surface(columns: 80, isStyled: true)
        try expectGolden(TextRenderer().render(try Samples.rich(), for: surface), "rich-80.ansi")
    }
}

@Suite struct DocumentTests {
    static let renderers: [(any Renderer, String)] = [
        (MarkdownRenderer(), "md"), (MermaidRenderer(), "mmd"), (DOTRenderer(), "dot"),
    ]

    @Test(arguments: 0..<renderers.count) func showsEveryKindOfChange(place: Int) throws {
        let (renderer, suffix) = Self.renderers[place]
        try expectGolden(renderer.render(try Samples.rich(), for: Surface()), "rich.\(suffix)")
    }

    @Test(arguments: 0..<renderers.count) func showsHostileText(place: Int) throws {
        let (renderer, suffix) = Self.renderers[place]
        try expectGolden(renderer.render(try Samples.hostile(), for: Surface()), "hostile.\(suffix)")
    }
}
