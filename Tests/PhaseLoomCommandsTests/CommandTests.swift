import PhaseLoom
import PhaseLoomFormats
import Testing

@testable import PhaseLoomCommands

@Suite struct CommandTests {
    // MARK: list

    @Test func `lists what there is for people`() async {
        let run = await Run("list")
        #expect(run.status == .yes)
        #expect(
            run.output == """
                Base sequences
                  standard  Standard service engagement (the default)
                  delivery  Greenfield delivery
                  professional  Professional services
                  adoption  Adoption of a standard

                Overlays
                  cameras 1.2.0  Camera systems
                      Plans and tests camera systems.
                      retention=30
                          days that recordings are kept (a whole number from 1 to 3650)
                      lawful=yes
                          whether notices are checked ('yes' or 'no')
                  privacy 1.0.0  Privacy
                      Limits how long recordings of people are kept.
                  stuck 1.0.0  Stuck
                      Waits for a permit for ever.

                Collectors
                  core/file
                      Hashes a file and hands it in.
                  core/measurements
                      Imports measurements from a file of JSON or comma-separated values, and
                      hands it in.

                  'collect NAME --help' lists the options of a collector.

                """)
    }

    @Test func `lists what there is for programs`() async {
        let run = await Run("list", "--json")
        #expect(run.status == .yes)
        #expect(run.output == CatalogueJSON.write(Run.tool.catalogue))
    }

    @Test func `says that there are no overlays`() async {
        let tool = CommandLineTool(version: "1", catalogue: Catalogue(overlays: []))
        #expect(await Run("list", tool: tool).output.contains("\nOverlays\n  none\n\nCollectors"))
    }

    // MARK: show

    @Test(arguments: ["text", "json", "markdown", "mermaid", "dot"])
    func `shows a sequence in every format`(format: String) async throws {
        let run = await Run("show", "cameras", "--format", format)
        #expect(run.status == .yes)
        #expect(run.messages.isEmpty)
        let renderer = try #require(CommandLineTool.shippedRenderers.first { $0.format == format })
        let sequence = try BaseSequence.standard.composed(with: [Cameras()])
        #expect(run.output == renderer.render(sequence, for: Surface()))
    }

    @Test func `the order of overlays makes no difference`() async {
        let one = await Run("show", "cameras", "stuck", "--format=json")
        #expect(await one.output == Run("show", "--format=json", "stuck", "cameras", "cameras").output)
        #expect(one.status == .no)
    }

    @Test func `shows the base without overlays`() async throws {
        let run = await Run("show")
        #expect(run.status == .yes)
        #expect(run.output == TextRenderer().render(try BaseSequence.standard.composed(), for: Surface()))
        #expect(await run.output == Run("show", "--base", "standard", "-o", "-").output)
    }

    @Test func `a sequence that cannot run is shown, and the answer is no`() async {
        let run = await Run("show", "stuck")
        #expect(run.status == .no)
        #expect(run.output.contains("need-unproduced"))
        #expect(run.messages == "phaseloom: the sequence cannot run: 1 error\n")
    }

    @Test func `writes to a file`() async {
        let run = await Run("show", "--format", "dot", "-o", "out.dot", terminalColumns: 120)
        #expect(run.status == .yes)
        #expect(run.output.isEmpty)
        #expect(await run.files["out.dot"] == Run("show", "--format", "dot").output)
    }

    @Test func `a conflict leaves the file alone`() async {
        let files = MemoryFiles(["out": "old"])
        let run = await Run("show", "cameras:retention=90", "privacy", "-o", "out", files: files)
        #expect(run.status == .no)
        #expect(run.output.contains("bound:validation/retention-kept"))
        #expect(run.messages == "phaseloom: nothing is written to 'out'\n")
        #expect(files["out"] == "old")
    }

    @Test func `conflicts follow the format that is asked for`() async throws {
        let overlays: OverlaySet = [try Cameras(options: ["retention": "90"]), try Privacy()]
        let report = try #require(throws: ConflictReport.self) { try BaseSequence.standard.composed(with: overlays) }
        let json = await Run("show", "privacy", "cameras:retention=90", "--format", "json")
        #expect(json.status == .no)
        #expect(json.output == ConflictsJSON.write(report))
        #expect(await Run("check", "--json", "privacy", "cameras:retention=90").output == json.output)
        let text = await Run("show", "privacy", "cameras:retention=90", "--format", "dot")
        #expect(text.output == ConflictText().render(report, for: Surface()))
        #expect(await Run("check", "privacy", "cameras:retention=90").output == text.output)
    }

    @Test(arguments: [
        ([:], 80, true), (["NO_COLOR": "1"], 80, false), (["NO_COLOR": ""], 80, true), (["TERM": "dumb"], 80, false),
        (["TERM": "xterm"], nil, false),
    ])
    func `colour only where it is welcome`(variables: [String: String], columns: Int?, isStyled: Bool) async {
        let run = await Run("show", "cameras", variables: variables, terminalColumns: columns)
        #expect(run.output.contains("\u{1B}[") == isStyled)
    }

    @Test(arguments: [
        ([:], nil, 80), ([:], 132, 132), (["COLUMNS": "100"], 132, 100), (["COLUMNS": "x"], 60, 60),
        (["COLUMNS": "-5"], nil, 40), (["COLUMNS": "9999999"], nil, 1000), ([:], 3, 40),
    ])
    func `knows the width`(variables: [String: String], columns: Int?, expected: Int) {
        let environment = Environment(
            output: MemoryOutput(), messages: MemoryOutput(), files: MemoryFiles(), variables: variables,
            terminalColumns: columns)
        #expect(environment.columns == expected)
    }

    // MARK: check

    @Test func `checks a sound sequence`() async {
        let run = await Run("check", "cameras")
        #expect(run.status == .yes)
        #expect(run.output.hasPrefix("standard + cameras: 9 phases, can run\n"))
        #expect(run.messages.isEmpty)
    }

    @Test func `checks a sequence that cannot run`() async throws {
        let run = await Run("check", "stuck")
        #expect(run.status == .no)
        #expect(run.output.hasPrefix("standard + stuck: 8 phases, cannot run\n"))
        #expect(run.output.contains("need-unproduced"))
        let json = await Run("check", "stuck", "--json")
        #expect(json.status == .no)
        let sequence = try BaseSequence.standard.composed(with: [try Stuck()])
        #expect(json.output == FindingsJSON.write(sequence))
    }

    // MARK: files

    @Test func `an overlay goes into a file and comes back the same`() async {
        let file = await Run("overlay", "cameras:retention=60").output
        let shown = await Run("show", "cameras:retention=60", "--format=json")
        for arguments in [["--overlay-file", "c.json"], ["--overlay-file=-"]] {
            let files = MemoryFiles(["c.json": file], input: file)
            let run = await Run(["show", "--format=json"] + arguments, files: files)
            #expect(run.status == .yes)
            #expect(run.output == shown.output)
        }
        let twice = await Run(
            "show", "--format=json", "cameras:retention=60", "--overlay-file", "c.json",
            files: MemoryFiles(["c.json": file]))
        #expect(twice.output == shown.output)
    }

    @Test func `writes overlays into a directory`() async {
        let run = await Run("overlay", "cameras", "privacy", "-o", "some/where")
        #expect(run.status == .yes)
        #expect(run.files.paths == ["some/where/cameras.json", "some/where/privacy.json"])
        #expect(await run.files["some/where/cameras.json"] == Run("overlay", "cameras").output)
    }

    @Test func `a resolution ends a conflict`() async {
        let resolutions = """
            {"format": "phaseloom.resolutions/1", "resolutions": [
              {"conflict": "bound:validation/retention-kept", "choose": "cameras",
               "reason": "The insurer asks for it.", "authority": "Counsel"}]}
            """
        let files = MemoryFiles(["r.json": resolutions])
        let run = await Run("check", "cameras:retention=90", "privacy", "--resolutions", "r.json", files: files)
        #expect(run.status == .yes)
        let stale = await Run("check", "cameras", "--resolutions", "r.json", files: files)
        #expect(stale.status == .no)
        #expect(stale.output.contains("stale-resolution"))
    }

    @Test func `every problem of every file is listed`() async {
        let files = MemoryFiles([
            "a.json": "{\"format\": \"phaseloom.overlay/1\", \"id\": 1, \"titel\": \"\"}", "b.json": "[\u{1B}[31m",
        ])
        let run = await Run("show", "--overlay-file", "a.json", "--overlay-file", "b.json", files: files)
        #expect(run.status == .invalidInput)
        #expect(run.output.isEmpty)
        let lines = run.messages.split(separator: "\n")
        #expect(lines.allSatisfy { $0.hasPrefix("phaseloom: a.json:1:") || $0.hasPrefix("phaseloom: b.json:1:") })
        #expect(lines.count >= 3)
        #expect(lines.contains { $0.contains("$.id") } && lines.contains { $0.contains("did you mean 'title'?") })
        #expect(!run.messages.contains("\u{1B}"))
    }

    @Test func `an invalid resolutions file is invalid input`() async {
        let run = await Run("show", "--resolutions", "r", files: MemoryFiles(["r": "{}"]))
        #expect(run.status == .invalidInput)
        #expect(run.messages.hasPrefix("phaseloom: r:1:1: "))
    }

    @Test func `a file that is too large is not read`() async {
        let files = MemoryFiles(["big": String(repeating: " ", count: (16 << 20) + 1)])
        let run = await Run("show", "--overlay-file", "big", files: files)
        #expect(run.status == .invalidInput)
        #expect(run.messages == "phaseloom: big: larger than 16 MiB\n")
    }

    @Test(arguments: [
        (["show", "--overlay-file", "none"], "cannot read 'none': no such file or directory"),
        (["show", "--overlay-file", "locked"], "cannot read 'locked': permission denied"),
        (["check", "--resolutions", "none"], "cannot read 'none': no such file or directory"),
        (["show", "-o", "locked"], "cannot write 'locked': permission denied"),
        (["overlay", "cameras", "-o", "d/"], "cannot write 'd/cameras.json': read-only file system"),
    ])
    func `a file that fails is the environment's fault`(arguments: [String], message: String) async {
        let files = MemoryFiles(
            refusing: ["locked": "permission denied", "d/cameras.json": "read-only file system"])
        let run = await Run(arguments, files: files)
        #expect(run.status == .environment)
        #expect(run.messages == "phaseloom: \(message)\n")
    }

    @Test func `a reader that has seen enough is no failure`() async {
        #expect(await Run("show", failingWith: .closed).status == .yes)
        #expect(await Run("show", "stuck", failingWith: .closed).status == .no)
        let full = await Run("show", failingWith: .refused("no space left on device"))
        #expect(full.status == .environment)
        #expect(full.messages == "phaseloom: cannot write to standard output: no space left on device\n")
    }
}
