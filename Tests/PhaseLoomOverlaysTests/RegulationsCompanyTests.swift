import PhaseLoom
import PhaseLoomOverlays
import Testing

/// Regulations in the company of the domains that they meet, on every base.
///
/// Expected values: the sections that each change cites, and the framework's rows: a regulation is added on top and
/// never instead, governance may go and regulatory gates may not.
@Suite struct RegulationsCompanyTests {
    /// What a regulation asks for only in the company of another overlay, and where.
    static let changes:
        [(regulation: String, company: String, obligation: ID, point: ExtensionPoint, isMandated: Bool)] =
            [
                ("hipaa", "cctv", "hipaa-recordings-protected", .design, true),
                ("hipaa", "cloud-migration", "hipaa-cloud-provider-bound", .execution, true),
                ("hipaa", "cloud-migration", "hipaa-transfers-encrypted", .design, false),
                ("hipaa", "ml-feedback", "hipaa-data-deidentified", .design, true),
                ("hipaa", "smart-building", "hipaa-building-apart", .execution, false),
                ("glba", "cloud-migration", "glba-cloud-provider-overseen", .design, true),
                ("glba", "cloud-migration", "glba-transfers-encrypted", .design, true),
                ("glba", "cybersecurity", "glba-safeguards-in-design", .design, false),
                ("sox", "cloud-migration", "sox-balances-reconciled", .validation, true),
                ("sox", "change-and-release", "sox-approver-not-deployer", .execution, true),
                ("sox", "enterprise", "sox-committee-informed", .closeout, true),
                ("ftc-act", "ml-feedback", "ftc-model-claims-measured", .validation, true),
                ("fcc-part-15", "smart-home", "fcc-home-radios-registered", .design, false),
                ("fcc-part-15", "smart-building", "fcc-controllers-registered", .execution, false),
                ("fcc-part-15", "cctv", "fcc-cameras-registered", .execution, false),
            ]

    @Test(arguments: changes.indices, BaseSequence.shipped)
    func `company adds what the law asks for there, and only there`(place: Int, base: BaseSequence) throws {
        let change = Self.changes[place]
        let regulation = try overlay(change.regulation)
        let together = try base.composed(with: OverlaySet([regulation, try overlay(change.company)]))
        let phase = try #require(together.phase(holding: change.point))
        let obligation = try #require((phase.entry + phase.gate).first { $0.id == change.obligation })
        #expect(obligation.status == (change.isMandated ? .mandated : .plain))
        #expect(obligation.attribution.by == [regulation.identity.id] && !obligation.needs.isEmpty)
        #expect(together.findings.filter { $0.severity != .note } == [])
        let alone = try base.composed(with: OverlaySet([regulation]))
        #expect(!alone.phases.contains { ($0.entry + $0.gate).contains { $0.id == change.obligation } })
    }

    @Test(arguments: BaseSequence.shipped)
    func `the register of devices stands before cameras are mounted`(base: BaseSequence) throws {
        let sequence = try base.composed(with: OverlaySet([try overlay("fcc-part-15"), try overlay("cctv")]))
        let test = try #require(sequence.phase("field-of-view-test"))
        let own = (test.entry + test.gate).filter { $0.attribution.by == ["fcc-part-15"] }
        #expect(own.map(\.id) == ["fcc-cameras-registered"])
        #expect(own.map(\.status) == [.plain])
    }

    static let regulations = ["breach-notification", "fcc-part-15", "ftc-act", "glba", "hipaa", "sox"]

    @Test(arguments: regulations, BaseSequence.shipped)
    func `a regulation goes with every other overlay`(name: String, base: BaseSequence) throws {
        let regulation = try overlay(name)
        for entry in Catalogue.shipped.overlays where entry.identity.id.text != name && entry.identity.requires == [] {
            guard !entry.identity.excludes.contains(regulation.identity.id) else { continue }
            let sequence = try base.composed(with: OverlaySet([regulation, try entry()]))
            let own = sequence.findings.filter { $0.overlays.contains(regulation.identity.id) }
            #expect(own.filter { $0.severity != .note } == [], "\(entry.identity.id)")
        }
    }

    @Test(arguments: regulations, BaseSequence.shipped)
    func `a small business owes the same`(name: String, base: BaseSequence) throws {
        let alone = try base.composed(with: OverlaySet([try overlay(name)]))
        let small = try base.composed(with: OverlaySet([try overlay(name), try overlay("small-business")]))
        func mandates(_ sequence: ComposedSequence) -> [ID] {
            sequence.phases.flatMap { $0.entry + $0.gate }
                .filter { $0.status == .mandated && $0.attribution.by.contains(where: { $0.text == name }) }
                .map(\.id).sorted()
        }
        #expect(mandates(small) == mandates(alone) && !mandates(alone).isEmpty)
    }

    private func overlay(_ name: String) throws -> DeclarativeOverlay {
        try Catalogue.shipped.overlay(named: name)()
    }
}
