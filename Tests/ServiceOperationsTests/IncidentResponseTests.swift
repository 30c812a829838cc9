import PhaseLoom
import ServiceOperations
import Testing

/// Expected values: row 2 of the framework's overlay catalogue, P1 T P5 P6 then P2r P7 P8; rows 0-10 to 0-12 (only with
/// an incident record, discovery and planning into one triage, targets in minutes); validation is never skipped.
@Suite struct IncidentResponseTests {
    @Test func `triage stands in place of discovery and planning, and what they owed comes after validation`() throws {
        let composed = try Composed(IncidentResponse.self)
        #expect(
            composed.phases == [
                "intake", "triage", "execution", "validation", "deferred-review", "transfer", "closeout",
            ])
        #expect(composed.sequence.phase("triage")?.points == [.assessment, .scoping, .design])
        #expect(composed.doubts == [])
    }

    @Test(
        arguments: [
            ("baseline-recorded", "deferred-review"), ("scope-bounded", "deferred-review"),
            ("statement-signed", "deferred-review"), ("design-complete", "deferred-review"),
            ("design-reviewed", "deferred-review"), ("deliverables-testable", nil), ("incident-triaged", nil),
        ] as [(String, String?)])
    func `planning comes due later, acceptance criteria at once`(criterion: String, due: String?) throws {
        let obligation = try #require(try Composed(IncidentResponse.self).criterion(try ID(criterion)))
        #expect(obligation.deferredTo?.text == due)
    }

    @Test func `nothing opens without a record of severity, person and time`() throws {
        let composed = try Composed(IncidentResponse.self, ["severity": "1"])
        let declared = composed.sequence.phase("triage")?.entry.first { $0.id == "incident-declared" }
        #expect(declared?.needs == ["incident-record"])
        #expect(
            declared?.proof?.description
                == "incident-record signed by incident-manager and severity exactly 1 in incident-record")
        #expect(composed.sequence.artifacts.first { $0.id == "incident-record" }?.isEntry == true)
    }

    @Test func `targets are minutes, and the strictest wins`() throws {
        let composed = try Composed(IncidentResponse.self, ["response": "5", "resolution": "60"])
        #expect(composed.criterion("incident-responded")?.bound?.description == "response-minutes at most 5 min")
        #expect(composed.criterion("incident-restored")?.bound?.description == "restoration-minutes at most 60 min")
        #expect(composed.places("incident-restored") == ["validation"])
    }

    @Test func `what others bring between the ends is swallowed, and a mandate stays at the gate of triage`() throws {
        let rules = DeclarativeOverlay(
            identity: OverlayIdentity(id: "rules", title: "Rules", summary: "Rules.", cites: ["A law"])
        ) {
            Artifact("risk-analysis", "Risk analysis")
            Insert("analysis", "Risk analysis").after(.scoping).before(.design).producing("risk-analysis")
            Expect("risk-analysed", "The risks are analysed", atGateOf: "analysis").needing("risk-analysis").mandated()
        }
        let composed = try Composed(IncidentResponse.self, with: [rules])
        #expect(!composed.phases.contains("analysis"))
        #expect(composed.places("risk-analysed") == ["triage"])
        #expect(composed.criterion("risk-analysed")?.status == .mandated)
        #expect(composed.criterion("risk-analysed")?.deferredTo == nil)
        #expect(composed.doubts == [])
    }

    // MARK: bases

    @Test(arguments: [
        (BaseSequence.delivery, ["triage", "design-and-provisioning", "testing", "deferred-review"]),
        (.professional, ["triage", "contracting", "implementation", "testing-and-qa", "deferred-review"]),
        (.adoption, ["triage", "implementation", "assessment", "deferred-review"]),
    ])
    func `where one phase designs and builds, triage ends with the scope`(base: BaseSequence, begin: [String]) throws {
        let composed = try Composed(IncidentResponse.self, ["through": "scoping"], on: base)
        #expect(Array(composed.phases.prefix(begin.count)) == begin)
        #expect(composed.criterion("design-reviewed")?.deferredTo == nil)
        #expect(composed.doubts == [])
    }

    @Test(arguments: [BaseSequence.delivery, .professional, .adoption])
    func `triage cannot swallow execution: there would be nothing to test against`(base: BaseSequence) throws {
        let composed = try Composed(IncidentResponse.self, on: base)
        let refusal = composed.doubts.filter { $0.severity == .error }
        #expect(refusal.map(\.code) == [.acceptanceLate])
        #expect(refusal.first?.message == "'triage' may open before acceptance criteria exist")
        #expect(refusal.first?.overlays.contains("incident") == true)
    }

    // MARK: options and advice

    @Test(arguments: [
        (["severity": "0"], "it takes a whole number from 1 to 4"),
        (["response": "0"], "it takes a whole number from 1 to 1440"),
        (["resolution": "10081"], "it takes a whole number from 1 to 10080"),
        (["response": "60", "resolution": "30"], "let 'resolution' be at least 'response'"),
        (["through": "execution"], "it takes one of 'design', 'scoping'"),
        (["respond": "5"], "did you mean 'response'?"),
    ])
    func `options that cannot be are refused with a hint`(options: [String: String], hint: String) {
        let error = #expect(throws: InvalidValue.self) { try IncidentResponse(options: options) }
        #expect(error?.hint == hint)
    }

    @Test(
        arguments: [
            (["outage"], Advice.Verdict.voluntary), (["emergency", "audit-finding"], .voluntary),
            (["termination"], .unneeded), ([], .unneeded),
        ] as [([String], Advice.Verdict)])
    func `it is for outages and emergencies`(situation: [String], verdict: Advice.Verdict) throws {
        let facts = known((.situation, try words(situation)))
        #expect(advice(on: IncidentResponse.self, knowing: facts).verdict == verdict)
    }

    @Test func `what happened is asked when nobody said`() {
        let advice = advice(on: IncidentResponse.self, knowing: Facts())
        #expect(advice.verdict == .unknown)
        #expect(advice.questions.contains(.situation))
    }

    @Test func `on a green field triage ends with the scope, for one phase designs and builds there`() throws {
        let facts = known(
            (.situation, try words(["outage"])), (.greenfield, .flag(true)), (.relation, try words(["external"])))
        #expect(advice(on: IncidentResponse.self, knowing: facts).options == ["through": "scoping"])
    }
}
