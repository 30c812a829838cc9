import BACnet
import BuildingPoints
import FieldLinks
import Modbus
import PhaseLoom
import SimulatedBuilding
import Synchronization
import Testing

@testable import BuildingSurvey

@Suite struct SiteSurveyTests {
    private static let moment = Timestamp(milliseconds: 1_795_000_000_000)

    private func report(
        _ site: TestSite, _ change: (inout SurveyPlan) -> Void = { $0.broadcasts = [TestSite.broadcast] }
    ) async throws -> SurveyReport {
        var plan = SurveyPlan()
        plan.site = "Tower"
        change(&plan)
        return try await SiteSurvey(plan, over: site.links).run { Self.moment }
    }

    private func building() throws -> TestSite {
        TestSite([
            try TestSite.device(12, at: BACnetPeer(TestSite.endpoint(3))),
            try TestSite.device(11, at: BACnetPeer(TestSite.endpoint(2))),
            try TestSite.device(
                13, at: BACnetPeer(TestSite.endpoint(4), route: NetworkAddress(network: 7, address: [1]))),
            try TestSite.device(
                14, at: BACnetPeer(TestSite.endpoint(4), route: NetworkAddress(network: 7, address: [2]))),
        ])
    }

    @Test func `every device that answers is read, and the order is that of instances`() async throws {
        let report = try await report(try building())
        #expect(report.inventory.devices.map(\.instance) == [11, 12])
        #expect(report.inventory.devices.allSatisfy { $0.points.count == 3 && $0.faults.isEmpty })
        #expect(report.inventory.site == "Tower" && report.inventory.method == "survey")
        #expect(report.inventory.taken == Self.moment && report.findings == [] && report.unreadPoints == 0)
        #expect(report.inventory.devices.first?.points.first?.valueTime == Self.moment)
    }

    @Test func `devices behind routers are found when they are asked for`() async throws {
        let report = try await report(try building()) {
            $0.broadcasts = [TestSite.broadcast]
            $0.network = .everywhere
        }
        #expect(report.inventory.devices.map(\.instance) == [11, 12, 13, 14])
        #expect(report.inventory.devices.map(\.network) == [nil, nil, 7, 7])
        #expect(report.inventory.devices.map(\.mac) == [[], [], [1], [2]])
    }

    @Test(arguments: [1, 2, 16]) func `how many are read at once changes nothing`(lanes: Int) async throws {
        let site = try building()
        let usual = try await report(site)
        let other = try await report(site) {
            $0.broadcasts = [TestSite.broadcast]
            $0.lanes = lanes
        }
        #expect(usual == other && usual.inventory.fingerprint == other.inventory.fingerprint)
    }

    @Test func `devices of one instance are all read, and told`() async throws {
        let site = TestSite(
            try (2...4).map { try TestSite.device($0 < 4 ? 9 : 8, at: BACnetPeer(TestSite.endpoint($0))) })
        let report = try await report(site)
        #expect(report.inventory.devices.map(\.instance) == [8, 9, 9])
        #expect(report.inventory.devices.map(\.address) == ["10.0.0.4:47808", "10.0.0.2:47808", "10.0.0.3:47808"])
        #expect(report.inventory.devices.allSatisfy { $0.points.count == 3 } && report.clashes == 2)
        #expect(report.findings.map(\.code) == ["instance-clash"])
    }

    @Test func `of many devices of one instance some are named`() async throws {
        let places = try (12...21).map {
            try TestSite.device(9, at: BACnetPeer(TestSite.endpoint($0)), points: 0)
        }
        let finding = try #require(try await report(TestSite(places)).findings.first)
        #expect(finding.code == "instance-clash" && finding.message.hasPrefix("10 devices have the instance 9: at '"))
        #expect(finding.message.hasSuffix("'10.0.0.19:47808' and 2 more"))
    }

    @Test func `devices are asked at their addresses, and those that say nothing are told`() async throws {
        let report = try await report(try building()) {
            $0.devices = [2, 9, 3].map(TestSite.endpoint)
        }
        #expect(report.inventory.devices.map(\.instance) == [11, 12])
        #expect(report.findings.map(\.code) == ["silent-address"])
        #expect(report.findings.first?.subject == "10.0.0.9:47808" && report.findings.first?.severity == .error)
    }

    @Test func `a device that was found by broadcast and by address is there once`() async throws {
        let site = try building()
        let report = try await report(site) {
            $0.broadcasts = [TestSite.broadcast]
            $0.devices = [TestSite.endpoint(2)]
        }
        #expect(report.inventory.devices.map(\.instance) == [11, 12] && report.findings == [])
    }

    @Test func `a device that two broadcasts find in different rounds is read once`() async throws {
        let other = Endpoint(address: 0x0AFF_FFFF, port: 47808)
        let site = TestSite([try TestSite.device(11, at: BACnetPeer(TestSite.endpoint(2)))])
        var plan = SurveyPlan()
        plan.broadcasts = [TestSite.broadcast, other]
        let links = SurveyLinks(
            bacnet: { broadcast throws(LinkError) in
                let network = SimulatedNetwork(broadcast: broadcast ?? TestSite.broadcast)
                for place in site.places { network.add(place.device, at: place.peer) }
                return try BACnetTrunk(over: LosingLink(network, lost: broadcast == other ? 1 : 0))
            }, modbus: site.links.modbus)
        let steps = Mutex<[SurveyProgress]>([])
        let report = try await SiteSurvey(plan, over: links).run(
            progress: { step in steps.withLock { $0.append(step) } }, clock: { nil })
        #expect(report.inventory.devices.map(\.instance) == [11] && report.findings.map(\.code) == ["straggler"])
        #expect(steps.withLock { $0.last } == .read(4, of: 4))
    }

