import PhaseLoom
import PhaseLoomOverlays
import Testing

/// Standards among all shipped overlays: what one cannot be together with is for that one to say.
@Suite struct StandardsCompanyTests {
    static let standards = [
        "assurance", "cmmc", "cybersecurity", "fedramp", "iso-20000-1", "iso-27001", "itil-4", "nist-csf",
        "standards-adoption",
    ]

    @Test(arguments: standards, BaseSequence.shipped)
    func `each goes with every other overlay that goes with the base`(name: String, base: BaseSequence) throws {
        let standard = try Catalogue.shipped.overlay(named: name)()
        for entry in Catalogue.shipped.overlays where entry.identity.id.text != name {
            let other = try entry()
            guard Self.goes(try? base.composed(with: OverlaySet([other]))) else { continue }
            let both = Self.goes(try? base.composed(with: OverlaySet([standard, other])))
            #expect(both, "\(name) with \(entry.identity.id)")
        }
    }

    @Test func `regulations of all kinds share one amendment`() throws {
        let regulations = try ["cmmc", "fedramp", "glba", "hipaa", "nist-csf", "sox"].map {
            try Catalogue.shipped.overlay(named: $0)(options: $0 == "nist-csf" ? ["binding": "yes"] : [:])
        }
        let sequence = try BaseSequence.standard.composed(with: OverlaySet(regulations))
        let approved = sequence.phase(holding: .execution)?.entry.first { $0.id == "amendment-approved" }
        #expect(approved?.attribution.by == ["cmmc", "fedramp", "glba", "hipaa", "nist-csf", "sox"])
        #expect(approved?.status == .mandated)
    }

    /// Row 2-29: a small business has the same requirements when it handles regulated data.
    @Test(arguments: ["cmmc", "fedramp", "nist-csf"])
    func `a small business gives up nothing that a framework asks for`(name: String) throws {
        let framework = try Catalogue.shipped.overlay(named: name)()
        let small = try Catalogue.shipped.overlay(named: "small-business")()
        let sequence = try BaseSequence.standard.composed(with: OverlaySet([framework, small]))
        let brought = sequence.phases.flatMap { $0.entry + $0.gate }
            .filter { $0.attribution.by.contains(framework.identity.id) }
        #expect(!brought.isEmpty && brought.allSatisfy { $0.status != .waived })
    }

    /// Row 2-30: the safeguards of the Security Rule beside the controls of ISO/IEC 27001.
    @Test func `safeguards and controls of health records are mapped`() throws {
        let overlays = try ["hipaa", "iso-27001"].map { try Catalogue.shipped.overlay(named: $0)() }
        let sequence = try BaseSequence.standard.composed(with: OverlaySet(overlays))
        let gate = sequence.phase(holding: .design)?.gate.map(\.id) ?? []
        #expect(gate.contains("isms-safeguards-mapped"))
    }

    private static func goes(_ sequence: ComposedSequence?) -> Bool {
        guard let sequence else { return false }
        return sequence.findings.allSatisfy { $0.severity == .note }
    }
}
