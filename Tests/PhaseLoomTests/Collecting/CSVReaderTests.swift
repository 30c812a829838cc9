import PhaseLoom
import PhaseLoomTesting
import Testing

/// Expected values: the examples of RFC 4180, section 2, and its grammar.
@Suite struct CSVReaderTests {
    private func read(_ text: String) throws(InputProblem) -> [[String]] { try read(Array(text.utf8)) }

    private func read(_ bytes: [UInt8]) throws(InputProblem) -> [[String]] {
        var reader = CSVReader(bytes)
        var records: [[String]] = []
        while let record = try reader.next() { records.append(record.map(\.text)) }
        return records
    }

    @Test(
        arguments: [
            ("aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
            ("aaa,bbb,ccc\r\nzzz,yyy,xxx", [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
            ("\"aaa\",\"b\r\nbb\",\"ccc\"\r\nzzz,yyy,xxx", [["aaa", "b\r\nbb", "ccc"], ["zzz", "yyy", "xxx"]]),
            ("\"aaa\",\"b\"\"bb\",\"ccc\"", [["aaa", "b\"bb", "ccc"]]),
            ("", []), ("\r\n\r\n", []), ("a", [["a"]]), (",", [["", ""]]), (",,\n,,", [["", "", ""], ["", "", ""]]),
            ("a\nb\rc\r\nd", [["a"], ["b"], ["c"], ["d"]]), ("a,b\n\nc,d\n\n", [["a", "b"], ["c", "d"]]),
            ("\u{FEFF}a,b", [["a", "b"]]), (" a , b\t,\tc", [["a", "b", "c"]]), ("\" a \" ,b", [[" a ", "b"]]),
            ("\"\"", [[""]]), ("\"\"\"\"", [["\""]]), ("\"a,b\",c", [["a,b", "c"]]), ("é,😀", [["é", "😀"]]),
            ("a,\"\"\nb,\"\"", [["a", ""], ["b", ""]]), ("a, ,b", [["a", "", "b"]]), ("\u{0},a", [["\u{0}", "a"]]),
        ] as [(String, [[String]])])
    func `reads records`(text: String, records: [[String]]) throws {
        #expect(try read(text) == records)
    }

    @Test(arguments: [
        ("a\"b", 1, "a quotation mark stands inside a field"),
        ("a,b \"c\"", 4, "a quotation mark stands inside a field"),
        ("\"a", 0, "a quoted field never ends"), ("x,\"a\"\"", 2, "a quoted field never ends"),
        ("\"a\"b", 3, "text follows a quoted field"), ("\"a\" \"b\"", 4, "text follows a quoted field"),
    ])
    func `refuses what the grammar does not have`(text: String, offset: Int, message: String) {
        let problem = #expect(throws: InputProblem.self) { try read(text) }
        #expect(problem?.offset == offset)
        #expect(problem?.message == message)
    }

    @Test(
        arguments: [
            ([0x61, 0x2C, 0xFF], 2), ([0xFF, 0xFE, 0x61, 0x00], 0), ([0x22, 0xC3, 0x22], 0), ([0xC0, 0xAF], 0),
        ] as [([UInt8], Int)])
    func `refuses what is not UTF-8`(bytes: [UInt8], offset: Int) {
        let problem = #expect(throws: InputProblem.self) { try read(bytes) }
        #expect(problem?.offset == offset)
    }

    @Test func `a record has ten thousand fields at most`() throws {
        let most = String(repeating: ",", count: 9999)
        #expect(try read(most).first?.count == 10_000)
        #expect(throws: InputProblem.self) { try read(most + ",") }
        #expect(throws: InputProblem.self) { try read([UInt8](repeating: UInt8(ascii: ","), count: 1 << 22)) }
    }

    @Test func `fields know their offsets`() throws {
        var reader = CSVReader(Array("\u{FEFF}a, b\n\"c\",d".utf8))
        #expect(try reader.next()?.map(\.offset) == [3, 6])
        #expect(try reader.next()?.map(\.offset) == [8, 12])
    }

    @Test func `what is written with quotes reads back as it was`() throws {
        var random = SeededGenerator(seed: 4180)
        let letters = ["a", "b", ",", "\"", "\r\n", "\n", "\r", " ", "é", "\t", ""]
        for _ in 0..<300 {
            let records = (0..<Int.random(in: 1...4, using: &random)).map { _ in
                (0..<Int.random(in: 1...4, using: &random)).map { _ in
                    (0..<Int.random(in: 0...5, using: &random)).map { _ in letters.randomElement(using: &random) ?? "" }
                        .joined()
                }
            }
            let text = records.map { record in
                record.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",")
            }.joined(separator: "\r\n")
            #expect(try read(text) == records)
        }
    }

    @Test func `noise is read or refused, but ends`() {
        var random = SeededGenerator(seed: 1)
        let alphabet = Array("ab,\"\r\n \u{FEFF}\0".utf8) + [0xC3, 0xFF]
        for _ in 0..<3000 {
            let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                alphabet.randomElement(using: &random) ?? 0
            }
            _ = try? read(bytes)
        }
    }
}
