import AIServices
import CCTV
import CloudMigration
import Infrastructure
import MLFeedback
import PhaseLoom
import PhaseLoomOverlays
import PhaseLoomTesting
import Regulations
import ServiceOperations
import SmartBuilding
import SmartHome
import Testing

/// The overlays of infrastructure, AI and homes in each other's company and in that of the domains that they meet.
@Suite struct InfrastructureInCompanyTests {
    static let bases: [BaseSequence] = [.standard, .delivery, .professional, .adoption]

    static func all() throws -> [any Overlay] {
        [
            try AICompliance(), try AIServices(), try CCTV(), try CloudMigration(), try HybridDelivery(),
            try LegacyModernisation(), try MLFeedback(), try NetworkBuild(), try Serverless(), try SmartBuilding(),
            try SmartHome(), try SmartHomeShared(), try SmartHomeTechnicians(), try TelecomRepair(),
        ]
    }

    private func composed(_ overlays: any Overlay..., on base: BaseSequence = .standard) throws -> ComposedSequence {
        let sequence = try base.composed(with: OverlaySet(overlays))
        #expect(sequence.findings.filter { $0.severity != .note } == [])
        return sequence
    }

    @Test(arguments: bases)
    func `all of them go together on every base`(base: BaseSequence) throws {
        let sequence = try base.composed(with: OverlaySet(try Self.all()))
        #expect(sequence.findings.filter { $0.severity != .note } == [])
    }

    @Test(arguments: bases)
    func `every two of them go together on every base`(base: BaseSequence) throws {
        let all = try Self.all()
        for (index, one) in all.enumerated() {
            for other in all[..<index] {
                let sequence = try base.composed(with: OverlaySet([one, other]))
                #expect(sequence.findings.filter { $0.severity != .note } == [])
            }
        }
    }

    @Test(arguments: [
        ["workloads": "24", "overlap": "0"], ["media": "copper"],
        ["operator-licence": "yes", "customer-records": "yes"],
        ["stages": "5", "months": "36"], ["training": "no", "latency": "1"],
        ["personal": "yes", "decisions": "yes", "binding": "yes"], ["model": "no", "cold-start": "1"],
        ["approver": "both", "element": "limited-common", "clock": "0"],
        ["jurisdiction": "us-ca", "alarm": "yes", "pv": "yes", "background": "yes"],
    ])
    func `away from their defaults they go together with each shipped overlay`(options: [String: String]) throws {
        let entries = Catalogue.shipped.overlays
        let named = entries.first { entry in
            options.keys.allSatisfy { name in entry.options.contains { $0.name == name } }
        }
        let entry = try #require(named)
        let overlay = try entry(options: options)
        for other in entries where other.identity.id != overlay.identity.id {
            let sequence = try BaseSequence.standard.composed(with: OverlaySet([overlay, try other()]))
            #expect(sequence.findings.filter { $0.severity != .note } == [])
        }
    }

    @Test(arguments: bases)
    func `each goes together with each shipped overlay on every base`(base: BaseSequence) throws {
        // What a base does not bear alone, such as a triage that would swallow execution, it bears with nobody.
        let shipped = try Catalogue.shipped.overlays.map { try $0() }.filter { overlay in
            try base.composed(with: OverlaySet([overlay])).findings.allSatisfy { $0.severity == .note }
        }
        #expect(shipped.count >= 49)
        for one in try Self.all() {
            for other in shipped where other.identity.id != one.identity.id {
                let sequence = try base.composed(with: OverlaySet([one, other]))
                #expect(sequence.findings.filter { $0.severity != .note } == [])
            }
        }
    }

    @Test func `waves and single workloads share the tracks, and divide the workloads`() throws {
        let sequence = try composed(CloudMigration(), HybridDelivery())
        #expect(sequence.tracks.map(\.id) == ["decommission", "main", "provisioning"])
        #expect(sequence.phases.filter { $0.track == "decommission" }.count == 3)
        let design = sequence.phase("design")?.gate ?? []
        let divided = design.first { $0.id == "workloads-divided" }
        #expect(divided?.bound?.description == "workloads-in-both-plans exactly 0")
        #expect(divided?.needs == ["hybrid-workstream-plan", "wave-plan"])
        let ordered = design.first { $0.id == "crossing-dependencies-ordered" }
        #expect(ordered?.bound?.description == "unordered-dependencies exactly 0")
        let joins = sequence.phase("validation")?.entry.map(\.id) ?? []
        #expect(joins.contains("waves-complete") && joins.contains("workstreams-joined"))
    }

