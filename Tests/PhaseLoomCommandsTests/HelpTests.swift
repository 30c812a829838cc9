import Foundation
import Testing

@testable import PhaseLoomCommands

@Suite struct HelpTests {
    private static let golden = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

    /// The golden screen; written anew when `PHASELOOM_UPDATE_GOLDEN` is 1.
    private func expectGolden(_ text: String, _ name: String) throws {
        let file = Self.golden.appending(path: "\(name).txt")
        if ProcessInfo.processInfo.environment["PHASELOOM_UPDATE_GOLDEN"] == "1" {
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        let expected = try String(contentsOf: file, encoding: .utf8)
        #expect(text.split(separator: "\n") == expected.split(separator: "\n"))
        #expect(text == expected)
    }

    @Test(arguments: Command.all.map(\.syntax.name))
    func `a command's help`(name: String) async throws {
        let run = await Run(name, "--help")
        #expect(run.status == .yes)
        #expect(run.messages.isEmpty)
        #expect(await run.output == Run("help", name).output)
        try expectGolden(run.output, "help-\(name)")
    }

    @Test(arguments: ["core/file", "core/measurements"])
    func `a collector's help`(name: String) async throws {
        let run = await Run("collect", name, "--help")
        #expect(run.status == .yes)
        #expect(run.messages.isEmpty)
        try expectGolden(run.output, "help-collect-\(name.split(separator: "/").joined(separator: "-"))")
    }

    @Test func `the overview`() async throws {
        try expectGolden(await Run("--help").output, "help")
        #expect(await Run("help").output == Run("-h").output)
    }

    @Test(arguments: [40, 60, 80, 100, 200])
    func `no line is too wide`(columns: Int) async {
        for name in Command.all.map(\.syntax.name) {
            let help = await Run(["help", name], terminalColumns: columns).output
            // Command lines are not broken: people copy them.
            let lines = help.split(separator: "\n").filter { !$0.hasPrefix("  phaseloom") && !$0.hasPrefix("Usage") }
            for line in lines { #expect(line.count <= columns, "\(name): \(line)") }
        }
    }

    @Test func `another program shows its own name`() async {
        let tool = CommandLineTool(name: "mine", version: "1", catalogue: Run.tool.catalogue)
        for name in Command.all.map(\.syntax.name) {
            // Stores have one name, whatever program opens them.
            let help = await Run("help", name, tool: tool).output.replacing("phaseloom.db", with: "")
            #expect(!help.contains("phaseloom"), "\(name)")
        }
        #expect(await Run("--version", tool: tool).output == "mine 1\n")
        #expect(await Run("nonsense", tool: tool).messages.hasPrefix("mine: unknown command 'nonsense'"))
    }
}
