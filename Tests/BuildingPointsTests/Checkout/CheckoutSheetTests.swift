import BuildingPoints
import PhaseLoom
import Testing

@Suite struct CheckoutSheetTests {
    /// A sheet with a row of every kind, and texts that are hostile to each format.
    static func sample() throws -> CheckoutSheet {
        var rows = [
            try SampleRows.row("20", "20.5", 0.5), try SampleRows.row("20", nil, of: "bacnet:1201/analog-input,2"),
            try SampleRows.row("", "3", of: "bacnet:1201/analog-input,3"),
            try SampleRows.row("2", "2", of: "bacnet:1201/multi-state-value,3"),
            try SampleRows.ends(
                SampleRows.reading("20.1", "degrees-celsius"), SampleRows.reading("68.18", "°F"), scale: 1.8,
                offset: 32),
        ]
        rows[1].tester = "=1+1"
        rows[1].remark = "a,\"b\"\nc; 'd'"
        rows[2].sourceReading?.status = ["fault", "reliability-7"]
        rows[3].expectation.stateText = "<b>Auto</b>"
        rows[3].sourceReading?.stateText = "<b>Auto</b>"
        rows[3].deficiency = "@home"
        rows[4].sourceReading?.octets = [[1, 2], [0xFF]]
        rows[4].targetUnits = "°F"
        var byHand = CheckoutRow(source: .tag("screen"), target: .tag("plant"), expectation: CheckoutExpectation("5"))
        byHand.sourceReading = CheckoutReading("5")
        byHand.tester = "AL"
        return CheckoutSheet(site: "A & B", rows: rows + [byHand])
    }

    @Test func `the share counts what agrees, and every result is counted`() throws {
        let sheet = try Self.sample()
        #expect(sheet.rows.map(\.result) == [.agrees, .unread, .unreliable, .deficient, .agrees, .agrees])
        #expect(sheet.agreeingShare == 0.5)
        #expect(sheet.counts.map(\.count) == [1, 1, 0, 1, 0, 3])
        #expect(CheckoutSheet(rows: []).agreeingShare == nil)
    }

    @Test func `a sheet is written and read back as JSON and as separated values`() throws {
        let sheet = try Self.sample()
        #expect(try CheckoutSheet(json: sheet.json.canonicalBytes, file: "sheet.json") == sheet)
        var (read, findings) = CheckoutSheet.read(csv: Array(sheet.csv.utf8), file: "sheet.csv")
        #expect(findings.map(\.text) == [])
        read.site = sheet.site
        #expect(read == sheet)
    }

    @Test func `no cell is a formula and no text is markup`() throws {
        let sheet = try Self.sample()
        #expect(sheet.csv.contains("'=1+1") && sheet.csv.contains("'@home") && !sheet.csv.contains(",=1+1"))
        let html = sheet.html
        #expect(html.contains("A &amp; B") && html.contains("&lt;b&gt;Auto") && !html.contains("<b>"))
        #expect(!html.contains("<script") && html.contains("size: A4") && html.contains("table-header-group"))
        for word in ["unread", "unreliable", "deficient", "agrees", "Checked by", "Witnessed by", "0102 ff"] {
            #expect(html.contains(word), "\(word)")
        }
    }

    @Test(arguments: [
        ("agrees,,,,\n", "agrees,,AL,leaks,seen\n", CheckoutResult.deficient),
        ("agrees,,,,\n", "agrees,,AL,,seen\n", .agrees),
    ])
    func `a tester enters initials, deficiencies and remarks`(
        before: String, after: String, result: CheckoutResult
    ) throws {
        let text = CheckoutSheet(rows: [try SampleRows.row("20", "20")]).csv
        #expect(text.hasSuffix(before))
        let edited = text.dropLast(before.count) + after
        let (sheet, findings) = CheckoutSheet.read(csv: Array(edited.utf8), file: "sheet.csv")
        #expect(findings.map(\.text) == [])
        #expect(sheet.rows.map(\.result) == [result] && sheet.rows.map(\.tester) == ["AL"])
    }

    @Test func `what a screen shows is entered by hand, with initials`() throws {
        var row = try SampleRows.row("20", "20")
        row.expectation = CheckoutExpectation("20", at: .target)
        row.targetReading = CheckoutReading("19")
        let text = CheckoutSheet(rows: [row]).csv
        #expect(CheckoutSheet.read(csv: Array(text.utf8), file: "s").findings.map(\.rule.id) == ["tester-missing"])
        row.tester = "AL"
        let (sheet, findings) = CheckoutSheet.read(csv: Array(CheckoutSheet(rows: [row]).csv.utf8), file: "s")
        #expect(findings.isEmpty && sheet.rows.map(\.result) == [.differs])
    }

