import PhaseLoom
import PhaseLoomTesting
import Testing

/// Expected values: RFC 4180 for the grammar, lines and columns as editors count them.
@Suite struct TableTests {
    private enum Result: String, CaseIterable { case pass, fail }

    private struct Entry: Equatable {
        var link: ID
        var loss: Double
        var tries: Int
        var result: Result?
        var day: Day?
        var remark: String?
        var line: Int
    }

    private func table(_ text: String, mayBeEmpty: Bool = false, limit: Int = 1 << 24) throws -> Table {
        let files = MemoryCollectorFiles(["dir/t.csv": Array(text.utf8)], pieceSize: 7)
        let context = CollectorContext(files: files, clock: { Timestamp(milliseconds: 0) })
        return try Table(
            "dir/t.csv", columns: ["link", "loss"], optional: ["tries", "result", "day", "remark", "ok"],
            mayBeEmpty: mayBeEmpty, limit: limit, in: context)
    }

    private func entries(_ text: String) throws -> [Entry] {
        try table(text).map { row in
            Entry(
                link: row.identifier("link"), loss: row.number("loss"), tries: row.optionalCount("tries") ?? 0,
                result: row.optionalChoice("result"), day: row.optionalDay("day"), remark: row.optionalText("remark"),
                line: row.line)
        }
    }

    private func problems(_ text: String) -> [String] {
        let error = #expect(throws: CollectorError.self) { try entries(text) }
        #expect(error?.code == .data)
        return error?.problems ?? []
    }

