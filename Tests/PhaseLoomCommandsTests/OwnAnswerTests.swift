import PhaseLoom
import PhaseLoomTesting
import Synchronization
import Testing

@testable import PhaseLoomCommands

/// Collectors that answer by themselves: what is printed where.
@Suite struct OwnAnswerTests {
    /// A collector that answers with a line for each word that it is given.
    private struct Echo: Collector {
        static let id: ID = "echo"
        static let help = "Answers with a line for each word that it is given."
        static let words = OverlayOption.text("words", help: "the words", default: "")
        static let outcome = OverlayOption<Outcome>.choice("outcome", help: "how it ends", default: .met)
        static let subject = OverlayOption.text("subject", help: "what the finding is about", default: "")
        static let options = [words.descriptor, outcome.descriptor, subject.descriptor]
        let values: OptionValues

        enum Outcome: String, CaseIterable, Sendable {
            case met, unmet, found, evidence, fail
        }

        init(_ values: OptionValues) { self.values = values }

        func collect(in context: CollectorContext) async throws -> CollectorReport {
            let file = try context.answer("echo.txt") { put in
                for word in values[Self.words].split(separator: " ") { try put("\(word)\n") }
            }
            let finding = CollectedFinding(
                "odd", .warning, "it is odd", subject: values[Self.subject], hint: "look at it")
            switch values[Self.outcome] {
            case .met: return CollectorReport(evidence: [])
            case .unmet: return CollectorReport(evidence: [], verdict: .unmet)
            case .found: return CollectorReport(evidence: [], findings: [finding])
            case .evidence: return CollectorReport(evidence: [CollectedEvidence("service-request", file)])
            case .fail: throw CollectorError(.data, ["w.txt:1:1: that is no word: write one"])
            }
        }
    }

    private struct Owner: ConfigurableOverlay {
        static let identity = OverlayIdentity(id: "own", title: "Own", summary: "Answers.")
        static var collectors: [any Collector.Type] { [Echo.self] }
        let values: OptionValues
        init(_ values: OptionValues) { self.values = values }
        var body: OverlayBody { OverlayBody() }
    }

    private static let tool = CommandLineTool(version: "1", catalogue: Catalogue(overlays: [Owner.self]))

    private func run(_ arguments: String...) async -> Run {
        await Run(["collect", "own/echo"] + arguments, tool: Self.tool)
    }

    @Test(arguments: [("ä b", "ä\nb\n"), ("x", "x\n"), ("{\"a\":1}", "{\"a\":1}\n")])
    func `the answer is printed as it is and nothing else`(words: String, answer: String) async {
        let run = await run("--words", words)
        #expect(run.status == .yes)
        #expect(run.output == answer)
        #expect(run.messages.isEmpty)
    }

    @Test func `an empty answer is one`() async {
        let run = await run()
        #expect(run.status == .yes && run.output.isEmpty && run.messages.isEmpty)
    }

    @Test func `findings, evidence and verdict go to the messages`() async {
        let found = await run("--words=a", "--outcome=found")
        #expect(found.status == .yes && found.output == "a\n")
        #expect(found.messages == "phaseloom: own/echo: met\nphaseloom:   warning odd: it is odd: look at it\n")
        let named = await run("--outcome=found", "--subject=list.csv:3")
        #expect(named.messages.hasSuffix("  warning odd: list.csv:3: it is odd: look at it\n"))
        let known = await run("--outcome=found", "--subject=it")
        #expect(known.messages.hasSuffix("  warning odd: it is odd: look at it\n"))
        let unmet = await run("--words=a", "--outcome=unmet")
        #expect(unmet.status == .no && unmet.output == "a\n")
        #expect(unmet.messages == "phaseloom: own/echo: unmet\n")
        let evidence = await run("--words=a", "--outcome=evidence")
        #expect(evidence.output == "a\n")
        #expect(evidence.messages.contains("service-request  echo.txt, 2 bytes"))
    }

    @Test func `with JSON the report is the answer, and the other one may be kept`() async {
        let run = await run("--words=a b", "--outcome=found", "--json", "-o", "out")
        #expect(run.status == .yes && run.messages.isEmpty)
        #expect(run.output.hasPrefix("{\n  \"collector\": \"own/echo\",\n  \"evidence\": [],\n  \"findings\": [\n"))
        #expect(run.files["out/echo.txt"] == "a\nb\n")
    }

    @Test func `a run that fails later keeps no file, and its status tells`() async {
        let run = await run("--words=a", "--outcome=fail", "-o", "out")
        #expect(run.status == .invalidInput)
        #expect(run.output == "a\n" && run.files.paths.isEmpty)
        #expect(run.messages == "phaseloom: w.txt:1:1: that is no word: write one\n")
    }

    @Test(arguments: [
        (FileFailure.closed, PhaseLoomCommands.ExitStatus.yes), (.refused("no space left"), .environment),
    ])
    func `an answer that cannot be written is a failure unless nobody reads it`(
        failure: FileFailure, status: PhaseLoomCommands.ExitStatus
    ) async {
        let run = await Run("collect", "own/echo", "--words=a", tool: Self.tool, failingWith: failure)
        #expect(run.status == status)
        #expect(run.messages.contains("no space left") == (status == .environment))
    }

    /// The progress of a collector stands on the same terminal as its answer.
    @Test func `the line of progress makes room for the answer`() {
        let screen = MemoryOutput()
        let now = Mutex(Timestamp(milliseconds: 0))
        let environment = Environment(
            output: screen, messages: screen, files: MemoryFiles(), variables: ["TERM": "xterm"], terminalColumns: 80,
            messageColumns: 80, clock: { now.withLock { $0 } })
        let console = Console(program: "p", environment: environment)
        let line = ProgressLine(console)
        let answer = OwnAnswer(console, line: line, isPrinted: true)
        now.withLock { $0 = Timestamp(milliseconds: 200) }
        line.show(CollectorProgress(step: "reading", done: 1, total: 2))
        #expect(throws: Never.self) { try answer.take("a\n") }
        #expect(throws: Never.self) { try answer.take("b\n") }
        line.end()
        #expect(screen.text == "\r\u{1B}[Kreading: 50 %\r\u{1B}[Ka\nb\n")
    }
}
