import PhaseLoom
import ServiceOperations
import Testing

/// Expected values: row 43 of the framework's overlay catalogue; row 4-28 (document age limit, at least two holders of
/// each runbook, handover).
@Suite struct KnowledgeManagementTests {
    @Test func `documents are current at the transfer and stay so`() throws {
        let composed = try Composed(KnowledgeManagement.self)
        #expect(composed.places("knowledge-current") == ["transfer", "closeout"])
        #expect(composed.places("knowledge-shared") == ["transfer", "closeout"])
        #expect(composed.places("knowledge-handed-over") == ["transfer"])
        #expect(composed.doubts == [])
    }

    @Test(arguments: [
        ("knowledge-current", "oldest-document at most 90 d"), ("knowledge-shared", "fewest-holders at least 3"),
        ("knowledge-handed-over", "unrehearsed-runbooks exactly 0"),
    ])
    func `age and holders are those agreed`(criterion: String, bound: String) throws {
        let composed = try Composed(KnowledgeManagement.self, ["age": "90", "holders": "3"])
        #expect(composed.criterion(try ID(criterion))?.bound?.description == bound)
    }

    @Test func `in a managed service each period looks at the documents`() throws {
        let composed = try Composed(KnowledgeManagement.self, with: [try ManagedServices()])
        #expect(composed.places("knowledge-current") == ["transfer", "service-period"])
        #expect(composed.doubts == [])
    }

    @Test func `where the transfer stands in for operations, it looks once`() throws {
        let composed = try Composed(KnowledgeManagement.self, on: .delivery)
        #expect(composed.places("knowledge-current") == ["operations-and-monitoring"])
    }

    @Test(arguments: [
        (["holders": "1"], "it takes a whole number from 2 to 50"),
        (["age": "0"], "it takes a whole number from 1 to 3650"), (["ages": "1"], "did you mean 'age'?"),
    ])
    func `one holder is not enough, and options have hints`(options: [String: String], hint: String) {
        let error = #expect(throws: InvalidValue.self) { try KnowledgeManagement(options: options) }
        #expect(error?.hint == hint)
    }

    @Test(
        arguments: [
            (["support"], "ticket", .voluntary), (["software"], "continuous", .voluntary),
            (["software"], "project", .unneeded),
        ] as [([String], String, Advice.Verdict)])
    func `it is for what goes on`(deliverables: [String], delivery: String, verdict: Advice.Verdict) throws {
        let facts = known((.deliverables, try words(deliverables)), (.delivery, try words([delivery])))
        #expect(advice(on: KnowledgeManagement.self, knowing: facts).verdict == verdict)
    }

    @Test func `what is delivered, and how, is asked when nobody said`() {
        #expect(advice(on: KnowledgeManagement.self, knowing: Facts()).questions == [.deliverables, .delivery])
    }
}
