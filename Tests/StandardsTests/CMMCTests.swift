import PhaseLoom
import PhaseLoomTesting
import Standards
import Testing

/// Expected values: row 10 of the framework's overlay catalogue; 32 CFR 170 (15, 110 and 24 further requirements; a
/// conditional status from four fifths, open items closed within 180 days, none at level 1; yearly affirmation).
@Suite struct CMMCTests {
    @Test(arguments: BaseSequence.shipped)
    func `it keeps the contract on every base`(base: BaseSequence) {
        #expect(OverlayContract.violations(of: CMMC.self, on: base) == [])
    }

    @Test(arguments: [
        (["level": "1"], "cmmc-met-requirements exactly 15"),
        (["level": "2"], "cmmc-score exactly 110"),
        (["level": "2", "conditional": "yes"], "cmmc-score from 88 to 110"),
        (["level": "3"], "cmmc-met-enhanced-requirements exactly 24"),
        (["level": "3", "conditional": "yes"], "cmmc-met-enhanced-requirements from 20 to 24"),
    ])
    func `each level has its result`(options: [String: String], bound: String) throws {
        let assessed = try composed(CMMC.self, options).obligation("cmmc-requirements-assessed", at: .validation)
        #expect(assessed?.bound?.description == bound)
        #expect(assessed?.status == .mandated)
    }

    @Test(arguments: [("1", 15), ("2", 110), ("3", 134)] as [(String, Double)])
    func `the plan describes every requirement of the level`(level: String, count: Double) throws {
        let described = try composed(CMMC.self, ["level": level]).obligation("cmmc-system-described", at: .design)
        #expect(described?.bound == Bound("cmmc-described-requirements", .atLeast(count)))
    }

    @Test(arguments: [
        (["level": "1"], false, "32 CFR 170.15"),
        (["level": "2", "assessor": "self"], false, "32 CFR 170.16"),
        (["level": "2"], true, "32 CFR 170.17"),
        (["level": "3"], true, "32 CFR 170.18"),
    ])
    func `whoever assesses is someone else, except for an assessment of oneself`(
        options: [String: String], separately: Bool, source: String
    ) throws {
        let assessed = try #require(try composed(CMMC.self, options).obligation("cmmc-requirements-assessed"))
        let signed = Proof.signed("cmmc-assessment-report", by: "cmmc-assessor", separately: separately)
        let parts = if case .all(let parts) = assessed.proof { parts } else { [assessed.proof].compactMap(\.self) }
        #expect(parts.contains(signed))
        #expect(assessed.attribution.cites.contains(source))
    }

    @Test func `level 3 builds on a full score of level 2`() throws {
        guard
            case .all(let parts) = try composed(CMMC.self, ["level": "3"]).obligation("cmmc-requirements-assessed")?
                .proof
        else {
            Issue.record("no proof of level 2")
            return
        }
        #expect(parts.contains(.measured(Bound("cmmc-score", .exactly(110)), of: "cmmc-assessment-report")))
    }

    @Test(arguments: [
        (["level": "1", "conditional": "yes"], "level 1 allows no open items (32 CFR 170.21)"),
        (["level": "1", "assessor": "c3pao"], "use 'self'"),
        (["level": "1", "assessor": "government"], "use 'self'"),
        (["level": "2", "assessor": "government"], "use 'c3pao' or 'self'"),
        (["level": "3", "assessor": "self"], "use 'government'"),
        (["level": "3", "assessor": "c3pao"], "use 'government'"),
        (["level": "4"], "it takes a whole number from 1 to 3"),
        (["level": "0"], "it takes a whole number from 1 to 3"),
        (["years": "0"], "it takes a whole number from 1 to 10"),
        (["levle": "2"], "did you mean 'level'?"),
    ])
    func `options that cannot be, or not together, are refused with a hint`(options: [String: String], hint: String) {
        let error = #expect(throws: InvalidValue.self) { try CMMC(options: options) }
        #expect(error?.hint == hint)
    }

