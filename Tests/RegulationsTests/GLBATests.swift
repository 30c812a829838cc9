import PhaseLoom
import Testing

@testable import Regulations

/// Expected values: row 6 of the framework's overlay catalogue, the ten paragraphs of 16 CFR 314.4 and the exemption of
/// 16 CFR 314.6 for fewer than 5,000 consumers.
@Suite struct GLBATests {
    /// Every obligation with its paragraph and the phase that shows it.
    static let paragraphs: [(id: ID, phase: ID, paragraph: String)] = [
        ("glba-program-led", "intake", "(a)"), ("glba-risk-assessed", "assessment", "(b)"),
        ("glba-risk-assessment-written", "assessment", "(b)(1)"), ("glba-risks-treated", "scoping", "(b)"),
        ("glba-access-limited", "design", "(c)(1)"), ("glba-assets-known", "design", "(c)(2)"),
        ("glba-data-encrypted", "design", "(c)(3)"), ("glba-development-secure", "design", "(c)(4)"),
        ("glba-multi-factor-used", "design", "(c)(5)"), ("glba-unused-data-disposed", "closeout", "(c)(6)"),
        ("glba-changes-managed", "design", "(c)(7)"), ("glba-activity-logged", "design", "(c)(8)"),
        ("glba-safeguards-tested", "validation", "(d)(1)"), ("glba-monitored-or-tested", "validation", "(d)(2)"),
        ("glba-staff-trained", "transfer", "(e)"), ("glba-providers-overseen", "scoping", "(f)"),
        ("glba-program-adjusted", "closeout", "(g)"), ("glba-response-planned", "design", "(h)"),
        ("glba-board-informed", "closeout", "(i)"), ("glba-notice-in-time", "design", "(j)"),
        ("glba-notice-threshold-kept", "design", "(j)"),
    ]

    @Test(arguments: paragraphs)
    func `each paragraph is mandated where it is shown`(id: ID, phase: ID, paragraph: String) throws {
        let sequence = try Sample.composed(try GLBA())
        #expect(sequence.place(of: id) == phase)
        #expect(sequence.obligation(id)?.status == .mandated)
        #expect(sequence.obligation(id)?.attribution.cites == ["16 CFR 314.4\(paragraph)"])
    }

    @Test func `the ten paragraphs are complete, and nothing else is asked for`() throws {
        let letters = Set(Self.paragraphs.compactMap { $0.paragraph.dropFirst().first })
        #expect(letters == Set("abcdefghij"))
        #expect(try brought(by: GLBA()) == Set(Self.paragraphs.map(\.id)))
    }

    @Test func `fewer than five thousand consumers are owed less, by four paragraphs`() throws {
        let spared = try brought(by: GLBA()).subtracting(try brought(by: GLBA(options: ["consumers": "fewer"])))
        let exempt = Self.paragraphs.filter { ["(b)(1)", "(d)(2)", "(h)", "(i)"].contains($0.paragraph) }
        #expect(spared == Set(exempt.map(\.id)))
    }

