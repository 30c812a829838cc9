import PhaseLoom
import PhaseLoomFormats
import Testing

@testable import PhaseLoomCommands

/// Recording rules over three facts: what a person would advise a shop.
@Suite struct RecommendTests {
    struct Recording: ConfigurableOverlay {
        static let identity = OverlayIdentity(
            id: "recording", title: "Recording", summary: "Records what happens.", cites: ["None"])
        static let days = OverlayOption.integer("days", help: "days that recordings are kept", default: 7, in: 1...90)
        static let place = OverlayOption.text("place", help: "where recordings are kept", default: "here")
        static let options = [days.descriptor, place.descriptor]
        static let applicability: [Applicability] = [
            .byStatute("Banks record their counters", when: Fact.sector.includes("finance"))
                .citing("Bank Act, 12").choosing(["days": "90", "place": "vault, left"]),
            .byChoice("Shops like to know", when: Fact.sector.includes("retail")),
            .excluded("Nobody is filmed at home", when: Fact.client.includes("household")),
        ]
        let values: OptionValues

        init(_ values: OptionValues) { self.values = values }

        var body: OverlayBody {
            Artifact("tape", "Tape")
            Produce("tape", in: .execution)
            Expect("tape-kept", "Tapes are kept", atGateOf: .validation).needing("tape")
                .measured("days", .atLeast(Double(values[Self.days])), unit: "d")
        }
    }

    struct Forgetting: ConfigurableOverlay {
        static let identity = OverlayIdentity(
            id: "forgetting", title: "Forgetting", summary: "Deletes what was recorded.", cites: ["None"])
        static let applicability: [Applicability] = [
            .byContract("The contract wants data deleted", when: Fact.clauses.includes("attestation"))
        ]
        let values: OptionValues

        init(_ values: OptionValues) { self.values = values }

        var body: OverlayBody { Limit("tape-kept", to: .atMost(30)).ifPresent() }
    }

    static let tool = CommandLineTool(
        version: "1", catalogue: Catalogue(overlays: [Recording.self, Forgetting.self]))

    static func run(_ facts: String, _ more: String...) async -> Run {
        let files = MemoryFiles(["facts.json": #"{"format": "phaseloom.facts/1", "facts": {\#(facts)}}"#])
        return await Run(["recommend", "facts.json"] + more, tool: tool, files: files)
    }

    @Test func `what the law demands comes first, with options, reasons and the command`() async {
        let run = await Self.run(#""sector": "finance", "clauses": [], "client": "enterprise""#)
        #expect(run.status == .yes)
        #expect(
            run.output == """
                Base sequence: standard

                Demanded by law
                  recording:days=90,place=vault\\, left  Recording
                      Banks record their counters (Bank Act, 12)
                      because sector is finance

                Nothing asks for
                  forgetting

                Compose them: phaseloom show recording:days=90,place=vault\\, left

                """)
    }

    @Test func `what is not known is asked, with what it decides`() async {
        let run = await Self.run(#""client": "household", "greenfield": false"#)
        #expect(run.status == .yes)
        #expect(run.output.contains("Out of place\n  recording  Recording\n      Nobody is filmed at home\n"))
        #expect(run.output.contains("Not decided: see the questions\n  forgetting  Forgetting\n"))
        #expect(run.output.contains("To be asked\n  clauses\n"))
        #expect(run.output.contains("  sector\n      In which sector does the client work?\n"))
        #expect(run.output.contains("      decides: recording\n"))
    }

    @Test func `what contradicts itself is told, and the answer is no`() async {
        let run = await Self.run(#""sector": "finance", "clauses": ["attestation"]"#)
        #expect(run.status == .no)
        #expect(run.messages.contains("what applies contradicts itself"))
        let json = await Self.run(#""sector": "finance", "clauses": ["attestation"]"#, "--json")
        #expect(json.status == .no)
        #expect(json.output.contains(#""conflicts": ["#) || json.output.contains("\"conflicts\": [\n"))
    }

    @Test func `the answer for programs has every overlay and the questions`() async throws {
        let run = await Self.run(#""sector": "retail""#, "--json")
        #expect(run.status == .yes)
        for part in [
            #""format": "phaseloom.recommendation/1""#, #""verdict": "voluntary""#, #""verdict": "unknown""#,
            #""ground": "choice""#, #""when": "sector is retail""#, #""fact": "clauses""#, #""isSound": true"#,
        ] {
            #expect(run.output.contains(part), "\(part)")
        }
    }

    @Test func `questions and template`() async throws {
        let questions = await Run("recommend", "--questions", tool: Self.tool)
        #expect(questions.status == .yes && questions.output.contains("  client\n      What kind of client is it?\n"))
        let template = await Run("recommend", "--template", tool: Self.tool)
        #expect(template.output == FactsFile.template(Self.tool.catalogue.facts))
        let run = await Run(
            ["recommend", "f"], tool: Self.tool, files: MemoryFiles(["f": template.output]))
        #expect(run.status == .yes && run.output.contains("To be asked"))
    }

    @Test(arguments: [
        (["recommend"], PhaseLoomCommands.ExitStatus.usage, "a facts file is missing"),
        (["recommend", "--questions", "--template"], .usage, "stand alone"),
        (["recommend", "--questions", "f"], .usage, "stand alone"),
        (["recommend", "--template", "--json"], .usage, "stand alone"),
        (["recommend", "none"], .environment, "cannot read 'none'"),
        (["recommend", "bad"], .invalidInput, "did you mean 'sector'?"),
        (["recommend", "bad", "worse"], .usage, "'worse'"),
    ])
    func `what cannot be done is refused`(arguments: [String], status: PhaseLoomCommands.ExitStatus, message: String)
        async
    {
        let files = MemoryFiles(["bad": #"{"format": "phaseloom.facts/1", "facts": {"sektor": "retail"}}"#])
        let run = await Run(arguments, tool: Self.tool, files: files)
        #expect(run.status == status && run.messages.contains(message), "\(run.messages)")
        #expect(run.output.isEmpty)
    }
}

@Suite struct ViewCommandTextTests {
    @Test func `a sequence is told by pillars`() async {
        let run = await Run("show", "cameras", "--view", "pillars")
        #expect(run.status == .yes)
        #expect(
            run.output.contains(
                """
                Scoping and design
                  ● Needs assessment and baseline · assessment · 4 to enter · 1 at the gate
                """))
    }

    @Test func `or in the words of a base, in JSON and Markdown, too`() async {
        let json = await Run("show", "--view", "delivery", "--format", "json")
        #expect(json.output.contains(#""view": "delivery""#))
        let markdown = await Run("show", "--view", "adoption", "--format", "markdown")
        #expect(markdown.output.hasPrefix("# Adoption of a standard\n"))
        #expect(await Run("show", "--view", "standard", "--base", "delivery").output.contains("done within"))
    }

    @Test(arguments: [
        (["--view", "pilars"], "did you mean 'pillars'?"),
        (["--view", "pillars", "--format", "dot"], "no views in 'dot'"),
    ])
    func `what is no view is refused`(arguments: [String], message: String) async {
        let run = await Run(["show"] + arguments)
        #expect(run.status == .usage && run.messages.contains(message), "\(run.messages)")
    }
}
