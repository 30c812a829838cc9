import Infrastructure
import PhaseLoom
import PhaseLoomTesting
import Testing

/// Expected values: row 27 of the framework's overlay catalogue and its row 0-77: equipment, technician and carrier are
/// asked for, the fault is isolated before the repair, and phases may be merged; 47 CFR 2.803, 13.7, 64.2010, 64.2011.
@Suite struct TelecomRepairTests {
    @Test(arguments: bases)
    func `keeps the contract on every base`(base: BaseSequence) {
        #expect(OverlayContract.violations(of: TelecomRepair.self, on: base) == [])
    }

    @Test func `nobody touches the equipment before the carrier allows it`() throws {
        let sequence = try composed(TelecomRepair())
        let permitted = sequence.entry("assessment", "carrier-permitted")
        #expect(permitted?.proof?.description == "carrier-permission signed by carrier")
        #expect(sequence.entry("assessment", "telecom-technicians-authorised")?.status == .plain)
        let brought = sequence.artifacts.filter(\.isEntry).map(\.id)
        #expect(brought.contains("carrier-permission") && brought.contains("telecom-technician-authorisations"))
    }

    @Test func `the repair begins with an isolated fault and authorised equipment`() throws {
        let sequence = try composed(TelecomRepair())
        let isolated = sequence.entry("execution", "fault-isolated")
        #expect(isolated?.proof?.description == "unexplained-symptoms exactly 0 in fault-isolation-report")
        let authorised = sequence.entry("execution", "telecom-equipment-authorised")
        #expect(authorised?.status == .mandated)
        #expect(authorised?.attribution.cites == ["47 CFR 2.1043", "47 CFR 2.803"])
        #expect(
            sequence.phase("execution")?.activities.map(\.id) == [
                "release-circuit", "repair-element", "restore-circuit",
            ])
    }

    @Test func `a licence of the FCC makes the technicians' authority mandatory`() throws {
        let entry = try composed(TelecomRepair(options: ["operator-licence": "yes"]))
            .entry("assessment", "telecom-technicians-authorised")
        #expect(entry?.status == .mandated && entry?.attribution.cites == ["47 CFR 13.7"])
    }

    @Test func `access to customers' records brings safeguards, and a path for breaches without a figure`() throws {
        let sequence = try composed(TelecomRepair(options: ["customer-records": "yes"]))
        #expect(sequence.gate("scoping", "customer-information-safeguarded")?.status == .mandated)
        let path = sequence.gate("scoping", "customer-information-breach-path")
        #expect(path?.status == .plain && path?.bound == nil && path?.attribution.cites == ["47 CFR 64.2011"])
        #expect(try composed(TelecomRepair()).gate("scoping", "customer-information-safeguarded") == nil)
    }

    @Test func `an emergency may merge what comes before the repair, and owes the same`() throws {
        let incident = DeclarativeOverlay(
            identity: OverlayIdentity(id: "incident", title: "Incident", summary: "Triage.", cites: ["None"])
        ) {
            Compress(from: .assessment, through: .design, into: "triage", "Triage")
        }
        let sequence = try composed(TelecomRepair(), incident)
        #expect(sequence.phase("execution")?.after == ["triage"])
        #expect(sequence.phase("triage")?.activities.map(\.id).contains("isolate-fault") == true)
        #expect(sequence.entry("triage", "carrier-permitted") != nil)
        #expect(sequence.entry("execution", "fault-isolated") != nil)
        #expect(sequence.entry("execution", "telecom-equipment-authorised")?.status == .mandated)
        #expect(sequence.gate("validation", "outage-report-decided")?.needs == ["outage-report-decision"])
    }

    @Test func `the carrier takes the circuit back`() throws {
        let sequence = try composed(TelecomRepair())
        let tested = sequence.gate("validation", "circuit-restored")
        #expect(tested?.bound?.description == "failed-circuit-tests exactly 0")
        let back = sequence.gate("transfer", "circuit-taken-back")
        #expect(back?.proof?.description == "carrier-clearance signed by carrier")
    }

    @Test(arguments: [
        (["operator-licence": "maybe"], "it takes 'yes' or 'no'"),
        (["customer-record": "yes"], "did you mean 'customer-records'?"),
    ])
    func `options that cannot be are refused with a hint`(options: [String: String], hint: String) {
        let error = #expect(throws: InvalidValue.self) { try TelecomRepair(options: options) }
        #expect(error?.hint == hint)
    }

    private static let repair = Facts.Value.words(["telecom-repair"])

    @Test(
        arguments: [
            (
                [Fact.deliverables: repair, Fact.devices: .words(["carrier"]), Fact.jurisdictions: .words(["us"])],
                .voluntary
            ),
            (
                [Fact.deliverables: repair, Fact.devices: .words(["radio"]), Fact.jurisdictions: .words(["us"])],
                .mandatory
            ),
            (
                [Fact.deliverables: repair, Fact.devices: .words(["radio"]), Fact.jurisdictions: .words(["eu"])],
                .voluntary
            ),
            (
                [Fact.deliverables: repair, Fact.devices: .words(["digital"]), Fact.jurisdictions: .words(["us-ca"])],
                .mandatory
            ),
            (
                [Fact.deliverables: repair, Fact.devices: .words(["radio"]), Fact.jurisdictions: .words(["us-zz"])],
                .voluntary
            ),
            ([Fact.deliverables: .words(["support"])], .unneeded),
        ] as [([Fact: Facts.Value], Advice.Verdict)])
    func `the law demands it for devices that need an authorisation`(
        known: [Fact: Facts.Value], verdict: Advice.Verdict
    ) {
        let facts = known.reduce(into: Facts()) { $0[$1.key] = $1.value }
        let advice = Advice(on: "telecom-repair", weighing: TelecomRepair.applicability, knowing: facts)
        #expect(advice.verdict == verdict && advice.questions == [])
    }

    @Test func `what could still make it mandatory is asked`() {
        let known = facts([Fact.deliverables: Self.repair])
        let advice = Advice(on: "telecom-repair", weighing: TelecomRepair.applicability, knowing: known)
        #expect(advice.verdict == .voluntary && advice.questions == [Fact.devices, Fact.jurisdictions])
    }
}
