import AIServices
import PhaseLoom
import PhaseLoomTesting
import Testing

/// Expected values: row 22 of the framework's overlay catalogue, requirements at P1, P4 and P6; the numbering of NIST
/// AI 100-1 (AI RMF 1.0), which is voluntary; 15 U.S.C. 45 for claims.
@Suite struct AIComplianceTests {
    @Test(arguments: bases)
    func `keeps the contract on every base`(base: BaseSequence) throws {
        #expect(OverlayContract.violations(of: AICompliance.self, on: base, among: [try AIServices()]) == [])
    }

    private func own(_ sequence: ComposedSequence) -> [String: [String]] {
        sequence.phases.reduce(into: [:]) { found, phase in
            let ids = (phase.entry + phase.gate).filter { $0.attribution.by != [.base] }.map(\.id.text)
            if !ids.isEmpty { found[phase.id.text] = ids }
        }
    }

    @Test func `checkpoints stand at intake, design and validation, and nowhere else`() throws {
        #expect(
            own(try composed(AICompliance())) == [
                "intake": ["ai-data-lawful", "ai-use-stated"],
                "design": ["ai-impact-assessed", "ai-oversight-planned"],
                "validation": ["ai-deployment-decided", "ai-trust-evaluated"],
            ])
    }

    @Test func `data of people and decisions about them ask for more`() throws {
        let sequence = try composed(AICompliance(options: ["personal": "yes", "decisions": "yes"]))
        #expect(
            own(sequence)["design"] == [
                "ai-impact-assessed", "ai-oversight-planned", "ai-privacy-assessed", "ai-recourse-offered",
            ])
        let privacy = sequence.gate("design", "ai-privacy-assessed")
        #expect(privacy?.bound?.description == "untreated-privacy-risks exactly 0")
        #expect(privacy?.attribution.cites.first == "NIST AI RMF 1.0, MEASURE 2.10")
        #expect(privacy?.attribution.cites.last == "Regulation (EU) 2016/679, article 35")
    }

    @Test(
        arguments: [
            ("intake", "ai-data-lawful", "sources-without-basis exactly 0"),
            ("design", "ai-impact-assessed", "untreated-impacts exactly 0"),
            ("validation", "ai-trust-evaluated", "unmeasured-risks exactly 0"),
        ] as [(ID, ID, String)])
    func `checkpoints count what is open`(phase: ID, criterion: ID, bound: String) throws {
        #expect(try composed(AICompliance()).gate(phase, criterion)?.bound?.description == bound)
    }

    @Test func `the decision to go live is signed by who answers for it`() throws {
        let decided = try composed(AICompliance()).gate("validation", "ai-deployment-decided")
        #expect(
            decided?.proof?.description
                == "ai-deployment-decision signed by accountable-owner, someone other than its recorder")
    }

    @Test func `a voluntary framework may be waived, one that a contract adopts may not`() throws {
        let waiver = DeclarativeOverlay(
            identity: OverlayIdentity(id: "hurry", title: "Hurry", summary: "Waives.", cites: ["None"])
        ) {
            Waive("ai-impact-assessed", because: "hurry", onAuthorityOf: "the board")
        }
        let waived = try composed(AICompliance(), waiver).gate("design", "ai-impact-assessed")
        #expect(waived?.status == .waived)
        let binding = try AICompliance(options: ["binding": "yes", "personal": "yes", "decisions": "yes"])
        #expect(throws: ConflictReport.self) { try composed(binding, waiver) }
        let mandated = try composed(binding).phases.flatMap { $0.entry + $0.gate }.filter { $0.status == .mandated }
        #expect(mandated.count == 8)
    }

    @Test func `with AI services the choice of the model weighs the impacts`() throws {
        let weighed = try composed(AICompliance(), AIServices()).gate("design", "ai-selection-weighed")
        #expect(weighed?.needs == ["ai-impact-assessment", "model-selection-record"])
    }

    @Test func `with the FTC Act the evaluation has to support what is claimed, and nobody waives that`() throws {
        let act = DeclarativeOverlay(
            identity: OverlayIdentity(id: "ftc-act", title: "FTC Act", summary: "Claims.", cites: ["15 U.S.C. 45"])
        ) {
            Artifact("ftc-claims-register", "Claims register")
            Produce("ftc-claims-register", in: .scoping)
        }
        let claims = try composed(AICompliance(), act).gate("validation", "ai-claims-evaluated")
        #expect(claims?.status == .mandated && claims?.attribution.cites == ["15 U.S.C. 45"])
        #expect(claims?.needs == ["ai-evaluation", "ftc-claims-register"])
    }

    @Test(arguments: [
        (["personal": "2"], "it takes 'yes' or 'no'"), (["decision": "yes"], "did you mean 'decisions'?"),
        (["bindings": "no"], "did you mean 'binding'?"),
    ])
    func `options that cannot be are refused with a hint`(options: [String: String], hint: String) {
        let error = #expect(throws: InvalidValue.self) { try AICompliance(options: options) }
        #expect(error?.hint == hint)
    }

    @Test(
        arguments: [
            (["ai-service"], ["personal"], true, ["decisions": "yes", "personal": "yes"]),
            (["ml-model"], ["recordings"], false, ["personal": "yes"]),
            (["ai-service"], [], false, [:]),
        ] as [([ID], [ID], Bool, [String: String])])
    func `its options follow from the data and from what it decides`(
        deliverables: [ID], data: [ID], decides: Bool, options: [String: String]
    ) {
        let known = facts([
            Fact.deliverables: .words(deliverables), Fact.dataClasses: .words(data), Fact.automation: .flag(decides),
            Fact.jurisdictions: .words(["us", "us-ca"]),
        ])
        let advice = Advice(on: "ai-compliance", weighing: AICompliance.applicability, knowing: known)
        #expect(advice.verdict == .voluntary && advice.options == options && advice.questions == [])
    }

    @Test(
        arguments: [
            ("eu", ["personal"], true, .mandatory, ["binding": "yes", "decisions": "yes", "personal": "yes"]),
            ("de", ["ephi"], true, .mandatory, ["binding": "yes", "decisions": "yes", "personal": "yes"]),
            ("fr", ["personal"], false, .mandatory, ["personal": "yes"]),
            ("eu", [], true, .mandatory, ["decisions": "yes"]), ("gb", [], false, .voluntary, [:]),
            ("us-co", ["personal"], true, .voluntary, ["decisions": "yes", "personal": "yes"]),
        ] as [(ID, [ID], Bool, Advice.Verdict, [String: String])])
    func `the law of the Union demands it, and binds decisions on personal data`(
        place: ID, data: [ID], decides: Bool, verdict: Advice.Verdict, options: [String: String]
    ) {
        let known = facts([
            Fact.deliverables: .words(["ml-model"]), Fact.dataClasses: .words(data), Fact.automation: .flag(decides),
            Fact.jurisdictions: .words([place]),
        ])
        let advice = Advice(on: "ai-compliance", weighing: AICompliance.applicability, knowing: known)
        #expect(advice.verdict == verdict && advice.options == options && advice.questions == [])
    }

    @Test func `it asks what is delivered, and is not needed without AI`() {
        let unknown = Advice(on: "ai-compliance", weighing: AICompliance.applicability, knowing: Facts())
        #expect(unknown.verdict == .unknown && unknown.questions.contains(Fact.deliverables))
        let known = facts([Fact.deliverables: .words(["network"])])
        let advice = Advice(on: "ai-compliance", weighing: AICompliance.applicability, knowing: known)
        #expect(advice.verdict == .unneeded)
    }
}
