import CCTV
import CloudMigration
import MLFeedback
import PhaseLoom
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
}
