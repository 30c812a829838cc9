import PhaseLoom
import PhaseLoomTesting
import Standards
import Testing

/// All standards in each other's company, on every base.
@Suite struct StandardsTogetherTests {
    static func all() throws -> [any Overlay] {
        [
            try Assurance(), try CMMC(), try Cybersecurity(), try FedRAMP(), try ISO20000(), try ISO27001(), try ITIL(),
            try NISTCSF(options: ["binding": "yes"]), try StandardsAdoption(),
        ]
    }

    @Test(arguments: BaseSequence.shipped)
    func `all of them compose and verify`(base: BaseSequence) throws {
        let sequence = try base.composed(with: OverlaySet(try Self.all()))
        #expect(sequence.findings.filter { $0.severity != .note } == [])
        for obligation in sequence.phases.flatMap({ $0.entry + $0.gate }) {
            #expect(!obligation.needs.isEmpty && !obligation.attribution.cites.isEmpty)
        }
    }

    @Test(arguments: BaseSequence.shipped)
    func `each pair composes and verifies`(base: BaseSequence) throws {
        let overlays = try Self.all()
        for (place, one) in overlays.enumerated() {
            for other in overlays.dropFirst(place + 1) {
                let sequence = try base.composed(with: OverlaySet([one, other]))
                #expect(sequence.findings.filter { $0.severity != .note } == [])
            }
        }
    }

    @Test func `three regulations share one amendment, approved once`() throws {
        let sequence = try BaseSequence.standard.composed(with: OverlaySet(try Self.all()))
        let approved = sequence.obligation("amendment-approved", at: .execution)
        #expect(approved?.attribution.by == ["cmmc", "fedramp", "nist-csf"])
        let shared = sequence.artifacts.filter { $0.attribution.by.count > 1 }.map(\.id)
        #expect(shared == ["framework-amendment"])
    }

    @Test(arguments: [
        ["level": "3", "conditional": "yes", "years": "1"], ["baseline": "high", "months": "120"],
        ["form": "attestation", "bridge": "0"], ["binding": "yes", "certificate": "yes"],
    ])
    func `options away from their defaults go together with all others`(options: [String: String]) throws {
        let known = Catalogue(overlays: [
            Assurance.self, CMMC.self, Cybersecurity.self, FedRAMP.self, ISO20000.self, ISO27001.self, ITIL.self,
            NISTCSF.self, StandardsAdoption.self,
        ])
        let overlays = try known.overlays.map { entry in
            try entry(options: options.filter { name, _ in entry.options.contains { $0.name == name } })
        }
        for base in BaseSequence.shipped {
            let sequence = try base.composed(with: OverlaySet(overlays))
            #expect(sequence.findings.filter { $0.severity != .note } == [])
        }
    }
}
