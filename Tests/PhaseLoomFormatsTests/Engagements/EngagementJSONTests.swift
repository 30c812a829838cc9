@testable import PhaseLoom
import PhaseLoomFormats
import Testing

@Suite struct EngagementJSONTests {
    @Test func `writes where an engagement stands`() throws {
        let sample = try SampleEngagement.rich()
        try expectGolden(StatusJSON.write(sample.engagement, sample.outlook), "status.json")
    }

    @Test func `writes every view in canonical form, also with hostile text`() throws {
        let sample = try SampleEngagement.rich()
        let now = ViewSamples.now
        let forged = ViewSamples.hostileEvents(Samples.hostileText)
        let views = [
            ("status", StatusJSON.write(sample.engagement, sample.outlook)),
            ("portfolio", PortfolioJSON.write(ViewSamples.summaries, at: now)),
            ("events", EventsJSON.write(sample.events, of: sample.engagement, head: .none)),
            ("events", EventsJSON.write(forged, of: sample.engagement, head: .none)),
            ("log", LogJSON.write(sample.history.map(\.record), of: "harbour")),
            ("refusal", RefusalJSON.write(ViewSamples.refusal)), ("audit", AuditJSON.write(ViewSamples.audits[1])),
            ("impact", ImpactJSON.write(try ViewSamples.impact(landing: .owe), on: "harbour")),
            ("orders", OrdersJSON.write(sample.engagement)),
            ("amendments", BulkAmendmentJSON.write(try ViewSamples.bulk(), isDryRun: true)),
        ]
        for (name, text) in views {
            let value = try JSONReader.read(Array(text.utf8)).value
            #expect(value["format"] == .string("phaseloom.\(name)/1"))
            #expect(value.canonicalText == text)
        }
    }

    @Test func `writes records as they are stored, with their hashes`() throws {
        let sample = try SampleEngagement.rich()
        let records = sample.history.map(\.record)
        let value = try JSONReader.read(Array(LogJSON.write(records, of: "harbour").utf8)).value
        guard case .array(let written)? = value["records"] else {
            Issue.record("there are no records")
            return
        }
        #expect(written.count == records.count)
        #expect(written.map { $0["hash"] } == records.map { .string($0.hash.description) })
        #expect(written[7]["previous"] == .string(records[6].hash.description))
    }

    @Test func `writes lines that hash as the records do`() throws {
        let records = try SampleEngagement.rich().history.map(\.record)
        let lines = LogJSON.lines(records).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        #expect(lines.count == records.count + 1 && lines.last == [])
        #expect(lines.dropLast().map { Digest(of: Array($0)) } == records.map(\.hash))
    }

    @Test func `shows the hash even of a record that cannot be read`() throws {
        let record = LogRecord(number: 1, content: [0xFF], hash: Digest(of: [1]))
        let value = try JSONReader.read(Array(LogJSON.write([record], of: "x").utf8)).value
        #expect(value["records"] == [["hash": .string(record.hash.description)]])
    }
}
