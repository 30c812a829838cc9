import PhaseLoom
import PhaseLoomCommands
import PhaseLoomFormats
import Testing

/// The glossary on the command line: `explain --term` and `explain --terms`.
@Suite struct ExplainTermsTests {
    private static let tool = CommandLineTool(
        version: "1", catalogue: Catalogue(overlays: [Tools.self, Drills.self, Cameras.self]))

    // MARK: one word

    @Test func `defines a word`() async {
        let run = await Run("explain", "--term", "Service-Level-Agreements")
        #expect(run.status == .yes)
        #expect(run.messages.isEmpty)
        #expect(
            run.output == """
                term service level agreement
                  What provider and client agree about a service and how well it must work, with
                  figures that can be measured.
                  also called
                    SLA
                  see also
                    service level target, operational level agreement, underpinning contract
                  spoken of in
                    ISO/IEC 20000-1:2018, 3.2.20; ITIL 4, service level management

                """)
        #expect(await run.output == Run("explain", "--term=sla").output)
    }

    @Test func `shows every meaning of a word with who brings it`() async {
        let run = await Run("explain", "--term", "drills", tool: Self.tool)
        #expect(run.status == .yes)
        #expect(
            run.output == """
                term drill (drills)
                  A rehearsal. It is timed.
                  also called
                    exercise

                term drill (tools)
                  A tool for holes.

                """)
    }

    @Test func `leaves out what a term does not have`() async {
        let output = await Run("explain", "--term", "impact").output
        #expect(
            output
                == "term impact\n  How far an issue or change reaches: who and what it touches.\n  see also\n    priority\n"
        )
    }

    @Test func `answers in JSON`() async throws {
        let run = await Run("explain", "--json", "--term", "drill", tool: Self.tool)
        #expect(run.status == .yes)
        #expect(try run.output == TermsJSON.write(Self.tool.catalogue.glossary.entries(named: "drill")))
        #expect(await Run("explain", "--terms", "--json").output == TermsJSON.write(Glossary().entries))
    }

    @Test(arguments: [
        ("incidnet", "the glossary has no term 'incidnet': did you mean 'incident'?"),
        ("exercice", "the glossary has no term 'exercice': did you mean 'exercise'?"),
        ("", "the glossary has no term '': the list of terms shows what there is"),
    ])
    func `a word that has no definition is a usage error`(word: String, message: String) async {
        let run = await Run("explain", "--term", word, tool: Self.tool)
        #expect(run.status == .usage)
        #expect(run.output.isEmpty)
        #expect(run.messages == "phaseloom: \(message)\nphaseloom: see 'phaseloom explain --help'\n")
    }

    @Test(arguments: [
        "\u{1B}]0;x\u{7}\u{202E}", "🇩🇪", "\u{0}", "a\nphaseloom: all is well", String(repeating: "x", count: 200_000),
        String(repeating: "\u{301}", count: 50_000),
    ])
    func `a hostile word does no harm`(word: String) async {
        let run = await Run("explain", "--term=\(word)")
        #expect(run.status == .usage)
        #expect(run.messages.unicodeScalars.count < 300)
        #expect(run.messages.split(separator: "\n").count == 2)
        #expect(run.messages.unicodeScalars.allSatisfy { $0 == "\n" || $0.isPrintable })
    }

    // MARK: all words

    @Test func `lists every word with its first sentence`() async {
        let run = await Run("explain", "--terms", tool: Self.tool)
        #expect(run.status == .yes)
        let lines = run.output.split(separator: "\n")
        let heads = lines.filter { !$0.hasPrefix(" ") }.map(String.init)
        let core = Glossary().entries.map(\.term.name)
        #expect(heads.filter { !$0.contains("(") } == core)
        #expect(heads.filter { $0.contains("(") } == ["drill (drills)", "drill (tools)"])
        #expect(run.output.contains("\ndrill (drills)\n  A rehearsal.\n"))
        #expect(!run.output.contains("It is timed"))
    }

    @Test(arguments: [40, 80, 100, 200])
    func `no line is too wide`(columns: Int) async {
        for arguments in [["--terms"], ["--term", "problem"], ["--term", "attestation report"]] {
            let run = await Run(["explain"] + arguments, variables: ["NO_COLOR": "1"], terminalColumns: columns)
            #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= min(columns, 100) })
        }
    }

    @Test func `stands out on a terminal only`() async {
        #expect(await Run("explain", "--term", "gate", terminalColumns: 80).output.contains("\u{1B}[1mgate\u{1B}[0m"))
        let plain = await Run("explain", "--term", "gate", variables: ["NO_COLOR": "1"], terminalColumns: 80)
        #expect(!plain.output.contains("\u{1B}"))
    }

    // MARK: mistakes

    @Test(arguments: [
        (["cameras", "--term", "gate"], "'--term' takes no overlays, but is given 'cameras': leave it out"),
        (["--terms", "cameras"], "'--terms' takes no overlays, but is given 'cameras': leave it out"),
        (["--terms", "--term", "gate"], "'--term' and '--terms' do not go together: ask for one word or for all"),
        (["--term", "gate", "--element", "design"], "'--term' and '--element' do not go together"),
        (["--terms", "--base", "standard"], "'--terms' and '--base' do not go together"),
        (["--term=gate", "--overlay-file", "f"], "'--term' and '--overlay-file' do not go together"),
        (["--term=gate", "--resolutions", "f"], "'--term' and '--resolutions' do not go together"),
        (["--term=gate", "--term=phase"], "option '--term' is given twice"),
        (["--term"], "option '--term' needs a value: '--term WORD'"),
        (["--terms=gate"], "option '--terms' takes no value, but is given 'gate'"),
        (["cameras", "--json"], "'--json' goes with '--term' or '--terms'"),
    ])
    func `a mistake is explained`(arguments: [String], message: String) async {
        let run = await Run(["explain"] + arguments)
        #expect(run.status == .usage)
        #expect(run.output.isEmpty)
        #expect(run.messages.hasPrefix("phaseloom: \(message)"), "\(run.messages)")
    }
}

private struct Drills: ConfigurableOverlay {
    static let identity = OverlayIdentity(id: "drills", title: "Drills", summary: "Drills.")
    static let terms = [Term("drill", also: ["exercise"], "A rehearsal. It is timed.")]
    let values: OptionValues
    init(_ values: OptionValues) { self.values = values }
    var body: OverlayBody { OverlayBody() }
}

private struct Tools: ConfigurableOverlay {
    static let identity = OverlayIdentity(id: "tools", title: "Tools", summary: "Tools.")
    static let terms = [Term("drill", "A tool for holes.")]
    let values: OptionValues
    init(_ values: OptionValues) { self.values = values }
    var body: OverlayBody { OverlayBody() }
}
