import PhaseLoom
import Synchronization
import Testing

@testable import PhaseLoomCommands

@Suite struct CollectCommandTests {
    private static func files() -> MemoryFiles {
        MemoryFiles([
            "d/hello.txt": "hello", "m.json": #"{"roc_auc": 0.91, "f1": {"value": null, "unit": "%"}}"#,
            "good.csv": "roc_auc\n0.91\n", "bad.csv": "name,value\nx,y\nx y,1\n",
        ])
    }

    private func collect(_ arguments: String..., files: MemoryFiles = files()) async -> Run {
        await Run(["collect"] + arguments, files: files)
    }

    // MARK: answers

    /// The hashes are those of `sha256sum`.
    @Test func `hashes a file, for people`() async {
        let run = await Run(
            ["collect", "core/file", Self.hello, "--artifact", "note", "--valid-until", "2027-01-01"],
            files: Self.files())
        #expect(run.status == .yes)
        #expect(run.messages.isEmpty)
        #expect(
            run.output == """
                core/file: met
                  note  hello.txt, 5 bytes
                      sha256:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824
                      valid until 2027-01-01T00:00:00Z

                """)
    }

    @Test func `imports measurements, for programs`() async {
        let run = await collect("core/measurements", "--artifact=report", "--file=m.json", "--json")
        #expect(run.status == .no)
        #expect(run.messages.isEmpty)
        #expect(
            run.output == """
                {
                  "collector": "core/measurements",
                  "evidence": [
                    {
                      "artifact": "report",
                      "file": "m.json",
                      "findings": [
                        {
                          "code": "undefined-measurement",
                          "hint": "measure it; an undefined value never meets a bound",
                          "message": "'f1' is undefined: its value is 'null'",
                          "severity": "warning",
                          "subject": "f1"
                        }
                      ],
                      "measurements": {
                        "f1": {
                          "unit": "%",
                          "value": null
                        },
                        "roc_auc": {
                          "unit": null,
                          "value": 0.91
                        }
                      },
                      "sha256": "798ee8768972055a3298f9ad9290b84c09359c5e0c17d9a0300499bc4ecb5396"
                    }
                  ],
                  "findings": [],
                  "format": "phaseloom.evidence/1",
                  "verdict": "undefined"
                }

                """)
    }

    @Test func `measurements and findings, for people`() async {
        let run = await collect("--file=m.json", "core/measurements", "--artifact=report")
        #expect(run.status == .no)
        #expect(run.output.hasPrefix("core/measurements: undefined\n  report  m.json, 53 bytes\n      sha256:"))
        #expect(
            run.output.hasSuffix(
                """
                      f1 undefined %
                      roc_auc 0.91
                      warning undefined-measurement: 'f1' is undefined: its value is 'null':
                        measure it; an undefined value never meets a bound

                """))
        #expect(await collect("core/measurements", "--artifact", "r", "--file", "good.csv").status == .yes)
    }

    // MARK: results

    @Test func `keeps the file beside its evidence`() async {
        let run = await Run(["collect", "core/file", "-o", "out", Self.hello, "--artifact=note"], files: Self.files())
        #expect(run.status == .yes)
        #expect(run.files["out/hello.txt"] == "hello")
        #expect(run.files.paths.filter { $0.hasPrefix("out/") } == ["out/hello.txt"])
    }

    @Test(arguments: [
        ["core/measurements", "--artifact=r", "--file=bad.csv"], ["core/file", "--artifact=r", "--file=none"],
    ])
    func `a run that fails leaves nothing behind`(arguments: [String]) async {
        let run = await Run(["collect", "-o", "out"] + arguments, files: Self.files())
        #expect(run.output.isEmpty)
        #expect(run.files.paths == Self.files().paths)
    }

    // MARK: failures

    private struct Failure: Sendable {
        let arguments: [String]
        let status: PhaseLoomCommands.ExitStatus
        let messages: [String]
    }

    private static let hello = "--file=d/hello.txt"
    private static let failures: [Failure] = [
        Failure(
            arguments: ["core/measurements", "--file=bad.csv"], status: .invalidInput,
            messages: [
                "bad.csv:2:3: 'y' is not a number: write it like '0.85', with a decimal point, no separators and the "
                    + "unit apart",
                "bad.csv:3:1: 'x y' is not an identifier: use 1 to 128 letters, digits, '-', '_' or '.', starting with "
                    + "a letter or a digit",
            ]),
        Failure(
            arguments: ["core/file", "--file=none"], status: .environment,
            messages: ["cannot read 'none': no such file or directory"]),
        Failure(
            arguments: ["core/file", "--file=locked"], status: .environment,
            messages: ["cannot read 'locked': permission denied"]),
        Failure(
            arguments: ["core/file", hello, "-o", "locked"], status: .environment,
            messages: ["cannot make the folder 'locked': permission denied"]),
        Failure(
            arguments: ["core/file", hello, "-o", "full"], status: .environment,
            messages: ["cannot write 'full/hello.txt': no space left on device"]),
        Failure(
            arguments: ["core/file", hello, "-o", "taken"], status: .environment,
            messages: ["cannot write 'taken/hello.txt': is a directory"]),
    ]

    @Test(arguments: failures.indices)
    func `says why there is no evidence`(place: Int) async {
        let failure = Self.failures[place]
        let files = MemoryFiles(
            ["d/hello.txt": "hello", "bad.csv": "name,value\nx,y\nx y,1\n"],
            refusing: [
                "locked": "permission denied", "full/": "no space left on device", "taken/hello.txt": "is a directory",
            ])
        let run = await Run(["collect", "--artifact=r"] + failure.arguments, files: files)
        #expect(run.status == failure.status)
        #expect(run.output.isEmpty)
        #expect(run.messages == failure.messages.map { "phaseloom: \($0)\n" }.joined())
        #expect(run.files.paths == ["bad.csv", "d/hello.txt"])
    }

    @Test(arguments: [
        ([], "'COLLECTOR' is missing: the collector", "collect"),
        (["core/fiel"], "COLLECTOR cannot be 'core/fiel': did you mean 'core/file'?", "collect"),
        (["cameras"], "COLLECTOR cannot be 'cameras': use one of 'core/file', 'core/measurements'", "collect"),
        (["core/file"], "core/file: option 'artifact' is missing: it takes an identifier", "collect core/file"),
        (
            ["core/file", "--artifcat", "x"], "unknown option '--artifcat': did you mean '--artifact'?",
            "collect core/file"
        ),
        (["core/file", "--artifact"], "option '--artifact' needs a value: '--artifact VALUE'", "collect core/file"),
        (["core/file", "--file="], "'--file' cannot be empty", "collect core/file"),
        (
            ["core/file", "--artifact=a b", "--file=x"],
            "core/file: option 'artifact' cannot be 'a b': it takes an identifier", "collect core/file"
        ),
        (
            ["core/measurements", "--artifact=a", "--file=x.txt"],
            "core/measurements: 'x.txt' does not tell its format: give 'format' as 'json' or 'csv'",
            "collect core/measurements"
        ),
        (
            ["core/file", "core/file"], "unexpected argument 'core/file': 'collect' takes one argument",
            "collect core/file"
        ),
        (["core/file", "--file=a", "--file=b"], "option '--file' is given twice", "collect core/file"),
    ])
    func `a mistake is explained`(arguments: [String], message: String, help: String) async {
        let run = await Run(["collect"] + arguments)
        #expect(run.status == .usage)
        #expect(run.output.isEmpty)
        #expect(run.messages == "phaseloom: \(message)\nphaseloom: see 'phaseloom \(help) --help'\n")
    }

    @Test func `hostile names are shown without harm`() async {
        let files = MemoryFiles(["\u{1B}[31m\n.txt": "x"])
        let run = await collect("core/file", "--artifact=a", "--file=\u{1B}[31m\n.txt", files: files)
        #expect(run.status == .yes)
        #expect(run.output.unicodeScalars.allSatisfy { $0 == "\n" || $0.isPrintable })
        let missing = await collect("core/file", "--artifact=a", "--file=\u{1B}[31m\nphaseloom: fine")
        #expect(missing.messages.split(separator: "\n").count == 1)
        #expect(missing.messages.unicodeScalars.allSatisfy { $0 == "\n" || $0.isPrintable })
    }
}
