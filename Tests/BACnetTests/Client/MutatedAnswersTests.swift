@testable import BACnet
import FieldLinks
import SimulatedBuilding
import Testing

/// A device half of whose answers are spoiled on the way: octets changed, cut off, added, doubled, from somebody else.
struct SpoiledDevice<Device: LineDevice>: LineDevice {
    var device: Device
    var random: Seeded
    var spoiled = 0

    init(_ device: Device, seed: UInt64) {
        self.device = device
        random = Seeded(seed: seed)
    }

    mutating func answer(_ octets: [UInt8]) -> [(Datagram, Duration)] {
        device.answer(octets).flatMap { datagram, delay in spoil(datagram).map { ($0, delay) } }
    }

    private mutating func spoil(_ datagram: Datagram) -> [Datagram] {
        guard Bool.random(using: &random) else { return [datagram] }
        spoiled += 1
        var octets = datagram.octets
        switch Int.random(in: 0..<6, using: &random) {
        case 0: octets = Array(octets.prefix(Int.random(in: 0...octets.count, using: &random)))
        case 1: octets += (0..<Int.random(in: 1...9, using: &random)).map { _ in .random(in: 0...255, using: &random) }
        case 2: return [datagram, datagram]
        case 3: return [Datagram(octets, from: Endpoint(address: 1, port: 1)), datagram]
        default:
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                guard let place = octets.indices.randomElement(using: &random) else { break }
                octets[place] = .random(in: 0...255, using: &random)
            }
        }
        // Half of the lengths are put right, so that what is behind them is looked at.
        if octets.count > 3, Bool.random(using: &random) {
            octets[2] = UInt8(octets.count >> 8 & 255)
            octets[3] = UInt8(octets.count & 255)
        }
        return [Datagram(octets, from: datagram.source)]
    }
}

/// A device of the simulated building at the end of a line.
struct BuildingDevice: LineDevice {
    var device: SimulatedBACnetDevice

    mutating func answer(_ octets: [UInt8]) -> [(Datagram, Duration)] {
        guard let apdu = try? BACnetMessage.decode(datagram: octets).apdu else { return [] }
        let client = BACnetPeer(Endpoint(address: 0x7F00_0009, port: 47999))
        return device.take(apdu, from: client).map { (Self.datagram($0.apdu), .zero) }
    }
}

/// Whatever a device answers to whatever step of the client, there is a typed outcome in bounded time.
///
/// Together these tests read more than 10,000 spoiled answers on each run; a trap would end the run.
@Suite struct MutatedAnswersTests {
    private static let peer = BACnetPeer(Line<BuildingDevice>.home)
    private static let seeds = Array(0..<20 as Range<UInt64>)
    private static let device = ObjectIdentifier(rawValue: 8 << 22 | 1001)

    /// Lets a client work on a device until enough answers were spoiled, and looks at the time that each step takes.
    private static func work<Device: LineDevice>(
        on device: Device, seed: UInt64, until count: Int, _ steps: (BACnetReader) throws(BACnetError) -> Void
    ) {
        let line = Line(SpoiledDevice(device, seed: seed))
        var settings = ExchangeSettings()
        settings.breaker = CircuitBreaker(threshold: 3, rest: .seconds(1))
        let reader = BACnetReader(over: BACnetIPLink(line), settings)
        var rounds = 0
        while line.device.spoiled < count, rounds < 2000 {
            rounds += 1
            let (before, sent) = (line.now, line.sent.count)
            do throws(BACnetError) { try steps(reader) } catch { #expect(!error.isCancellation) }
            #expect(line.now - before < .seconds(3600) && line.sent.count - sent < 20_000)
        }
        #expect(line.device.spoiled >= count)
        #expect(reader.remarks.count <= 256 && reader.lastAnswer.count < 200_000)
    }

    @Test(arguments: seeds) func `surveys of a device that spoils its answers end`(seed: UInt64) throws {
        let objects = (0..<60 as Range<UInt32>).map { number in
            SimulatedObject(
                ObjectIdentifier(rawValue: number), CharacterString("AI-\(number)"),
                [.presentValue: [.real(Float(number))], .units: [.enumerated(62)]])
        }
        let device = try #require(SimulatedBACnetDevice(instance: 1001, objects, maxAPDU: 480))
        Self.work(on: BuildingDevice(device: device), seed: seed, until: 300) { reader throws(BACnetError) in
            _ = try reader.find(at: Self.peer)
            let list = try reader.objectList(of: Self.device, at: Self.peer, maxAPDU: 480, limit: 500)
            let targets = list.objects.flatMap { object in
                [.objectName, .presentValue, .units].map { PropertyTarget(object, PropertyReference($0)) }
            }
            _ = try reader.read(targets, at: Self.peer, maxAPDU: 480)
        }
    }

    @Test(arguments: seeds) func `segments of a device that spoils them end`(seed: UInt64) {
        let list = (0..<900 as Range<UInt32>).map { BACnetValue.objectIdentifier(ObjectIdentifier(rawValue: $0)) }
        var device = SegmentingDevice(
            .readProperty(ReadPropertyAck(Self.device, PropertyReference(.objectList), list)))
        device.size = 200
        let target = PropertyTarget(Self.device, PropertyReference(.objectList))
        Self.work(on: device, seed: seed, until: 150) { reader throws(BACnetError) in
            reader.observe(Self.peer) { ($0.claimedMaxAPDU, $0.claimedSegmentation) = (128, .segmentedBoth) }
            _ = try? reader.read(target, at: Self.peer)
            let many = ReadPropertyMultipleRequest(
                (0..<100).map { .init(ObjectIdentifier(rawValue: $0), [PropertyReference(.presentValue)]) })
            _ = try reader.perform(.properties(many), at: Self.peer)
        }
    }

    @Test(arguments: seeds) func `watches over a device that spoils its news end`(seed: UInt64) {
        Self.work(on: TellingDevice(), seed: seed, until: 50) { reader throws(BACnetError) in
            let watch = ChangeWatch(reader)
            watch.add(ObjectIdentifier(rawValue: 3), at: Self.peer)
            for _ in 0..<5 { _ = try watch.next(until: reader.now + .seconds(400)) }
            try watch.end()
        }
    }

    @Test(arguments: seeds) func `tables that are spoiled end`(seed: UInt64) {
        var manager = ManagerDevice()
        manager.distribution = Array(repeating: .init(BroadcastTests.far, mask: .max), count: 20)
        manager.foreign = Array(repeating: .init(BroadcastTests.far, lifetime: 9, remaining: 1), count: 20)
        Self.work(on: manager, seed: seed, until: 50) { reader throws(BACnetError) in
            _ = try reader.routers(broadcast: Self.peer.endpoint)
            _ = try reader.foreignDevices(at: Self.peer.endpoint)
            _ = try reader.distributionTable(at: Self.peer.endpoint)
        }
    }
}
