import BACnet
import BuildingPoints
import FieldLinks
import Modbus
import PhaseLoom
import SimulatedBuilding
import Testing

@testable import BuildingSurvey

/// What surveys send, octet by octet: nothing that writes, whatever devices answer.
@Suite struct ReadOnlyTests {
    /// The services that a survey may use: ReadProperty and ReadPropertyMultiple.
    private static let confirmed: Set<UInt8> = [12, 14]
    /// Who-Is.
    private static let unconfirmed: Set<UInt8> = [8]
    /// Reading of bits and registers, and of the identification.
    private static let functions: Set<UInt8> = [1, 2, 3, 4, 43]

    /// A building in which every kind of trouble is at home.
    private func hostile() throws -> TestSite {
        let troubles: [@Sendable (inout DeviceFaults) -> Void] = [
            { _ in }, { $0.rejectsMultiple = true }, { $0.ignoresMultiple = true }, { $0.ignoresWholeList = true },
            { $0.isGarbled = true }, { $0.ignoresWhoIs = true }, { $0.isDead = true }, { $0.lostRequests = 3 },
            { $0.spoilers = [ObjectIdentifier(rawValue: 1)] }, { $0.silent = [ObjectIdentifier(rawValue: 2)] },
            { $0.answersFrom = Endpoint(address: 0x0A00_00FE, port: 5) },
        ]
        let places = try troubles.enumerated().map { number, trouble in
            let peer = BACnetPeer(TestSite.endpoint(UInt32(number) + 2))
            return try TestSite.device(UInt32(number / 2), at: peer, points: 40, trouble)
        }
        var units: [SimulatedModbusDevice] = (1...3).map { SimulatedModbusDevice(unit: $0) }
        units[0].holdingRegisters = [0: 1, 1: 2, 20: 3]
        units[0].coils = [0: true, 1: false]
        units[1].identification = [ModbusIdentificationObject(id: 0, "Acme")]
        return TestSite(places, units: units)
    }

    @Test(arguments: SurveyDepth.allCases) func `nothing that writes leaves a survey`(depth: SurveyDepth) async throws {
        let site = try hostile()
        var plan = SurveyPlan()
        plan.depth = depth
        plan.broadcasts = [TestSite.broadcast]
        plan.devices = (2...14).map(TestSite.endpoint)
        let points = [
            RegisterPoint("a", .holdingRegisters, 0, .uint16), RegisterPoint("b", .holdingRegisters, 5, .uint16),
            RegisterPoint("c", .coils, 0, .bit), RegisterPoint("d", .inputRegisters, 9, .uint16),
        ]
        plan.gateways = (1...4).map { ModbusGateway(host: "gw", port: $0, units: [UInt8($0), 9], points: points) }
        let report = try await SiteSurvey(plan, over: site.links).run { nil }
        #expect(report.inventory.devices.count >= 8 && report.inventory.units.count == 8)

        let sent = site.sent
        #expect(sent.count > 200)
        for message in sent {
            #expect(ReadingLink.allows(message))
            let apdu = try BACnetMessage(apdu: message.apdu).encode()
            switch apdu.first.map({ $0 >> 4 }) {
            case 0: #expect(Self.confirmed.contains(apdu[3]))
            case 1: #expect(Self.unconfirmed.contains(apdu[1]))
            // The receipt for segments, and the end of an exchange.
            case 4, 7: break
            default: Issue.record("a message of another kind was sent: \(message)")
            }
        }
        let frames = site.frames
        #expect(frames.count > 5)
        for frame in frames { #expect(frame.count > 7 && Self.functions.contains(frame[7])) }
    }

    @Test func `replaying a capture with writes sends nothing and says so`() throws {
        let point = ObjectIdentifier(rawValue: 5)
        var script = CaptureScript()
        try script.ask(
            .writeProperty(WritePropertyRequest(point, PropertyValue(PropertyReference(.presentValue), [.real(1)]))))
        var replay = BACnetReplay()
        for event in script.events { #expect(replay.news(in: event) == []) }
        #expect(replay.writes == 1)
    }
}
