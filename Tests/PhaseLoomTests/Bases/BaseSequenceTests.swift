import PhaseLoom
import Testing

/// Expected values: the phases that the framework's documents name, and rows 1-18, 2-16, 3-16 and 3-45 of its seed
/// matrix for how they map onto the eight.
@Suite struct BaseSequenceTests {
    @Test(arguments: [
        (
            BaseSequence.standard,
            "intake assessment scoping design execution validation transfer closeout+operations",
            "intake assessment scoping design execution validation transfer closeout"
        ),
        (
            .delivery, "intake+assessment scoping design+execution validation transfer+operations closeout",
            """
            requirements-capture procurement design-and-provisioning testing operations-and-monitoring \
            change-and-termination
            """
        ),
        (
            .professional, "intake+assessment scoping - design+execution validation transfer+closeout+operations",
            """
            requirements-definition scoping-and-proposal contracting implementation testing-and-qa \
            monitoring-and-handoff
            """
        ),
        (
            .adoption, "intake+assessment+scoping design+execution validation transfer+closeout+operations",
            "adoption implementation assessment improvement"
        ),
    ])
    func `phases hold the extension points`(base: BaseSequence, points: String, phases: String) throws {
        let sequence = try base.composed()
        #expect(sequence.phases.map(\.id.text).joined(separator: " ") == phases)
        let held = sequence.phases.map { phase in
            phase.points.isEmpty ? "-" : phase.points.map(\.rawValue).joined(separator: "+")
        }
        #expect(held.joined(separator: " ") == points)
        #expect(sequence.findings == [])
    }

    @Test(arguments: BaseSequence.shipped)
    func `each asks for the four baseline criteria, and a signature where the framework says signed`(
        base: BaseSequence
    ) throws {
        let obligations = try base.composed().phases.flatMap { $0.entry + $0.gate }
        let ids = Set(obligations.map(\.id))
        for criterion: ID in [
            "environment-ready", "authority-documented", "access-lawful", "acceptance-criteria-defined",
            "assets-licensed",
        ] {
            #expect(ids.contains(criterion))
        }
        for signed: ID in ["statement-signed", "report-signed", "runbook-acknowledged"] {
            #expect(obligations.first { $0.id == signed }?.proof != nil)
        }
    }

    @Test(arguments: BaseSequence.shipped)
    func `what the standard sequence owes, each base owes`(base: BaseSequence) throws {
        let standard = try BaseSequence.standard.composed().phases
        let other = try base.composed().phases
        #expect(
            Set(other.flatMap { $0.entry + $0.gate }.map(\.id)).isSuperset(
                of: standard.flatMap { $0.entry + $0.gate }.map(\.id)))
        #expect(Set(other.flatMap(\.produces)).isSuperset(of: standard.flatMap(\.produces)))
    }

    @Test(arguments: BaseSequence.shipped)
    func `every obligation names what shows it, and every source is named`(base: BaseSequence) throws {
        let sequence = try base.composed()
        for obligation in sequence.phases.flatMap({ $0.entry + $0.gate }) {
            #expect(!obligation.needs.isEmpty && !obligation.attribution.cites.isEmpty)
        }
    }

    @Test func `what one point of a phase hands to another stays inside`() throws {
        let memo = DeclarativeOverlay(
            identity: OverlayIdentity(id: "memo", title: "Memo", summary: "Writes a memo.", cites: ["None"])
        ) {
            Artifact("memo", "Memo")
            Produce("memo", in: .design)
            Consume("memo", in: .execution)
            Require("memo-read", "The memo is read before work begins", toEnter: .execution).needing("memo")
        }
        let apart = try BaseSequence.standard.composed(with: [memo])
        #expect(apart.phase("execution")?.entry.map(\.id).contains("memo-read") == true)
        #expect(apart.phase("execution")?.consumes.contains("memo") == true)
        let merged = try BaseSequence.delivery.composed(with: [memo])
        let phase = merged.phase("design-and-provisioning")
        #expect(phase?.gate.map(\.id).contains("memo-read") == true)
        #expect(phase?.consumes.contains("memo") == false)
        #expect(merged.isSound)
    }

    @Test func `what a phase of one point needs and makes itself still blocks it`() throws {
        let stuck = DeclarativeOverlay(
            identity: OverlayIdentity(id: "stuck", title: "Stuck", summary: "Waits for itself.", cites: ["None"])
        ) {
            Artifact("plan", "Plan")
            Produce("plan", in: .design)
            Require("planned", "There is a plan", toEnter: .design).needing("plan")
        }
        #expect(try BaseSequence.standard.composed(with: [stuck]).findings.map(\.code) == [.needBlocked])
    }

    @Test func `adoption goes round while targets are missed`() throws {
        let loop = try #require(try BaseSequence.adoption.composed().loops.first)
        #expect(loop.from == "improvement" && loop.to == "adoption" && loop.criteria == ["targets-reached"])
    }
}
