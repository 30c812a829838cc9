import CCTV
import CloudMigration
import MLFeedback
import PhaseLoom
import PhaseLoomOverlays
import PhaseLoomTesting
import SmartBuilding
import SmartHome
import Testing

/// Every shipped overlay keeps the contract, alone and among the others.
@Suite struct ContractTests {
    static func neighbours() throws -> [any Overlay] {
        [try CCTV(), try CloudMigration(), try MLFeedback(), try SmartBuilding(), try SmartHome()]
    }

    @Test func `cctv keeps the contract`() throws {
        #expect(OverlayContract.violations(of: CCTV.self, among: try Self.neighbours()) == [])
    }

    @Test func `cloud-migration keeps the contract`() throws {
        #expect(OverlayContract.violations(of: CloudMigration.self, among: try Self.neighbours()) == [])
    }

    @Test func `ml-feedback keeps the contract`() throws {
        #expect(OverlayContract.violations(of: MLFeedback.self, among: try Self.neighbours()) == [])
    }

    @Test func `smart-building keeps the contract`() throws {
        #expect(OverlayContract.violations(of: SmartBuilding.self, among: try Self.neighbours()) == [])
    }

    @Test func `smart-home keeps the contract`() throws {
        #expect(OverlayContract.violations(of: SmartHome.self, among: try Self.neighbours()) == [])
    }

    @Test(arguments: Catalogue.shipped.overlays.map(\.identity.id.text))
    func `every overlay keeps the contract among some with which it goes together`(name: String) throws {
        let overlay = try Catalogue.shipped.overlay(named: name)()
        for (place, base) in BaseSequence.shipped.enumerated()
        where (name.utf8.count + place) % 2 == 0 && PairTests.problem(base, [overlay]) == nil {
            var random = SeededGenerator(seed: UInt64(name.utf8.count + place))
            let company = GatheringTests.gathering(base, of: 6, around: overlay, using: &random)
            let contract = OverlayContract(overlay, on: base, among: company.filter { $0 != overlay })
            #expect(contract.violations() == [], "on \(base)")
        }
    }
}
