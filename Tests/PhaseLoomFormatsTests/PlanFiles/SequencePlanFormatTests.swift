import PhaseLoom
import PhaseLoomFormats
import Testing

@Suite struct SequencePlanFormatTests {
    private let format = SequencePlanFormat()

    @Test func `a plan comes back as it was, with the digest that is shown`() throws {
        let sequence = try BaseSequence.standard.composed()
        let content = format.write(sequence)
        let read = try format.read(content)
        #expect(read == sequence)
        #expect(format.digest(of: read) == format.digest(of: sequence))
        let shown = SequenceJSON().render(sequence, for: Surface())
        #expect(shown.contains(#""digest": "\#(format.digest(of: sequence))""#))
    }

    @Test func `sequences that differ have digests that differ`() throws {
        let overlay = DeclarativeOverlay(identity: OverlayIdentity(id: "own", title: "Own", summary: "Own.")) {
            Perform("look", "Look around", during: .design)
        }
        let (one, other) = (try BaseSequence.standard.composed(), try BaseSequence.standard.composed(with: [overlay]))
        #expect(format.digest(of: one) != format.digest(of: other))
    }

    @Test func `what was changed is not read`() throws {
        let content = format.write(try BaseSequence.standard.composed())
        #expect(throws: InvalidValue.self) { try format.read([]) }
        #expect(throws: InvalidValue.self) { try format.read(Array(content.dropLast(2))) }
        let changed = Array(String(decoding: content, as: UTF8.self).replacing("Closeout", with: "Close-up").utf8)
        let fault = #expect(throws: InvalidValue.self) { try format.read(changed) }
        #expect(fault?.message.hasPrefix("the plan is invalid at $") == true)
    }
}
