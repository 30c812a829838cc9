import PhaseLoom
import PhaseLoomFormats
import PhaseLoomTesting
import Testing

@Suite struct OverlayFileRoundTripTests {
    @Test(arguments: 0..<8 as Range<UInt64>)
    func whatIsWrittenReadsBackEqual(_ seed: UInt64) throws {
        var random = RandomOverlay(seed: seed)
        for _ in 0..<100 {
            let overlay = random.overlay()
            let text = OverlayFile.write(overlay)
            let read = try OverlayFile.read(Array(text.utf8), from: "random.json")
            try #require(read == overlay, "\(text)")
            try #require(OverlayFile.write(read) == text, "writing is canonical")
        }
    }

    @Test func theBaseSequencesBodyReadsBackEqual() throws {
        let overlay = DeclarativeOverlay(
            identity: OverlayIdentity(id: "standard-as-overlay", title: "Standard", summary: ""),
            body: BaseSequence.standard.body)
        #expect(try OverlayFile.read(Array(OverlayFile.write(overlay).utf8), from: "standard.json") == overlay)
    }
}
