import PhaseLoom
import PhaseLoomOverlays
import Testing

/// The overlays of service operations in the company of every other one that is shipped, on every base.
@Suite struct OperationsCompanyTests {
    private static let own: [ID] = [
        "change-and-release", "disaster-recovery", "exit", "governance", "incident", "knowledge", "managed-services",
        "metrics", "quality", "service-operations", "tiered-support",
    ]

    /// One compression of the very same phases: a small business joins needs and scope, and so does the emergency.
    private static func isSameInterval(_ other: ID, _ base: BaseSequence) -> Bool {
        other == "small-business" && base != .standard
    }

    @Test(arguments: BaseSequence.shipped)
    func `each other overlay goes with all of them`(base: BaseSequence) throws {
        for other in Catalogue.shipped.overlays.map(\.identity.id) where !Self.own.contains(other) {
            let company = Self.own.filter { $0 != "incident" || !Self.isSameInterval(other, base) }
            let sequence = try base.composed(with: OverlaySet(try (company + [other]).map { try overlay($0, base) }))
            #expect(sequence.findings.filter { $0.severity != .note } == [], "\(other)")
        }
    }

    @Test(arguments: [BaseSequence.delivery, .professional, .adoption])
    func `an emergency and a small business have to agree on a name`(base: BaseSequence) throws {
        let report = #expect(throws: ConflictReport.self) {
            try base.composed(
                with: OverlaySet([try overlay("incident", base), try overlay("small-business", base)]))
        }
        #expect(report?.conflicts.map(\.code) == [.definition])
        #expect(report?.conflicts.first?.waysOut.contains { $0.hasPrefix("resolve 'compress:") } == true)
    }

    @Test func `triage swallows what others bring between its ends, and mandates stay at its gate`() throws {
        let overlays = try (["incident", "cctv", "smart-building", "hipaa"] as [ID]).map { try overlay($0, .standard) }
        let sequence = try BaseSequence.standard.composed(with: OverlaySet(overlays))
        let triage = try #require(sequence.phase("triage"))
        #expect(triage.points == [.assessment, .scoping, .design])
        let mandated = sequence.phases.flatMap { $0.entry + $0.gate }.filter { $0.status == .mandated }
        #expect(mandated.contains { $0.attribution.by == ["hipaa"] })
        #expect(mandated.allSatisfy { $0.deferredTo == nil })
        #expect(triage.gate.contains { $0.attribution.by == ["hipaa"] && $0.status == .mandated })
    }

    /// An overlay; where one phase designs and builds, triage ends with the scope.
    private func overlay(_ id: ID, _ base: BaseSequence) throws -> DeclarativeOverlay {
        let options = id == "incident" && base != .standard ? ["through": "scoping"] : [:]
        return try Catalogue.shipped.overlay(named: id.text)(options: options)
    }
}
