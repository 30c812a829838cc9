import PhaseLoom
import ServiceOperations
import Testing

/// Expected values: row 32 of the framework's overlay catalogue, P1r P2 P3 P4 P5r P6r P7 P8; rows 1-59 and 1-60 (untested
/// is not delivered; objectives at the start, measured at the test, repeated yearly); NIST SP 800-34 Rev. 1.
@Suite struct DisasterRecoveryTests {
    @Test func `the phases are those of the base`() throws {
        let composed = try Composed(DisasterRecovery.self)
        #expect(composed.phases == BaseSequenceNames.standard)
        #expect(composed.doubts == [])
    }

    @Test func `objectives are set at intake and agreed before assessment`() throws {
        let composed = try Composed(DisasterRecovery.self)
        #expect(composed.places("recovery-objectives-complete") == ["intake"])
        #expect(
            composed.requirement("recovery-objectives-agreed")?.proof?.description
                == "recovery-objectives signed by client")
    }

    @Test(arguments: [
        ("recovery-time-met", "recovery-time at most 0.5 h"), ("recovery-point-met", "data-loss at most 0 h"),
        ("recovery-tested", "untested-systems exactly 0"),
    ])
    func `validation measures the test`(criterion: String, bound: String) throws {
        let composed = try Composed(DisasterRecovery.self, ["rto": "0.5", "rpo": "0"])
        let id = try ID(criterion)
        #expect(composed.places(id) == ["validation"])
        #expect(composed.criterion(id)?.bound?.description == bound)
        #expect(composed.criterion(id)?.needs == ["recovery-test-report"])
    }

    @Test func `no phase decides on going live`() throws {
        let statements = try Composed(DisasterRecovery.self).sequence.phases.flatMap(\.gate).map(\.statement)
        #expect(!statements.contains { $0.split(separator: " ").contains("live") })
    }

    @Test func `the test is not older than agreed, in each period of a managed service`() throws {
        let alone = try Composed(DisasterRecovery.self, ["interval": "6"])
        #expect(alone.places("recovery-test-current") == ["closeout"])
        #expect(
            alone.criterion("recovery-test-current")?.bound?.description
                == "months-since-recovery-test at most 6 months")
        let managed = try Composed(DisasterRecovery.self, with: [try ManagedServices()])
        #expect(managed.places("recovery-test-current") == ["service-period"])
        let period = managed.sequence.phase("service-period")
        #expect(period?.produces.contains("recovery-test-report") == true)
        #expect(period?.activities.contains { $0.id == "repeat-recovery-test" } == true)
        #expect(managed.doubts == [])
    }

    @Test func `systems that moved to the cloud are tested there`() throws {
        let composed = try Composed(DisasterRecovery.self, with: [Self.stand("cloud-migration")])
        #expect(composed.places("moved-systems-recover") == ["validation"])
        #expect(try Composed(DisasterRecovery.self).criterion("moved-systems-recover") == nil)
    }

    @Test func `in healthcare the restoration of protected data is mandated by its section`() throws {
        let composed = try Composed(DisasterRecovery.self, with: [Self.stand("hipaa")])
        let restored = composed.criterion("protected-data-recover")
        #expect(restored?.status == .mandated)
        #expect(restored?.attribution.cites == ["45 CFR 164.308(a)(7)(ii)(B)"])
        #expect(composed.doubts == [])
    }

    @Test(arguments: [("no", 0), ("yes", 8)])
    func `a contract binds objectives, capability and test`(binding: String, count: Int) throws {
        let composed = try Composed(DisasterRecovery.self, ["binding": binding])
        #expect(composed.mandated.count == count)
        #expect(composed.doubts == [])
    }

    @Test(arguments: [
        (["rto": "0"], "it takes a number from 0.01 to 8760"), (["rpo": "-1"], "it takes a number from 0 to 8760"),
        (["interval": "61"], "it takes a whole number from 1 to 60"), (["rti": "4"], "did you mean 'rto'?"),
        (["rto": "inf"], "it takes a number from 0.01 to 8760"),
    ])
    func `options that cannot be are refused with a hint`(options: [String: String], hint: String) {
        let error = #expect(throws: InvalidValue.self) { try DisasterRecovery(options: options) }
        #expect(error?.hint == hint)
    }

    @Test(
        arguments: [
            (["recovery-capability"], [], .voluntary), (["software"], ["recovery-objectives"], .contractual),
            (["software"], ["audit-rights"], .unneeded),
        ] as [([String], [String], Advice.Verdict)])
    func `it is for recovery, by choice or by contract`(
        deliverables: [String], clauses: [String], verdict: Advice.Verdict
    ) throws {
        let facts = known((.deliverables, try words(deliverables)), (.clauses, try words(clauses)))
        let advice = advice(on: DisasterRecovery.self, knowing: facts)
        #expect(advice.verdict == verdict)
        #expect(advice.options == (verdict == .contractual ? ["binding": "yes"] : [:]))
    }

    @Test func `what is delivered and what was agreed is asked when nobody said`() {
        #expect(advice(on: DisasterRecovery.self, knowing: Facts()).questions == [.clauses, .deliverables])
    }

    /// An overlay that is only there.
    private static func stand(_ id: ID) -> DeclarativeOverlay {
        DeclarativeOverlay(
            identity: OverlayIdentity(id: id, title: "Stand-in", summary: "Is there.", cites: ["None"])
        ) {}
    }
}

/// The names of the phases of base sequences, as the framework gives them.
enum BaseSequenceNames {
    static let standard = [
        "intake", "assessment", "scoping", "design", "execution", "validation", "transfer", "closeout",
    ]
}
