import Foundation
import PhaseLoom
import Testing

@testable import PhaseLoomCommands

@Suite struct CompletionsTests {
    @Test(arguments: [
        ("phaseloom ", Command.all.map(\.syntax.name)),
        ("phaseloom st", ["start", "status"]),
        ("phaseloom start campus ca", ["cameras"]),
        ("phaseloom start campus cameras:re", ["retention="]),
        ("phaseloom status --state ", ["active", "blocked", "held", "cancelled", "closed"]),
        ("phaseloom export campus --format ", ["jsonl", "csv", "json"]),
        ("phaseloom amend campus --add pr", ["privacy"]),
        ("phaseloom gate --b", ["--by"]),
        ("phaseloom diff --from ca", ["cameras"]),
        ("phaseloom diff --from privacy,ca", ["privacy,cameras"]),
        ("phaseloom diff --to=privacy,ca", ["privacy,cameras"]),
        ("phaseloom diff --to cameras:lawful=no,re", ["no,retention="]),
        ("phaseloom diff --to cameras:lawful=no,pr", ["no,privacy"]),
        ("phaseloom sh", ["show"]),
        ("phaseloom --", ["--help", "--version"]),
        ("phaseloom show --f", ["--format"]),
        ("phaseloom show --format ", ["text", "brief", "json", "markdown", "mermaid", "dot"]),
        ("phaseloom show --format m", ["markdown", "mermaid"]),
        ("phaseloom show --format=j", ["json"]),
        ("phaseloom show --base ", ["standard", "delivery", "professional", "adoption"]),
        ("phaseloom show --view pi", ["pillars"]),
        ("phaseloom show ", ["cameras", "privacy", "stuck"]),
        ("phaseloom show --base standard ca", ["cameras"]),
        ("phaseloom show cameras:", ["retention=", "lawful="]),
        ("phaseloom show cameras:re", ["retention="]),
        ("phaseloom show cameras:lawful=no,re", ["no,retention="]),
        ("phaseloom show cameras:retention=", []),
        ("phaseloom show privacy:", []),
        ("phaseloom completions z", ["zsh"]),
        ("phaseloom help ch", ["check"]),
        ("phaseloom list --j", ["--json"]),
        ("phaseloom explain --te", ["--term", "--terms"]),
        ("phaseloom explain --term ", []),
        ("phaseloom collect ", ["core/file", "core/measurements"]),
        ("phaseloom collect core/m", ["core/measurements"]),
        ("phaseloom collect --j", ["--json"]),
        ("phaseloom collect core/file --v", ["--valid-from", "--valid-until"]),
        ("phaseloom collect --json core/file --a", ["--artifact"]),
        ("phaseloom collect core/measurements --unit-column x --for", ["--format"]),
        ("phaseloom collect core/file ", []),
        ("phaseloom nonsense ", []),
    ])
    func `bash completes`(line: String, expected: [String]) async throws {
        let words = try await complete(line).sorted()
        #expect(words == expected.sorted())
    }

    @Test func `bash completes files`() async throws {
        let folder = try Folder()
        try folder.write("own overlay.json", "{}")
        try folder.write("notes.txt", "")
        let line = "phaseloom show --overlay-file "
        #expect(try await complete(line + "ow", in: folder.path) == ["own overlay.json"])
        #expect(try await complete(line.dropLast() + "=no", in: folder.path) == ["notes.txt"])
        #expect(try await complete("phaseloom collect core/file --file ow", in: folder.path) == ["own overlay.json"])
    }

    @Test(arguments: Shell.allCases)
    func `a script is valid in its shell`(shell: Shell) async throws {
        let script = await Run("completions", shell.rawValue).output
        guard let result = try Shelf.run(shell.rawValue, ["-n"], input: script) else { return }
        #expect(result.status == 0)
        #expect(result.errors.isEmpty)
    }

    @Test(arguments: Shell.allCases)
    func `hostile names do nothing in a shell`(shell: Shell) async throws {
        let tool = CommandLineTool(
            name: "x$(touch /tmp/never)'\";y", version: "1", catalogue: Catalogue(overlays: [Hostile.self]))
        let script = await Run("completions", shell.rawValue, tool: tool).output
        #expect(script.unicodeScalars.allSatisfy { $0 == "\n" || $0.isPrintable })
        guard shell != .zsh else { return }
        let folder = try Folder()
        guard let result = try Shelf.run(shell.rawValue, [], input: script, in: folder.path) else { return }
        #expect(result.errors.isEmpty)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }

    @Test func `fish completes`() async throws {
        let lines = [
            ("phaseloom sh", "show"), ("phaseloom show --format js", "json"), ("phaseloom show cam", "cameras"),
            ("phaseloom show cameras:re", "cameras:retention="), ("phaseloom check --mi", "--minimal"),
            ("phaseloom diff --from privacy,cam", "privacy,cameras"),
            ("phaseloom diff --to cameras:re", "cameras:retention="),
            ("phaseloom diff --to privacy,cameras:re", "privacy,cameras:retention="),
            ("phaseloom collect core/m", "core/measurements"), ("phaseloom collect core/file --art", "--artifact"),
            ("phaseloom collect --json core/measurements --un", "--unit-column"),
        ]
        for (line, word) in lines {
            let input = await Run("completions", "fish").output + "complete -C '\(line)'\n"
            guard let result = try Shelf.run("fish", ["--no-config"], input: input) else { return }
            let words = result.output.split(separator: "\n").map { $0.split(separator: "\t").first.map(String.init) }
            #expect(words == [word], "\(line)")
        }
    }

    /// What bash offers at the end of a line, with the script sourced and words broken as bash does it.
    private func complete(_ line: String, in directory: String = "/") async throws -> [String] {
        let input =
            await Run("completions", "bash").output + """

                COMP_LINE='\(line)'
                COMP_POINT=${#COMP_LINE}
                _phaseloom
                ((${#COMPREPLY[@]})) && printf '%s\\n' "${COMPREPLY[@]}"
                """
        let result = try #require(try Shelf.run("bash", ["--norc"], input: input, in: directory))
        #expect(result.errors.isEmpty)
        return result.output.split(separator: "\n").map(String.init)
    }
}

/// An overlay that tries to run commands through its texts.
private struct Hostile: ConfigurableOverlay {
    static let identity = OverlayIdentity(
        id: "hostile", title: "it's $(touch a) `touch b` \"; touch c; \\ \u{1B}[31m ]", summary: "Hostile.")
    static let option = OverlayOption.flag("a'$(touch d);\u{7}", help: "'$(touch e)'", default: true)
    static let other = OverlayOption.flag("$(touch${IFS}f)", help: "`touch g`", default: true)
    static let options = [option.descriptor, other.descriptor]

    let values: OptionValues

    init(_ values: OptionValues) throws(InvalidValue) { self.values = values }

    var body: OverlayBody { OverlayBody() }
}
