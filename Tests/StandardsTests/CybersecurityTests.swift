import PhaseLoom
import PhaseLoomTesting
import Standards
import Testing

/// Expected values: rows 11, 1-14 to 1-17 and 2-44 of the framework; NIST SP 800-53B (149, 287 and 370 controls).
@Suite struct CybersecurityTests {
    @Test(arguments: BaseSequence.shipped)
    func `it keeps the contract on every base`(base: BaseSequence) {
        #expect(OverlayContract.violations(of: Cybersecurity.self, on: base) == [])
    }

    @Test(arguments: BaseSequence.shipped)
    func `no phase is added, and every gate asks for security`(base: BaseSequence) throws {
        let sequence = try composed(Cybersecurity.self, on: base)
        #expect(sequence.phases.map(\.id) == (try base.composed()).phases.map(\.id))
        for phase in sequence.phases {
            let own = phase.gate.filter { $0.attribution.by == ["cybersecurity"] }
            #expect(own.contains { $0.id == "security-risks-owned" })
        }
    }

    @Test(arguments: ExtensionPoint.allCases)
    func `every phase of the standard sequence has a requirement of its own`(point: ExtensionPoint) throws {
        let gate = try composed(Cybersecurity.self).phase(holding: point)?.gate ?? []
        #expect(gate.filter { $0.attribution.by == ["cybersecurity"] }.count >= 2)
    }

    @Test func `phases of other overlays are no exception`() throws {
        let other = companion("other") { Insert("side-work", "Side work").after(.scoping).before(.validation) }
        let sequence = try composed(Cybersecurity.self, with: [other])
        #expect(sequence.phase("side-work")?.gate.map(\.id) == ["security-risks-owned"])
    }

    @Test(arguments: ["client", "provider", "infrastructure", "governance"])
    func `each layer has at least one control`(layer: String) throws {
        guard
            case .all(let parts) = try composed(Cybersecurity.self).obligation("security-layers-covered", at: .design)?
                .proof
        else {
            Issue.record("no proof by layer")
            return
        }
        let bound = Bound("\(layer)-controls", .atLeast(1))
        #expect(parts.count == 4 && parts.contains(.measured(bound, of: "security-control-matrix")))
    }

    /// Identity management, encryption, vulnerability monitoring, incident response; and audit trails.
    @Test(
        arguments: [
            ("security-identities-designed", .design, "IA-2(1)"),
            ("security-encryption-designed", .design, "SC-28"),
            ("security-vulnerabilities-resolved", .validation, "RA-5"),
            ("security-response-rehearsed", .transfer, "IR-8"),
            ("security-events-recorded", .execution, "AU-12"),
            ("security-integrity-kept", .execution, "SI-7"),
            ("security-accounts-closed", .closeout, "AC-2"),
        ] as [(ID, ExtensionPoint, String)])
    func `each group of controls stands where its work is done`(id: ID, point: ExtensionPoint, control: String) throws {
        let obligation = try composed(Cybersecurity.self).obligation(id, at: point)
        #expect(obligation?.attribution.cites.contains("NIST SP 800-53 Rev. 5, \(control)") == true)
        #expect(obligation?.needs.isEmpty == false)
    }

    @Test(arguments: [("none", nil), ("low", 149), ("moderate", 287), ("high", 370)] as [(String, Double?)])
    func `a baseline asks for a decision on each of its controls`(baseline: String, controls: Double?) throws {
        let tailored = try composed(Cybersecurity.self, ["controls": baseline]).obligation("security-baseline-tailored")
        #expect(tailored?.bound == controls.map { Bound("decided-controls", .atLeast($0)) })
    }

    @Test func `a penetration test is made by someone else`() throws {
        #expect(try composed(Cybersecurity.self).obligation("security-penetration-tested") == nil)
        let tested = try composed(Cybersecurity.self, ["penetration-test": "yes"]).obligation(
            "security-penetration-tested")
        #expect(tested?.proof == .signed("security-penetration-test", by: "penetration-tester", separately: true))
    }

    @Test(arguments: [
        (["controls": "medium"], "it takes one of 'none', 'low', 'moderate', 'high'"),
        (["penetration-test": "perhaps"], "it takes 'yes' or 'no'"),
        (["penetrationtest": "yes"], "did you mean 'penetration-test'?"),
    ])
    func `options that cannot be are refused with a hint`(options: [String: String], hint: String) {
        let error = #expect(throws: InvalidValue.self) { try Cybersecurity(options: options) }
        #expect(error?.hint == hint)
    }

    @Test(
        arguments: [
            ("smart-building", "security-building-network-guarded"), ("smart-home", "security-home-devices-hardened"),
            ("cctv", "security-cameras-hardened"), ("cloud-migration", "security-landing-zone-guarded"),
            ("network-build", "security-network-devices-hardened"), ("ml-feedback", "security-training-data-guarded"),
            ("ai-services", "security-ai-service-guarded"),
        ] as [(ID, ID)])
    func `each domain has its weak spot looked at, in its company alone`(domain: ID, obligation: ID) throws {
        #expect(try composed(Cybersecurity.self).obligation(obligation) == nil)
        let sequence = try composed(Cybersecurity.self, with: [Self.standIn(for: domain)])
        #expect(sequence.obligation(obligation)?.attribution.by == ["cybersecurity"])
    }

    /// What the changes in the company of a domain aim at.
    private static func standIn(for domain: ID) -> DeclarativeOverlay {
        companion(domain) {
            for artifact in ["building-network-plan", "landing-zone-record", "training-data-version"] as [ID] {
                Artifact(artifact, "Record")
            }
            Produce("building-network-plan", "training-data-version", in: .design)
            Produce("landing-zone-record", in: .execution)
            Insert("integration-design", "Integration design").after(.design).before(.execution)
            Insert("recording-validation", "Recording validation").after(.execution).before(.validation)
        }
    }

    @Test(
        arguments: [(["low"], "low"), (["moderate"], "moderate"), (["high"], "high"), ([], nil)] as [([ID], String?)])
    func `it always helps, with the baseline of the impact`(impact: [ID], baseline: String?) {
        let advice = advice(on: Cybersecurity.self, known([.impactLevel: impact]))
        #expect(advice.verdict == .voluntary && advice.options["controls"] == baseline)
    }

    @Test func `it helps when nothing is known`() {
        #expect(advice(on: Cybersecurity.self, Facts()).verdict == .voluntary)
    }
}
