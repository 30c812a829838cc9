import PhaseLoom
import SmartHome
import Testing

/// Expected values: rows 17 to 19 of the framework's overlay catalogue, P1a P2s P3 P4j P5 P6i P7 P8 and
/// permit < rough-in < inspection < energise < permission to operate.
@Suite struct SmartHomeTests {
    @Test func `the base keeps its eight phases`() throws {
        #expect(
            try composed().phases.map(\.id.text) == [
                "intake", "assessment", "scoping", "design", "execution", "validation", "transfer", "closeout",
            ])
    }

    @Test func `the trades follow the permit and the inspectors`() throws {
        let sequence = try composed()
        #expect(
            sequence.phase("execution")?.activities.map(\.id.text) == [
                "permit", "rough-in", "inspection", "close-walls", "energise",
            ])
        #expect(
            sequence.phase("validation")?.activities.map(\.id.text) == ["final-inspection", "permission-to-operate"])
    }

    @Test(arguments: [
        ("owner", ["ownership-proof"]),
        ("tenant", ["tenant-authorisation"]),
        ("multi-tenant", ["unit-authority"]),
        ("hoa", ["ownership-proof"]),
    ])
    func `intake waits for whoever must agree`(property: String, proofs: [String]) throws {
        let sequence = try composed(["property": property])
        let entry = sequence.phase("intake")?.entry ?? []
        #expect(entry.flatMap(\.needs).map(\.text) == proofs)
        let brought = sequence.artifacts.filter(\.isEntry).map(\.id.text)
        #expect(Set(brought).isSuperset(of: proofs))
    }

    @Test func `design computes what the law asks, and nobody can waive it`() throws {
        let gate = try composed().phase("design")?.gate ?? []
        #expect(
            gate.filter { $0.status == .mandated }.map(\.id.text) == [
                "boxes-large-enough", "busbars-suffice", "jurisdiction-resolved", "load-calculated",
            ])
        #expect(gate.first { $0.id == "load-calculated" }?.needs == ["load-calculation", "panel-survey"])
        #expect(gate.first { $0.id == "load-calculated" }?.bound?.description == "service-margin at least 0 A")
        #expect(gate.first { $0.id == "busbars-suffice" }?.bound?.description == "busbar-margin at least 0 A")
    }

    @Test func `execution waits for permit, utility and licences`() throws {
        let entry = try composed().phase("execution")?.entry.filter { $0.attribution.by != [.base] } ?? []
        #expect(entry.map(\.status) == [.mandated, .mandated, .plain])
        #expect(entry.map(\.id) == ["interconnection-filed", "permit-issued", "technicians-licensed"])
        #expect(
            entry.map(\.needs) == [
                ["interconnection-application"], ["construction-permit"], ["technician-credentials"],
            ])
    }

    @Test func `validation asks for the final inspection and the permission to operate`() throws {
        let gate = try composed().phase("validation")?.gate.filter { $0.status == .mandated } ?? []
        #expect(gate.map(\.id) == ["final-inspection-passed", "operation-permitted"])
    }

    @Test func `without a source in parallel design shows that there is none`() throws {
        let sequence = try composed(["interconnection": "no"])
        let design = sequence.phase("design")?.gate.map(\.id) ?? []
        #expect(design.contains("interconnection-not-applicable") && !design.contains("busbars-suffice"))
        #expect(sequence.phase("validation")?.activities.map(\.id) == ["final-inspection"])
        #expect(sequence.phase("execution")?.entry.contains { $0.id == "interconnection-filed" } == false)
    }

    @Test func `technicians may be left to the local law`() throws {
        let entry = try composed(["credentials": "no"]).phase("execution")?.entry ?? []
        #expect(!entry.contains { $0.id == "technicians-licensed" })
    }

    @Test(arguments: [
        ("2017", ["NEC 2017, 220.82", "NEC 2017, 220.87"]),
        ("2020", ["NEC 2020, 220.82", "NEC 2020, 220.87"]),
        ("2023", ["NEC 2023, 220.82", "NEC 2023, 220.87"]),
        ("2026", ["NEC 2026, 120.82", "NEC 2026, 120.87"]),
    ])
    func `the edition in force is cited in its own numbering`(code: String, cites: [String]) throws {
        let gate = try composed(["code": code]).phase("design")?.gate
        #expect(gate?.first { $0.id == "load-calculated" }?.attribution.cites == cites)
    }

    @Test(arguments: [
        (["property": "castle"], "it takes one of 'owner', 'tenant', 'multi-tenant', 'hoa'"),
        (["code": "2024"], "it takes one of '2017', '2020', '2023', '2026'"),
        (["credential": "no"], "did you mean 'credentials'?"),
        (["interconnection": "2"], "it takes 'yes' or 'no'"),
    ])
    func `options that cannot be are refused with a hint`(options: [String: String], hint: String) {
        let error = #expect(throws: InvalidValue.self) { try SmartHome(options: options) }
        #expect(error?.hint == hint)
    }

    private static let homes = Facts.Value.words(["home-systems"])

    @Test(
        arguments: [
            ("owned-home", "household", .voluntary, "owner"), ("rented-home", "household", .voluntary, "tenant"),
            ("rented-home", "enterprise", .voluntary, "owner"),
            ("shared-building", "household", .voluntary, "multi-tenant"),
            ("shared-building", "small-business", .voluntary, "owner"),
            ("association", "enterprise", .voluntary, "hoa"), ("commercial", "household", .unneeded, nil),
            ("none", "household", .unneeded, nil),
        ] as [(ID, ID, Advice.Verdict, String?)])
    func `it applies to residential property, whose kind and client are an option`(
        property: ID, client: ID, verdict: Advice.Verdict, option: String?
    ) {
        let known = facts([
            Fact.deliverables: Self.homes, Fact.property: .words([property]), Fact.client: .words([client]),
            Self.generation: .flag(false),
        ])
        let advice = Advice(on: "smart-home", weighing: SmartHome.applicability, knowing: known)
        #expect(advice.verdict == verdict && advice.options["property"] == option && advice.questions == [])
        #expect(advice.options["interconnection"] == option.map { _ in "no" })
    }

    @Test(arguments: [["cameras"], ["building-integration"], ["network", "cameras"]] as [[ID]])
    func `a home alone is no reason, nor are cameras in it`(deliverables: [ID]) {
        let known = facts([Fact.deliverables: .words(deliverables), Fact.property: .words(["shared-building"])])
        let advice = Advice(on: "smart-home", weighing: SmartHome.applicability, knowing: known)
        #expect(advice.verdict == .unneeded && advice.options == [:])
    }

    @Test(
        arguments: [
            (true, .contractual, "yes", []), (false, .voluntary, "no", []), (nil, .voluntary, "no", ["generation"]),
        ] as [(Bool?, Advice.Verdict, String, [ID])])
    func `solar work comes with generation or storage alone`(
        generation: Bool?, verdict: Advice.Verdict, interconnection: String, questions: [ID]
    ) {
        var known = facts([Fact.deliverables: Self.homes, Fact.property: .words(["owned-home"])])
        known[Self.generation] = generation.map { .flag($0) }
        let advice = Advice(on: "smart-home", weighing: SmartHome.applicability, knowing: known)
        #expect(advice.verdict == verdict && advice.questions.map(\.id) == questions)
        #expect(advice.options == ["property": "owner", "interconnection": interconnection])
    }

    /// Facts are known by their names.
    private static let generation = Fact("generation", "Is generation or storage of electricity installed?", .flag)

    @Test func `of nothing known, it asks what could matter`() {
        let advice = Advice(on: "smart-home", weighing: SmartHome.applicability, knowing: Facts())
        #expect(advice.verdict == .unknown)
        #expect(advice.questions.map(\.id) == ["client", "deliverables", "generation", "property"])
    }

    @Test func `the utility's terms are the ground, and licences are left to the law of the place`() throws {
        let sequence = try composed()
        let terms = ["Interconnection agreement and tariff of the utility"]
        #expect(sequence.entry("execution", "interconnection-filed")?.attribution.cites == terms)
        #expect(sequence.gate("validation", "operation-permitted")?.attribution.cites == terms)
        let licensed = sequence.entry("execution", "technicians-licensed")
        #expect(licensed?.status == .plain)
        #expect(licensed?.attribution.cites == ["Licensing law of the place of the work"])
    }

    private func composed(_ options: [String: String] = [:]) throws -> ComposedSequence {
        let sequence = try BaseSequence.standard.composed(with: [try SmartHome(options: options)])
        #expect(sequence.findings.allSatisfy { $0.severity == .note })
        return sequence
    }
}