    @Test func `only the instances of interest are read`() async throws {
        let site = try building()
        let report = try await report(site) {
            $0.broadcasts = [TestSite.broadcast]
            $0.devices = [TestSite.endpoint(3)]
            $0.sweep.instances = 11...11
        }
        #expect(report.inventory.devices.map(\.instance) == [11])
        #expect(report.findings.map(\.code) == ["outside-range"])
    }

    @Test func `a network without devices is told`() async throws {
        let report = try await report(TestSite())
        #expect(report.inventory.devices.isEmpty && report.findings.map(\.code) == ["silent-address"])
    }

    @Test func `units are read beside devices, and a gateway that refuses is told`() async throws {
        var unit = SimulatedModbusDevice(unit: 5)
        unit.holdingRegisters = [10: 7]
        let report = try await report(TestSite(units: [unit])) {
            let points = [RegisterPoint("level", .holdingRegisters, 10, .uint16)]
            $0.gateways = [5, 6].map { ModbusGateway(host: "gw", port: $0, units: [UInt8($0)], points: points) }
        }
        #expect(report.inventory.units.map(\.endpoint) == ["gw:5", "gw:6"])
        #expect(report.inventory.units.map { $0.registers.map(\.value) } == [[.unsigned(7)], [nil]])
        #expect(report.inventory.units.map { $0.faults.map(\.code) } == [[], ["link"]])
        #expect(report.findings.map(\.code) == ["silent-address", "device-fault", "unread-points"])
        #expect(report.findings.map(\.severity) == [.error, .error, .warning] && report.answeringUnits == 1)
        #expect(report.showsSomething)
    }

    @Test func `units that say nothing are none, and a gateway without any is a silent address`() async throws {
        var unit = SimulatedModbusDevice(unit: 5)
        unit.holdingRegisters = [10: 7]
        let some = try await report(TestSite(units: [unit])) {
            $0.gateways = [ModbusGateway(host: "gw", port: 5, units: [5, 6, 7])]
        }
        #expect(some.inventory.units.map(\.unit) == [5] && some.findings.map(\.code) == ["silent-units"])
        #expect(some.findings.first?.message.hasPrefix("'gw:5' gives nothing of the units '6', '7': ") == true)
        let none = try await report(TestSite(units: [unit])) {
            $0.gateways = [ModbusGateway(host: "gw", port: 5, units: [6, 7])]
        }
        #expect(none.inventory.units == [] && none.findings.map(\.code) == ["silent-address"])
        #expect(!none.showsSomething && none.answeringUnits == 0)
        let mapped = try await report(TestSite(units: [unit])) {
            let points = [RegisterPoint("level", .holdingRegisters, 10, .uint16)]
            $0.gateways = [ModbusGateway(host: "gw", port: 5, units: [6], points: points)]
        }
        #expect(!mapped.showsSomething && mapped.answeringUnits == 0 && mapped.unreadPoints == 1)
    }

    @Test func `a trunk that has a name has its own points`() async throws {
        var unit = SimulatedModbusDevice(unit: 5)
        unit.holdingRegisters = [10: 7, 11: 8, 12: 9]
        var points = [UInt16(10), 11, 12].map { RegisterPoint("level", .holdingRegisters, $0, .uint16) }
        points[1].trunk = "plant"
        points[2].trunk = "roof"
        let report = try await report(TestSite(units: [unit])) {
            $0.gateways = [ModbusGateway(trunk: "plant", host: "gw", port: 5, units: [5], points: points)]
        }
        let found = try #require(report.inventory.units.first)
        #expect(found.endpoint == "plant" && found.registers.map(\.point.address) == [10, 11])
        #expect(found.registers.map(\.value) == [.unsigned(7), .unsigned(8)])
    }

    @Test func `progress never goes back`() async throws {
        let steps = Mutex<[SurveyProgress]>([])
        var plan = SurveyPlan()
        plan.broadcasts = [TestSite.broadcast]
        _ = try await SiteSurvey(plan, over: try building().links).run(
            progress: { step in steps.withLock { $0.append(step) } }, clock: { nil })
        let done = steps.withLock { $0 }.compactMap { if case .read(let done, _) = $0 { done } else { nil } }
        #expect(done == done.sorted() && done.last == 8)
        #expect(steps.withLock { $0.first } == .found(2))
    }

    @Test func `a survey that is no longer wanted ends`() async throws {
        let site = try building()
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await report(site)
        }
        await #expect(throws: CancellationError.self) { try await task.value }
    }
}

/// A network whose first messages get lost.
private final class LosingLink: MessageLink {
    private let network: SimulatedNetwork
    private let lost: Mutex<Int>

    init(_ network: SimulatedNetwork, lost: Int) {
        self.network = network
        self.lost = Mutex(lost)
    }

    var now: Duration { network.now }
    func wait(until moment: Duration) { network.wait(until: moment) }
    func send(_ message: BACnetMessage, to destination: Endpoint) { network.send(message, to: destination) }

    func receive(until deadline: Duration) -> ReceivedMessage? {
        guard let received = network.receive(until: deadline) else { return nil }
        let isLost = lost.withLock { lost in
            defer { lost = max(0, lost - 1) }
            return lost > 0
        }
        return isLost ? network.receive(until: deadline) : received
    }
}
