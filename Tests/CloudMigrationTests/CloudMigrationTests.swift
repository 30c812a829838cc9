import CloudMigration
import PhaseLoom
import Testing

/// Expected values: rows 3 and 4 of the framework's overlay catalogue, P1 P2 [entry] P3 and P1 P2 P3 P4 P5a‖P5b P6 P7 P8.
@Suite struct CloudMigrationTests {
    @Test func `one wave is provisioned, cut over and decommissioned between execution and validation`() throws {
        #expect(
            try composed().phases.map(\.id.text) == [
                "intake", "assessment", "scoping", "design", "execution",
                "provision-wave-1", "cutover-wave-1", "decommission-wave-1",
                "validation", "transfer", "closeout",
            ])
    }

    @Test func `scoping does not open before bandwidth and identities are known`() throws {
        let sequence = try composed()
        let entry = sequence.phase(holding: .scoping)?.entry ?? []
        #expect(entry.map(\.id) == ["bandwidth-assessed", "identities-inventoried"])
        #expect(entry.map(\.needs) == [["bandwidth-assessment"], ["identity-inventory"]])
        let assessment = sequence.phase(holding: .assessment)
        #expect(assessment?.produces == ["bandwidth-assessment", "baseline-record", "identity-inventory"])
    }

    @Test func `provisioning and decommission run on tracks of their own`() throws {
        let sequence = try composed()
        #expect(sequence.tracks.map(\.id).contains("provisioning"))
        #expect(sequence.phase("provision-wave-1")?.track == "provisioning")
        #expect(sequence.phase("cutover-wave-1")?.track == "provisioning")
        #expect(sequence.phase("decommission-wave-1")?.track == "decommission")
    }

    @Test(arguments: [
        ("provision-wave-1", ["execution"]),
        ("provision-wave-2", ["provision-wave-1"]),
        ("provision-wave-3", ["provision-wave-2"]),
        ("cutover-wave-2", ["provision-wave-2"]),
        ("decommission-wave-1", ["cutover-wave-1"]),
        ("decommission-wave-3", ["cutover-wave-3"]),
        ("validation", ["decommission-wave-1", "decommission-wave-2", "decommission-wave-3"]),
    ])
    func `waves overlap, and each source waits for its own cut-over`(phase: String, after: [String]) throws {
        let sequence = try composed(["waves": "3"])
        #expect(sequence.phase(try ID(phase))?.after.map(\.text) == after)
    }

    @Test func `no source is removed before a verified cut-over of the same wave`() throws {
        let sequence = try composed(["waves": "2"])
        let second = sequence.phase("decommission-wave-2")
        #expect(second?.entry.map(\.id) == ["decommission-allowed-wave-2"])
        #expect(second?.entry.first?.needs == ["cutover-report-wave-2"])
        #expect(second?.entry.first?.attribution.cites == ["Process Framework for Technology Services"])
        let cutOver = sequence.phase("cutover-wave-2")
        #expect(cutOver?.gate.map(\.id) == ["cutover-soaked-wave-2", "cutover-verified-wave-2"])
        #expect(cutOver?.gate.last?.bound?.interval == .exactly(0))
    }

    @Test func `validation joins all waves`() throws {
        let entry = try composed(["waves": "2"]).phase(holding: .validation)?.entry.first { $0.id == "waves-complete" }
        #expect(
            entry?.needs == [
                "cutover-report-wave-1", "cutover-report-wave-2",
                "decommission-record-wave-1", "decommission-record-wave-2",
            ])
    }

    @Test func `twelve waves make thirty-six phases, in the order of their numbers`() throws {
        let sequence = try composed(["waves": "12"])
        #expect(sequence.phases.count == 8 + 36)
        let provisioned = sequence.phases.map(\.id.text).filter { $0.hasPrefix("provision-") }
        #expect(provisioned == (1...12).map { "provision-wave-\($0)" })
    }

    @Test func `no workload is planned where its limits do not hold`() throws {
        let criterion = try composed().phase(holding: .design)?.gate.first { $0.id == "workloads-placed" }
        #expect(criterion?.needs == ["wave-plan"])
        #expect(criterion?.bound?.description == "missed-placement-limits exactly 0")
    }

    @Test func `options set the reserve of the link and the days of soak`() throws {
        let sequence = try composed(["headroom": "1.5", "soak": "30"])
        let link = sequence.phase("assessment")?.gate.first { $0.id == "link-outpaces-change" }
        #expect(link?.bound?.description == "bandwidth-headroom at least 1.5")
        let soak = sequence.phase("cutover-wave-1")?.gate.first { $0.id == "cutover-soaked-wave-1" }
        #expect(soak?.bound?.description == "soak-days at least 30 d")
    }

    @Test(arguments: [
        (["waves": "0"], "it takes a whole number from 1 to 12"),
        (["waves": "13"], "it takes a whole number from 1 to 12"),
        (["wave": "2"], "did you mean 'waves'?"),
        (["headroom": "0.5"], "it takes a number from 1 to 10"),
        (["soak": "nan"], "it takes a whole number from 0 to 365"),
        (["headroom": "nan"], "it takes a number from 1 to 10"),
    ])
    func `options that cannot be are refused with a hint`(options: [String: String], hint: String) {
        let error = #expect(throws: InvalidValue.self) { try CloudMigration(options: options) }
        #expect(error?.hint == hint)
    }

    @Test(
        arguments: [
            (["cloud"], false, .voluntary, []), (["cloud", "on-premises"], nil, .voluntary, [Fact.greenfield]),
            (["cloud"], true, .excluded, []), (["on-premises"], false, .unneeded, []),
            (nil, false, .unknown, [Fact.targetLocations]),
            (nil, nil, .unknown, [Fact.greenfield, Fact.targetLocations]),
        ] as [([ID]?, Bool?, Advice.Verdict, [Fact])])
    func `it applies where resources move to a cloud, and not on an empty site`(
        targets: [ID]?, isGreenfield: Bool?, verdict: Advice.Verdict, questions: [Fact]
    ) {
        var known = Facts()
        known[Fact.targetLocations] = targets.map { .words($0) }
        known[Fact.greenfield] = isGreenfield.map { .flag($0) }
        let advice = Advice(on: "cloud-migration", weighing: CloudMigration.applicability, knowing: known)
        #expect(advice.verdict == verdict && advice.questions == questions)
    }

    private func composed(_ options: [String: String] = [:]) throws -> ComposedSequence {
        let sequence = try BaseSequence.standard.composed(with: [try CloudMigration(options: options)])
        #expect(sequence.findings.allSatisfy { $0.severity == .note })
        return sequence
    }
}
