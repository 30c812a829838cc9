import PhaseLoom
import ServiceOperations
import Testing

/// Expected values: row 44 of the framework's overlay catalogue, computed figures at P8 and in operations; rows 4-31 to
/// 4-37 (each figure with a threshold and a decision rule; lead time from demand apart from that of DORA).
@Suite struct ServiceMetricsTests {
    @Test(arguments: [
        ("response-compliance", "at least 95 %"), ("resolution-compliance", "at least 90 %"),
        ("rework-rate", "at most 25 %"), ("reopening-rate", "at most 10 %"), ("change-failure-rate", "at most 15 %"),
        ("demand-lead-time", "at most 30 d"),
        ("delivery-lead-time", "at most 168 h"), ("defects-per-release", "at most 2"),
        ("test-coverage", "at least 80 %"), ("failures-per-release", "at most 1"),
        ("customer-satisfaction", "at least 80 %"), ("net-promoter-score", "at least 0"),
        ("ritual-adherence", "at least 90 %"),
    ])
    func `each figure has a threshold on the side that is good`(measure: String, bound: String) throws {
        let composed = try Composed(ServiceMetrics.self)
        let criterion: ID = "metric-\(measure)"
        #expect(composed.criterion(criterion)?.bound?.description == "\(measure) \(bound)")
        #expect(composed.places(criterion) == ["closeout"])
    }

    @Test func `rolling back cures what failed, if anything did`() throws {
        let composed = try Composed(ServiceMetrics.self, ["rollback-effectiveness": "50"])
        #expect(
            composed.criterion("metric-rollback-effectiveness")?.proof?.description
                == "failed-changes exactly 0 in metrics-report or rollback-effectiveness at least 50 % in metrics-report"
        )
    }

    @Test func `fourteen figures and their decisions, and no new phase`() throws {
        let composed = try Composed(ServiceMetrics.self)
        #expect(composed.phases == BaseSequenceNames.standard)
        let brought = composed.sequence.phase("closeout")?.gate.filter { $0.attribution.by == ["metrics"] } ?? []
        #expect(brought.count == 15)
        #expect(composed.criterion("metric-decisions")?.bound?.description == "undecided-figures exactly 0")
        #expect(composed.doubts == [])
    }

    @Test func `figures are looked at in each period and at the end`() throws {
        let composed = try Composed(ServiceMetrics.self, with: [try ManagedServices()])
        #expect(composed.places("metric-response-compliance") == ["service-period", "closeout"])
        #expect(composed.doubts == [])
    }

    @Test(arguments: [
        ("net-promoter-score", "-20", "net-promoter-score at least -20"),
        ("demand-lead-time", "90", "demand-lead-time at most 90 d"),
        ("change-failure-rate", "0", "change-failure-rate at most 0 %"),
    ])
    func `thresholds are those agreed`(measure: String, value: String, bound: String) throws {
        let composed = try Composed(ServiceMetrics.self, [measure: value])
        #expect(composed.criterion("metric-\(measure)")?.bound?.description == bound)
    }

    @Test(arguments: [
        (["response-compliance": "101"], "it takes a number from 0 to 100"),
        (["net-promoter-score": "-101"], "it takes a number from -100 to 100"),
        (["demand-lead-time": "-1"], "it takes a number from 0 to 10000"),
        (["rework": "1"], "did you mean 'rework-rate'?"),
    ])
    func `options that cannot be are refused with a hint`(options: [String: String], hint: String) {
        let error = #expect(throws: InvalidValue.self) { try ServiceMetrics(options: options) }
        if hint.hasPrefix("it takes") { #expect(error?.hint == hint) }
    }

    @Test func `it is for every engagement, whatever is known`() {
        let advice = advice(on: ServiceMetrics.self, knowing: Facts())
        #expect(advice.verdict == .voluntary)
        #expect(advice.questions == [])
    }
}
