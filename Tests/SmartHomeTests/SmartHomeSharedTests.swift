import PhaseLoom
import PhaseLoomTesting
import SmartHome
import Testing

/// Expected values: row 18 of the framework's overlay catalogue, P1 waits, and its row 0-68: approval of an association
/// or a landlord with a clock; California Civil Code 714 deems solar approved that is not denied in 45 days, and 4745 the
/// charging of vehicles in 60.
@Suite struct SmartHomeSharedTests {
    @Test(arguments: bases)
    func `keeps the contract on every base, alone and with the home`(base: BaseSequence) throws {
        #expect(OverlayContract.violations(of: SmartHomeShared.self, on: base) == [])
        #expect(OverlayContract.violations(of: SmartHomeShared.self, on: base, among: [try SmartHome()]) == [])
    }

    private static let signed = "shared-property-approval signed by association"

    @Test(arguments: [
        ([:], signed),
        (
            ["clock": "60", "work": "ev-charging"],
            "\(signed) or days-without-answer at least 60 d in shared-property-approval"
        ),
        (["clock": "0", "work": "solar"], signed),
        (["approver": "landlord"], "shared-property-approval signed by landlord"),
        (["approver": "both", "clock": "0"], "\(signed) and shared-property-approval signed by landlord"),
    ])
    func `the assessment waits for an answer, or for the clock of an association`(
        options: [String: String], proof: String
    ) throws {
        let settled = try composed(SmartHomeShared(options: options)).entry("assessment", "shared-approval-settled")
        #expect(settled?.status == .mandated && settled?.needs == ["shared-property-approval"])
        let parts = Set(proof.split(separator: " or ").map(String.init))
        #expect(Set((settled?.proof?.description ?? "").split(separator: " or ").map(String.init)) == parts)
    }

    private static let documents = "Declaration and rules of the association"

    @Test(
        arguments: [
            (["clock": "45", "work": "solar"], .mandated, ["California Civil Code 714", documents]),
            (["clock": "44", "work": "solar"], .plain, [documents]),
            (["clock": "60", "work": "ev-charging"], .mandated, ["California Civil Code 4745", documents]),
            (["clock": "45", "work": "ev-charging"], .plain, [documents]), (["clock": "45"], .plain, [documents]),
            ([:], .mandated, [documents]), (["work": "solar"], .mandated, [documents]),
            (["approver": "landlord", "clock": "10"], .mandated, ["Lease or deed of the unit"]),
        ] as [([String: String], Status, [String])])
    func `silence counts by statute or not as an obligation`(
        options: [String: String], status: Status, sources: [String]
    ) throws {
        let settled = try composed(SmartHomeShared(options: options)).entry("assessment", "shared-approval-settled")
        #expect(settled?.status == status && settled?.attribution.cites == sources)
    }

    @Test func `the shared parts are approved once, where the assessment opens`() throws {
        let sequence = try composed(SmartHome(options: ["property": "hoa"]), SmartHomeShared())
        let asking = sequence.phases.flatMap { phase in
            phase.entry.filter { $0.needs.contains("shared-property-approval") }.map { (phase.id, $0.id) }
        }
        #expect(asking.map(\.0) == ["assessment"] && asking.map(\.1) == ["shared-approval-settled"])
    }

    @Test func `the silence of an association does not bind a landlord`() throws {
        let settled = try composed(SmartHomeShared(options: ["approver": "both", "clock": "45"]))
            .entry("assessment", "shared-approval-settled")
        let proof = settled?.proof?.description ?? ""
        #expect(proof.contains("shared-property-approval signed by landlord"))
        #expect(proof.contains(" and ") && proof.contains("days-without-answer at least 45 d"))
    }

    @Test(
        arguments: [
            ("unit", "association", nil), ("unit", "landlord", nil),
            ("limited-common", "association", ["exclusive-use-record"]),
            ("limited-common", "landlord", ["exclusive-use-record"]),
            ("common", "landlord", ["shared-site-survey"]),
            ("common", "association", ["owners-notice", "shared-site-survey"]),
            ("common", "both", ["owners-notice", "shared-site-survey"]),
        ] as [(String, String, [ID]?)])
    func `documents follow from the element and from who decides`(
        element: String, approver: String, documents: [ID]?
    ) throws {
        let sequence = try composed(SmartHomeShared(options: ["element": element, "approver": approver]))
        #expect(sequence.entry("assessment", "shared-documents-complete")?.needs == documents)
        let brought = sequence.artifacts.filter(\.isEntry).map(\.id)
        #expect((documents ?? []).allSatisfy(brought.contains))
    }

    @Test(arguments: ["owner", "tenant", "multi-tenant", "hoa"])
    func `the home and the approval go together, whatever the property`(property: String) throws {
        let home = try SmartHome(options: ["property": property])
        for approver in ["association", "landlord", "both"] {
            let shared = try SmartHomeShared(options: ["approver": approver])
            let sequence = try composed(home, shared)
            #expect(sequence.artifacts.count { $0.id == "shared-property-approval" } == 1)
            #expect(sequence.entry("assessment", "shared-approval-settled") != nil)
        }
    }

    @Test func `what is touched is mapped, and the design stays within the approval`() throws {
        let sequence = try composed(SmartHomeShared())
        let mapped = sequence.gate("intake", "shared-elements-mapped")
        #expect(mapped?.bound?.description == "elements-without-authority exactly 0")
        let within = sequence.gate("design", "design-within-approval")
        #expect(within?.bound?.description == "unapproved-elements exactly 0")
    }

    @Test(arguments: [
        (["approver": "mayor"], "it takes one of 'association', 'landlord', 'both'"),
        (["element": "roof"], "it takes one of 'unit', 'limited-common', 'common'"),
        (["clock": "366"], "it takes a whole number from 0 to 365"), (["clocks": "1"], "did you mean 'clock'?"),
    ])
    func `options that cannot be are refused with a hint`(options: [String: String], hint: String) {
        let error = #expect(throws: InvalidValue.self) { try SmartHomeShared(options: options) }
        #expect(error?.hint == hint)
    }

    @Test(
        arguments: [
            ("association", "enterprise", .contractual, ["approver": "association"]),
            ("shared-building", "household", .contractual, ["approver": "landlord"]),
            ("shared-building", "enterprise", .unneeded, [:]), ("owned-home", "household", .unneeded, [:]),
            ("commercial", "enterprise", .unneeded, [:]),
        ] as [(ID, ID, Advice.Verdict, [String: String])])
    func `what governs shared parts binds, but no landlord by itself`(
        property: ID, client: ID, verdict: Advice.Verdict, options: [String: String]
    ) {
        let known = facts([Fact.property: .words([property]), Fact.client: .words([client])])
        let advice = Advice(on: "smart-home-shared", weighing: SmartHomeShared.applicability, knowing: known)
        #expect(advice.verdict == verdict && advice.options == options && advice.questions == [])
    }

    @Test func `it asks for the property`() {
        let advice = Advice(on: "smart-home-shared", weighing: SmartHomeShared.applicability, knowing: Facts())
        #expect(advice.verdict == .unknown && advice.questions == [Fact.client, Fact.property])
    }
}