    @Test func `reads cells by column, in any order`() throws {
        let text = "\u{FEFF}loss,link,result,day,remark,tries\r\n0.5,a,pass,2026-11-21,\"x, y\",3\n\n2,b,,,,\r\n"
        #expect(
            try entries(text) == [
                Entry(
                    link: "a", loss: 0.5, tries: 3, result: .pass, day: Day(parsing: "2026-11-21"), remark: "x, y",
                    line: 2),
                Entry(link: "b", loss: 2, tries: 0, line: 4),
            ])
    }

    @Test func `columns that are not there are empty`() throws {
        #expect(try entries("link,loss\na,1") == [Entry(link: "a", loss: 1, tries: 0, line: 2)])
    }

    @Test func `the file is attached with its hash`() throws {
        let text = "link,loss\na,1"
        let file = try table(text).file
        #expect(file.digest == Digest(of: Array(text.utf8)))
        #expect(file.name == "t.csv")
    }

    @Test(arguments: [
        ("", ["dir/t.csv:1:1: the file is empty: begin with the header 'link', 'loss'"]),
        ("link,loss\n", ["dir/t.csv:2:1: there is nothing below the header: give at least one row"]),
        (
            "link,los\na,1",
            [
                "dir/t.csv:1:1: the header lacks 'loss': the columns are "
                    + "'link', 'loss', 'tries', 'result', 'day', 'remark', 'ok'",
                "dir/t.csv:1:6: there is no column 'los': did you mean 'loss'?",
            ]
        ),
        ("link,loss,link\na,1,b", ["dir/t.csv:1:11: there are two columns 'link': keep one of the two"]),
        (
            "link,loss\na\nb,1,2",
            [
                "dir/t.csv:2:1: this row and the header have 1 and 2 fields: give every row as many fields as the header",
                "dir/t.csv:3:1: this row and the header have 3 and 2 fields: give every row as many fields as the header",
            ]
        ),
        ("link,loss\n\"a,1", ["dir/t.csv:2:1: a quoted field never ends: put a quotation mark after it"]),
        ("\"", ["dir/t.csv:1:1: a quoted field never ends: put a quotation mark after it"]),
    ])
    func `a table that is none is refused with everything that is wrong`(text: String, expected: [String]) {
        #expect(problems(text) == expected)
    }

    @Test func `another separator is recognised`() {
        #expect(problems("link;loss\na;1").contains { $0.hasSuffix("separate columns by commas") })
    }

    @Test func `all wrong cells are told at once, in their order`() {
        let text = """
            link,loss,tries,result,day,remark
            a b,x,-1,fial,2026-02-30,\u{1}
            ,,,,,
            c,n/a,1.5,other,21.11.2026,ok
            d,1
            """
        #expect(
            problems(text) == [
                "dir/t.csv:2:1: column 'link' cannot be 'a b': write an identifier of letters, digits, '-', '_' or '.'",
                "dir/t.csv:2:5: column 'loss' cannot be 'x': write a number like '0.85', with the unit apart",
                "dir/t.csv:2:7: column 'tries' cannot be '-1': write a whole number from 0",
                "dir/t.csv:2:10: column 'result' cannot be 'fial': write 'fail'",
                "dir/t.csv:2:15: column 'day' cannot be '2026-02-30': write a day like '2026-11-21'",
                "dir/t.csv:2:26: column 'remark' cannot be '\u{FFFD}': write one line of plain text, at most 1000 bytes",
                "dir/t.csv:3:1: column 'link' is empty: give it in every row",
                "dir/t.csv:3:2: column 'loss' is empty: give it in every row",
                "dir/t.csv:4:3: column 'loss' cannot be 'n/a': write a number like '0.85', with the unit apart",
                "dir/t.csv:4:7: column 'tries' cannot be '1.5': write a whole number from 0",
                "dir/t.csv:4:11: column 'result' cannot be 'other': write one of 'pass', 'fail'",
                "dir/t.csv:4:17: column 'day' cannot be '21.11.2026': write a day like '2026-11-21'",
                "dir/t.csv:5:1: this row and the header have 2 and 6 fields: give every row as many fields as the header",
            ])
    }

    @Test(arguments: [("yes", true), ("no", false)])
    func `flags are yes or no`(word: String, value: Bool) throws {
        #expect(try table("link,loss,ok\na,1,\(word)").map { $0.flag("ok") } == [value])
        #expect(throws: CollectorError.self) { try table("link,loss,ok\na,1,1").map { $0.flag("ok") } }
    }

    @Test func `required cells may not be empty`() {
        let text = "link,loss,tries,result,day,remark,ok\na,1,,,,,"
        let error = #expect(throws: CollectorError.self) {
            try table(text).map { row in
                _ = row.count("tries")
                _ = row.choice("result", Result.self)
                _ = row.day("day")
                _ = row.text("remark")
                _ = row.flag("ok")
            }
        }
        #expect(error?.problems.count == 5)
    }

    @Test func `readers of rows note what only they can know`() {
        let error = #expect(throws: CollectorError.self) {
            try table("link,loss\na,1").map { $0.note("loss", "'1' is too much", hint: "lose less") }
        }
        #expect(error?.problems == ["dir/t.csv:2:3: '1' is too much: lose less"])
    }

    @Test func `a table may be allowed to be empty`() throws {
        #expect(try table("link,loss\n", mayBeEmpty: true).map(\.line) == [])
    }

    @Test func `large and endless files are refused`() {
        #expect(throws: CollectorError.self) { try table("link,loss\naaaaaaaaaaaaaaaaaaaa,1", limit: 20) }
        #expect(problems("link,loss\n" + String(repeating: "x y,z\n", count: 5000)).count == 100)
    }

    @Test func `noise is read or refused, but ends`() {
        var random = SeededGenerator(seed: 4)
        let alphabet = ["link", "loss", "a", "1", ",", "\n", "\"", "\u{0}", "é", ";"]
        for _ in 0..<500 {
            let noise = (0..<Int.random(in: 0...30, using: &random)).map { _ in
                alphabet.randomElement(using: &random) ?? ""
            }
            for text in [noise.joined(), "link,loss\n" + noise.joined()] { _ = try? entries(text) }
        }
    }
}
