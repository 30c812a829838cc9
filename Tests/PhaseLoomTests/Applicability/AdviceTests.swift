import PhaseLoom
import Testing

/// Expected values: what a person would say of an umbrella.
@Suite struct AdviceTests {
    static let law = Fact("law", "Does a law demand umbrellas?", .flag)
    static let contract = Fact("contract", "Does the contract?", .flag)
    static let rain = Fact("rain", "Does it rain?", .flag)
    static let storm = Fact("storm", "Does a storm blow?", .flag)
    static let all = [law, contract, rain, storm]

    static let rules: [Applicability] = [
        .byChoice("It keeps dry", when: rain.holds).choosing(["size": "small", "colour": "red"]),
        .byContract("It was promised", when: contract.holds).choosing(["size": "large"]),
        .byStatute("The law wants it", when: law.holds).citing("Umbrella Act, 1").choosing(["size": "legal"]),
        .excluded("It would break", when: storm.holds),
    ]

    /// Facts by their first letters: a capital is yes, a small letter no, what is absent is not known.
    static func facts(_ letters: String) -> Facts {
        var facts = Facts()
        for letter in letters {
            guard let fact = all.first(where: { $0.id.text.first == letter.lowercased().first }) else { continue }
            facts[fact] = .flag(letter.isUppercase)
        }
        return facts
    }

    static func advice(_ letters: String) -> Advice {
        Advice(on: "umbrella", weighing: rules, knowing: facts(letters))
    }

    @Test(arguments: [
        ("LCRS", Advice.Verdict.mandatory, ""),
        ("lCRS", .excluded, ""),
        ("lCRs", .contractual, ""),
        ("lcRs", .voluntary, ""),
        ("lcrs", .unneeded, ""),
        ("lcrS", .excluded, ""),
        ("", .unknown, "contract law rain storm"),
        ("L", .mandatory, ""),
        ("C", .contractual, "law storm"),
        ("R", .voluntary, "contract law storm"),
        ("S", .excluded, "law"),
        ("lcr", .unneeded, ""),
        ("lc", .unknown, "rain storm"),
        ("lcs", .unknown, "rain"),
    ])
    func `the strongest reason decides, and only what could change it is asked`(
        known: String, verdict: Advice.Verdict, questions: String
    ) {
        let advice = Self.advice(known)
        #expect(advice.verdict == verdict)
        #expect(advice.questions.map(\.id.text).joined(separator: " ") == questions)
        #expect(advice.applies == [.mandatory, .contractual, .voluntary].contains(verdict))
    }

    @Test func `reasons stand in order of their strength, and the strongest sets the options`() {
        let advice = Self.advice("LCRs")
        #expect(advice.reasons.map(\.ground) == [.statute, .contract, .choice])
        #expect(advice.reasons.first?.cites == ["Umbrella Act, 1"])
        #expect(advice.options == ["size": "legal", "colour": "red"])
        #expect(Self.advice("lcRs").options == ["size": "small", "colour": "red"])
    }

    @Test func `an exclusion tells its reason and no options`() {
        let advice = Self.advice("lCRS")
        #expect(advice.reasons.map(\.reason) == ["It would break"])
        #expect(advice.options.isEmpty)
    }

    @Test(
        arguments: [
            ("LCRs", "handle+legal+ribs"), ("lCRs", "handle+ribs"), ("lcRs", "ribs"), ("LcrS", "legal+ribs"),
            ("lCRS", nil),
        ] as [(String, String?)])
    func `parts of a list unite over all reasons that count`(known: String, parts: String?) {
        let rules: [Applicability] = [
            .byChoice("It keeps dry", when: Self.rain.holds).joining(["parts": "ribs"]),
            .byContract("It was promised", when: Self.contract.holds).joining(["parts": "ribs+handle"]),
            .byStatute("The law wants it", when: Self.law.holds).joining(["parts": "ribs"]).joining(["parts": "legal"]),
            .excluded("It would break", when: Self.storm.holds).joining(["parts": "none"]),
        ]
        let advice = Advice(on: "umbrella", weighing: rules, knowing: Self.facts(known))
        #expect(advice.options["parts"] == parts)
    }

    @Test func `what is chosen outright stands instead of a list`() {
        let rules: [Applicability] = [
            .byStatute("The law wants it", when: .always).joining(["parts": "legal", "cover": ""]),
            .byChoice("It keeps dry", when: .always).choosing(["parts": "all"]),
        ]
        let advice = Advice(on: "umbrella", weighing: rules, knowing: Facts())
        #expect(advice.options == ["parts": "all", "cover": ""])
    }

    @Test func `without reasons nothing is needed or asked`() {
        let advice = Advice(on: "hat", weighing: [], knowing: Facts())
        #expect(advice.verdict == .unneeded && advice.reasons.isEmpty && advice.questions.isEmpty)
    }

    @Test func `more knowledge never changes what is settled`() {
        let letters = ["l", "L", "c", "C", "r", "R", "s", "S"]
        for known in ["L", "lcRs", "lcrs", "lS"] {
            let before = Self.advice(known)
            guard before.questions.isEmpty else { continue }
            for letter in letters where !known.lowercased().contains(letter.lowercased()) {
                #expect(Self.advice(known + letter).verdict == before.verdict)
            }
        }
    }
}