    @Test func `notice goes to the commission within thirty days, from five hundred consumers on`() throws {
        let sequence = try Sample.composed(try GLBA(options: ["consumers": "fewer"]))
        #expect(
            sequence.obligation("glba-notice-in-time")?.bound == Bound("glba-notification-days", .atMost(30), unit: "d")
        )
        #expect(sequence.obligation("glba-notice-threshold-kept")?.bound?.interval == .atMost(500))
    }

    @Test func `monitoring without a break stands for tests within a year and six months`() throws {
        let proof = try #require(try Sample.composed(try GLBA()).obligation("glba-monitored-or-tested")?.proof)
        guard case .any(let ways) = proof else {
            Issue.record("\(proof)")
            return
        }
        #expect(ways.count == 2)
        #expect(proof.needs == ["glba-testing-report"])
        #expect(proof.description.contains("glba-penetration-test-age at most 366 d"))
        #expect(proof.description.contains("glba-vulnerability-assessment-age at most 184 d"))
    }

    @Test(arguments: ["glba-data-encrypted", "glba-multi-factor-used"] as [ID])
    func `the qualified individual may approve other controls`(id: ID) throws {
        let proof = try #require(try Sample.composed(try GLBA()).obligation(id)?.proof)
        #expect(proof.needs == ["glba-safeguards-plan"])
        #expect(proof.description.contains("qualified-individual"))
    }

    @Test func `data that are kept for a reason need not go after two years`() throws {
        let proof = try #require(try Sample.composed(try GLBA()).obligation("glba-unused-data-disposed")?.proof)
        let ways: [Proof] = [
            .measured(Bound("glba-unused-years", .atMost(2), unit: "years"), of: "glba-disposal-record"),
            .measured(Bound("glba-unexplained-records", .exactly(0)), of: "glba-disposal-record"),
        ]
        #expect(proof == Proof.any(ways).canonical)
    }

    @Test(arguments: [
        (["consumers": "4999"], "it takes one of '5000-or-more', 'fewer'"),
        (["consumer": "fewer"], "did you mean 'consumers'?"),
        (["consumers": ""], "it takes one of '5000-or-more', 'fewer'"),
    ])
    func `options that cannot be are refused with a hint`(options: [String: String], hint: String) {
        let error = #expect(throws: InvalidValue.self) { try GLBA(options: options) }
        #expect(error?.hint == hint)
    }

    @Test(arguments: paragraphs.map(\.id.text))
    func `nobody waives a paragraph`(obligation: String) throws {
        #expect(try Sample.conflicts(waiving: obligation, of: try GLBA()) == [.mandate])
    }

    private func brought(by overlay: GLBA) throws -> Set<ID> {
        let obligations = try Sample.composed(overlay).phases.flatMap { $0.entry + $0.gate }
        return Set(obligations.filter { $0.attribution.by == ["glba"] }.map(\.id)).subtracting(["amendment-approved"])
    }
}

// MARK: In the company of others

extension GLBATests {
    @Test(arguments: [("hipaa", 720.0), ("us-az", 720), ("banking", 36)])
    func `thirty days narrow a longer clock of breaches`(laws: String, hours: Double) throws {
        let sequence = try Sample.composed(try GLBA(), try BreachNotification(options: ["laws": laws]))
        #expect(sequence.obligation("breach-clock-planned")?.bound?.interval == .atMost(hours))
    }
}

// MARK: When it applies

extension GLBATests {
    @Test(arguments: [(12_000.0, nil), (5000, nil), (4999, "fewer"), (0, "fewer")] as [(Double, String?)])
    func `customer information brings it, in the size of the institution`(
        consumers: Double, option: String?
    ) {
        let facts = Sample.facts([
            Fact.dataClasses: .words(["customer-financial"]), Fact.ftcJurisdiction: .flag(true),
            Fact.consumers: .number(consumers),
        ])
        let advice = Sample.advice(on: GLBA.self, knowing: facts)
        #expect(advice.verdict == .mandatory && advice.options["consumers"] == option)
    }

    @Test func `another regulator has rules of its own`() {
        let facts = Sample.facts([
            Fact.dataClasses: .words(["customer-financial"]), Fact.ftcJurisdiction: .flag(false),
        ])
        #expect(Sample.advice(on: GLBA.self, knowing: facts).verdict == .unneeded)
    }

    @Test func `a bank hears of the guidelines that bind it`() {
        let facts = Sample.facts([
            Fact.dataClasses: .words(["customer-financial"]), Fact.ftcJurisdiction: .flag(false),
            Fact.sector: .words(["finance"]),
        ])
        let advice = Sample.advice(on: GLBA.self, knowing: facts)
        #expect(advice.verdict == .excluded && advice.reasons.map(\.cites) == [["12 CFR part 30, appendix B"]])
    }

    @Test func `who oversees the client is asked before the number of consumers decides anything`() {
        let facts = Sample.facts([Fact.dataClasses: .words(["customer-financial"])])
        let advice = Sample.advice(on: GLBA.self, knowing: facts)
        #expect(advice.verdict == .unknown)
        #expect(advice.questions.map(\.id) == ["consumers", "ftc-jurisdiction", "sector"])
    }
}
