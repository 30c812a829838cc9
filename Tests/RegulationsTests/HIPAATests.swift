import PhaseLoom
import Testing

@testable import Regulations

/// Expected values: row 5 of the framework's overlay catalogue (amendment before execution, requirements on all eight
/// phases, four documents before execution) and 45 CFR part 164, subparts C to E.
@Suite struct HIPAATests {
    @Test func `every phase has a share of the standards, and no phase is added`() throws {
        let base = try BaseSequence.standard.composed()
        let sequence = try Sample.composed(try HIPAA())
        #expect(sequence.phases.map(\.id) == base.phases.map(\.id))
        for phase in sequence.phases {
            #expect((phase.entry + phase.gate).contains { $0.id.text.hasPrefix("hipaa-") }, "\(phase.id)")
        }
    }

    @Test(arguments: [
        ("hipaa-security-responsibility-in-place", "intake", "45 CFR 164.308(a)(2)"),
        ("hipaa-risk-analysis-in-place", "assessment", "45 CFR 164.308(a)(1)(ii)(A)"),
        ("hipaa-business-associate-contract-in-place", "scoping", "45 CFR 164.308(b)(3)"),
        ("hipaa-unique-user-identification-in-place", "design", "45 CFR 164.312(a)(2)(i)"),
        ("hipaa-audit-log-design-in-place", "design", "45 CFR 164.312(b)"),
        ("hipaa-media-reuse-in-place", "execution", "45 CFR 164.310(d)(2)(ii)"),
        ("hipaa-evaluation-in-place", "validation", "45 CFR 164.308(a)(8)"),
        ("hipaa-activity-review-in-place", "closeout", "45 CFR 164.308(a)(1)(ii)(D)"),
    ])
    func `a required specification is mandated where it is shown`(id: ID, phase: ID, section: String) throws {
        let sequence = try Sample.composed(try HIPAA())
        let obligation = try #require(sequence.obligation(id))
        #expect(obligation.status == .mandated && obligation.attribution.cites == [section])
        #expect(sequence.place(of: id) == phase)
    }

    @Test func `an addressable specification is implemented, or its alternative signed by another`() throws {
        let logoff = try #require(try Sample.composed(try HIPAA()).obligation("hipaa-automatic-logoff-addressed"))
        #expect(logoff.status == .mandated && logoff.needs == ["hipaa-automatic-logoff"])
        #expect(logoff.attribution.cites == ["45 CFR 164.306(d)(3)", "45 CFR 164.312(a)(2)(iii)"])
        let proof = Proof.any([
            .measured(Bound("measures-in-place", .atLeast(1)), of: "hipaa-automatic-logoff"),
            .signed("hipaa-automatic-logoff", by: "security-official", separately: true),
        ])
        #expect(logoff.proof == proof.canonical)
    }

    @Test func `four documents stand before execution`() throws {
        let entry = try Sample.composed(try HIPAA()).phase(holding: .execution)?.entry ?? []
        let documents = try #require(entry.first { $0.id == "hipaa-safeguards-documented" })
        #expect(documents.status == .mandated)
        #expect(
            documents.needs == [
                "hipaa-access-policy", "hipaa-audit-log-design", "hipaa-breach-procedure", "hipaa-risk-analysis",
            ])
    }

    @Test(arguments: [
        ("covered-entity", "45 CFR 164.404(b)", "45 CFR 164.308(b)(1)"),
        ("business-associate", "45 CFR 164.410(b)", "45 CFR 164.308(b)(2)"),
    ])
    func `the role decides to whom notice goes and by what the cloud provider is bound`(
        role: String, clock: String, contract: String
    ) throws {
        let overlays: [any Overlay] = [
            try HIPAA(options: ["role": role]), Sample.stranger("cloud-migration"),
            DeclarativeOverlay(identity: OverlayIdentity(id: "plan", title: "Plan", summary: "Brings a plan.")) {
                Artifact("wave-plan", "Plan of the waves").broughtToTheEngagement()
            },
        ]
        let sequence = try BaseSequence.standard.composed(with: OverlaySet(overlays))
        let procedure = try #require(sequence.obligation("hipaa-breach-procedure-ready"))
        #expect(procedure.bound == Bound("hipaa-notification-days", .atMost(60), unit: "d"))
        #expect(procedure.attribution.cites == [clock])
        let bound = sequence.obligation("hipaa-cloud-provider-bound")
        #expect(bound?.attribution.cites == [contract, "45 CFR 164.314(a)"])
        let signed = sequence.obligation("hipaa-contract-signed")
        #expect(
            signed?.attribution.cites == ["45 CFR 164.308(b)(1)", "45 CFR 164.314(a)", "45 CFR 164.504(e)"])
    }

    @Test func `records are kept for six years, or longer`() throws {
        let six = try Sample.composed(try HIPAA()).obligation("hipaa-documentation-kept")
        #expect(six?.bound == Bound("hipaa-retention-years", .atLeast(6), unit: "years"))
        let ten = try Sample.composed(try HIPAA(options: ["retention": "10"])).obligation("hipaa-documentation-kept")
        #expect(ten?.bound?.interval == .atLeast(10))
    }

    @Test(arguments: [
        (["retention": "5"], "it takes a whole number from 6 to 50"),
        (["role": "provider"], "it takes one of 'covered-entity', 'business-associate'"),
        (["roles": "covered-entity"], "did you mean 'role'?"),
        (["retention": "6 years"], "it takes a whole number from 6 to 50"),
    ])
    func `options that cannot be are refused with a hint`(options: [String: String], hint: String) {
        let error = #expect(throws: InvalidValue.self) { try HIPAA(options: options) }
        #expect(error?.hint == hint)
    }

    @Test(arguments: SecurityStandard.all.flatMap(\.specifications).map(\.obligation.text))
    func `a small business owes what anyone owes`(obligation: String) throws {
        #expect(try Sample.conflicts(waiving: obligation, of: try HIPAA()) == [.mandate])
    }
}

