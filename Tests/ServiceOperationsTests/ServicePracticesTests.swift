import PhaseLoom
import ServiceOperations
import Testing

/// Expected values: row 43 of the framework's overlay catalogue, artefacts and checks at P7 and in operations; rows 4-25
/// and 4-26 (six practices, a problem links at least two incidents, three kinds of desk).
@Suite struct ServicePracticesTests {
    @Test(arguments: [
        ("desk-triage", "transfer"), ("desk-service-levels", "transfer"), ("desk-escalation", "transfer"),
        ("desk-knowledge", "transfer"), ("desk-incidents", "closeout"), ("desk-problems", "closeout"),
    ])
    func `six practices stand at the transfer and in operations`(practice: String, phase: String) throws {
        let composed = try Composed(ServicePractices.self)
        #expect(composed.places(try ID(practice)) == [phase])
        #expect(composed.phases == BaseSequenceNames.standard)
        #expect(composed.doubts == [])
    }

    @Test func `a problem stands for several incidents, and no cause recurs without one`() throws {
        let problems = try Composed(ServicePractices.self, ["recurrence": "3"]).criterion("desk-problems")
        let proof = problems?.proof?.description ?? ""
        #expect(proof.contains("fewest-incidents-of-a-problem at least 3 in desk-problem-log"))
        #expect(proof.contains("recurring-causes-without-problem exactly 0 in desk-problem-log"))
        #expect(problems?.needs == ["desk-incident-log", "desk-problem-log"])
    }

    @Test(arguments: [
        ("noc", "noc-devices-watched"), ("soc", "soc-alerts-triaged"), ("service-desk", "desk-tickets-categorised"),
    ])
    func `each kind of desk watches something of its own`(desk: String, criterion: String) throws {
        let composed = try Composed(ServicePractices.self, ["desk": desk])
        let all = ["noc-devices-watched", "soc-alerts-triaged", "desk-tickets-categorised"] as [ID]
        #expect(all.filter { composed.criterion($0) != nil }.map(\.text) == [criterion])
        #expect(composed.doubts == [])
    }

    @Test func `incidents and problems move into the periods of a managed service`() throws {
        let composed = try Composed(ServicePractices.self, with: [try ManagedServices()])
        #expect(composed.places("desk-incidents") == ["service-period"])
        #expect(composed.sequence.phase("service-period")?.produces.contains("desk-problem-log") == true)
        #expect(composed.doubts == [])
    }

    @Test(arguments: [
        (["desk": "helpdesk"], "it takes one of 'noc', 'soc', 'service-desk'"),
        (["recurrence": "1"], "it takes a whole number from 2 to 100"),
    ])
    func `options that cannot be are refused with a hint`(options: [String: String], hint: String) {
        let error = #expect(throws: InvalidValue.self) { try ServicePractices(options: options) }
        #expect(error?.hint == hint)
    }

    @Test(
        arguments: [
            (["support"], "project", .voluntary, "service-desk"),
            (["security-service"], "project", .voluntary, "soc"),
            (["network"], "continuous", .voluntary, "noc"), (["network"], "project", .unneeded, nil),
            (["software"], "continuous", .voluntary, nil),
            (["support", "security-service"], "continuous", .voluntary, "service-desk"),
        ] as [([String], String, Advice.Verdict, String?)])
    func `the deliverables choose the desk`(
        deliverables: [String], delivery: String, verdict: Advice.Verdict, desk: String?
    ) throws {
        let facts = known((.deliverables, try words(deliverables)), (.delivery, try words([delivery])))
        let advice = advice(on: ServicePractices.self, knowing: facts)
        #expect(advice.verdict == verdict)
        #expect(advice.options["desk"] == desk)
    }

    @Test func `what is delivered, and how, is asked when nobody said`() {
        #expect(advice(on: ServicePractices.self, knowing: Facts()).questions == [.deliverables, .delivery])
    }
}
