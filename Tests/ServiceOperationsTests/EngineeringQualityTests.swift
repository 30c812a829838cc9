import PhaseLoom
import ServiceOperations
import Testing

/// Expected values: row 43 of the framework's overlay catalogue; row 4-23 (code standards, review, testing, versioning,
/// CI/CD and acceptance criteria), row 4-35 (defects per release, coverage) and row 3-36 (dependencies).
@Suite struct EngineeringQualityTests {
    @Test(arguments: [
        ("quality-standards", "execution", "standard-violations exactly 0"),
        ("quality-review", "execution", "unreviewed-changes exactly 0"),
        ("quality-tests", "execution", "test-coverage at least 80 %"),
        ("quality-versions", "execution", "unversioned-artifacts exactly 0"),
        ("quality-pipeline", "execution", "manual-release-steps exactly 0"),
        ("quality-dependencies", "execution", "unsound-dependencies exactly 0"),
        ("quality-acceptance", "validation", "criteria-without-test exactly 0"),
        ("quality-defects", "closeout", "defects-per-release at most 2"),
    ])
    func `checks of the work, and a figure`(criterion: String, phase: String, bound: String) throws {
        let composed = try Composed(EngineeringQuality.self)
        let id = try ID(criterion)
        #expect(composed.places(id) == [phase])
        #expect(composed.criterion(id)?.bound?.description == bound)
        #expect(composed.doubts == [])
    }

    /// Row 1-29 of the acceptance list: load testing is among the evidence before a result goes live.
    @Test func `a load test is asked for where load matters`() throws {
        let loaded = try Composed(EngineeringQuality.self, ["load-test": "yes"])
        #expect(try Composed(EngineeringQuality.self).criterion("quality-load-borne") == nil)
        #expect(loaded.places("quality-load-borne") == ["validation"])
        #expect(loaded.criterion("quality-load-borne")?.bound?.description == "missed-load-targets exactly 0")
        #expect(loaded.doubts == [])
    }

    @Test func `the review is someone else's, and tests pass`() throws {
        let composed = try Composed(EngineeringQuality.self)
        #expect(
            composed.criterion("quality-review")?.proof?.description
                == "quality-record signed by reviewer, someone other than its recorder")
        #expect(composed.criterion("quality-tests")?.proof?.description == "failed-tests exactly 0 in quality-record")
    }

    @Test func `thresholds are those agreed, and nothing is mandated`() throws {
        let composed = try Composed(EngineeringQuality.self, ["coverage": "92.5", "defects": "0.5"])
        #expect(composed.criterion("quality-tests")?.bound?.interval == .atLeast(92.5))
        #expect(composed.criterion("quality-defects")?.bound?.interval == .atMost(0.5))
        #expect(composed.mandated == [])
    }

    @Test(arguments: [
        (["coverage": "101"], "it takes a number from 0 to 100"),
        (["defects": "-1"], "it takes a number from 0 to 1000"),
        (["coverage": "nan"], "it takes a number from 0 to 100"), (["defect": "1"], "did you mean 'defects'?"),
    ])
    func `options that cannot be are refused with a hint`(options: [String: String], hint: String) {
        let error = #expect(throws: InvalidValue.self) { try EngineeringQuality(options: options) }
        #expect(error?.hint == hint)
    }

    @Test(
        arguments: [
            (["software"], .voluntary), (["ml-model", "support"], .voluntary), (["cameras"], .unneeded),
        ] as [([String], Advice.Verdict)])
    func `it is for what is developed`(deliverables: [String], verdict: Advice.Verdict) throws {
        let facts = known((.deliverables, try words(deliverables)))
        #expect(advice(on: EngineeringQuality.self, knowing: facts).verdict == verdict)
        #expect(advice(on: EngineeringQuality.self, knowing: Facts()).questions == [.deliverables])
    }
}