    @Test func `open items are allowed only for a conditional status, and closed within 180 days`() throws {
        #expect(try composed(CMMC.self).obligation("cmmc-items-closed") == nil)
        let sequence = try composed(CMMC.self, ["conditional": "yes"])
        #expect(sequence.obligation("cmmc-items-closed")?.bound == Bound("cmmc-closing-time", .atMost(180), unit: "d"))
        #expect(sequence.obligation("cmmc-open-items-allowed", at: .validation)?.needs == ["cmmc-action-plan"])
    }

    @Test(arguments: [("1", "cmmc-assessment-age at most 366 d"), ("2", "cmmc-assessment-age at most 1096 d")])
    func `level 1 assesses itself every year, the others every three`(level: String, bound: String) throws {
        let current = try composed(CMMC.self, ["level": level]).obligation("cmmc-assessment-current")
        #expect(current?.bound?.description == bound)
    }

    @Test(arguments: [("1", nil), ("2", 1), ("3", 2), ("10", 9)])
    func `affirmation repeats for each year of the contract`(years: String, limit: Int?) throws {
        let sequence = try composed(CMMC.self, ["years": years])
        #expect(sequence.loops.first { $0.id == "cmmc-years" }?.limit == limit)
        #expect(sequence.phase("cmmc-affirmation")?.after == ["transfer"])
        #expect(
            sequence.obligation("cmmc-affirmed")?.proof
                == .signed("cmmc-affirmation-record", by: "affirming-official", separately: false))
    }

    @Test(arguments: ["cmmc-score-posted", "cmmc-incidents-reportable"] as [ID])
    func `only controlled information asks for a posted score and reports within 72 hours`(obligation: ID) throws {
        #expect(try composed(CMMC.self, ["level": "1"]).obligation(obligation) == nil)
        #expect(try composed(CMMC.self).obligation(obligation)?.status == .mandated)
    }

    @Test(arguments: ["1", "2", "3"])
    func `nothing of it can be waived at any level`(level: String) throws {
        let brought = try composed(CMMC.self, ["level": level]).obligations(of: "cmmc")
        #expect(brought.allSatisfy { $0.status == .mandated && !$0.needs.isEmpty })
        // Documentation, access control and audit trail (row 0-20).
        let classes: Set<ID> = ["cmmc-system-described", "cmmc-access-limited", "cmmc-activity-logged"]
        #expect(Set(brought.map(\.id)).isSuperset(of: classes))
        #expect(try refusesWaiver(of: "cmmc-status-held", in: CMMC.self, ["level": level]))
    }

    @Test(arguments: [("1", false), ("2", true), ("3", true)])
    func `controlled information in a cloud meets the moderate baseline`(level: String, isAsked: Bool) throws {
        let sequence = try composed(CMMC.self, ["level": level], with: [try FedRAMP()])
        #expect((sequence.obligation("cmmc-cloud-authorised", at: .design) != nil) == isAsked)
        let shared = sequence.obligation("amendment-approved", at: .execution)
        #expect(shared?.attribution.by == ["cmmc", "fedramp"])
    }
}

/// Row 10: a contract of the Department of Defense with federal contract or controlled unclassified information.
@Suite struct CMMCApplicabilityTests {
    @Test(
        arguments: [
            (["fci"], .mandatory, ["level": "1"]),
            (["cui"], .mandatory, ["level": "2"]),
            (["cui", "fci"], .mandatory, ["level": "2"]),
            (["personal"], .unneeded, [:]),
        ] as [([ID], Advice.Verdict, [String: String])])
    func `the information decides on the level`(
        classes: [ID], verdict: Advice.Verdict, options: [String: String]
    ) {
        let advice = advice(on: CMMC.self, known([.sector: ["defence"], .dataClasses: classes, .clauses: []]))
        #expect(advice.verdict == verdict && advice.options == options)
    }

    @Test func `outside defence only a clause asks for it`() {
        let facts = known([.sector: ["retail"], .dataClasses: ["cui"], .clauses: ["cmmc"]])
        #expect(advice(on: CMMC.self, facts).verdict == .contractual)
    }

    @Test func `what is not known is asked`() {
        let advice = advice(on: CMMC.self, known([.sector: ["defence"]]))
        #expect(advice.verdict == .unknown && advice.questions.map(\.id) == ["clauses", "data-classes"])
    }
}
