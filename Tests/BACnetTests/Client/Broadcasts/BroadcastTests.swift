@testable import BACnet
import FieldLinks
import Testing

/// A device that passes broadcasts on, keeps tables, and registers foreign devices for a time.
struct ManagerDevice: LineDevice {
    var distribution: [BVLL.DistributionEntry] = []
    var foreign: [BVLL.ForeignDeviceEntry] = []
    /// The result with which it refuses everything; `nil` when it does not.
    var refusal: UInt16?
    var registrations: [UInt16] = []
    var deletions: [Endpoint] = []
    var distributed = 0

    mutating func answer(_ octets: [UInt8]) -> [(Datagram, Duration)] {
        guard let message = try? BACnetMessage.decode(datagram: octets), let answer = answer(message) else { return [] }
        return [(Datagram((try? answer.encode()) ?? [], from: Line<Self>.home), .zero)]
    }

    private mutating func answer(_ message: BACnetMessage) -> BACnetMessage? {
        if let refusal { return BACnetMessage(bvll: .result(refusal)) }
        switch message.bvll {
        case .readBroadcastDistributionTable:
            return BACnetMessage(bvll: .readBroadcastDistributionTableAck(distribution))
        case .readForeignDeviceTable: return BACnetMessage(bvll: .readForeignDeviceTableAck(foreign))
        case .registerForeignDevice(let lifetime):
            registrations.append(lifetime)
            return BACnetMessage(bvll: .result(0))
        case .deleteForeignDeviceTableEntry(let endpoint):
            deletions.append(endpoint)
            return BACnetMessage(bvll: .result(0))
        case .distributeBroadcastToNetwork:
            distributed += 1
            let device = IAm(
                device: ObjectIdentifier(rawValue: 8 << 22 | 7), maxAPDU: 480, segmentation: .noSegmentation, vendor: 1)
            return BACnetMessage(
                bvll: .forwardedNPDU(BroadcastTests.far), npdu: NPDU(), apdu: .unconfirmedRequest(.iAm(device)))
        case .originalBroadcastNPDU:
            return BACnetMessage(
                bvll: .originalUnicastNPDU, npdu: NPDU(message: .iAmRouterToNetwork([12, 3])))
        default: return nil
        }
    }
}

/// A manager of whose answers each comes twice.
struct TwiceDevice: LineDevice {
    var manager = ManagerDevice()

    mutating func answer(_ octets: [UInt8]) -> [(Datagram, Duration)] {
        manager.answer(octets).flatMap { datagram, delay in
            let copy = Datagram(datagram.octets, from: Line<Self>.home)
            return [(copy, delay), (copy, delay + .milliseconds(1))]
        }
    }
}

/// A manager that confirms a registration again and again.
struct FloodingManager: LineDevice {
    static let place = Line<FloodingManager>.home
    private static let result = Datagram(
        (try? BACnetMessage(bvll: .result(0)).encode()) ?? [], from: Line<FloodingManager>.home)
    var floods = false

    mutating func answer(_ octets: [UInt8]) -> [(Datagram, Duration)] { [(Self.result, .zero)] }
    mutating func unasked() -> Datagram? { floods ? Self.result : nil }
}

@Suite struct BroadcastTests {
    static let far = Endpoint(address: 0x0A01_0105, port: 47808)
    private static let manager = Line<ManagerDevice>.home
    private static let local = Endpoint(address: 0x7F00_0009, port: 47999)

    @Test func `the tables of a manager of broadcasts are read`() throws {
        var device = ManagerDevice()
        device.distribution = [.init(Self.manager, mask: .max), .init(Self.far, mask: 0xFFFF_FF00)]
        device.foreign = [.init(Self.far, lifetime: 60, remaining: 31)]
        let line = Line(device)
        let reader = BACnetReader(over: BACnetIPLink(line))
        #expect(try reader.distributionTable(at: Self.manager) == device.distribution)
        // BVLC type, function 3, length, then address, port and mask of each entry, by annex J.2.4.
        #expect(reader.lastAnswer.prefix(4) == [0x81, 3, 0, 24])
        #expect(try reader.foreignDevices(at: Self.manager) == device.foreign)
        #expect(line.device.registrations.isEmpty && line.device.deletions.isEmpty)
    }

