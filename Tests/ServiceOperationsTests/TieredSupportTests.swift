import PhaseLoom
import ServiceOperations
import Testing

/// Expected values: row 15 of the framework's overlay catalogue, P1 P2 P3 P4 L1→L2→L3 P6 P7 P8; row 0-30 (time used,
/// skill, severity and repetition; functional and hierarchical escalation apart).
@Suite struct TieredSupportTests {
    @Test func `three tiers stand between the dispatch and validation`() throws {
        let composed = try Composed(TieredSupport.self)
        #expect(Array(composed.phases[4..<9]) == ["execution", "support-l1", "support-l2", "support-l3", "validation"])
        #expect(composed.sequence.phase("support-l1")?.condition.isAlways == true)
        #expect(composed.sequence.phase(holding: .execution)?.activities.map(\.id) == ["dispatch-ticket"])
        #expect(composed.doubts == [])
    }

    @Test(arguments: BaseSequence.shipped)
    func `the tiers follow execution on every base`(base: BaseSequence) throws {
        let sequence = try Composed(TieredSupport.self, on: base).sequence
        let execution = try #require(sequence.phase(holding: .execution))
        #expect(sequence.phase("support-l1")?.after == [execution.id])
        #expect(sequence.phase(holding: .validation)?.after == ["support-l3"])
    }

    @Test(arguments: [
        ("support-l2", "l1-time-spent", "l1-minutes at least 45 min"),
        ("support-l2", "l1-skill-missing", "missing-skills at least 1"),
        ("support-l2", "ticket-severe", "severity from 1 to 3"),
        ("support-l2", "ticket-repeated", "repetitions at least 5"),
        ("support-l3", "l2-time-spent", "l2-minutes at least 90 min"),
        ("support-l3", "l2-skill-missing", "missing-skills at least 1"),
    ])
    func `a ticket moves for time, skill, severity or repetition`(tier: String, trigger: String, bound: String) throws {
        let options = ["l1": "45", "l2": "90", "severity": "3", "repeats": "5"]
        let phase = try Composed(TieredSupport.self, options).sequence.phase(try ID(tier))
        let found = phase?.condition.triggers.first { $0.id.text == trigger }
        #expect(found?.bound?.description == bound)
        #expect(found?.needs == [tier == "support-l2" ? "support-l1-record" : "support-l2-record"])
    }

    @Test func `management is told apart from the tiers`() throws {
        let sequence = try Composed(TieredSupport.self, ["warning": "0.5"]).sequence
        let told = sequence.phase("support-l1")?.activities.first { $0.id == "tell-management" }
        #expect(told?.condition.triggers.map(\.id) == ["target-near", "ticket-critical"])
        #expect(told?.condition.triggers.first?.bound?.description == "target-share at least 0.5")
        let moving = (["support-l2", "support-l3"] as [ID]).flatMap {
            sequence.phase($0)?.condition.triggers.map(\.id) ?? []
        }
        #expect(!moving.contains("target-near") && !moving.contains("ticket-critical"))
    }

    @Test func `the last tier is done in its time, or management was told`() throws {
        let concluded = try Composed(TieredSupport.self, ["l3": "60"]).criterion("l3-concluded")
        #expect(
            concluded?.proof?.description
                == "escalation-notice handed in or l3-minutes at most 60 min in support-l3-record")
    }

    @Test(arguments: [("no", []), ("yes", ["tiers-planned", "tier-moves-explained"])] as [(String, [String])])
    func `a contract binds the plan and the history`(binding: String, mandated: [String]) throws {
        let composed = try Composed(TieredSupport.self, ["binding": binding])
        #expect(composed.mandated == mandated)
        #expect(composed.doubts == [])
    }

    @Test(arguments: [
        (["l1": "0"], "it takes a whole number from 1 to 1440"),
        (["repeats": "1"], "it takes a whole number from 2 to 100"),
        (["warning": "1.5"], "it takes a number from 0.1 to 1"),
        (["binding": "maybe"], "it takes 'yes' or 'no'"),
    ])
    func `options that cannot be are refused with a hint`(options: [String: String], hint: String) {
        let error = #expect(throws: InvalidValue.self) { try TieredSupport(options: options) }
        #expect(error?.hint == hint)
    }

    @Test(
        arguments: [
            (["support"], ["service-levels"], Advice.Verdict.contractual, ["binding": "yes"]),
            (["support"], [], .voluntary, [:]), (["network"], ["service-levels"], .unneeded, [:]),
        ] as [([String], [String], Advice.Verdict, [String: String])])
    func `it is for support, and binding under service levels`(
        deliverables: [String], clauses: [String], verdict: Advice.Verdict, options: [String: String]
    ) throws {
        let facts = known((.deliverables, try words(deliverables)), (.clauses, try words(clauses)))
        let advice = advice(on: TieredSupport.self, knowing: facts)
        #expect(advice.verdict == verdict)
        #expect(advice.options == options)
    }

    @Test func `of support without known clauses, the clauses are asked`() {
        let advice = advice(on: TieredSupport.self, knowing: known((.deliverables, .words(["support"]))))
        #expect(advice.verdict == .voluntary)
        #expect(advice.questions == [.clauses])
    }
}
