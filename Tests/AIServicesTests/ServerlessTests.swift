import AIServices
import PhaseLoom
import PhaseLoomTesting
import Testing

/// Expected values: row 40 of the framework's overlay catalogue, P1 P2 P3 P4 P5 Pp Pm P6 P7 P8, and its row 3-52:
/// provisioning and model validation fall between implementation and testing.
@Suite struct ServerlessTests {
    @Test(arguments: bases)
    func `keeps the contract on every base`(base: BaseSequence) {
        #expect(OverlayContract.violations(of: Serverless.self, on: base) == [])
    }

    @Test(arguments: bases)
    func `both phases fall between building and testing on every base`(base: BaseSequence) throws {
        let sequence = try composed(Serverless(), on: base)
        let built = try #require(sequence.phase(holding: .execution)).id
        #expect(sequence.phase("serverless-provisioning")?.after == [built])
        #expect(sequence.phase("model-validation")?.after == ["serverless-provisioning"])
        #expect(sequence.phase(holding: .validation)?.after == ["model-validation"])
    }

    @Test func `without a model there is nothing to validate`() throws {
        let sequence = try composed(Serverless(options: ["model": "no"]))
        #expect(sequence.phase("model-validation") == nil)
        #expect(sequence.phase("validation")?.after == ["serverless-provisioning"])
        #expect(sequence.artifacts.contains { $0.id == "deployed-model-report" } == false)
    }

    @Test(
        arguments: [
            ("serverless-provisioning", "functions-reproducible", "unmanaged-resources exactly 0"),
            ("serverless-provisioning", "functions-least-privileged", "unused-permissions exactly 0"),
            ("serverless-provisioning", "functions-start-in-time", "cold-start-p95 at most 250 ms"),
            ("model-validation", "deployed-model-identical", "digest-mismatches exactly 0"),
            ("model-validation", "deployed-model-agrees", "disagreeing-predictions exactly 0"),
        ] as [(ID, ID, String)])
    func `gates count what is wrong`(phase: ID, criterion: ID, bound: String) throws {
        let sequence = try composed(Serverless(options: ["cold-start": "250"]))
        #expect(sequence.gate(phase, criterion)?.bound?.description == bound)
    }

    @Test(arguments: [
        (["cold-start": "0"], "it takes a whole number from 1 to 600000"), (["model": "gpt"], "it takes 'yes' or 'no'"),
        (["models": "no"], "did you mean 'model'?"),
    ])
    func `options that cannot be are refused with a hint`(options: [String: String], hint: String) {
        let error = #expect(throws: InvalidValue.self) { try Serverless(options: options) }
        #expect(error?.hint == hint)
    }

    @Test(
        arguments: [
            (["serverless"], .voluntary, ["model": "no"]), (["serverless", "ml-model"], .voluntary, ["model": "yes"]),
            (["ml-model"], .voluntary, ["model": "yes"]), (["serverless", "ai-service"], .voluntary, [:]),
            (["software"], .unneeded, [:]),
        ] as [([ID], Advice.Verdict, [String: String])])
    func `it applies to functions and models`(deliverables: [ID], verdict: Advice.Verdict, options: [String: String]) {
        let known = facts([Fact.deliverables: .words(deliverables)])
        let advice = Advice(on: "serverless", weighing: Serverless.applicability, knowing: known)
        #expect(advice.verdict == verdict && advice.options == options && advice.questions == [])
    }

    @Test func `it asks what is delivered`() {
        let advice = Advice(on: "serverless", weighing: Serverless.applicability, knowing: Facts())
        #expect(advice.verdict == .unknown && advice.questions == [Fact.deliverables])
    }
}
