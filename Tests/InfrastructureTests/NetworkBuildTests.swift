import Infrastructure
import PhaseLoom
import PhaseLoomTesting
import Testing

/// Expected values: row 16 of the framework's overlay catalogue, P5 = physical then logical, and its rows 0-31 and 0-32:
/// cabling < switching < routing < logical configuration, link tests by a certifier, address plan and port map in P4.
@Suite struct NetworkBuildTests {
    @Test(arguments: bases)
    func `keeps the contract on every base`(base: BaseSequence) {
        #expect(OverlayContract.violations(of: NetworkBuild.self, on: base) == [])
    }

    @Test func `the physical layer is built from cables to routers`() throws {
        let execution = try composed(NetworkBuild()).phase("execution")
        #expect(
            execution?.activities.map(\.id) == [
                "install-cabling", "certify-links", "install-switches", "install-routers",
            ])
        #expect(
            execution?.activities.map(\.after) == [[], ["install-cabling"], ["certify-links"], ["install-switches"]])
    }

    @Test(arguments: bases)
    func `logical configuration waits behind the physical layer on every base`(base: BaseSequence) throws {
        let sequence = try composed(NetworkBuild(), on: base)
        let physical = try #require(sequence.phase(holding: .execution)).id
        #expect(sequence.phase("logical-configuration")?.after == [physical])
        #expect(sequence.phase(holding: .validation)?.after == ["logical-configuration"])
        let proven = sequence.entry("logical-configuration", "physical-layer-proven")
        #expect(proven?.needs == ["network-device-records", "network-link-tests"])
        #expect(
            proven?.proof?.description
                == "network-device-records handed in and failed-links exactly 0 in network-link-tests")
    }

    @Test(
        arguments: [
            ("design", "network-addresses-disjoint", "overlapping-prefixes exactly 0"),
            ("design", "network-prefixes-valid", "invalid-prefixes exactly 0"),
            ("design", "network-vlans-valid", "invalid-vlans exactly 0"),
            ("design", "network-ports-assigned-once", "duplicate-ports exactly 0"),
            ("execution", "network-links-certified", "failed-links exactly 0"),
            ("execution", "network-devices-recorded", "unrecorded-devices exactly 0"),
            ("logical-configuration", "network-configured-as-planned", "configuration-deviations exactly 0"),
            ("validation", "network-reachable", "reachability-failures exactly 0"),
        ] as [(ID, ID, String)])
    func `nothing wrong is let through`(phase: ID, criterion: ID, bound: String) throws {
        #expect(try composed(NetworkBuild()).gate(phase, criterion)?.bound?.description == bound)
    }

    @Test(arguments: [
        ("copper", ["ANSI/TIA-1152-A", "ANSI/TIA-568.2-D"]),
        ("fibre", ["ANSI/TIA-568.3", "ISO/IEC 14763-3"]),
        ("both", ["ANSI/TIA-1152-A", "ANSI/TIA-568.2-D", "ANSI/TIA-568.3", "ISO/IEC 14763-3"]),
    ])
    func `links are certified as their medium asks`(media: String, cites: [String]) throws {
        let sequence = try composed(NetworkBuild(options: ["media": media]))
        #expect(sequence.gate("execution", "network-links-certified")?.attribution.cites == cites)
    }

    @Test(arguments: [
        (["media": "air"], "it takes one of 'copper', 'fibre', 'both'"), (["medium": "both"], "did you mean 'media'?"),
    ])
    func `options that cannot be are refused with a hint`(options: [String: String], hint: String) {
        let error = #expect(throws: InvalidValue.self) { try NetworkBuild(options: options) }
        #expect(error?.hint == hint)
    }

    @Test(
        arguments: [
            (.words(["network", "cameras"]), .voluntary), (.words(["cameras"]), .unneeded),
            (nil, .unknown),
        ] as [(Facts.Value?, Advice.Verdict)])
    func `it applies where a network is delivered`(deliverables: Facts.Value?, verdict: Advice.Verdict) {
        var known = Facts()
        known[Fact.deliverables] = deliverables
        let advice = Advice(on: "network-build", weighing: NetworkBuild.applicability, knowing: known)
        #expect(advice.verdict == verdict)
        #expect(advice.questions == (deliverables == nil ? [Fact.deliverables] : []))
    }
}