// MARK: In the company of others

extension HIPAATests {
    @Test(arguments: [("us-wi", 1080.0), ("us-la", 1440), ("gdpr", 72)])
    func `sixty days narrow no shorter clock`(laws: String, hours: Double) throws {
        let sequence = try Sample.composed(try HIPAA(), try BreachNotification(options: ["laws": laws]))
        #expect(sequence.obligation("breach-clock-planned")?.bound?.interval == .atMost(hours))
    }

    @Test(arguments: [["ml-feedback"], ["ai-services"], ["ai-services", "ml-feedback"]] as [[ID]])
    func `models learn from data without identifiers, by expert opinion or by authorisation`(company: [ID]) throws {
        let overlays: [any Overlay] = [try HIPAA()] + company.map(Sample.stranger)
        let sequence = try BaseSequence.standard.composed(with: OverlaySet(overlays))
        let obligation = try #require(sequence.obligation("hipaa-data-deidentified"))
        #expect(obligation.status == .mandated && obligation.needs == ["hipaa-deidentification"])
        #expect(obligation.attribution.cites.contains("45 CFR 164.514(b)"))
    }
}

// MARK: When it applies

extension HIPAATests {
    @Test func `electronic health information brings it by statute`() {
        let advice = Sample.advice(on: HIPAA.self, knowing: Sample.facts([Fact.dataClasses: .words(["ephi"])]))
        #expect(advice.verdict == .mandatory && advice.options.isEmpty && advice.questions.isEmpty)
        #expect(advice.reasons.first?.cites == ["45 CFR 164.302"])
    }

    @Test func `another organisation is a business associate`() {
        let facts = Sample.facts([Fact.dataClasses: .words(["ephi"]), Fact.relation: .words(["external"])])
        #expect(Sample.advice(on: HIPAA.self, knowing: facts).options == ["role": "business-associate"])
    }

    @Test(
        arguments: [
            (["us"], Advice.Verdict.mandatory), (["us-pr"], .mandatory), (["eu"], .unneeded), ([], .unneeded),
        ] as [([ID], Advice.Verdict)])
    func `it is law of the United States`(jurisdictions: [ID], verdict: Advice.Verdict) {
        let facts = Sample.facts([
            Fact.dataClasses: .words(["ephi"]), Fact.clauses: .words([]), Fact.jurisdictions: .words(jurisdictions),
        ])
        #expect(Sample.advice(on: HIPAA.self, knowing: facts).verdict == verdict)
    }

    @Test func `where no jurisdiction is known it is asked for`() {
        let facts = Sample.facts([Fact.dataClasses: .words(["ephi"]), Fact.clauses: .words([])])
        let advice = Advice(on: "hipaa", weighing: HIPAA.applicability, knowing: facts)
        #expect(advice.verdict == .unknown && advice.questions.map(\.id) == ["jurisdictions", "relation"])
    }

    @Test func `a clause alone brings it by contract`() {
        let facts = Sample.facts([Fact.dataClasses: .words([]), Fact.clauses: .words(["hipaa"])])
        #expect(Sample.advice(on: HIPAA.self, knowing: facts).verdict == .contractual)
    }

    @Test func `what is not known is asked for`() {
        let unknown = Sample.advice(on: HIPAA.self, knowing: Facts())
        #expect(unknown.verdict == .unknown)
        #expect(unknown.questions.map(\.id) == ["clauses", "data-classes", "relation"])
        let none = Sample.facts([Fact.dataClasses: .words(["personal"]), Fact.clauses: .words([])])
        #expect(Sample.advice(on: HIPAA.self, knowing: none).verdict == .unneeded)
    }
}
