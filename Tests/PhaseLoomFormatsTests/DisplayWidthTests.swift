import PhaseLoom
import Testing

@testable import PhaseLoomFormats

@Suite struct DisplayWidthTests {
    /// The columns that Python's wcwidth 0.2.13 gives to each text.
    @Test(
        arguments: [
            ("abc", 3), ("", 0), ("é", 1), ("e\u{301}", 1), ("漢字", 4), ("カメラ", 6), ("ｶﾒﾗ", 3), ("Ａ", 2), ("한글", 4),
            ("\u{1112}\u{1161}\u{11AB}", 2), ("🎥", 2), ("│●◇", 3), ("…", 1), ("—", 1), ("ก็", 1), ("𠀋", 2), ("𝒳", 1),
        ]) func measures(text: String, columns: Int)
    {
        #expect(text.columns == columns)
    }

    @Test(
        arguments: [
            ("plain", "plain"), ("a\nb\tc", "a b c"), ("\u{1B}[2J", "\u{FFFD}[2J"), ("x\u{202E}y", "x\u{FFFD}y"),
            ("soft\u{AD}hyphen", "softhyphen"), ("\u{9B}31m", "\u{FFFD}31m"), ("a\u{2028}b", "a b"),
            ("\u{E000}", "\u{FFFD}"), ("می\u{200C}خواهم", "می\u{200C}خواهم"), ("a\u{200D}b", "ab"),
        ]) func sanitises(text: String, shown: String)
    {
        #expect(text.sanitised == shown)
    }
}

@Suite struct WrappingTests {
    @Test(
        arguments: [
            ("one two three", 9, ["one two", "three"]), ("abcdefgh", 4, ["abcd", "efgh"]), ("", 5, [""]),
            ("漢字漢字", 5, ["漢字", "漢字"]), ("a  b", 9, ["a b"]), ("ab abcdefg", 4, ["ab", "abcd", "efg"]),
        ]) func breaks(text: String, width: Int, lines: [String])
    {
        #expect(Wrapping(width: width).lines([Span(text)]).map { $0.map(\.text).joined() } == lines)
    }

    @Test func setsFurtherLinesIn() {
        let lines = Wrapping(width: 6, indent: 2).lines([Span("ab cd ef gh")])
        #expect(lines.map { $0.map(\.text).joined() } == ["ab cd", "  ef", "  gh"])
    }
}

@Suite struct MarksTests {
    @Test(arguments: [("cctv", "CC"), ("smart-home", "SH"), ("a", "A"), ("iec-62676-4", "I64"), ("x_y.z", "XYZ")])
    func suitAnIdentifier(id: String, mark: String) {
        #expect(Marks.candidates(id).first == mark)
    }

    @Test func differ() {
        let overlays = ["s", "s-h", "sh", "smart-health", "smart-home"].map { (id: ID) in
            Sketch.overlay(id, id.text)
        }
        let marks = Marks(Sketch.sequence([], overlays: overlays)).all.map(\.mark)
        #expect(Set(marks).count == marks.count)
        #expect(marks.allSatisfy { $0.count <= 3 })
    }
}
