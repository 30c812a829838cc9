import PhaseLoom
import PhaseLoomTesting
import Testing

/// The contract finds every way of breaking it: each case breaks one rule and no other.
@Suite struct OverlayContractTests {
    static func overlay(
        version: String = "1.0.0", title: String = "Example", summary: String = "An example.",
        cites: [String] = ["A standard"], @OverlayBuilder _ body: () -> OverlayBody
    ) -> DeclarativeOverlay {
        DeclarativeOverlay(
            identity: OverlayIdentity(id: "example", version: version, title: title, summary: summary, cites: cites),
            body: body())
    }

    @OverlayBuilder static func sound() -> OverlayBody {
        Artifact("plan", "Plan")
        Insert("planning", "Plan the work").after(.design).before(.execution).producing("plan")
        Expect("planned", "The work is planned", atGateOf: "planning").needing("plan")
    }

    static let cases: [(DeclarativeOverlay, Violation.Rule)] = [
        (overlay(version: "1", sound), .identity),
        (overlay(title: "example.", sound), .identity),
        (overlay(summary: "no sentence", sound), .identity),
        (overlay { Expect("x", "the work is planned.", atGateOf: .design) }, .documentation),
        (overlay { Insert("x", "X").after(.design).before(.execution).producing("undeclared") }, .declaration),
        (overlay { Limit("no-such-criterion", to: .atLeast(1)) }, .composition),
        (
            overlay {
                Artifact("never", "Never"); Require("x", "X holds", toEnter: .design).needing("never")
            }, .verification
        ),
        (overlay { Insert("x", "X").after(.design).before(.execution).citing(" stray") }, .citation),
    ]

    @Test(arguments: cases.indices)
    func `finds what breaks a rule`(_ index: Int) {
        let (overlay, rule) = Self.cases[index]
        let violations = OverlayContract(overlay).violations()
        #expect(Set(violations.map(\.rule)) == [rule], "\(violations)")
    }

    @Test func `finds changes without a source, and elements that name none`() {
        let rules = Set(OverlayContract(Self.overlay(cites: [], Self.sound)).violations().map(\.rule))
        #expect(rules == [.citation, .explanation])
    }

    @Test func `finds nothing in an overlay that keeps it`() {
        #expect(OverlayContract(Self.overlay(Self.sound)).violations() == [])
    }

    struct Talkative: ConfigurableOverlay {
        static let identity = OverlayIdentity(
            id: "talkative", title: "Talkative", summary: "Terms of all kinds.", cites: ["A standard"])
        static let terms = [
            Term("good", "A good one. It refers to others.", seeAlso: ["gate", "fine"]), Term("fine", "A fine one."),
            Term("fine", "Another one."), Term(" stray", "A stray one."), Term("", "One without a name."),
            Term("lower", "starts without a capital."), Term("endless", "Has no end"), Term("lines", "Two\nlines."),
            Term("long", "A" + String(repeating: "h", count: 300) + "."), Term("lost", "Alone.", seeAlso: ["nowhere"]),
            Term("silent", ""),
        ]
        let values: OptionValues
        init(_ values: OptionValues) { self.values = values }
        var body: OverlayBody { Track("t", "Track") }
    }

    @Test func `finds terms that do not read as such`() {
        let sentence = "should be one or two sentences of at most 300 characters"
        #expect(
            OverlayContract.violations(of: Talkative.self).map(\.description) == [
                "documentation: the term 'fine' is defined twice",
                "documentation: the term ' stray' is empty or has stray spaces",
                "documentation: the term '' is empty or has stray spaces",
                "documentation: the definition of 'lower' \(sentence)",
                "documentation: the definition of 'endless' \(sentence)",
                "documentation: the definition of 'lines' \(sentence)",
                "documentation: the definition of 'long' \(sentence)",
                "documentation: 'lost' refers to 'nowhere', which is no term of its overlay or of the core",
                "documentation: the definition of 'silent' \(sentence)",
            ])
    }

    struct Careless: ConfigurableOverlay {
        static let identity = OverlayIdentity(
            id: "careless", title: "Careless", summary: "Options without help.", cites: ["A standard"])
        static let days = OverlayOption<Int>.integer("days", help: "days", default: 3, in: 1...9)
        static let options = [days.descriptor, days.descriptor]
        let values: OptionValues
        init(_ values: OptionValues) { self.values = values }
        var body: OverlayBody { Track("t", "Track") }
    }

    @Test func `finds options without help, or two of one name`() {
        let violations = OverlayContract.violations(of: Careless.self)
        #expect(Set(violations.map(\.rule)) == [.option])
        #expect(violations.count == 3)
    }

    @Test func `finds clashes with neighbours`() {
        let rival = DeclarativeOverlay(
            identity: OverlayIdentity(id: "rival", title: "Rival", summary: "A rival.", cites: ["A standard"]),
            body: OverlayBody(changes: [Insert("planning", "Another plan").after(.design).change]))
        let violations = OverlayContract(Self.overlay(Self.sound), among: [rival]).violations()
        #expect(violations.map(\.rule) == [.composition])
        #expect(violations.first?.message.hasPrefix("with its neighbours") == true)
    }

    struct Coded: ConfigurableOverlay {
        static let identity = OverlayIdentity(
            id: "coded", title: "Coded", summary: "Brings code.", cites: ["A standard"])
        static var collectors: [any Collector.Type] { [FileCollector.self, FileCollector.self] }
        let values: OptionValues
        init(_ values: OptionValues) { self.values = values }
        var body: OverlayBody { Expect("stated", "It is stated", atGateOf: .validation) }
        var criteria: [any Criterion] { ["stated", "stated", "unstated"].map { Always(obligation: $0) } }
    }

    struct Always: Criterion {
        let obligation: ID
        func judge(_ view: EvidenceView) -> Judgement { Judgement(.met) }
    }

    @Test func `finds code that does not belong to the overlay`() {
        let violations = OverlayContract.violations(of: Coded.self)
        #expect(
            violations.map(\.description) == [
                "code: it decides 'unstated' in code without stating it",
                "code: two of its criteria decide one obligation", "code: two of its collectors have one name",
            ])
    }
}
