import Infrastructure
import PhaseLoom
import PhaseLoomTesting
import Testing

/// Expected values: row 3 of the framework's overlay catalogue, P1 P2 P3 P4 P5a‖P5b P6 P7 P8, and its rows 0-13 to 0-16:
/// locations computed from the inventory, two tracks, and per workload no removal before a verified cut-over.
@Suite struct HybridDeliveryTests {
    @Test(arguments: bases)
    func `keeps the contract on every base`(base: BaseSequence) {
        #expect(OverlayContract.violations(of: HybridDelivery.self, on: base) == [])
    }

    @Test(arguments: [
        ("provision-workload-1", ["execution"]),
        ("provision-workload-3", ["execution"]),
        ("decommission-workload-1", ["provision-workload-1"]),
        ("decommission-workload-3", ["provision-workload-3"]),
        ("validation", ["decommission-workload-1", "decommission-workload-2", "decommission-workload-3"]),
    ])
    func `each removal waits for its own workload alone, validation for all`(phase: String, after: [String]) throws {
        let sequence = try composed(HybridDelivery(options: ["workloads": "3"]))
        #expect(sequence.phase(try ID(phase))?.after.map(\.text) == after)
    }

    @Test func `the two sides are tracks`() throws {
        let sequence = try composed(HybridDelivery())
        #expect(sequence.tracks.map(\.id) == ["decommission", "main", "provisioning"])
        #expect(sequence.phase("provision-workload-2")?.track == "provisioning")
        #expect(sequence.phase("decommission-workload-2")?.track == "decommission")
    }

    @Test func `removal takes the verified cut-over of the same workload, which nobody waives`() throws {
        let sequence = try composed(HybridDelivery())
        let allowed = sequence.entry("decommission-workload-2", "decommission-allowed-workload-2")
        #expect(allowed?.status == .mandated && allowed?.needs == ["cutover-report-workload-2"])
        #expect(allowed?.proof?.description == "failed-cutover-checks exactly 0 in cutover-report-workload-2")
        #expect(allowed?.attribution.cites == ["Process Framework for Technology Services"])
        let verified = sequence.gate("provision-workload-2", "cutover-verified-workload-2")
        #expect(verified?.status == .mandated && verified?.bound?.description == "failed-cutover-checks exactly 0")
        let waiver = DeclarativeOverlay(
            identity: OverlayIdentity(id: "hurry", title: "Hurry", summary: "Waives.", cites: ["None"])
        ) {
            Waive("decommission-allowed-workload-1", because: "hurry", onAuthorityOf: "nobody")
        }
        #expect(throws: ConflictReport.self) { try composed(HybridDelivery(), waiver) }
    }

    @Test func `inventory, plan and link are shown by counts of what is wrong`() throws {
        let sequence = try composed(HybridDelivery())
        let located = sequence.gate("assessment", "hybrid-resources-located")
        #expect(located?.bound?.description == "resources-without-location exactly 0")
        let acyclic = sequence.gate("design", "hybrid-dependencies-acyclic")
        #expect(acyclic?.bound?.description == "dependency-cycles exactly 0")
        let linked = sequence.gate("execution", "hybrid-sides-linked")
        #expect(linked?.bound?.description == "failed-link-checks exactly 0")
    }

    @Test(arguments: [("0", "at most 0 d"), ("30", "at most 30 d"), ("730", "at most 730 d")])
    func `the overlap of both sides is bounded`(days: String, bound: String) throws {
        let sequence = try composed(HybridDelivery(options: ["overlap": days]))
        let ended = sequence.gate("decommission-workload-1", "overlap-ended-workload-1")
        #expect(ended?.bound?.description == "overlap-days \(bound)")
    }

    @Test func `twenty-four workloads join in validation, on every base`() throws {
        for base in bases {
            let sequence = try composed(HybridDelivery(options: ["workloads": "24"]), on: base)
            let join = sequence.phase(holding: .validation)?.entry.first { $0.id == "workstreams-joined" }
            #expect(join?.needs.count == 48)
            #expect(sequence.phases.count { $0.track != .mainTrack } == 48)
        }
    }

    @Test(arguments: [
        (["workloads": "0"], "it takes a whole number from 1 to 24"),
        (["workloads": "25"], "it takes a whole number from 1 to 24"),
        (["workloads": "two"], "it takes a whole number from 1 to 24"),
        (["overlap": "-1"], "it takes a whole number from 0 to 730"),
        (["workload": "2"], "did you mean 'workloads'?"),
    ])
    func `options that cannot be are refused with a hint`(options: [String: String], hint: String) {
        let error = #expect(throws: InvalidValue.self) { try HybridDelivery(options: options) }
        #expect(error?.hint == hint)
    }

    @Test(
        arguments: [
            (["on-premises", "cloud"], Advice.Verdict.voluntary), (["on-premises"], .unneeded), (["cloud"], .unneeded),
            ([], .unneeded),
        ] as [([ID], Advice.Verdict)])
    func `it applies where both kinds of location are in the inventory`(locations: [ID], verdict: Advice.Verdict) {
        let known = facts([Fact.locations: .words(locations)])
        let advice = Advice(on: "hybrid-delivery", weighing: HybridDelivery.applicability, knowing: known)
        #expect(advice.verdict == verdict && advice.questions == [])
    }

    @Test func `without an inventory it asks for the locations`() {
        let advice = Advice(on: "hybrid-delivery", weighing: HybridDelivery.applicability, knowing: Facts())
        #expect(advice.verdict == .unknown && advice.questions == [Fact.locations])
    }
}
