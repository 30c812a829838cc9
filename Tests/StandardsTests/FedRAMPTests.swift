import PhaseLoom
import PhaseLoomTesting
import Standards
import Testing

/// Expected values: row 9 of the framework's overlay catalogue; the profiles of FedRAMP revision 5 (156, 323 and 410
/// controls, 156 for LI-SaaS); the strategy guide for continuous monitoring (30, 90 and 180 days).
@Suite struct FedRAMPTests {
    @Test(arguments: BaseSequence.shipped)
    func `it keeps the contract on every base`(base: BaseSequence) {
        #expect(OverlayContract.violations(of: FedRAMP.self, on: base) == [])
    }

    @Test(arguments: [("low", 156), ("moderate", 323), ("high", 410), ("li-saas", 156)] as [(String, Double)])
    func `the baseline sets the number of controls`(baseline: String, controls: Double) throws {
        let sequence = try composed(FedRAMP.self, ["baseline": baseline])
        #expect(
            sequence.obligation("fedramp-controls-assessed", at: .validation)?.bound
                == Bound("assessed-controls", .atLeast(controls)))
        #expect(
            sequence.obligation("fedramp-controls-described", at: .design)?.bound
                == Bound("described-controls", .atLeast(controls)))
    }

    @Test func `the assessor is someone else, and the service is authorised before it is used`() throws {
        let sequence = try composed(FedRAMP.self)
        #expect(
            sequence.obligation("fedramp-controls-assessed")?.proof
                == .signed("fedramp-assessment-report", by: "independent-assessor", separately: true))
        let authorised = sequence.phase(holding: .transfer)?.entry.first { $0.id == "fedramp-authorised" }
        #expect(
            authorised?.proof == .signed("fedramp-authorisation-package", by: "authorising-official", separately: true))
        #expect(sequence.phase(holding: .validation)?.produces.contains("fedramp-authorisation-package") == true)
        #expect(
            sequence.obligation("fedramp-package-complete")?.needs == [
                "fedramp-assessment-report", "fedramp-authorisation-package", "fedramp-remediation-plan",
                "fedramp-security-plan",
            ])
    }

    @Test(arguments: BaseSequence.shipped)
    func `nothing of it can be waived on any base`(base: BaseSequence) throws {
        let brought = try composed(FedRAMP.self, on: base).obligations(of: "fedramp")
        #expect(brought.count == 14)
        #expect(brought.allSatisfy { $0.status == .mandated && !$0.needs.isEmpty && !$0.attribution.cites.isEmpty })
    }

    @Test(arguments: BaseSequence.shipped)
    func `a customer shows that the service is authorised and assesses nothing itself`(base: BaseSequence) throws {
        let sequence = try composed(FedRAMP.self, ["part": "customer"], on: base)
        let brought = sequence.obligations(of: "fedramp")
        #expect(brought.allSatisfy { $0.status == .mandated && !$0.needs.isEmpty && !$0.attribution.cites.isEmpty })
        #expect(sequence.obligation("fedramp-service-authorised")?.bound?.interval == .exactly(0))
        #expect(sequence.obligation("fedramp-duties-divided")?.needs == ["fedramp-duty-matrix"])
        for id in ["fedramp-controls-assessed", "fedramp-authorised", "fedramp-month-reported"] as [ID] {
            #expect(sequence.obligation(id) == nil)
        }
        #expect(!sequence.loops.contains { $0.id == "fedramp-months" })
    }

    @Test func `a customer goes together with the certification of its contract`() throws {
        let sequence = try composed(FedRAMP.self, ["part": "customer"], with: [try CMMC()])
        #expect(sequence.obligation("cmmc-cloud-authorised") != nil)
    }

    /// Documentation, access control and audit trail (row 0-20).
    @Test(arguments: ["fedramp-controls-described", "fedramp-access-enforced", "fedramp-events-audited"])
    func `each class of requirement is there`(obligation: String) throws {
        #expect(try refusesWaiver(of: obligation, in: FedRAMP.self))
    }

    @Test(arguments: [("2", 1), ("12", 11), ("36", 35)])
    func `monitoring repeats, a round for each month of the term`(months: String, limit: Int) throws {
        let sequence = try composed(FedRAMP.self, ["months": months])
        let loop = try #require(sequence.loops.first { $0.id == "fedramp-months" })
        #expect(loop.from == "fedramp-monitoring" && loop.to == "fedramp-monitoring" && loop.limit == limit)
        #expect(loop.criteria == ["fedramp-term-covered"])
        #expect(sequence.phase("fedramp-monitoring")?.after == ["transfer"])
        #expect(sequence.phase("closeout")?.after == ["fedramp-monitoring"])
    }

    @Test func `a base that hands over and closes at once monitors there`() throws {
        let sequence = try composed(FedRAMP.self, on: .professional)
        #expect(sequence.phases.count == 6)
        let loop = sequence.loops.first { $0.id == "fedramp-months" }
        #expect(loop?.from == "monitoring-and-handoff" && loop?.to == "monitoring-and-handoff")
    }

    @Test(
        arguments: [("fedramp-oldest-high", 30), ("fedramp-oldest-moderate", 90), ("fedramp-oldest-low", 180)]
            as [(ID, Double)])
    func `vulnerabilities age no further than their severity allows`(measure: ID, days: Double) throws {
        guard case .all(let parts) = try composed(FedRAMP.self).obligation("fedramp-flaws-remedied")?.proof else {
            Issue.record("no proof by severity")
            return
        }
        #expect(
            parts.contains(.measured(Bound(measure, .atMost(days), unit: "d"), of: "fedramp-monitoring-report")))
    }

    @Test func `workloads move only to authorised services`() throws {
        let migration = companion("cloud-migration") {
            Artifact("wave-plan", "Wave plan")
            Produce("wave-plan", in: .design)
        }
        let guarded = try composed(FedRAMP.self, with: [migration]).obligation("fedramp-provider-authorised")
        #expect(guarded?.needs == ["fedramp-boundary", "wave-plan"] && guarded?.status == .mandated)
        #expect(try composed(FedRAMP.self).obligation("fedramp-provider-authorised") == nil)
    }

    @Test(arguments: [
        (["baseline": "medium"], "it takes one of 'low', 'moderate', 'high', 'li-saas'"),
        (["baseline": ""], "it takes one of 'low', 'moderate', 'high', 'li-saas'"),
        (["months": "1"], "it takes a whole number from 2 to 120"),
        (["months": "-12"], "it takes a whole number from 2 to 120"),
        (["base-line": "low"], "did you mean 'baseline'?"),
    ])
    func `options that cannot be are refused with a hint`(options: [String: String], hint: String) {
        let error = #expect(throws: InvalidValue.self) { try FedRAMP(options: options) }
        #expect(error?.hint == hint)
    }
}

