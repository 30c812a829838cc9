import CCTV
import CloudMigration
import MLFeedback
import PhaseLoom
import PhaseLoomFormats
import SmartBuilding
import SmartHome
import Testing

/// The shipped overlays in each other's company.
@Suite struct TogetherTests {
    static let shipped = Catalogue(
        overlays: [CCTV.self, CloudMigration.self, MLFeedback.self, SmartBuilding.self, SmartHome.self])

    @Test(arguments: 1...31)
    func `every subset composes and verifies`(subset: Int) throws {
        let overlays = try Self.overlays(of: subset)
        let sequence = try BaseSequence.standard.composed(with: OverlaySet(overlays))
        #expect(sequence.overlays.count == subset.nonzeroBitCount)
        #expect(sequence.findings.filter { $0.severity != .note } == [])
    }

    @Test(arguments: 1...31)
    func `every subset is the same in reverse order`(subset: Int) throws {
        let overlays = try Self.overlays(of: subset)
        let forward = try BaseSequence.standard.composed(with: OverlaySet(overlays))
        let backward = try BaseSequence.standard.composed(with: OverlaySet(overlays.reversed()))
        #expect(forward == backward)
    }

    @Test(arguments: 0...31)
    func `the plan of every subset reads back equal`(subset: Int) throws {
        let sequence = try BaseSequence.standard.composed(with: OverlaySet(try Self.overlays(of: subset)))
        #expect(try PlanFile.read(PlanFile.write(sequence), from: "plan.json") == sequence)
    }

    @Test(arguments: 0...31)
    func `every subset bears the compression of an emergency`(subset: Int) throws {
        let triage = DeclarativeOverlay(
            identity: OverlayIdentity(id: "emergency", title: "Emergency", summary: "Triage instead of planning.")
        ) {
            Compress(from: .assessment, through: .design, into: "triage", "Triage")
        }
        let sequence = try BaseSequence.standard.composed(with: OverlaySet(try Self.overlays(of: subset) + [triage]))
        #expect(sequence.phase(holding: .design)?.id == "triage")
        #expect(sequence.findings.filter { $0.severity != .note } == [])
    }

    @Test func `all five stand in the order of their domains`() throws {
        #expect(
            try Self.all().phases.map(\.id.text) == [
                "intake", "assessment", "scoping", "camera-survey", "design", "field-of-view-test",
                "integration-design", "execution", "provision-wave-1", "cutover-wave-1", "decommission-wave-1",
                "recording-validation", "final-acceptance", "validation", "transfer", "closeout",
            ])
    }

    @Test func `cameras on the network of a building are surveyed before its integration is designed`() throws {
        let cameras = try CCTV()
        let building = try SmartBuilding()
        let alone = try BaseSequence.standard.composed(with: [building])
        let together = try BaseSequence.standard.composed(with: [building, cameras])
        let added: Set<ID> = ["camera-traffic-apart", "camera-uplinks-suffice"]
        #expect(alone.phase("integration-design")?.gate.contains { added.contains($0.id) } == false)
        let gate = together.phase("integration-design")?.gate.map(\.id) ?? []
        #expect(added.isSubset(of: gate))
        #expect(together.phase("integration-design")?.after == ["camera-survey", "design"])
        #expect(together.phase("integration-design")?.consumes.contains("camera-plan") == true)
    }

    @Test(arguments: [("owner", false), ("tenant", false), ("multi-tenant", true), ("hoa", true)])
    func `cameras on shared parts need the approval of whoever governs them`(property: String, isAsked: Bool) throws {
        let home = try SmartHome(options: ["property": property])
        let sequence = try BaseSequence.standard.composed(with: [home, try CCTV()])
        #expect(sequence.phase("camera-survey")?.gate.contains { $0.id == "cameras-approved" } == isAsked)
        #expect(sequence.findings.filter { $0.severity != .note } == [])
    }

    @Test func `no two overlays mean different things by one name`() throws {
        let sequence = try Self.all()
        for phase in sequence.phases {
            for obligation in phase.entry + phase.gate { #expect(obligation.attribution.by.count == 1) }
            for activity in phase.activities { #expect(activity.attribution.by.count == 1) }
        }
        for artifact in sequence.artifacts { #expect(artifact.attribution.by.count == 1) }
    }

    @Test func `every change names its source`() throws {
        for overlay in try Self.all().overlays {
            #expect(!overlay.identity.cites.isEmpty && !overlay.identity.summary.isEmpty)
            #expect(overlay.identity.version == "1.0.0")
        }
    }

    @Test(arguments: [
        ["property": "hoa", "credentials": "no", "interconnection": "no", "code": "2026"],
        ["property": "multi-tenant", "interconnection": "yes", "code": "2017"],
        ["protocols": "bacnet", "writes": "yes"],
        ["protocols": "modbus", "writes": "yes", "trunk-load": "0.3"],
        ["purpose": "scrutinise", "federal": "yes", "retention": "3650", "coverage": "0.5", "fill": "1"],
        ["waves": "12", "soak": "0", "headroom": "10"],
        ["metric": "rmse", "direction": "lower", "threshold": "3.5", "limit": "100", "endpoint": "no"],
    ])
    func `overlays away from their defaults go together with all others`(options: [String: String]) throws {
        let overlays = try Self.shipped.overlays.map { overlay in
            let isMeant = options.keys.allSatisfy { name in overlay.options.contains { $0.name == name } }
            return try overlay(options: isMeant ? options : [:])
        }
        #expect(overlays.contains { !options.isEmpty && $0.options.merging(options) { $1 } == $0.options })
        let sequence = try BaseSequence.standard.composed(with: OverlaySet(overlays))
        #expect(sequence.findings.filter { $0.severity != .note } == [])
    }

    @Test func `the catalogue offers each with documented options`() {
        #expect(
            Self.shipped.overlays.map(\.identity.id.text) == [
                "cctv", "cloud-migration", "ml-feedback", "smart-building", "smart-home",
            ])
        for option in Self.shipped.overlays.flatMap(\.options) {
            #expect(!option.help.isEmpty && !option.defaultValue.isEmpty && !option.expects.isEmpty)
        }
    }

    static func overlays(of subset: Int) throws -> [any Overlay] {
        try shipped.overlays.enumerated().filter { subset >> $0.offset & 1 == 1 }.map { try $0.element() }
    }

    private static func all() throws -> ComposedSequence {
        try BaseSequence.standard.composed(with: OverlaySet(try overlays(of: 31)))
    }
}
