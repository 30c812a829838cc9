import PhaseLoom
import PhaseLoomTesting
import Standards
import Testing

/// Expected values: row 7 of the framework's overlay catalogue; NIST CSF 2.0 (6 functions with 31, 21, 22, 11, 13 and 8
/// subcategories, 106 together; tiers 1 to 4).
@Suite struct NISTCSFTests {
    @Test(arguments: BaseSequence.shipped)
    func `it keeps the contract on every base`(base: BaseSequence) {
        #expect(OverlayContract.violations(of: NISTCSF.self, on: base) == [])
    }

    @Test(
        arguments: [
            ("csf-govern-outcomes", 31), ("csf-identify-outcomes", 21), ("csf-protect-outcomes", 22),
            ("csf-detect-outcomes", 11), ("csf-respond-outcomes", 13), ("csf-recover-outcomes", 8),
        ] as [(ID, Double)])
    func `the current profile speaks of every outcome of a function`(measure: ID, count: Double) throws {
        let profiled = try #require(try composed(NISTCSF.self).obligation("csf-outcomes-profiled", at: .assessment))
        #expect(profiled.bound == Bound("csf-profiled-outcomes", .exactly(106)))
        guard case .all(let parts) = profiled.proof else {
            Issue.record("no proof by function")
            return
        }
        #expect(parts.contains(.measured(Bound(measure, .exactly(count)), of: "csf-current-profile")))
        #expect(parts.count == 6)
    }

    @Test func `gaps block the gate of design, profiles stand before it`() throws {
        let sequence = try composed(NISTCSF.self)
        let gaps = sequence.obligation("csf-gaps-planned", at: .design)
        #expect(gaps?.bound?.description == "csf-unplanned-gaps exactly 0")
        #expect(sequence.phase(holding: .design)?.consumes.contains("csf-target-profile") == true)
        #expect(
            sequence.obligation("csf-target-agreed", at: .scoping)?.proof
                == .signed("csf-target-profile", by: "risk-owner", separately: false))
    }

    @Test func `the amendment stands before execution where the framework binds`() throws {
        #expect(try composed(NISTCSF.self).obligation("amendment-approved") == nil)
        let approved = try composed(NISTCSF.self, ["binding": "yes"]).obligation("amendment-approved", at: .execution)
        #expect(approved?.status == .mandated)
        #expect(approved?.proof == .signed("framework-amendment", by: "approver", separately: false))
    }

    /// Documentation, access control and audit trail (row 0-20).
    @Test(arguments: ["csf-gaps-planned", "csf-access-managed", "csf-events-logged"] as [ID])
    func `each class of requirement is there, voluntary until a contract binds`(obligation: ID) throws {
        #expect(try composed(NISTCSF.self).obligation(obligation)?.status == .plain)
        #expect(try composed(NISTCSF.self, ["binding": "yes"]).obligation(obligation)?.status == .mandated)
        #expect(try !refusesWaiver(of: obligation.text, in: NISTCSF.self))
        #expect(try refusesWaiver(of: obligation.text, in: NISTCSF.self, ["binding": "yes"]))
    }

    @Test(arguments: [("1", "csf-tier from 1 to 4"), ("3", "csf-tier from 3 to 4"), ("4", "csf-tier exactly 4")])
    func `the tier wanted is a bound`(tier: String, bound: String) throws {
        let reached = try composed(NISTCSF.self, ["tier": tier]).obligation("csf-tier-reached", at: .validation)
        #expect(reached?.bound?.description == bound)
    }

    @Test(arguments: [
        (["tier": "0"], "it takes a whole number from 1 to 4"),
        (["tier": "5"], "it takes a whole number from 1 to 4"),
        (["tier": "adaptive"], "it takes a whole number from 1 to 4"),
        (["binding": "maybe"], "it takes 'yes' or 'no'"),
        (["tiers": "2"], "did you mean 'tier'?"),
    ])
    func `options that cannot be are refused with a hint`(options: [String: String], hint: String) {
        let error = #expect(throws: InvalidValue.self) { try NISTCSF(options: options) }
        #expect(error?.hint == hint)
    }

    @Test func `it is layered onto practices, and fitted to a small business without loss`() throws {
        let alone = try composed(NISTCSF.self)
        let layered = try composed(NISTCSF.self, with: [companion("itil-4"), companion("small-business")])
        let added: Set<ID> = ["csf-layer-on-practices", "csf-fit-to-size"]
        let activities = try #require(layered.phase(holding: .design)).activities.map(\.id)
        #expect(added.isSubset(of: activities))
        #expect(alone.phase(holding: .design)?.activities.contains { added.contains($0.id) } == false)
        #expect(layered.obligations(of: "nist-csf").map(\.id) == alone.obligations(of: "nist-csf").map(\.id))
    }
}

/// Row 2-39: voluntary for the private sector unless a contract or a grant incorporates it.
@Suite struct NISTCSFApplicabilityTests {
    @Test func `an agency has to use it`() {
        let advice = advice(on: NISTCSF.self, known([.client: ["federal-agency"]]))
        #expect(advice.verdict == .mandatory && advice.options == ["binding": "yes"])
        #expect(advice.reasons.first?.cites == ["Executive Order 13800, 1(c)(ii)"])
    }

    @Test func `a clause makes it binding`() {
        let advice = advice(on: NISTCSF.self, known([.client: ["enterprise"], .clauses: ["nist-csf"]]))
        #expect(advice.verdict == .contractual && advice.options == ["binding": "yes"])
    }

    @Test func `critical infrastructure alone leaves it voluntary`() {
        var facts = known([.client: ["enterprise"], .clauses: []])
        facts[.criticalInfrastructure] = .flag(true)
        let advice = advice(on: NISTCSF.self, facts)
        #expect(advice.verdict == .voluntary && advice.options == [:] && advice.questions == [])
        facts[.criticalInfrastructure] = .flag(false)
        #expect(Advice(on: "nist-csf", weighing: NISTCSF.applicability, knowing: facts).verdict == .unneeded)
    }

    @Test func `what is not known is asked`() {
        let advice = advice(on: NISTCSF.self, Facts())
        #expect(advice.verdict == .unknown)
        #expect(advice.questions.map(\.id) == ["clauses", "client", "critical-infrastructure"])
    }
}
