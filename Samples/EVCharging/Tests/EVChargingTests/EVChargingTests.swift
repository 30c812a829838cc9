import CCTV
import EVCharging
import PhaseLoom
import PhaseLoomTesting
import SmartBuilding
import Testing

/// Expected values: NFPA 70, 625.41 (continuous load, 125 %) and 625.42; NIST Handbook 44, section 3.40 (acceptance
/// tolerance of 1 %); OCPP 2.0.1, security profile 3 (certificates on both sides).
@Suite struct EVChargingTests {
    @Test func `it keeps the contract of overlays`() throws {
        #expect(OverlayContract.violations(of: EVCharging.self) == [])
        #expect(OverlayContract.violations(of: EVCharging.self, among: [try CCTV(), try SmartBuilding()]) == [])
    }

    @Test func `chargers are commissioned after the backend is proven, before validation`() throws {
        let sequence = try composed()
        #expect(
            sequence.phases.map(\.id.text) == [
                "intake", "assessment", "scoping", "design", "backend-conformance", "execution", "commissioning",
                "validation", "transfer", "closeout",
            ])
        #expect(sequence.findings == [])
    }

    @Test(arguments: [
        ("design", "circuits-continuous", "circuit-rating-ratio at least 1.25"),
        ("design", "service-suffices", "service-load at most 1"),
        ("design", "spaces-accessible", "accessible-spaces at least 1"),
        ("commissioning", "load-limit-holds", "peak-to-limit at most 1"),
        ("backend-conformance", "connection-secure", "security-profile at least 3"),
    ])
    func `each gate asks for its measurement`(phase: String, criterion: String, bound: String) throws {
        let gate = try composed().phase(try ID(phase))?.gate ?? []
        #expect(gate.first { $0.id.text == criterion }?.bound?.description == bound)
    }

    @Test(arguments: [
        (["sale": "no"], "validation", "energy-measured"),
        (["managed": "no"], "commissioning", "load-limit-holds"),
        (["backend": "ocpp-1.6"], "backend-conformance", "connection-secure"),
    ])
    func `an option takes its criterion along`(options: [String: String], phase: String, criterion: String) throws {
        let phase = try ID(phase)
        #expect(try composed().phase(phase)?.gate.contains { $0.id.text == criterion } == true)
        #expect(try composed(options).phase(phase)?.gate.contains { $0.id.text == criterion } == false)
    }

    @Test func `nobody waives the load calculation`() throws {
        let rush = DeclarativeOverlay(
            identity: OverlayIdentity(id: "rush", title: "Rush", summary: "A hurried client.")
        ) {
            Waive("service-suffices", because: "The opening is on Monday", onAuthorityOf: "Client")
        }
        let report = #expect(throws: ConflictReport.self) {
            try BaseSequence.standard.composed(with: [try EVCharging(), rush])
        }
        #expect(report?.conflicts.map(\.code) == [.mandate])
    }

    private func composed(_ options: [String: String] = [:]) throws -> ComposedSequence {
        try BaseSequence.standard.composed(with: [try EVCharging(options: options)])
    }
}
