import PhaseLoom
import Testing

@testable import PhaseLoomCommands

@Suite struct UsageTests {
    @Test(arguments: [
        ([], "a command is missing"),
        ([""], "unknown command ''"),
        (["shwo"], "unknown command 'shwo': did you mean 'show'?"),
        (["--hepl"], "unknown option '--hepl': did you mean '--help'?"),
        (["show", "--forma", "text"], "unknown option '--forma': did you mean '--format'?"),
        (["show", "--base", "standrad"], "'--base' cannot be 'standrad': did you mean 'standard'?"),
        (["collect", "file"], "COLLECTOR cannot be 'file': did you mean 'core/file'?"),
        (["show", "camera"], "there is no overlay 'camera': did you mean 'cameras'?"),
        (["show", "cameras:retentoin=3"], "cameras: there is no option 'retentoin': did you mean 'retention'?"),
        (
            ["show", "cameras:retention=0"],
            "cameras: option 'retention' cannot be '0': it takes a whole number from 1 to 3650"
        ),
        (["show", "cameras:retention"], "'retention' is not an option of 'cameras': write 'key=value'"),
        (["show", ""], "OVERLAY cannot be empty"),
        (["show", "-o", ""], "'-o' cannot be empty"),
        (["list", "cameras"], "unexpected argument 'cameras': 'list' takes no arguments"),
        (["overlay"], "'OVERLAY' is missing"),
        (["overlay", "cameras", "privacy"], "several overlays need a directory: write '-o DIR'"),
        (["overlay", "cameras", "cameras:retention=3", "-o", "d"], "'cameras' is given twice"),
        (["completions"], "'SHELL' is missing"),
        (["completions", "zhs"], "SHELL cannot be 'zhs': did you mean 'zsh'?"),
        (["help", "shwo"], "COMMAND cannot be 'shwo': did you mean 'show'?"),
        (
            ["show", "--overlay-file", "-", "--resolutions=-"],
            "standard input can be read only once: '-' is given for several files"
        ),
    ])
    func `a mistake is explained`(arguments: [String], message: String) async {
        let run = await Run(arguments)
        #expect(run.status == .usage)
        #expect(run.output.isEmpty)
        #expect(run.messages.hasPrefix("phaseloom: \(message)"), "\(run.messages)")
        #expect(run.messages.hasSuffix("--help'\n"))
    }

    private static let nasty = "\u{1B}]0;x\u{7}\u{202E}\u{0}\r\n\t\u{9B}31m"

    @Test(arguments: [
        [nasty], ["show", nasty], ["show", "--\(nasty)"], ["show", "-\(nasty)"], ["show", "--format", nasty],
        ["show", "cameras:\(nasty)=1"], ["show", "cameras:retention=\(nasty)"], ["show", "\(nasty):a=1"],
        ["show", "--overlay-file", nasty], ["show", "--resolutions", nasty], ["show", "--base=\(nasty)"],
        ["help", nasty], ["completions", nasty], ["overlay", nasty], ["list", nasty], ["--\(nasty)"],
        ["check", "--json=\(nasty)"], ["check", "--", nasty],
    ])
    func `control characters never reach the terminal`(arguments: [String]) async {
        let run = await Run(arguments)
        #expect(run.status != .yes)
        for scalar in (run.output + run.messages).unicodeScalars {
            #expect(scalar == "\n" || scalar.isPrintable, "\(scalar.escaped(asASCII: true))")
        }
    }

    @Test(arguments: ["x", "é", "🇩🇪", "\u{301}", "-", "--", ",", "=", ":", "\\"])
    func `huge arguments are refused briefly`(unit: String) async {
        let huge = String(repeating: unit, count: 200_000)
        for arguments in [[huge], ["show", huge], ["show", "cameras:\(huge)"], ["show", "--format=\(huge)"]] {
            let run = await Run(arguments)
            #expect(run.status == .usage)
            #expect(run.messages.count < 1000)
        }
    }

    @Test func `many arguments are read quickly`() async {
        #expect(
            await Run(["show"] + Array(repeating: "--overlay-file=x", count: 20_000) + ["--nonsense"]).status == .usage)
    }

    @Test func `a name cannot forge a message`() async {
        let run = await Run("show", "--overlay-file", "x\nphaseloom: all is well")
        #expect(run.messages.split(separator: "\n").count == 1)
    }

    @Test func `the process ends with the exit status`() async {
        // Whatever arguments the test's process has, they are none of this program's.
        await #expect(processExitsWith: .exitCode(ExitStatus.usage.rawValue)) {
            await CommandLineTool(version: "1", catalogue: Catalogue(overlays: [])).runAndExit()
        }
    }
}
