import PhaseLoom
import PhaseLoomTesting
import Testing

@Suite struct MeasurementCollectorTests {
    private func collect(
        _ text: String, as name: String = "m.csv", _ options: [String: String] = [:]
    ) async throws -> CollectorReport {
        try await collect(Array(text.utf8), as: name, options)
    }

    private func collect(
        _ bytes: [UInt8], as name: String, _ options: [String: String] = [:]
    ) async throws -> CollectorReport {
        let given = ["artifact": "report", "file": name].merging(options) { $1 }
        let context = CollectorContext(
            files: MemoryCollectorFiles([name: bytes], pieceSize: 1 << 16), clock: { Timestamp(milliseconds: 0) })
        return try await MeasurementCollector(options: given).collect(in: context)
    }

    private func texts(_ report: CollectorReport) -> [String] {
        report.evidence.flatMap { $0.draft.measurements.map(\.description) }
    }

    // MARK: what is read

    @Test(arguments: [
        ("m.json", #"{"roc_auc": 0.91, "latency": 12}"#, ["latency 12", "roc_auc 0.91"]),
        ("m.json", #"{"latency": {"value": 12.5, "unit": "ms"}, "n": {"value": 3}}"#, ["latency 12.5 ms", "n 3"]),
        ("m.json", #"{"a": {"unit": null, "value": "0.25"}}"#, ["a 0.25"]),
        (
            "m.json", #"[{"name": "b", "value": 1e-3, "unit": "d"}, {"name": "a", "value": -2}]"#,
            ["a -2", "b 0.001 d"]
        ),
        ("M.JSON", " { \"a\" : 9007199254740993 } ", ["a 9007199254740992"]),
        ("m.csv", "name,value,unit\r\nroc_auc,0.91,\r\nlatency,12,ms\r\n", ["latency 12 ms", "roc_auc 0.91"]),
        ("m.csv", "\u{FEFF}name,value\nx,1", ["x 1"]),
        ("m.csv", "unit,note,value,name\npx/m,\"a, b\",125,density", ["density 125 px/m"]),
        ("m.csv", "roc_auc,latency\n0.91,12\n", ["latency 12", "roc_auc 0.91"]),
        ("m.csv", "\"a\"\n\"1\"", ["a 1"]),
        ("m.csv", "a,b,c,d,e\n+1,-0.5,.5,5.,1E+2", ["a 1", "b -0.5", "c 0.5", "d 5", "e 100"]),
        ("m.csv", "a\n-0", ["a 0"]), ("m.csv", "a\n1e-400", ["a 0"]),
    ])
    func `reads measurements`(name: String, text: String, expected: [String]) async throws {
        let report = try await collect(text, as: name)
        #expect(texts(report) == expected)
        #expect(report.verdict == .met)
        #expect(report.evidence.first?.draft.digest == Digest(of: Array(text.utf8)))
        #expect(report.evidence.first?.draft.findings == [])
    }

    @Test(arguments: [
        ("m.json", #"{"a": null}"#, "null"), ("m.json", #"{"a": NaN}"#, "NaN"), ("m.json", #"{"a": ""}"#, ""),
        ("m.json", #"{"a": -Infinity}"#, "Infinity"), ("m.json", #"{"a": {"value": Infinity}}"#, "Infinity"),
        ("m.json", #"[{"name": "a", "value": "nan"}]"#, "nan"),
        ("m.csv", "name,value\na,\n", ""), ("m.csv", "name,value\na,NaN\n", "NaN"), ("m.csv", "a,b\n,1\n", ""),
        ("m.csv", "name,value\na,-inf\n", "-inf"), ("m.csv", "name,value\na,NULL\n", "NULL"),
        ("m.csv", "name,value\na,N/A\n", "N/A"), ("m.csv", "name,value\na,\"\"\n", ""),
    ])
    func `what is undefined stays undefined, and is found`(name: String, text: String, word: String) async throws {
        let report = try await collect(text, as: name)
        let draft = try #require(report.evidence.first?.draft)
        #expect(draft.measurements.first { $0.name == "a" }?.value == nil)
        #expect(report.verdict == .undefined)
        #expect(draft.findings.map(\.code) == ["undefined-measurement"])
        #expect(draft.findings.first?.subject == "a")
        #expect(draft.findings.first?.message.contains(word.isEmpty ? "empty" : "'\(word)'") == true)
    }

    @Test func `columns and the format can be named`() async throws {
        let options = ["format": "csv", "name-column": "metric", "value-column": "result", "unit-column": "in"]
        let report = try await collect("metric,result,in,value\nx,1,d,9", as: "m.txt", options)
        #expect(texts(report) == ["x 1 d"])
        #expect(texts(try await collect(#"{"x": 1}"#, as: "m.csv", ["format": "json"])) == ["x 1"])
    }

    // MARK: what is refused

    @Test(
        arguments: [
            ("m.csv", "name,value\nx,1\nx,2", ["m.csv:3:1: 'x' is measured twice"]),
            ("m.csv", "x,y,x\n1,2,3", ["m.csv:1:5: 'x' is measured twice"]),
            ("m.csv", "name,value\nx,\"0,9\"", ["m.csv:2:3: '0,9' is not a number"]),
            (
                "m.csv", "name,value\na b,1\nb,0x10\nc,1_0",
                [
                    "m.csv:2:1: 'a b' is not an identifier", "m.csv:3:3: '0x10' is not a number",
                    "m.csv:4:3: '1_0' is not a number",
                ]
            ),
            ("m.csv", "name,value\nx,1e999", ["m.csv:2:3: '1e999' is not a number"]),
            ("m.csv", "name,value\nx,95%", ["m.csv:2:3: '95%' is not a number"]),
            (
                "m.csv", "name,value\nx,1,2\ny",
                [
                    "m.csv:2:1: this row and the header have 3 and 2 fields",
                    "m.csv:3:1: this row and the header have 1 and 2 fields",
                ]
            ),
            (
                "m.csv", "name;value\nx;1",
                ["m.csv:1:1: 'name;value' is not an identifier", "m.csv:2:1: 'x;1' is not a number"]
            ),
            ("m.csv", "name,amount\nx,1", ["m.csv:1:1: the header lacks a column"]),
            ("m.csv", "name,value,value\nx,1,2", ["m.csv:1:12: there are two columns 'value'"]),
            ("m.csv", "a,b\n1,2\n3,4", ["m.csv:3:1: the measurements of several rows have one name"]),
            ("m.csv", "a,b", ["m.csv:1:1: there is nothing below the header"]),
            ("m.csv", "", ["m.csv:1:1: there are no measurements"]),
            ("m.csv", "name,value\n", ["m.csv:1:1: there are no measurements"]),
            ("m.csv", "name,value\nx,\"1", ["m.csv:2:3: a quoted field never ends"]),
            ("m.csv", "name,value,unit\nx,1,\u{1B}[31m", ["m.csv:2:5: '\u{FFFD}[31m' is not a unit"]),
            ("m.json", "{}", ["m.json:1:1: there are no measurements"]),
            ("m.json", "3", ["m.json:1:1: this is no list of measurements"]),
            ("m.json", "{\"a\": 1,\n \"a\": 2}", ["m.json:2:2: the name 'a' appears twice"]),
            (
                "m.json", "[{\"name\": \"a\", \"value\": 1},\n{\"name\": \"a\", \"value\": 1}]",
                [
                    "m.json:2:10: 'a' is measured twice"
                ]
            ),
            ("m.json", "{\"a\": true}", ["m.json:1:7: 'true' is not a number"]),
            ("m.json", "{\"a\": [1]}", ["m.json:1:7: this is not a number"]),
            ("m.json", "{\"a\": {\"valeu\": 1}}", ["m.json:1:8: there is no key 'valeu' here: did you mean 'value'?"]),
            ("m.json", "{\"a\": {\"unit\": \"d\"}}", ["m.json:1:7: the key 'value' is missing"]),
            ("m.json", "{\"a\": {\"value\": 1, \"unit\": 3}}", ["m.json:1:28: this is no unit"]),
            (
                "m.json", "[{\"name\": 3, \"value\": 1}, 4]",
                [
                    "m.json:1:11: this is no name", "m.json:1:27: this is no measurement",
                ]
            ),
            ("m.json", "{\"a\": 1e999}", ["m.json:1:7: the number '1e999' is too large"]),
            ("m.json", "{\"a\": nan}", ["m.json:1:7: 'nan' cannot stand here"]),
            ("m.json", "{\"a\": 0.", ["m.json:1:9: a number lacks a digit"]),
        ] as [(String, String, [String])])
    func `says what is wrong, and where`(name: String, text: String, problems: [String]) async {
        let error = await #expect(throws: CollectorError.self) { try await collect(text, as: name) }
        #expect(error?.code == .data)
        let found = error?.problems ?? []
        #expect(found.count == problems.count)
        for (line, start) in zip(found, problems) { #expect(line.hasPrefix(start)) }
    }

    @Test(arguments: [
        (["file": "m.txt"], "'m.txt' does not tell its format"),
        (["file": "m.csv", "name-column": "unit"], "two columns have one name"),
        (["file": "m.csv", "format": "xml"], "option 'format' cannot be 'xml'"),
        (["file": "m.csv", "unit-column": ""], "option 'unit-column' cannot be ''"),
        ([:], "option 'file' is missing"),
        (
            ["file": "m.csv", "valid-from": "2027-01-01", "valid-until": "2026-01-01"],
            "evidence valid from 2027-01-01T00:00:00Z until 2026-01-01T00:00:00Z never counts"
        ),
    ])
    func `refuses options that do not go together`(options: [String: String], message: String) {
        let error = #expect(throws: InvalidValue.self) {
            try MeasurementCollector(options: options.merging(["artifact": "report"]) { $1 })
        }
        #expect(error?.message == message)
    }

    @Test func `huge files are refused`() async throws {
        let spaces = [UInt8](repeating: UInt8(ascii: " "), count: (16 << 20) + 1)
        let tooLarge = await #expect(throws: CollectorError.self) { try await collect(spaces, as: "m.json") }
        #expect(tooLarge?.problems.first?.hasPrefix("m.json: larger than 16777216 bytes") == true)
        let rows = "name,value\n" + (0..<10_001).map { "m\($0),1\n" }.joined()
        let tooMany = await #expect(throws: CollectorError.self) { try await collect(rows) }
        #expect(tooMany?.problems.map { $0.hasPrefix("m.csv:10002:1: there are too many measurements") } == [true])
        let most = try await collect("name,value\n" + (0..<10_000).map { "m\($0),1\n" }.joined())
        #expect(most.evidence.first?.draft.measurements.count == 10_000)
    }

    @Test func `a file of mistakes is refused briefly`() async {
        let rows = "name,value\n" + String(repeating: "a b,x\n", count: 100_000)
        let error = await #expect(throws: CollectorError.self) { try await collect(rows) }
        #expect(error?.problems.count == 100)
    }

    // MARK: contract

    @Test(arguments: [
        ("m.csv", "name,value,unit\nroc_auc,0.91,\nlatency,12,ms\nf1,,\n"),
        ("m.csv", "roc_auc,latency,f1\n0.91,12,0.7\n"),
        ("m.json", #"{"roc_auc": 0.91, "latency": {"value": 12, "unit": "ms"}, "f1": null}"#),
    ])
    func `it keeps the contract`(name: String, text: String) async {
        let violations = await CollectorContract.violations(
            of: MeasurementCollector.self, given: ["artifact": "report", "file": name],
            reading: [name: Array(text.utf8)])
        #expect(violations == [])
    }
}