    @Test func `recordings are validated over the network as configured`() throws {
        let sequence = try composed(CCTV(), NetworkBuild())
        #expect(sequence.phase("recording-validation")?.after.contains("logical-configuration") == true)
        let ports = sequence.phase("logical-configuration")?.gate.first { $0.id == "cameras-have-ports" }
        #expect(ports?.bound?.description == "cameras-without-port exactly 0")
    }

    @Test func `building networks take their prefixes from the plan`() throws {
        let sequence = try composed(SmartBuilding(), NetworkBuild())
        #expect(sequence.phase("integration-design")?.consumes.contains("network-address-plan") == true)
        let addresses = sequence.phase("integration-design")?.gate.first { $0.id == "controllers-have-addresses" }
        #expect(addresses?.bound?.description == "controller-networks-without-prefix exactly 0")
    }

    @Test(arguments: bases)
    func `AI services and feedback ask once for what they share`(base: BaseSequence) throws {
        let feedback = try composed(MLFeedback(), on: base)
        let both = try composed(MLFeedback(), AIServices(), on: base)
        let design = both.phase(holding: .design)
        #expect(design?.gate.map(\.id) == feedback.phase(holding: .design)?.gate.map(\.id))
        #expect(design?.activities.map(\.id) == feedback.phase(holding: .design)?.activities.map(\.id))
        let selected = design?.gate.first { $0.id == "model-selected" }
        #expect(selected?.attribution.by.map(\.description) == ["ai-services", "ml-feedback"])
        let added = both.phase(holding: .validation)?.gate.map(\.id).filter { $0.text.hasPrefix("endpoint-") }
        #expect(added == ["endpoint-answers-in-time", "endpoint-errors-rare", "endpoint-serves"])
        let tested = both.phase(holding: .validation)?.activities.first { $0.id == "test-endpoint" }
        #expect(tested?.after == ["evaluate-model"])
    }

    @Test func `the model of the round is the one evaluated and the one deployed`() throws {
        let sequence = try composed(MLFeedback(), AICompliance(), Serverless())
        let evaluated = sequence.phase("validation")?.gate.first { $0.id == "ai-evaluation-current" }
        #expect(evaluated?.needs == ["ai-evaluation", "model-version"])
        let deployed = sequence.phase("model-validation")?.gate.first { $0.id == "deployed-round-known" }
        #expect(deployed?.needs == ["deployed-model-report", "model-version"])
    }

    @Test func `cameras on shared parts are named in the approval, once`() throws {
        let sequence = try composed(SmartHome(options: ["property": "hoa"]), SmartHomeShared(), CCTV())
        let approved = sequence.phase("camera-survey")?.gate.filter { $0.id == "cameras-approved" } ?? []
        #expect(approved.count == 1)
        #expect(approved.first?.attribution.by.map(\.description) == ["smart-home", "smart-home-shared"])
        #expect(
            try composed(SmartHomeShared(), CCTV()).phase("camera-survey")?.gate.contains {
                $0.id == "cameras-approved"
            }
                == true)
    }

    @Test func `devices of a repair belong into the register of devices`() throws {
        let sequence = try composed(TelecomRepair(), FCCPart15())
        let registered = sequence.phase("design")?.gate.first { $0.id == "repair-devices-registered" }
        #expect(registered?.needs == ["fcc-device-register", "telecom-equipment-authorisations"])
        #expect(registered?.bound?.description == "unregistered-repair-devices exactly 0")
    }

    @Test func `claims on an AI stay within its evaluation`() throws {
        let sequence = try composed(AICompliance(), FTCAct())
        let claims = sequence.phase("validation")?.gate.first { $0.id == "ai-claims-evaluated" }
        #expect(claims?.status == .mandated && claims?.needs == ["ai-evaluation", "ftc-claims-register"])
    }

    @Test func `an emergency compresses a repair, which still begins with an isolated fault`() throws {
        let sequence = try composed(TelecomRepair(), IncidentResponse())
        #expect(sequence.phase(holding: .design)?.id == "triage")
        let entry = sequence.phase("execution")?.entry ?? []
        #expect(entry.contains { $0.id == "fault-isolated" && $0.deferredTo == nil })
        #expect(entry.contains { $0.id == "telecom-equipment-authorised" && $0.status == .mandated })
        #expect(sequence.phase("validation")?.gate.contains { $0.id == "outage-report-decided" } == true)
    }
}
