import BACnet
import FieldLinks
import SimulatedBuilding
import Testing

@Suite struct DiscoveryTests {
    private func peer(_ number: UInt32, behind route: NetworkAddress? = nil) -> BACnetPeer {
        BACnetPeer(Endpoint(address: 0x7F00_0000 + number, port: 40000), route: route)
    }

    private func network(_ devices: [(UInt32, BACnetPeer)]) throws -> SimulatedNetwork {
        let network = SimulatedNetwork()
        for (instance, peer) in devices {
            network.add(try #require(SimulatedBACnetDevice(instance: instance, [], maxAPDU: 480)), at: peer)
        }
        return network
    }

    @Test func `all devices are found, in the order of their instances`() throws {
        let network = try network([(7, peer(2)), (3, peer(9)), (4_194_302, peer(1))])
        let sweep = try BACnetReader(over: network).sweep(broadcast: network.broadcast)
        #expect(sweep.devices.map(\.device.instance) == [3, 7, 4_194_302])
        #expect(sweep.devices.map(\.peer) == [peer(9), peer(2), peer(1)])
        #expect(sweep.devices.allSatisfy { $0.maxAPDU == 480 && $0.segmentation == .noSegmentation })
        #expect(sweep.rounds == 2 && sweep.stragglers.isEmpty && sweep.clashes.isEmpty)
    }

    @Test func `one instance at two addresses is told, and none is picked`() throws {
        let network = try network([(7, peer(2)), (7, peer(3)), (8, peer(4))])
        let sweep = try BACnetReader(over: network).sweep(broadcast: network.broadcast)
        #expect(sweep.devices.count == 3)
        #expect(sweep.clashes.map(\.peer) == [peer(2), peer(3)])
    }

    @Test func `a device that answers late is a straggler`() throws {
        let network = try network([(7, peer(2))])
        var slow = try #require(SimulatedBACnetDevice(instance: 9, []))
        slow.faults.delay = .seconds(3)
        network.add(slow, at: peer(5))
        let sweep = try BACnetReader(over: network).sweep(broadcast: network.broadcast)
        #expect(sweep.stragglers.map(\.device.instance) == [9])
        #expect(sweep.rounds == 3)
    }

    @Test func `ranges of instances are asked one after the other, at least a second apart`() throws {
        let network = try network([(5, peer(2)), (25, peer(3)), (31, peer(4))])
        var plan = SweepPlan()
        (plan.instances, plan.stride, plan.listening) = (0...29, 10, .zero)
        let sweep = try BACnetReader(over: network).sweep(broadcast: network.broadcast, plan)
        #expect(sweep.devices.map(\.device.instance) == [5, 25])
        let times = network.sent.map(\.time)
        #expect(times.count == 6 && zip(times, times.dropFirst()).allSatisfy { $1 - $0 >= .seconds(1) })
    }

    @Test func `devices behind routers are asked only when that is wanted`() throws {
        let route = NetworkAddress(network: 12, address: [4])
        let network = try network([(5, peer(2)), (6, peer(3, behind: route))])
        let near = try BACnetReader(over: network).sweep(broadcast: network.broadcast)
        #expect(near.devices.map(\.device.instance) == [5])
        let far = try BACnetReader(over: network).sweep(
            broadcast: network.broadcast, network: NetworkAddress(network: 12))
        #expect(far.devices.map(\.peer) == [peer(3, behind: route)])
    }

    @Test(arguments: [false, true]) func `one address is asked without a broadcast`(isQuiet: Bool) throws {
        let network = SimulatedNetwork()
        var device = try #require(SimulatedBACnetDevice(instance: 77, [], maxAPDU: 206))
        device.faults.ignoresWhoIs = isQuiet
        network.add(device, at: peer(2))
        let found = try BACnetReader(over: network).find(at: peer(2))
        #expect(found.devices.map(\.device.instance) == [77])
        #expect(found.devices.map(\.maxAPDU) == [206])
        #expect(found.devices.map(\.vendor) == [999])
        #expect(
            network.sent.allSatisfy { $0.message.bvll == .originalUnicastNPDU && $0.destination == peer(2).endpoint })
    }

    @Test func `an address where nobody is has no device`() throws {
        let network = SimulatedNetwork()
        #expect(throws: BACnetError.timedOut) { try BACnetReader(over: network).find(at: peer(2)) }
    }
}
