import PhaseLoom
import PhaseLoomOverlays
import Testing

/// The three scenarios of "Industry Standards and Best Practices" (rows 2-25 to 2-36 of the acceptance list): what is
/// known about each leads to the standards that it names, and they go together with everything else that applies.
@Suite struct ScenarioTests {
    @Test(arguments: [false, true])
    func `a small business with managed IT starts with desk and incidents`(isRegulated: Bool) throws {
        var facts = Self.support
        facts[.client] = .words(["small-business"])
        facts[.delivery] = .words(["continuous"])
        facts[.clauses] = .words(isRegulated ? ["nist-csf"] : [])
        let scenario = try Scenario(facts)
        #expect(scenario.options(of: "itil-4") == ["practices": "service-desk"])
        #expect(scenario.verdict(on: "small-business") == .voluntary)
        #expect(scenario.verdict(on: "managed-services") == .voluntary)
        #expect(scenario.verdict(on: "nist-csf") == (isRegulated ? .contractual : .unneeded))
        #expect(scenario.activities.isSuperset(of: ["itil-service-desk", "itil-incident-management"]))
        // The framework for security comes on top of the practices, not in place of them.
        #expect(scenario.activities.contains("csf-layer-on-practices") == isRegulated)
    }

    @Test func `support in healthcare keeps the Security Rule beside a management system`() throws {
        var facts = Self.support
        facts[.sector] = .words(["healthcare"])
        facts[.dataClasses] = .words(["ephi"])
        facts[.clauses] = .words(["iso-27001"])
        let scenario = try Scenario(facts)
        #expect(scenario.verdict(on: "hipaa") == .mandatory)
        #expect(scenario.verdict(on: "iso-27001") == .contractual)
        #expect(scenario.verdict(on: "itil-4") == .voluntary)
        #expect(scenario.status(of: "hipaa-safeguards-documented") == .mandated)
        #expect(scenario.status(of: "isms-safeguards-mapped") != nil)
    }

    @Test func `a contractor of defence is certified and affirms every year`() throws {
        var facts = Self.support
        facts[.sector] = .words(["defence"])
        facts[.dataClasses] = .words(["cui"])
        let scenario = try Scenario(facts)
        #expect(scenario.verdict(on: "cmmc") == .mandatory)
        #expect(scenario.options(of: "cmmc") == ["level": "2"])
        #expect(scenario.status(of: "cmmc-affirmed") == .mandated)
        #expect(scenario.loops.contains("cmmc-years"))
    }

    /// What the three have in common: an outside provider supports users.
    private static var support: Facts {
        var facts = Facts()
        facts[.deliverables] = .words(["support"])
        facts[.jurisdictions] = .words(["us"])
        facts[.relation] = .words(["external"])
        facts[.boards] = .flag(false)
        facts[.criticalInfrastructure] = .flag(false)
        return facts
    }
}

/// What facts lead to: the advice, and the sequence of everything that applies.
private struct Scenario {
    private let recommendation: Recommendation
    private let sequence: ComposedSequence

    init(_ facts: Facts) throws {
        let catalogue = Catalogue.shipped
        recommendation = Recommendation(from: catalogue, knowing: facts)
        let overlays = try recommendation.applying.map { advice in
            try catalogue.overlay(named: advice.overlay.text)(options: advice.options)
        }
        sequence = try catalogue.base(named: recommendation.base.text).composed(with: OverlaySet(overlays))
        #expect(sequence.findings.filter { $0.severity != .note } == [])
    }

    private func advice(on overlay: ID) -> Advice? { recommendation.advice.first { $0.overlay == overlay } }

    func verdict(on overlay: ID) -> Advice.Verdict? { advice(on: overlay)?.verdict }
    func options(of overlay: ID) -> [String: String]? { advice(on: overlay)?.options }

    var activities: Set<ID> { Set(sequence.phases.flatMap(\.activities).map(\.id)) }
    var loops: Set<ID> { Set(sequence.loops.map(\.id)) }

    func status(of obligation: ID) -> Status? {
        sequence.phases.flatMap { $0.entry + $0.gate }.first { $0.id == obligation }?.status
    }
}