/// Row 1-41: active when the customer is a federal agency and the service is a cloud service.
@Suite struct FedRAMPApplicabilityTests {
    @Test(arguments: [("low", "low"), ("moderate", "moderate"), ("high", "high")] as [(ID, String)])
    func `an agency's cloud has to be authorised, at the baseline of its impact`(impact: ID, baseline: String) {
        let facts = known([
            .client: ["federal-agency"], .deliverables: ["cloud-service"], .impactLevel: [impact],
        ])
        let advice = advice(on: FedRAMP.self, facts)
        #expect(advice.verdict == .mandatory && advice.options == ["baseline": baseline, "part": "provider"])
    }

    @Test func `it is mandatory whether or not the impact is known`() {
        let advice = advice(
            on: FedRAMP.self, known([.client: ["federal-agency"], .deliverables: [], .targetLocations: ["cloud"]]))
        #expect(advice.verdict == .mandatory && advice.options == ["part": "customer"])
    }

    @Test func `covered defence information in a cloud asks for the moderate baseline`() {
        let facts = known([
            .client: ["mid-size"], .clauses: ["dfars-7012"], .targetLocations: ["cloud"],
        ])
        let advice = advice(on: FedRAMP.self, facts)
        #expect(advice.verdict == .contractual && advice.options == ["baseline": "moderate", "part": "customer"])
    }

    @Test(arguments: [("low", "moderate"), ("moderate", "moderate"), ("high", "high")] as [(ID, String)])
    func `a contractor's controlled information asks for at least the moderate baseline`(impact: ID, baseline: String) {
        let facts = known([
            .client: ["mid-size"], .sector: ["defence"], .dataClasses: ["cui"], .targetLocations: ["cloud"],
            .clauses: ["fedramp"], .impactLevel: [impact],
        ])
        let advice = advice(on: FedRAMP.self, facts)
        #expect(advice.verdict == .contractual)
        #expect(advice.options == ["baseline": baseline, "part": "customer"])
    }

    @Test(arguments: ["low", "moderate", "high"] as [ID])
    func `a clause asks for the baseline of the impact`(impact: ID) {
        let facts = known([.client: ["mid-size"], .clauses: ["fedramp"], .impactLevel: [impact]])
        #expect(advice(on: FedRAMP.self, facts).options == ["baseline": impact.text])
    }

    @Test func `an agency without a cloud does not need it`() {
        let facts = known([
            .client: ["federal-agency"], .deliverables: ["network"], .targetLocations: ["on-premises"], .clauses: [],
        ])
        #expect(advice(on: FedRAMP.self, facts).verdict == .unneeded)
    }

    @Test func `what is not known is asked`() {
        let advice = advice(on: FedRAMP.self, known([.client: ["federal-agency"], .deliverables: []]))
        #expect(advice.verdict == .unknown)
        #expect(
            advice.questions.map(\.id) == ["clauses", "data-classes", "impact-level", "sector", "target-locations"])
    }
}
