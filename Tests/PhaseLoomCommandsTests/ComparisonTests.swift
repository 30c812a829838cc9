import PhaseLoom
import PhaseLoomFormats
import Testing

@testable import PhaseLoomCommands

/// The commands that reason about compositions: `explain`, `diff` and `check --minimal`.
@Suite struct ComparisonTests {
    // MARK: explain

    @Test func `explains an element`() async {
        let run = await Run("explain", "cameras:retention=60", "--element", "validation/retention-kept")
        #expect(run.status == .yes)
        #expect(
            run.output == """
                criterion validation/retention-kept
                  Recordings are kept as agreed
                  here because
                    cameras: expect 'retention-kept' at the gate of @validation, retention at
                      least 60 d (IEC 62676-4:2014)

                """)
    }

    @Test func `explains everything`() async throws {
        let run = await Run("explain", "cameras")
        #expect(run.status == .yes)
        for head in ["overlay cameras", "phase design", "entry execution/acceptance-criteria-defined"] {
            #expect(run.output.contains("\(head)\n"), "\(head)")
        }
        #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
        #expect(run.output.contains("artifact camera-plan\n"))
    }

    @Test func `a point stands for the phase that holds it`() async {
        let output = await Run("explain", "--element", "@design").output
        #expect(output.hasPrefix("phase design\n"))
        #expect(await output == Run("explain", "--element=design").output)
    }

    @Test(arguments: [("desing", "did you mean 'design'?"), ("\u{1B}[31m", "\u{FFFD}[31m"), ("", "no element ''")])
    func `an unknown element is a usage error`(name: String, hint: String) async {
        let run = await Run("explain", "cameras", "--element", name)
        #expect(run.status == .usage)
        #expect(run.output.isEmpty)
        #expect(run.messages.contains(hint))
    }

    @Test func `a conflict cannot be explained but is shown`() async {
        let run = await Run("explain", "cameras:retention=90", "privacy")
        #expect(run.status == .no)
        #expect(await run.output == Run("check", "cameras:retention=90", "privacy").output)
    }

    // MARK: diff

    @Test func `shows what an option changes`() async {
        let run = await Run("diff", "--from", "cameras:retention=30", "--to", "cameras:retention=90")
        #expect(run.status == .yes)
        #expect(
            run.output == """
                0 added, 0 removed, 2 changed

                ~ criterion:validation/retention-kept (cameras)
                    bound: 'retention at least 30 d' -> 'retention at least 90 d'
                ~ overlay:cameras (cameras)
                    options: 'lawful=yes, retention=30' -> 'lawful=yes, retention=90'

                """)
    }

    @Test func `what is added one way is removed the other`() async {
        let forth = await Run("diff", "--to", "cameras").output
        let back = await Run("diff", "--from", "cameras").output
        #expect(forth.hasPrefix("4 added, 0 removed, "))
        #expect(back.hasPrefix("0 added, 4 removed, "))
        #expect(forth.contains("+ phase:camera-survey (cameras)\n"))
        #expect(back.contains("- phase:camera-survey (cameras)\n"))
        #expect(await forth == Run("diff", "--from", "", "--to=cameras").output)
    }

    @Test(arguments: [
        ["--from", "cameras,stuck", "--to", "stuck,cameras"],
        ["--from", "cameras", "--from", "stuck", "--to", "stuck,cameras:retention=30,lawful=yes"],
    ])
    func `equal sides do not differ`(arguments: [String]) async {
        #expect(await Run(["diff"] + arguments).output == "No difference.\n")
        let json = "{\n  \"changes\": [],\n  \"format\": \"phaseloom.diff/1\"\n}\n"
        #expect(await Run(["diff", "--json"] + arguments).output == json)
    }

    @Test func `answers in JSON`() async {
        let run = await Run("diff", "--to", "stuck", "--json")
        #expect(run.status == .yes)
        #expect(
            run.output.contains(
                """
                    {
                      "by": [
                        "stuck"
                      ],
                      "element": "artifact:permit",
                """))
    }

    @Test func `an overlay file takes part where it is named`() async {
        let files = MemoryFiles(["s.json": await Run("overlay", "stuck").output])
        let tool = CommandLineTool(version: "1", catalogue: Catalogue(overlays: [Cameras.self]))
        let run = await Run("diff", "--to", "stuck", "--overlay-file=s.json", tool: tool, files: files)
        #expect(await run.output == Run("diff", "--to", "stuck").output)
        let unnamed = await Run("diff", "--to", "cameras", "--overlay-file=s.json", tool: tool, files: files)
        #expect(unnamed.status == .usage)
        #expect(unnamed.messages.contains("the overlay 'stuck' of a file is on no side"))
        let configured = await Run("diff", "--to", "stuck:a=1", "--overlay-file=s.json", tool: tool, files: files)
        #expect(configured.messages.contains("'stuck' comes from a file and takes no options"))
    }

    @Test func `a resolution decides where there is something to decide`() async {
        let resolutions = """
            {"format": "phaseloom.resolutions/1", "resolutions": [
              {"conflict": "bound:validation/retention-kept", "choose": "cameras",
               "reason": "The insurer asks for it.", "authority": "Counsel"}]}
            """
        let files = MemoryFiles(["r.json": resolutions])
        let sides = ["--from", "cameras:retention=90", "--to", "cameras:retention=90,privacy"]
        #expect(await Run(["diff"] + sides).status == .no)
        #expect(await Run(["diff", "--resolutions", "r.json"] + sides, files: files).status == .yes)
        let idle = await Run("diff", "--to", "stuck", "--resolutions", "r.json", files: files)
        #expect(idle.status == .no)
        #expect(idle.output.contains("stale-resolution"))
    }

    @Test func `says which side is in conflict`() async {
        let run = await Run("diff", "--from", "cameras", "--to", "cameras:retention=90,privacy")
        #expect(run.status == .no)
        #expect(run.messages == "phaseloom: the overlays of '--to' contradict each other\n")
        #expect(await run.output == Run("check", "cameras:retention=90", "privacy").output)
    }

    @Test(arguments: [
        ([], "'--from' or '--to' is missing"),
        (["--to", "cameras,x=1"], "'x=1' belongs to no overlay"),
        (["--to", "camera"], "there is no overlay 'camera': did you mean 'cameras'?"),
        (["cameras"], "unexpected argument 'cameras'"),
    ])
    func `a mistake is explained`(arguments: [String], message: String) async {
        let run = await Run(["diff"] + arguments)
        #expect(run.status == .usage)
        #expect(run.messages.hasPrefix("phaseloom: \(message)"))
    }

    // MARK: check --minimal

    @Test func `finds a smallest set that conflicts`() async {
        let run = await Run("check", "stuck", "privacy", "cameras:retention=90", "--minimal")
        #expect(run.status == .no)
        #expect(run.messages == "phaseloom: a smallest set that clashes: 'cameras', 'privacy'\n")
        #expect(await run.output == Run("check", "privacy", "cameras:retention=90").output)
    }

    @Test func `finds a smallest set that cannot run`() async {
        let run = await Run("check", "stuck", "privacy", "cameras", "--minimal", "--json")
        #expect(run.status == .no)
        #expect(run.messages.contains("a smallest set that clashes: 'stuck'\n"))
        #expect(await run.output == Run("check", "stuck", "--json").output)
    }

    @Test func `has nothing to find where nothing clashes`() async {
        #expect(await Run("check", "cameras", "--minimal").output == Run("check", "cameras").output)
    }
}