    /// Result 0x0020 is the refusal to tell the distribution table, 0x0040 that of the foreign devices.
    @Test(arguments: [0x0020, 0x0040] as [UInt16]) func `a device without tables says so`(code: UInt16) {
        let reader = BACnetReader(over: BACnetIPLink(Line(ManagerDevice(refusal: code))))
        #expect(throws: BACnetError.unexpected("the device refuses with the result '\(code)'")) {
            try reader.distributionTable(at: Self.manager)
        }
    }

    /// The answer to the question before comes twice, the second time late.
    @Test func `the late answer to another question is none`() throws {
        var device = TwiceDevice()
        device.manager.foreign = [.init(Self.far, lifetime: 60, remaining: 31)]
        let reader = BACnetReader(over: BACnetIPLink(Line(device)))
        #expect(try reader.distributionTable(at: Self.manager) == [])
        #expect(try reader.foreignDevices(at: Self.manager) == device.manager.foreign)
    }

    @Test func `a device that is no manager costs a bounded time`() {
        let line = Line(ScriptedDevice { _, _ in [] })
        let reader = BACnetReader(over: BACnetIPLink(line))
        #expect(throws: BACnetError.timedOut) { try reader.foreignDevices(at: Self.manager) }
        #expect(line.sent.count == 3 && line.now == .seconds(7))
    }

    @Test func `routers tell the networks behind them`() throws {
        let reader = BACnetReader(over: BACnetIPLink(Line(ManagerDevice())))
        let routers = try reader.routers(broadcast: Self.manager)
        #expect(routers.map(\.network) == [3, 12])
        #expect(routers.allSatisfy { $0.router == Self.manager })
    }

    @Test func `a foreign device sweeps a remote network, renews, and takes its registration back`() throws {
        let line = Line(ManagerDevice())
        let foreign = try ForeignRegistration(BACnetIPLink(line), at: Self.manager, as: Self.local, lifetime: 60)
        let reader = BACnetReader(over: foreign)
        let sweep = try reader.sweep(broadcast: Self.manager)
        #expect(sweep.devices.map(\.peer) == [BACnetPeer(Self.far)])
        #expect(line.device.distributed == 2)
        #expect(try reader.nextAnnouncement(until: .seconds(95)) == nil)
        try foreign.end()
        #expect(line.device.registrations == [60, 60, 60, 60])
        #expect(line.sent.map(\.time.components.seconds).suffix(4).dropLast() == [30, 60, 90])
        #expect(line.device.deletions == [Self.local] && foreign.refusal == nil)
    }

    @Test func `a manager that refuses or says nothing registers nobody`() {
        #expect(throws: BACnetError.unexpected("the manager of broadcasts refuses with the result '48'")) {
            try ForeignRegistration(
                BACnetIPLink(Line(ManagerDevice(refusal: 0x30))), at: Self.manager, as: Self.local)
        }
        #expect(throws: BACnetError.timedOut) {
            try ForeignRegistration(
                BACnetIPLink(Line(ScriptedDevice { _, _ in [] })), at: Self.manager, as: Self.local)
        }
    }

    @Test func `a renewal that is refused is told`() throws {
        let line = Line(ManagerDevice())
        let foreign = try ForeignRegistration(BACnetIPLink(line), at: Self.manager, as: Self.local, lifetime: 30)
        line.change { $0.refusal = 0x30 }
        #expect(try foreign.receive(until: .seconds(40)) == nil)
        #expect(foreign.refusal == 0x30)
    }

    @Test func `results without an end do not last for ever`() throws {
        let line = Line(FloodingManager())
        let foreign = try ForeignRegistration(
            BACnetIPLink(line), at: FloodingManager.place, as: Self.local, lifetime: 60)
        line.change { $0.floods = true }
        #expect(try foreign.receive(until: .seconds(1)) == nil)
    }

    /// Nothing that a reading client does registers anywhere, even when it is told to be foreign by nobody.
    @Test func `a reading client never registers`() throws {
        let line = Line(ManagerDevice())
        let reader = BACnetReader(over: BACnetIPLink(line))
        _ = try reader.sweep(broadcast: Self.manager)
        _ = try reader.distributionTable(at: Self.manager)
        #expect(line.device.registrations.isEmpty && line.device.distributed == 0)
        #expect(throws: BACnetError.self) {
            try ReadingLink(BACnetIPLink(line)).send(BACnetMessage(bvll: .registerForeignDevice(60)), to: Self.manager)
        }
    }
}
