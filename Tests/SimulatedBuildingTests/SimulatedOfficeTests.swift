import BACnet
import SimulatedBuilding
import Testing

@Suite struct SimulatedOfficeTests {
    @Test func `the office is the same for the same seed`() {
        #expect(SimulatedOffice().site.stations.count == 6)
    }
}
