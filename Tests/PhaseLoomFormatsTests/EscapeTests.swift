import Testing

@testable import PhaseLoomFormats

@Suite struct EscapeTests {
    /// Expected values follow CommonMark 0.31, 2.4 and 2.5, and the GFM extension for tables.
    @Test(
        arguments: [
            ("a|b", "a\\|b"), ("*x* _y_", "\\*x\\* \\_y\\_"), ("<b>&", "&lt;b&gt;&amp;"), ("`c`", "\\`c\\`"),
            ("two\nlines", "two lines"), ("[a](b)", "\\[a\\](b)"), ("1. one", "1\\. one"), ("- item", "\\- item"),
            ("2024", "2024"), ("well-known", "well-known"), ("\\", "\\\\"),
        ]) func markdown(text: String, escaped: String)
    {
        #expect(text.markdown == escaped)
    }

    /// Expected values follow the entity codes of Mermaid's flowchart syntax; 11.16 parses them.
    @Test(
        arguments: [
            ("say \"hi\"", "say #34;hi#34;"), ("#quot;", "#35;quot#59;"), ("a]b", "a#93;b"), ("1. one", "1#46; one"),
            ("- item", "#45; item"), ("end", "end"), ("<br>", "#60;br#62;"), ("`md`", "#96;md#96;"), ("a\nb", "a b"),
        ]) func mermaid(text: String, escaped: String)
    {
        #expect(text.mermaid == escaped)
    }

    /// Expected values follow the grammar of the DOT language, and its escapes in labels.
    @Test(
        arguments: [
            ("say \"hi\"", #""say \"hi\"""#), ("\\N", #""\\N""#), ("a & b", #""a &amp; b""#), ("a\nb", #""a b""#),
        ]) func dot(text: String, escaped: String)
    {
        #expect(text.dot == escaped)
    }
}
