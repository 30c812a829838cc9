import PhaseLoom
import Testing

@testable import PhaseLoomCommands

/// Collectors that work for an engagement.
@Suite struct CollectForEngagementTests {
    private let archive = MemoryArchive()
    private let office: Office

    init() {
        let place = EngagementPlace(store: MemoryStore(), archive: archive)
        office = Office(
            files: MemoryFiles([
                "folder/a.pdf": "%PDF", "m.json": #"{"unreconciled-amount": 0, "hours": {"value": 12.5, "unit": "h"}}"#,
                "undefined.json": #"{"roc_auc": null}"#, "bad.json": "{",
            ]), stores: MemoryStores(["phaseloom.db": place]))
    }

    @Test func `hands in a file and keeps it`() async {
        await office("start campus")
        let run = await office("collect core/file --artifact service-request --file folder/a.pdf --engagement campus")
        #expect(run.status == .yes, "\(run.messages)")
        #expect(
            run.output.hasSuffix("✓ Ada handed in service-request (a.pdf, 4 bytes)\n"), "\(run.output)")
        #expect(await office("export campus --format jsonl").output.contains(#""collector":"core/file""#))
        #expect(archive.names == [Digest(of: Array("%PDF".utf8))])
        #expect(await office("log campus").output.split(separator: "\n").count == 2)
    }

    @Test func `hands in measurements, whatever they say`() async {
        await office("start campus")
        let line = "collect core/measurements --artifact service-request --engagement campus --by Grace --file"
        #expect(await office("\(line) m.json").output.contains("hours 12.5 h"))
        #expect(await office("\(line) undefined.json").status == .no)
        #expect(await office("export campus --format jsonl").output.contains(#""actor":"Grace""#))
        #expect(
            await office("log campus --json").output.split(separator: "\n").count { $0.contains("\"recorded\"") } == 2)
        let json = await office("\(line) m.json --json")
        #expect(json.output.hasPrefix("{\n  \"collector\": \"core/measurements\""))
    }

    @Test func `keeps the files in a folder as well`() async {
        await office("start campus")
        let run = await office(
            "collect core/file --artifact service-request --file folder/a.pdf --engagement campus -o results")
        #expect(run.status == .yes, "\(run.messages)")
        #expect(office.files["results/a.pdf"] == "%PDF")
        #expect(archive.names.count == 1)
    }

    @Test(arguments: [
        (
            "core/file --artifact nothing --file folder/a.pdf --engagement campus", PhaseLoomCommands.ExitStatus.usage,
            "there is no artifact 'nothing'"
        ),
        (
            "core/file --artifact runbook --file folder/a.pdf --engagement campus", .no,
            "'runbook' cannot be handed in yet"
        ),
        ("core/file --artifact runbook --file folder/a.pdf --engagement camps", .usage, "did you mean 'campus'?"),
        ("core/file --artifact service-request --file none --engagement campus", .environment, "cannot read 'none'"),
        (
            "core/measurements --artifact service-request --file bad.json --engagement campus", .invalidInput,
            "bad.json:1:2"
        ),
        (
            "core/file --artifact service-request --file folder/a.pdf --engagement \"a b\"", .usage,
            "'a b' is not an identifier"
        ),
    ])
    func `hands in nothing`(line: String, status: PhaseLoomCommands.ExitStatus, words: String) async {
        await office("start campus")
        let run = await office("collect \(line)")
        #expect(run.status == status)
        #expect((run.output + run.messages).contains(words), "\(run.output)\(run.messages)")
        #expect(await office("log campus").output.split(separator: "\n").count == 1)
    }
}
