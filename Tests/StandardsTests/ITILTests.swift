import PhaseLoom
import PhaseLoomTesting
import Standards
import Testing

/// Expected values: rows 35, 2-09, 2-10, 2-26, 2-41 and 2-44 of the framework: 34 practices (14, 17 and 3), advice only,
/// no security controls, in parallel with NIST SP 800-53.
@Suite struct ITILTests {
    @Test(arguments: BaseSequence.shipped)
    func `it keeps the contract on every base`(base: BaseSequence) {
        #expect(OverlayContract.violations(of: ITIL.self, on: base) == [])
    }

    @Test(arguments: [("all", 34), ("service-management", 17), ("service-desk", 2)], BaseSequence.shipped)
    func `each practice is an activity, once`(practices: (String, Int), base: BaseSequence) throws {
        let sequence = try composed(ITIL.self, ["practices": practices.0], on: base)
        let activities = sequence.phases.flatMap(\.activities).filter { $0.attribution.by == ["itil-4"] }
        #expect(activities.count == practices.1)
        #expect(Set(activities.map(\.id)).count == practices.1)
    }

    @Test(
        arguments: [
            ("itil-service-desk", .operations), ("itil-incident-management", .operations),
            ("itil-change-enablement", .execution), ("itil-deployment-management", .execution),
            ("itil-service-level-management", .scoping), ("itil-knowledge-management", .transfer),
            ("itil-it-asset-management", .assessment), ("itil-continual-improvement", .closeout),
            ("itil-release-management", .validation), ("itil-service-design", .design),
            ("itil-strategy-management", .intake),
        ] as [(ID, ExtensionPoint)])
    func `practices take part where their work is done`(id: ID, point: ExtensionPoint) throws {
        #expect(try composed(ITIL.self).phase(holding: point)?.activities.contains { $0.id == id } == true)
    }

    @Test(arguments: ["all", "service-management", "service-desk"])
    func `advice blocks no gate`(practices: String) throws {
        #expect(try composed(ITIL.self, ["practices": practices]).obligations(of: "itil-4") == [])
    }

    @Test(arguments: [("all", 34), ("service-desk", 2)] as [(String, Double)])
    func `a contract makes it a criterion that nobody waives`(practices: String, count: Double) throws {
        let options = ["binding": "yes", "practices": practices]
        let brought = try composed(ITIL.self, options).obligations(of: "itil-4")
        #expect(brought.map(\.id) == ["itil-practices-adopted"] && brought.first?.status == .mandated)
        #expect(brought.first?.bound == Bound("itil-adopted-practices", .atLeast(count)))
        #expect(try refusesWaiver(of: "itil-practices-adopted", in: ITIL.self, options))
    }

    @Test func `practices and security controls stand side by side`() throws {
        let both = try composed(ITIL.self, with: [try Cybersecurity()])
        #expect(both.phase(holding: .transfer)?.activities.contains { $0.id == "itil-route-security-events" } == true)
        #expect(both.obligations(of: "itil-4") == [])
        #expect(
            both.obligations(of: "cybersecurity") == (try composed(Cybersecurity.self)).obligations(of: "cybersecurity")
        )
    }

    @Test(arguments: [
        (["practices": "some"], "it takes one of 'all', 'service-management', 'service-desk'"),
        (["contract": "yes"], "its options are 'binding', 'practices'"),
    ])
    func `options that cannot be are refused with a hint`(options: [String: String], hint: String) {
        let error = #expect(throws: InvalidValue.self) { try ITIL(options: options) }
        #expect(error?.hint == hint)
    }

    @Test(
        arguments: [
            (["itil-4"], "enterprise", "project", [], .contractual, ["binding": "yes"]),
            ([], "small-business", "continuous", [], .voluntary, ["practices": "service-desk"]),
            ([], "enterprise", "project", ["support"], .voluntary, [:]),
            ([], "enterprise", "project", ["cameras"], .unneeded, [:]),
        ] as [([ID], ID, ID, [ID], Advice.Verdict, [String: String])])
    func `only a contract makes it more than advice`(
        clauses: [ID], client: ID, delivery: ID, deliverables: [ID], verdict: Advice.Verdict, options: [String: String]
    ) {
        let facts = known([
            .clauses: clauses, .client: [client], .delivery: [delivery], .deliverables: deliverables,
        ])
        let advice = advice(on: ITIL.self, facts)
        #expect(advice.verdict == verdict && advice.options == options)
    }

    @Test func `what is not known is asked`() {
        let questions = advice(on: ITIL.self, Facts()).questions.map(\.id)
        #expect(questions == ["clauses", "client", "deliverables", "delivery"])
    }
}
