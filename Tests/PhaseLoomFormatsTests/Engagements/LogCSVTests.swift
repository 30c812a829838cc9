@testable import PhaseLoom
@testable import PhaseLoomFormats
import Testing

@Suite struct LogCSVTests {
    @Test func `writes a head and one row an event`() throws {
        let sample = try SampleEngagement.rich()
        let rows = LogCSV.write(sample.history).split(separator: "\r\n", omittingEmptySubsequences: false)
        #expect(rows.count == sample.events.count + 2 && rows.last == "")
        #expect(rows[0] == "number,time,actor,event,phase,details,hash")
        let hash = sample.history[5].record.hash.hexadecimal
        #expect(rows[6] == "6,2026-01-05T14:00:00Z,Ada,opened,intake,opened intake,\(hash)")
    }

    @Test(arguments: [
        ("plain", "plain"), ("", ""), ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""),
        ("two\nlines", "\"two\nlines\""), ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"), ("\r=1", "\"'\r=1\""), ("=HYPERLINK(\"x\",1)", "\"'=HYPERLINK(\"\"x\"\",1)\""),
        ("＝1", "'＝1"), ("a=1", "a=1"), ("\u{1B}[2J", "\u{FFFD}[2J"),
        ("a\u{0}b\u{7F}\u{9B}", "a\u{FFFD}b\u{FFFD}\u{FFFD}"),
        ("\u{7}=1+1", "'\u{FFFD}=1+1"), ("\u{0}\u{1B} @SUM(A1)", "'\u{FFFD}\u{FFFD} @SUM(A1)"),
        ("\u{202E}+1", "'\u{FFFD}+1"), (" -1", "' -1"),
    ]) func `quotes cells and guards formulas`(text: String, cell: String) {
        #expect(LogCSV.row([text]) == cell + "\r\n")
        #expect(LogCSV.row(["x", text]) == "x,\(cell)\r\n")
    }
}