    @Test(arguments: [
        ("differs", "agrees", "result-changed"), ("source,1.5,", "source,50,", "result-changed"),
        ("0x4441", "", "evidence-missing"),
        ("0x4441", "0x44411", "bad-cell"), ("0x4441", "4441", "bad-cell"), ("2026", "6202-", "bad-cell"),
        ("\"bacnet:1201/analog-input,1\"", "bacnet", "bad-cell"), ("expected at", "source", "bad-cell"),
        ("result", "resulting", "missing-column"), ("1.5", "-1", "bad-cell"),
    ])
    func `a sheet that was changed where nobody may change it is refused`(
        text: String, replacement: String, rule: String
    ) throws {
        let sheet = CheckoutSheet(rows: [try SampleRows.row("20", "30", 1.5)])
        let csv = sheet.csv.replacing(text, with: replacement)
        #expect(csv != sheet.csv)
        let findings = CheckoutSheet.read(csv: Array(csv.utf8), file: "sheet.csv").findings
        #expect(findings.map(\.rule.id).contains(rule), "\(findings.map(\.text))")
        #expect(findings.allSatisfy { $0.text.hasPrefix("sheet.csv:") && !$0.hint.isEmpty })
    }

    @Test(arguments: [
        ("\"differs\"", "\"agrees\"", "result"), ("\"octets\"", "\"octet\"", "sourceReading"),
        ("4441", "444", "octets"),
        ("phaseloom.checkout/1", "phaseloom.checkout/2", "format"), ("1.5", "-1.5", "tolerance"),
        ("\"bacnet:", "\"bcnet:", "source"), ("\"time\": \"2026", "\"time\": \"x026", "time"),
    ])
    func `a record that was changed is refused with its place`(
        text: String, replacement: String, path: String
    ) throws {
        let json = CheckoutSheet(rows: [try SampleRows.row("20", "30", 1.5)]).json.canonicalText
        let changed = json.replacing(text, with: replacement)
        #expect(changed != json)
        let error = #expect(throws: RecordError.self) {
            try CheckoutSheet(json: Array(changed.utf8), file: "sheet.json")
        }
        #expect(error?.path.contains(path) == true, "\(String(describing: error))")
    }

    @Test func `a point that stands twice is refused`() throws {
        let row = try SampleRows.row("20", "20")
        let sheet = CheckoutSheet(rows: [row, row])
        #expect(throws: RecordError.self) { try CheckoutSheet(json: sheet.json.canonicalBytes, file: "s") }
        #expect(CheckoutSheet.read(csv: Array(sheet.csv.utf8), file: "s").findings.map(\.rule.id) == ["double-point"])
    }

    @Test func `only what did not pass is read again`() throws {
        let earlier = try Self.sample()
        var next = CheckoutSheet(rows: earlier.rows.map(\.unread))
        #expect(next.goOn(from: earlier) == [1, 2, 3])
        #expect(next.site == "A & B" && next.rows[0] == earlier.rows[0] && next.rows[4] == earlier.rows[4])
        #expect(next.rows[1].tester == "=1+1" && next.rows[3].deficiency == "@home")
        #expect(next.rows[2].sourceReading == nil)
        #expect(next.rows[5].sourceReading?.value == "5")
    }

    @Test func `a point whose design was changed is read again`() throws {
        let earlier = try Self.sample()
        var next = CheckoutSheet(rows: [earlier.rows[0].unread, earlier.rows[4].unread])
        next.rows[0].expectation.tolerance = 0.6
        next.rows.append(CheckoutRow(source: .tag("new"), target: .tag("newer")))
        #expect(next.goOn(from: earlier) == [0, 2])
    }

    @Test func `hostile files are refused or read, and nothing else`() throws {
        let sheet = CheckoutSheet(rows: [try SampleRows.row("20", "20.5", 0.5)])
        mutate(Array(sheet.csv.utf8), rounds: 4_000) { bytes in
            let read = CheckoutSheet.read(csv: bytes, file: "s")
            if read.findings.isEmpty { _ = read.sheet.agreeingShare }
        }
        mutate(sheet.json.canonicalBytes, rounds: 4_000) { bytes in
            _ = try? CheckoutSheet(json: bytes, file: "s").agreeingShare
        }
        let list = Array(
            "point,expected,tolerance,units,state text\n\"bacnet:1/analog-input,1\",20,0.5,°C,\ntag:a,1,,,On\n".utf8)
        let matrix = IntegrationMatrix.read(Array("source,target\n\"bacnet:1/analog-input,1\",tag:a\n".utf8), file: "m")
        mutate(list, rounds: 2_000) { bytes in
            _ = CheckoutPlan(matrix, CheckoutExpectations.read(bytes, file: "e")).problems
        }
    }
}

extension CheckoutRow {
    /// The row before anybody looked.
    fileprivate var unread: CheckoutRow {
        var row = CheckoutRow(source: source, target: target, conversion: conversion, expectation: expectation)
        row.sourceUnits = sourceUnits
        row.targetUnits = targetUnits
        return row
    }
}
