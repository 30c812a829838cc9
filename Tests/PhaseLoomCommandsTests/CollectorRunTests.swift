import Foundation
import PhaseLoom
import Synchronization
import Testing

@testable import PhaseLoomCommands

/// How a run of a collector goes: progress, cancellation, failures of its own.
@Suite struct CollectorRunTests {
    /// A collector that works until it is no longer wanted.
    private struct Endless: Collector {
        static let id: ID = "endless"
        static let help = "Works until it is no longer wanted."
        static let start = OverlayOption<Start>.choice("start", help: "what it does first", default: .report)
        static let options = [start.descriptor]
        let values: OptionValues

        enum Start: String, CaseIterable, Sendable {
            case report
            case interrupt
            case terminate
            case fail
            case finish
        }

        init(_ values: OptionValues) { self.values = values }

        func collect(in context: CollectorContext) async throws -> CollectorReport {
            _ = try context.write("partial.txt", [1])
            context.report("working", 1, of: 2)
            switch values[Self.start] {
            case .report: break
            case .interrupt: kill(getpid(), SIGINT)
            case .terminate: kill(getpid(), SIGTERM)
            case .fail: throw Breakdown(reason: "the \u{1B}lamp is dark")
            case .finish: return CollectorReport(evidence: [], verdict: .unmet)
            }
            while true {
                try context.checkCancellation()
                await Task.yield()
            }
        }

        struct Breakdown: Error { let reason: String }
    }

    private struct Worker: ConfigurableOverlay {
        static let identity = OverlayIdentity(id: "worker", title: "Worker", summary: "Works.")
        static var collectors: [any Collector.Type] { [Endless.self] }
        let values: OptionValues
        init(_ values: OptionValues) { self.values = values }
        var body: OverlayBody { OverlayBody() }
    }

    private static let tool = CommandLineTool(version: "1", catalogue: Catalogue(overlays: [Worker.self]))

    // MARK: cancellation

    @Test func `a task that is cancelled ends the work`() async {
        let task = Task { await Run("collect", "worker/endless", "-o", "out", tool: Self.tool) }
        task.cancel()
        let run = await task.value
        #expect(run.status == .environment)
        #expect(run.messages == "phaseloom: cancelled\n")
        #expect(run.output.isEmpty && run.files.paths.isEmpty)
    }

    @Test func `an interruption ends the work`() async {
        let messages = MemoryOutput()
        let files = MemoryFiles()
        let isStopped = Mutex(false)
        let environment = Environment(
            output: MemoryOutput(), messages: messages, files: files,
            interruptions: { callback in
                callback()
                return { isStopped.withLock { $0 = true } }
            })
        let status = await Self.tool.run(["collect", "worker/endless", "--output=out"], in: environment)
        #expect(status == .environment)
        #expect(messages.text == "phaseloom: cancelled\n")
        #expect(files.paths.isEmpty)
        #expect(isStopped.withLock { $0 })
    }

    @Test func `Ctrl-C ends the work`() async {
        await #expect(processExitsWith: .exitCode(PhaseLoomCommands.ExitStatus.environment.rawValue)) {
            let arguments = ["collect", "worker/endless", "--start=interrupt"]
            System.end(await CollectorRunTests.tool.run(arguments, in: .process).rawValue)
        }
    }

    @Test func `SIGTERM ends the work`() async {
        await #expect(processExitsWith: .exitCode(PhaseLoomCommands.ExitStatus.environment.rawValue)) {
            let arguments = ["collect", "worker/endless", "--start=terminate"]
            System.end(await CollectorRunTests.tool.run(arguments, in: .process).rawValue)
        }
    }

    @Test func `after the work a signal means what it always does`() async {
        await #expect(processExitsWith: .signal(SIGTERM)) {
            _ = await CollectorRunTests.tool.run(["collect", "worker/endless", "--start=finish"], in: .process)
            kill(getpid(), SIGTERM)
            // Another thread takes it, some time soon.
            while true { await Task.yield() }
        }
    }

    // MARK: outcomes

    @Test func `what a collector throws of its own is told`() async {
        let run = await Run("collect", "worker/endless", "--start=fail", "-o", "out", tool: Self.tool)
        #expect(run.status == .environment)
        #expect(run.messages.hasPrefix("phaseloom: 'worker/endless' fails: Breakdown(reason: "))
        #expect(!run.messages.contains("\u{1B}"))
        #expect(run.files.paths.isEmpty)
    }

    @Test func `a verdict of its own counts`() async {
        let run = await Run("collect", "worker/endless", "--start=finish", "-o", "out", tool: Self.tool)
        #expect(run.status == .no)
        #expect(run.output == "worker/endless: unmet\n")
        #expect(run.files.paths == ["out/partial.txt"])
    }

    // MARK: progress

    /// Shows steps of progress, with so many milliseconds between them.
    private func shown(_ steps: [CollectorProgress], every pause: Int64, columns: Int?, term: String = "xterm")
        -> String
    {
        let messages = MemoryOutput()
        let now = Mutex(Timestamp(milliseconds: 0))
        let environment = Environment(
            output: MemoryOutput(), messages: messages, files: MemoryFiles(), variables: ["TERM": term],
            messageColumns: columns, clock: { now.withLock { $0 } })
        let line = ProgressLine(Console(program: "p", environment: environment))
        for step in steps {
            now.withLock { $0 = $0.advanced(byMilliseconds: pause) }
            line.show(step)
        }
        line.end()
        return messages.text
    }

    private let steps = (1...4).map { CollectorProgress(step: "reading", done: $0, total: 4) }

    @Test func `a terminal shows one line that changes`() {
        let clear = "\r\u{1B}[K"
        #expect(
            shown(steps, every: 50, columns: 80) == "\(clear)reading: 50 %\(clear)reading: 100 %\(clear)")
        #expect(shown(steps, every: 1, columns: 80).isEmpty)
        let wide = [CollectorProgress(step: String(repeating: "x", count: 100) + "\u{1B}[2J", done: 1)]
        #expect(shown(wide, every: 100, columns: 10) == "\(clear)xxxxxxxxx\(clear)")
    }

    @Test(arguments: [nil, 80] as [Int?])
    func `elsewhere there is a line now and then`(columns: Int?) {
        #expect(shown(steps, every: 100, columns: columns, term: "dumb").isEmpty)
        #expect(shown(steps, every: 5000, columns: columns, term: "dumb") == "p: reading: 50 %\np: reading: 100 %\n")
    }

    @Test(
        arguments: [
            (0, 10, "x: 0 %"), (1, 3, "x: 33 %"), (10, 10, "x: 100 %"), (20, 10, "x: 100 %"), (-5, 10, "x: 0 %"),
            (7, nil, "x: 7"), (7, 0, "x: 7"), (.max, .max, "x: 100 %"), (.min, .max, "x: 0 %"),
        ] as [(Int, Int?, String)])
    func `progress in words`(done: Int, total: Int?, text: String) {
        #expect(CollectorProgress(step: "x", done: done, total: total).text == text)
    }
}
