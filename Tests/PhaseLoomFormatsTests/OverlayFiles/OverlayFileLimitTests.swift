import PhaseLoom
import PhaseLoomFormats
import Testing

@Suite struct OverlayFileLimitTests {
    @Test func deepNestingIsRefused() {
        for opening in ["[", "{\"changes\":", "{\"changes\":[{\"insert\":"] {
            let bytes = Array(String(repeating: opening, count: 1_000_000).utf8.prefix(16 << 20))
            #expect(throws: FileError.self) { try OverlayFile.read(bytes, from: "deep.json") }
        }
    }

    @Test func anOverLimitDocumentIsRefusedAtOnce() {
        let bytes = [UInt8](repeating: UInt8(ascii: "1"), count: (16 << 20) + 1)
        let time = ContinuousClock().measure {
            let error = #expect(throws: FileError.self) { try OverlayFile.read(bytes, from: "large.json") }
            #expect(error?.problems.first?.hint.contains("16 MiB") == true)
        }
        #expect(time < .seconds(1))
    }
}
