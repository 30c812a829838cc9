import MLFeedback
import PhaseLoom
import Testing

/// Expected values: row 23 of the framework's overlay catalogue, P1 P2 P3 [P4 P5 P6]* P7 P8, and row 21 for design and
/// validation.
@Suite struct MLFeedbackTests {
    @Test func `the base keeps its eight phases`() throws {
        #expect(
            try composed().phases.map(\.id.text) == [
                "intake", "assessment", "scoping", "design", "execution", "validation", "transfer", "closeout",
            ])
    }

    @Test func `validation leads back to design while the threshold is missed, five times at most`() throws {
        let loop = try #require(try composed().loops.first)
        #expect(loop.from == "validation" && loop.to == "design")
        #expect(loop.criteria == ["model-threshold-met"])
        #expect(loop.limit == 5)
    }

    @Test func `thresholds are agreed in scoping and stand before execution opens`() throws {
        let sequence = try composed()
        #expect(sequence.phase(holding: .scoping)?.produces.contains("model-thresholds") == true)
        let entry = sequence.phase(holding: .execution)?.entry.first { $0.id == "model-thresholds-defined" }
        #expect(entry?.needs == ["model-thresholds"])
    }

    @Test func `design selects the model and validates the data, validation measures and tests the endpoint`() throws {
        let sequence = try composed()
        #expect(sequence.phase("design")?.activities.map(\.id) == ["validate-training-data", "select-model"])
        #expect(
            sequence.phase("validation")?.gate.map(\.id.text) == [
                "criteria-evidenced", "endpoint-serves", "model-threshold-met", "report-signed", "rounds-logged",
            ])
    }

    @Test(arguments: [
        ([:], "roc_auc at least 0.85"),
        (["threshold": "0.9"], "roc_auc at least 0.9"),
        (["metric": "log_loss", "direction": "lower", "threshold": "0.35"], "log_loss at most 0.35"),
        (["metric": "ndcg.10", "threshold": "-2"], "ndcg.10 at least -2"),
    ])
    func `the options say what is measured`(options: [String: String], expected: String) throws {
        let gate = try composed(options).phase(holding: .validation)?.gate
        #expect(gate?.first { $0.id == "model-threshold-met" }?.bound?.description == expected)
    }

    @Test func `an undefined metric never meets its threshold`() throws {
        let gate = try composed().phase(holding: .validation)?.gate
        let bound = try #require(gate?.first { $0.id == "model-threshold-met" }?.bound)
        #expect(!bound.interval.contains(.nan))
        #expect(bound.interval.contains(0.85))
        #expect(!bound.interval.contains(0.849999))
    }

    @Test func `a model without an endpoint owes no endpoint test`() throws {
        let sequence = try composed(["endpoint": "no", "limit": "2"])
        #expect(sequence.artifacts.contains { $0.id == "endpoint-test" } == false)
        #expect(sequence.loops.first?.limit == 2)
    }

    @Test(arguments: [
        (["metric": "roc_auc", "direction": "lower"], "use 'higher'"),
        (["metric": "log_loss"], "use 'lower'"),
        (["threshold": "1.2"], "its values are from 0 to 1"),
        (["metric": "r2", "threshold": "2"], "its values are at most 1"),
        (["metric": "rmse", "direction": "lower", "threshold": "-1"], "its values are at least 0"),
        (["limit": "0"], "it takes a whole number from 1 to 100"),
        (["threshold": "good"], "it takes a number from -1000000000 to 1000000000"),
        (["treshold": "0.9"], "did you mean 'threshold'?"),
        (["direction": "bigger"], "it takes one of 'higher', 'lower'"),
    ])
    func `options that cannot be are refused with a hint`(options: [String: String], hint: String) {
        let error = #expect(throws: InvalidValue.self) { try MLFeedback(options: options) }
        #expect(error?.hint == hint)
    }

    @Test(
        arguments: [
            (.words(["ml-model", "software"]), .voluntary, [:]), (.words(["ai-service"]), .unneeded, [:]),
            (nil, .unknown, [:]),
        ] as [(Facts.Value?, Advice.Verdict, [String: String])])
    func `it applies where a model is trained or tuned`(
        value: Facts.Value?, verdict: Advice.Verdict, options: [String: String]
    ) {
        var known = Facts()
        known[Fact.deliverables] = value
        let advice = Advice(on: "ml-feedback", weighing: MLFeedback.applicability, knowing: known)
        #expect(advice.verdict == verdict && advice.options == options)
        #expect(advice.questions == (value == nil ? [Fact.deliverables] : []))
    }

    private func composed(_ options: [String: String] = [:]) throws -> ComposedSequence {
        let sequence = try BaseSequence.standard.composed(with: [try MLFeedback(options: options)])
        #expect(sequence.findings.allSatisfy { $0.severity == .note })
        return sequence
    }
}
