import AIServices
import PhaseLoom
import PhaseLoomTesting
import Testing

/// Expected values: row 21 of the framework's overlay catalogue, P1 P2 P3 P4+ P5 P6+ P7 P8, and its row 0-55: model
/// selection and validation of training data in P4, tests of the inference endpoint in P6.
@Suite struct AIServicesTests {
    @Test(arguments: bases)
    func `keeps the contract on every base`(base: BaseSequence) {
        #expect(OverlayContract.violations(of: AIServices.self, on: base) == [])
    }

    @Test func `no phase is added, design and validation have more to do`() throws {
        let sequence = try composed(AIServices())
        #expect(sequence.phases.count == 8)
        #expect(sequence.phase("design")?.activities.map(\.id) == ["validate-training-data", "select-model"])
        #expect(sequence.phase("validation")?.activities.map(\.id) == ["test-endpoint"])
        let data = sequence.gate("design", "training-data-valid")
        #expect(data?.needs == ["training-data-report", "training-data-version"])
        #expect(data?.bound?.description == "training-data-defects exactly 0")
    }

    @Test func `a model that comes trained has no training data to validate`() throws {
        let sequence = try composed(AIServices(options: ["training": "no"]))
        #expect(sequence.phase("design")?.activities.map(\.id) == ["select-model"])
        #expect(sequence.gate("design", "training-data-valid") == nil)
        #expect(sequence.artifacts.contains { $0.id == "training-data-version" } == false)
        #expect(sequence.gate("design", "model-selected")?.needs == ["model-selection-record"])
    }

    @Test(arguments: [
        ([:], "latency-p95 at most 500 ms", "error-rate at most 0.01"),
        (["latency": "80", "errors": "0"], "latency-p95 at most 80 ms", "error-rate at most 0"),
        (["latency": "600000", "errors": "0.5"], "latency-p95 at most 600000 ms", "error-rate at most 0.5"),
    ])
    func `the endpoint has limits`(options: [String: String], latency: String, errors: String) throws {
        let sequence = try composed(AIServices(options: options))
        #expect(sequence.gate("validation", "endpoint-answers-in-time")?.bound?.description == latency)
        #expect(sequence.gate("validation", "endpoint-errors-rare")?.bound?.description == errors)
    }

    @Test(arguments: [
        (["latency": "0"], "it takes a whole number from 1 to 600000"),
        (["latency": "fast"], "it takes a whole number from 1 to 600000"),
        (["errors": "nan"], "it takes a number from 0 to 0.5"), (["errors": "0.51"], "it takes a number from 0 to 0.5"),
        (["training": "some"], "it takes 'yes' or 'no'"), (["error": "0"], "did you mean 'errors'?"),
    ])
    func `options that cannot be are refused with a hint`(options: [String: String], hint: String) {
        let error = #expect(throws: InvalidValue.self) { try AIServices(options: options) }
        #expect(error?.hint == hint)
    }

    @Test(
        arguments: [
            (.words(["ai-service"]), .voluntary), (.words(["ml-model"]), .unneeded),
            (nil, .unknown),
        ] as [(Facts.Value?, Advice.Verdict)])
    func `it applies where a service is driven by AI`(deliverables: Facts.Value?, verdict: Advice.Verdict) {
        var known = Facts()
        known[Fact.deliverables] = deliverables
        let advice = Advice(on: "ai-services", weighing: AIServices.applicability, knowing: known)
        #expect(advice.verdict == verdict)
        #expect(advice.questions == (deliverables == nil ? [Fact.deliverables] : []))
    }
}
