public import PhaseLoom
import PhaseLoomFormats

/// The command line of PhaseLoom over a catalogue of one's own.
///
/// ```swift
/// @main struct MyTool {
///     static func main() async {
///         await CommandLineTool(name: "my-tool", version: "1.0.0", catalogue: Catalogue(overlays: [MyOverlay.self]))
///             .runAndExit()
///     }
/// }
/// ```
public struct CommandLineTool: Sendable {
    /// The name by which the program is called.
    public let name: String
    /// The version of the program.
    public let version: String
    /// The base sequences and overlays that it knows by name.
    public let catalogue: Catalogue
    /// The formats in which it shows sequences; the first one is the default.
    public let renderers: [any Renderer]

    /// Makes a program.
    ///
    /// - Parameters:
    ///   - name: the name by which the program is called; help, messages and completions use it.
    ///   - version: the version of the program.
    ///   - catalogue: the base sequences and overlays that it knows by name.
    ///   - renderers: the formats in which it shows sequences, the default first; the shipped ones when empty.
    public init(name: String = "phaseloom", version: String, catalogue: Catalogue, renderers: [any Renderer] = []) {
        self.name = name
        self.version = version
        self.catalogue = catalogue
        self.renderers = renderers.isEmpty ? Self.shippedRenderers : renderers
    }

    /// The formats that come with PhaseLoom.
    public static let shippedRenderers: [any Renderer] = [
        TextRenderer(), TextRenderer.brief, SequenceJSON(), MarkdownRenderer(), MermaidRenderer(), DOTRenderer(),
    ]

    /// Runs the command line of this process and ends the process with its exit status.
    public func runAndExit() async -> Never {
        System.ignoreWriteSignals()
        let status = await run(Array(CommandLine.arguments.dropFirst()), in: .process)
        System.end(status.rawValue)
    }

    /// Runs one command line.
    ///
    /// When the task is cancelled, work that takes long ends early, and the answer is ``ExitStatus/environment``.
    ///
    /// - Parameters:
    ///   - arguments: the arguments after the name of the program.
    ///   - environment: everything that the run touches outside itself.
    /// - Returns: the exit status: whether the answer is yes, or why there is none.
    public func run(_ arguments: [String], in environment: Environment) async -> ExitStatus {
        let console = Console(program: name, environment: environment)
        do throws(CommandFailure) {
            return try await dispatch(arguments, console)
        } catch {
            console.say(error.messages)
            if error.status == .usage {
                console.say(["see '\(([name] + commandWords(arguments)).joined(separator: " ")) --help'"])
            }
            return error.status
        }
    }

    /// The words of a command line that name a command, and its collector if it has one.
    private func commandWords(_ arguments: [String]) -> [String] {
        guard let command = Command.all.first(where: { $0.syntax.name == arguments.first }) else { return [] }
        let narrowed = command.narrow(arguments.dropFirst(), self)
        return [command.syntax.name] + (narrowed?.arguments.map(\.value.placeholder) ?? [])
    }

    /// The words that the program knows.
    var vocabulary: Vocabulary {
        Vocabulary(
            commands: Command.all.map(\.syntax), formats: renderers.map(\.format),
            bases: catalogue.bases.map(\.id.text),
            overlays: catalogue.overlays.map {
                .init(id: $0.identity.id.text, title: $0.identity.title, options: $0.options.map(\.name))
            }, collectors: catalogue.allCollectors.map { CommandSyntax.collect.narrowed(to: $0) })
    }

    private func dispatch(_ arguments: [String], _ console: Console) async throws(CommandFailure) -> ExitStatus {
        // The system replaces what it cannot decode; a log would keep the replacement for good.
        if let text = arguments.first(where: { $0.unicodeScalars.contains("\u{FFFD}") }) {
            throw .usage("'\(text.excerpt)' is not valid UTF-8")
        }
        let help = HelpText(program: name, vocabulary: vocabulary, columns: console.environment.columns)
        guard let first = arguments.first else { throw .usage("a command is missing") }
        switch first {
        case "--help", "-h":
            try console.answer(help.overview)
            return .yes
        case "--version":
            try console.answer("\(name) \(version)\n")
            return .yes
        default: break
        }
        guard let command = Command.all.first(where: { $0.syntax.name == first }) else { throw unknown(first).failure }
        let parsed: ParsedArguments
        let syntax = command.narrow(arguments.dropFirst(), self) ?? command.syntax
        do throws(UsageError) {
            parsed = try ArgumentParser.parse(arguments.dropFirst(), for: syntax, knowing: vocabulary)
        } catch {
            throw error.failure
        }
        if parsed.has(.help) {
            try console.answer(help.page(of: syntax))
            return .yes
        }
        let invocation = Invocation(tool: self, arguments: parsed, console: console)
        do throws(CommandFailure) {
            return try await command.run(invocation)
        } catch {
            guard let refusal = error.refusal else { throw error }
            return try invocation.answer(refusal, error)
        }
    }

    private func unknown(_ word: String) -> UsageError {
        guard word.hasPrefix("-"), word != "-" else {
            return UsageError("unknown command '\(word.excerpt)'", for: word, among: Command.all.map(\.syntax.name))
        }
        return UsageError("unknown option '\(word.excerpt)'", for: word, among: ["--help", "--version"])
    }
}
