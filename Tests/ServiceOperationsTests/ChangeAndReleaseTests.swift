import PhaseLoom
import ServiceOperations
import Testing

/// Expected values: row 42 of the framework's overlay catalogue, a guard at P5; row 4-24 (window, rollback, approvals,
/// traceability; refused outside the window); ISO/IEC 20000-1:2018, 8.5.1.
@Suite struct ChangeAndReleaseTests {
    @Test func `execution is guarded by window, way back and approval`() throws {
        let composed = try Composed(ChangeAndRelease.self)
        #expect(composed.phases == BaseSequenceNames.standard)
        let entry = composed.sequence.phase("execution")?.entry.filter { $0.attribution.by != [.base] } ?? []
        #expect(entry.map(\.id) == ["change-approved", "change-in-window", "way-back-tested"])
        #expect(composed.doubts == [])
    }

    @Test(arguments: [
        (
            "change-approved",
            "production-change-record signed by change-authority, someone other than its recorder"
        ),
        ("change-in-window", "minutes-outside-window exactly 0 min in production-change-record"),
        ("way-back-tested", "untested-rollback-steps exactly 0 in rollback-test"),
    ])
    func `who wrote the change does not approve it`(requirement: String, proof: String) throws {
        let found = try Composed(ChangeAndRelease.self).requirement(try ID(requirement))
        #expect(found?.proof?.description == proof)
    }

    @Test(arguments: [(BaseSequence.standard, 1), (.delivery, 3), (.professional, 20), (.adoption, 2)])
    func `what fails is backed out and tried again, so often`(base: BaseSequence, attempts: Int) throws {
        let sequence = try Composed(ChangeAndRelease.self, ["attempts": "\(attempts)"], on: base).sequence
        let loop = sequence.loops.first { $0.id == "change-back-out" }
        #expect(loop?.from == sequence.phase(holding: .validation)?.id)
        #expect(loop?.to == sequence.phase(holding: .execution)?.id)
        #expect(loop?.criteria == ["change-works"])
        #expect(loop?.limit == attempts)
    }

    @Test func `failures are counted at the end`() throws {
        let composed = try Composed(ChangeAndRelease.self, ["failures": "5"])
        #expect(composed.places("change-failures-few") == ["closeout"])
        #expect(composed.criterion("change-failures-few")?.bound?.description == "change-failure-rate at most 5 %")
    }

    @Test func `in each period of a managed service no change goes without approval`() throws {
        let composed = try Composed(ChangeAndRelease.self, with: [try ManagedServices()])
        #expect(composed.places("change-period-approved") == ["service-period"])
        #expect(composed.doubts == [])
        #expect(try Composed(ChangeAndRelease.self).criterion("change-period-approved") == nil)
    }

    @Test func `a cut-over to the cloud waits for its approval, as far as there are waves`() throws {
        let migration = DeclarativeOverlay(
            identity: OverlayIdentity(id: "cloud-migration", title: "Migration", summary: "Moves.", cites: ["None"])
        ) {
            for wave in 1...2 {
                Insert("cutover-wave-\(wave)", "Cut over wave \(wave)").after(.execution).before(.validation)
            }
        }
        let sequence = try Composed(ChangeAndRelease.self, with: [migration]).sequence
        for wave in ["cutover-wave-1", "cutover-wave-2"] as [ID] {
            #expect(sequence.phase(wave)?.entry.map(\.id) == ["cutover-approved"])
        }
        #expect(sequence.findings.filter { $0.severity != .note } == [])
    }

    @Test func `a contract binds the guard, so that nobody waives it`() throws {
        let bound = try Composed(ChangeAndRelease.self, ["binding": "yes"])
        #expect(
            bound.mandated == [
                "change-recorded", "change-approved", "change-in-window", "way-back-tested", "change-traced",
                "change-works",
            ])
        #expect(bound.doubts == [])
        let hurry = DeclarativeOverlay(
            identity: OverlayIdentity(id: "hurry", title: "Hurry", summary: "Waives.", cites: ["None"])
        ) {
            Waive("way-back-tested", because: "there is no time", onAuthorityOf: "nobody")
        }
        let report = #expect(throws: ConflictReport.self) {
            try Composed(ChangeAndRelease.self, ["binding": "yes"], with: [hurry])
        }
        #expect(report?.conflicts.count == 1)
    }

    @Test(arguments: [
        (["attempts": "0"], "it takes a whole number from 1 to 20"),
        (["failures": "100.1"], "it takes a number from 0 to 100"), (["attempt": "2"], "did you mean 'attempts'?"),
    ])
    func `options that cannot be are refused with a hint`(options: [String: String], hint: String) {
        let error = #expect(throws: InvalidValue.self) { try ChangeAndRelease(options: options) }
        #expect(error?.hint == hint)
    }

    @Test(
        arguments: [
            (true, [], .voluntary), (false, ["change-control"], .contractual), (true, ["change-control"], .contractual),
            (false, [], .unneeded),
        ] as [(Bool, [String], Advice.Verdict)])
    func `it is for production`(changes: Bool, clauses: [String], verdict: Advice.Verdict) throws {
        let facts = known((.productionChanges, .flag(changes)), (.clauses, try words(clauses)))
        #expect(advice(on: ChangeAndRelease.self, knowing: facts).verdict == verdict)
    }

    @Test func `whether production is changed is asked when nobody said`() {
        #expect(advice(on: ChangeAndRelease.self, knowing: Facts()).questions == [.clauses, .productionChanges])
    }
}
