import PhaseLoom
import ServiceOperations
import Testing

/// Expected values: row 28 of the framework's overlay catalogue, P1..P7 (O R)* X P8; rows 1-43 (three clauses), 1-48 to
/// 1-51 (periods, responsibility, service levels, sourcing), 0-09 (drift), 1-32 and 1-33 (streams, repair time).
@Suite struct ManagedServicesTests {
    @Test func `periods and exit stand between the transfer and closeout`() throws {
        let composed = try Composed(ManagedServices.self)
        #expect(Array(composed.phases.suffix(4)) == ["transfer", "service-period", "exit", "closeout"])
        #expect(composed.sequence.phase(holding: .operations)?.id == "service-period")
        #expect(composed.doubts == [])
    }

    @Test(arguments: [
        ("month", "12", 11), ("month", "36", 35), ("quarter", "12", 3), ("quarter", "13", 4), ("month", "2", 1),
    ])
    func `a term of some periods leads back one time fewer`(period: String, term: String, limit: Int) throws {
        let sequence = try Composed(ManagedServices.self, ["period": period, "term": term]).sequence
        #expect(sequence.loops.map(\.limit) == [limit])
        #expect(sequence.loops.map(\.from) == ["service-period"])
        #expect(sequence.loops.map(\.to) == ["service-period"])
        #expect(sequence.loops.map(\.criteria) == [["managed-term-ended"]])
    }

    @Test(arguments: [["term": "1"], ["period": "quarter", "term": "3"], ["period": "quarter", "term": "2"]])
    func `a single period leads nowhere back`(options: [String: String]) throws {
        #expect(try Composed(ManagedServices.self, options).sequence.loops.isEmpty)
    }

    @Test(arguments: [BaseSequence.standard, .delivery])
    func `the period holds operations where transfer and closeout are apart`(base: BaseSequence) throws {
        let sequence = try Composed(ManagedServices.self, on: base).sequence
        let transfer = try #require(sequence.phase(holding: .transfer))
        #expect(sequence.phase("service-period")?.after == [transfer.id])
        #expect(sequence.phase(holding: .closeout)?.after == ["exit"])
    }

    @Test(arguments: [BaseSequence.professional, .adoption])
    func `where one phase hands over and closes, it repeats as the period`(base: BaseSequence) throws {
        let composed = try Composed(ManagedServices.self, on: base)
        let last = try #require(composed.sequence.phase(holding: .closeout))
        #expect(last.points.contains(.operations))
        #expect(composed.sequence.loops.contains { $0.from == last.id && $0.to == last.id && $0.limit == 11 })
        #expect(composed.places("managed-term-ended") == [last.id.text])
        #expect(composed.doubts == [])
    }

    @Test func `scoping waits for the client's decision and asks for three clauses`() throws {
        let composed = try Composed(ManagedServices.self)
        #expect(composed.requirement("managed-sourcing-decided")?.needs == ["sourcing-decision"])
        for clause in ["managed-audit-rights", "managed-monitoring", "managed-breach-notice"] as [ID] {
            #expect(composed.places(clause) == ["scoping"])
            #expect(composed.criterion(clause)?.needs == ["managed-service-agreement"])
        }
    }

    @Test func `a service level is met or remedied; without failures there is no time to repair`() throws {
        let composed = try Composed(ManagedServices.self, ["availability": "99.95", "repair": "2"])
        #expect(
            composed.criterion("managed-availability")?.proof?.description
                == "sla-report handed in and (shortfall-record signed by client or "
                + "availability at least 99.95 % in sla-report)"
                || composed.criterion("managed-availability")?.proof?.description
                    == "shortfall-record signed by client or availability at least 99.95 % in sla-report"
        )
        let repair = composed.criterion("managed-repair-time")?.proof?.description ?? ""
        #expect(repair.contains("mean-time-to-repair at most 2 h in sla-report"))
        #expect(repair.contains("failures exactly 0 in sla-report"))
    }

    @Test func `drift is bounded in each period`() throws {
        let drift = try Composed(ManagedServices.self, ["drift": "5"]).criterion("managed-drift")
        #expect(drift?.bound?.description == "items-outside-baseline at most 5")
        #expect(drift?.needs == ["drift-report"])
    }

    @Test func `the exit is the one of the exit overlay`() throws {
        let composed = try Composed(ManagedServices.self, with: [try ServiceExit()])
        #expect(composed.phases.filter { $0 == "exit" }.count == 1)
        #expect(composed.sequence.phase("exit")?.attribution.by == ["exit", "managed-services"])
        #expect(composed.sequence.phase("exit")?.after == ["service-period"])
        #expect(composed.doubts == [])
    }

    @Test(arguments: [
        (["period": "week"], "it takes one of 'month', 'quarter'"),
        (["term": "0"], "it takes a whole number from 1 to 120"),
        (["availability": "101"], "it takes a number from 0 to 100"),
        (["repair": "0"], "it takes a number from 0.01 to 720"),
        (["drift": "-1"], "it takes a whole number from 0 to 10000"),
    ])
    func `options that cannot be are refused with a hint`(options: [String: String], hint: String) {
        let error = #expect(throws: InvalidValue.self) { try ManagedServices(options: options) }
        #expect(error?.hint == hint)
    }

    @Test(
        arguments: [
            ("continuous", ["service-levels"], Advice.Verdict.contractual), ("continuous", [], .voluntary),
            ("project", ["service-levels"], .unneeded),
        ] as [(String, [String], Advice.Verdict)])
    func `it is for services without an end date`(delivery: String, clauses: [String], verdict: Advice.Verdict) throws {
        let facts = known((.delivery, try words([delivery])), (.clauses, try words(clauses)))
        #expect(advice(on: ManagedServices.self, knowing: facts).verdict == verdict)
    }

    /// A clause on service levels says nothing about audits.
    @Test(
        arguments: [
            (["service-levels"], [:]), (["audit-rights", "service-levels"], ["binding": "yes"]),
            (["audit-rights"], [:]),
        ] as [([String], [String: String])])
    func `it binds where the contract asks for levels and audits`(clauses: [String], options: [String: String]) throws {
        let facts = known((.delivery, try words(["continuous"])), (.clauses, try words(clauses)))
        #expect(advice(on: ManagedServices.self, knowing: facts).options == options)
    }

    @Test func `how the service is delivered is asked when nobody said`() {
        let advice = advice(on: ManagedServices.self, knowing: Facts())
        #expect(advice.verdict == .unknown)
        #expect(advice.questions == [.clauses, .delivery])
    }
}
