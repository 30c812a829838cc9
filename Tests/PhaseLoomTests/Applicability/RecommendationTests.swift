import PhaseLoom
import Testing

@Suite struct RecommendationTests {
    struct Umbrella: ConfigurableOverlay {
        static let identity = OverlayIdentity(id: "umbrella", title: "Umbrella", summary: "Keeps dry.", cites: ["None"])
        static let applicability = AdviceTests.rules
        let values: OptionValues
        var body: OverlayBody { OverlayBody() }

        init(_ values: OptionValues) { self.values = values }
    }

    struct Boots: ConfigurableOverlay {
        static let identity = OverlayIdentity(id: "boots", title: "Boots", summary: "Keep warm.", cites: ["None"])
        static let applicability: [Applicability] = [.byChoice("Feet stay dry", when: AdviceTests.rain.holds)]
        let values: OptionValues
        var body: OverlayBody { OverlayBody() }

        init(_ values: OptionValues) { self.values = values }
    }

    private let catalogue = Catalogue(overlays: [Umbrella.self, Boots.self])

    @Test func `nothing known asks for what could matter, with the overlays concerned`() {
        let recommendation = Recommendation(from: catalogue, knowing: Facts())
        #expect(recommendation.base == "standard" && recommendation.applying.isEmpty)
        #expect(recommendation.questions.map(\.fact.id) == ["contract", "law", "rain", "storm"])
        #expect(recommendation.questions.map(\.overlays)[2] == ["boots", "umbrella"])
    }

    @Test func `what applies comes in order of identifiers`() {
        var facts = Facts()
        facts[AdviceTests.rain] = .flag(true)
        #expect(Recommendation(from: catalogue, knowing: facts).applying.map(\.overlay) == ["boots", "umbrella"])
    }

    @Test(arguments: [(true, "external", "delivery"), (true, "internal", "standard"), (false, "external", "standard")])
    func `a green field with an outside provider has a base of its own`(isGreen: Bool, relation: String, base: String)
        throws
    {
        var facts = Facts()
        facts[.greenfield] = .flag(isGreen)
        facts[.relation] = .words([try ID(relation)])
        let recommendation = Recommendation(from: catalogue, knowing: facts)
        #expect(recommendation.base.text == base)
        #expect(recommendation.baseReasons.isEmpty == (base == "standard"))
    }

    @Test func `the catalogue knows the facts over which its overlays decide`() {
        #expect(
            catalogue.facts.map(\.id) == ["contract", "greenfield", "law", "rain", "relation", "storm"])
    }

    struct Permit: ConfigurableOverlay {
        static let identity = OverlayIdentity(id: "permit", title: "Permit", summary: "Asks leave.", cites: ["Law, 1"])
        static let applicability: [Applicability] = [.byStatute("The law asks", when: .always).citing("Law, 1")]
        let values: OptionValues
        var body: OverlayBody {
            Artifact("permit", "Permit")
            Produce("permit", in: .design)
            Require("permitted", "The work is permitted", toEnter: .execution).needing("permit").mandated()
        }

        init(_ values: OptionValues) { self.values = values }
    }

    @Test func `a base without a gate before execution is declined where a law needs that gate`() {
        var facts = Facts()
        facts[.greenfield] = .flag(true)
        facts[.relation] = .words(["external"])
        let recommendation = Recommendation(from: Catalogue(overlays: [Permit.self]), knowing: facts)
        #expect(recommendation.base == "standard")
        #expect(recommendation.declined?.base == "delivery" && recommendation.declined?.overlay == "permit")
        #expect(Recommendation(from: catalogue, knowing: facts).declined == nil)
    }
}
