import PhaseLoom
import Testing

@testable import PhaseLoomFormats

@Suite struct TextPropertyTests {
    @Test(arguments: 0..<30) func keepsWithinTheColumns(seed: Int) {
        let sequence = RandomSequence.make(seed: UInt64(seed))
        for columns in stride(from: 40, through: 200, by: 11 + seed % 13) {
            let text = TextRenderer().render(sequence, for: Surface(columns: columns))
            for line in text.split(separator: "\n") where String(line).columns > columns {
                Issue.record("\(String(line).columns) of \(columns) columns, seed \(seed): \(line)")
            }
        }
    }

    @Test(arguments: 0..<25) func lettersNothingThroughThatSteers(seed: Int) {
        let sequence = RandomSequence.make(seed: UInt64(seed))
        let renderers: [any Renderer] = [TextRenderer(), MarkdownRenderer(), MermaidRenderer(), DOTRenderer()]
        for renderer in renderers {
            let text = renderer.render(sequence, for: Surface())
            #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.isPrintable })
            #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
            #expect(renderer.render(sequence, for: Surface()) == text)
        }
    }

    @Test(arguments: 0..<25) func addsOnlyEscapesForColour(seed: Int) throws {
        let sequence = RandomSequence.make(seed: UInt64(seed))
        let styled = TextRenderer().render(sequence, for: Surface(columns: 100, isStyled: true))
        let escape = try Regex("\u{1B}\\[[0-9;]+m")
        #expect(styled.replacing(escape, with: "") == TextRenderer().render(sequence, for: Surface(columns: 100)))
    }

    @Test(arguments: 0..<200) func drawsExactlyThePartialOrder(seed: Int) {
        let sequence = RandomSequence.make(seed: UInt64(seed))
        let marks = Marks(sequence)
        let gutter = Gutter(sequence, marks: marks, limit: 200)
        var lines: [String] = []
        for row in sequence.phases.indices {
            lines.append(gutter.title(row).map(\.text).joined())
            lines.append(gutter.line(row).map(\.text).joined())
            lines += gutter.turns(row).map { $0.map(\.text).joined() }
        }
        let margin = LoopLayout(sequence).width
        let before = DrawingReader(lines, from: margin, width: gutter.width).before
        let wanted = sequence.phases.map { phase in
            Set(phase.after.compactMap { id in sequence.phases.firstIndex { $0.id == id } })
        }
        #expect(before == wanted, "seed \(seed):\n\(lines.joined(separator: "\n"))")
    }

    @Test func givesUpLanesWhereTheyWouldCrowdOutTheText() {
        let spokes: [ID] = (1...30).map { "spoke-\($0)" }
        let wheel = Sketch.sequence(
            [Sketch.phase("hub")] + spokes.map { Sketch.phase($0, after: ["hub"]) }
                + [Sketch.phase("rim", after: spokes)])
        let text = TextRenderer().render(wheel, for: Surface(columns: 80))
        #expect(!text.contains("├"))
        #expect(text.contains("after  hub"))
    }
}
