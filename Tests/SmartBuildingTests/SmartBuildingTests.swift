import PhaseLoom
import SmartBuilding
import Testing

/// Expected values: row 20 of the framework's overlay catalogue, P1 P2 P3 P4 P4a P5 P6 P7 P8.
@Suite struct SmartBuildingTests {
    @Test func `integration design stands between design and execution`() throws {
        let sequence = try composed()
        #expect(
            sequence.phases.map(\.id.text) == [
                "intake", "assessment", "scoping", "design", "integration-design", "execution", "validation",
                "transfer", "closeout",
            ])
        #expect(sequence.phase("integration-design")?.after == ["design"])
        #expect(sequence.phase("execution")?.after == ["integration-design"])
        #expect(sequence.phase("integration-design")?.title == "BACnet and Modbus integration design")
    }

    @Test func `the assessment records the building and the design is compared with it`() throws {
        let sequence = try composed()
        #expect(sequence.phase("assessment")?.produces == ["baseline-record", "bms-baseline"])
        let comparison = sequence.phase("integration-design")?.gate.first { $0.id == "points-match-baseline" }
        #expect(comparison?.needs == ["bms-baseline", "integration-matrix"])
    }

    @Test(arguments: [
        (
            "both",
            [
                "broadcasts-managed", "device-instances-unique", "network-numbers-unique", "object-ids-unique",
                "points-match-baseline", "registers-addressable", "registers-disjoint", "trunks-within-budget",
                "unit-ids-unique", "units-agree", "word-orders-stated",
            ]
        ),
        (
            "bacnet",
            [
                "broadcasts-managed", "device-instances-unique", "network-numbers-unique", "object-ids-unique",
                "points-match-baseline", "trunks-within-budget", "units-agree",
            ]
        ),
        (
            "modbus",
            [
                "points-match-baseline", "registers-addressable", "registers-disjoint", "trunks-within-budget",
                "unit-ids-unique", "units-agree", "word-orders-stated",
            ]
        ),
    ])
    func `the protocols decide what the gate asks`(protocols: String, gate: [String]) throws {
        let phase = try composed(["protocols": protocols]).phase("integration-design")
        #expect(phase?.gate.map(\.id.text) == gate)
        #expect(phase?.activities.last?.id == "prove-design")
    }

    @Test(arguments: [
        ("registers-disjoint", "register-overlaps exactly 0"),
        ("object-ids-unique", "duplicate-object-ids exactly 0"),
        ("device-instances-unique", "duplicate-device-instances exactly 0"),
        ("trunks-within-budget", "trunk-load at most 0.6"),
    ])
    func `clashes are counted and none is allowed`(id: String, bound: String) throws {
        let criterion = try composed().phase("integration-design")?.gate.first { $0.id.text == id }
        #expect(criterion?.bound?.description == bound)
    }

    @Test func `commands need a signed order before execution`() throws {
        #expect(try composed().phase("execution")?.entry.contains { $0.id == "commands-ordered" } == false)
        let sequence = try composed(["writes": "yes", "trunk-load": "0.5"])
        let entry = sequence.phase("execution")?.entry.first { $0.id == "commands-ordered" }
        #expect(entry?.needs == ["command-order"])
        let gate = sequence.phase("integration-design")?.gate
        #expect(gate?.first { $0.id == "trunks-within-budget" }?.bound?.description == "trunk-load at most 0.5")
    }

    @Test func `every point is checked against its device`() throws {
        let criterion = try composed().phase("validation")?.gate.first { $0.id == "points-checked" }
        #expect(criterion?.needs == ["point-checkout", "point-list"])
        #expect(criterion?.bound?.interval == .exactly(1))
    }

    @Test(arguments: [
        (["protocols": "knx"], "it takes one of 'both', 'bacnet', 'modbus'"),
        (["trunk-load": "0"], "it takes a number from 0.05 to 1"),
        (["protocol": "both"], "did you mean 'protocols'?"),
        (["writes": "perhaps"], "it takes 'yes' or 'no'"),
    ])
    func `options that cannot be are refused with a hint`(options: [String: String], hint: String) {
        let error = #expect(throws: InvalidValue.self) { try SmartBuilding(options: options) }
        #expect(error?.hint == hint)
    }

    @Test(
        arguments: [
            ("managed-building", ["network"], .voluntary, []), ("commercial", ["building-integration"], .voluntary, []),
            ("commercial", ["network"], .unneeded, []), (nil, ["building-integration"], .voluntary, []),
            ("commercial", nil, .unknown, [Fact.deliverables]),
        ] as [(ID?, [ID]?, Advice.Verdict, [Fact])])
    func `it applies where a building has a management system`(
        property: ID?, deliverables: [ID]?, verdict: Advice.Verdict, questions: [Fact]
    ) {
        var known = Facts()
        known[Fact.property] = property.map { .words([$0]) }
        known[Fact.deliverables] = deliverables.map { .words($0) }
        let advice = Advice(on: "smart-building", weighing: SmartBuilding.applicability, knowing: known)
        #expect(advice.verdict == verdict && advice.questions == questions)
    }

    private func composed(_ options: [String: String] = [:]) throws -> ComposedSequence {
        let sequence = try BaseSequence.standard.composed(with: [try SmartBuilding(options: options)])
        #expect(sequence.findings.allSatisfy { $0.severity == .note })
        return sequence
    }
}
