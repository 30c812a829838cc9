import PhaseLoom
import PhaseLoomFormats
import Testing

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
