import BACnet
import BuildingPoints
import BuildingSurvey
import FieldLinks
import Modbus
import PhaseLoom
import SimulatedBuilding
import Synchronization
import Testing

/// A device on a simulated network whose messages are octets on the way, as on a real one, and are kept.
final class CheckoutBench: MessageLink {
    static let client = Endpoint(address: 0x0A00_0001, port: 40_000)
    static let server = Endpoint(address: 0x0A00_0002, port: 47_808)
    static let time = Timestamp(milliseconds: 1_795_000_000_000)

    let network = SimulatedNetwork()
    private let events = Mutex<[CaptureEvent]>([])

    /// What a capture of the traffic would show.
    var capture: [CaptureEvent] { events.withLock { $0 } }
    /// What was sent.
    var sent: [BACnetMessage] { network.sent.map(\.message) }
    var now: Duration { network.now }

    func wait(until moment: Duration) { network.wait(until: moment) }

    func send(_ message: BACnetMessage, to destination: Endpoint) throws(BACnetError) {
        do throws(BACnetFault) {
            keep(try message.encode(), from: Self.client, to: destination)
        } catch {
            throw .malformed(error)
        }
        network.send(message, to: destination)
    }

    func receive(until deadline: Duration) throws(BACnetError) -> ReceivedMessage? {
        guard let received = network.receive(until: deadline) else { return nil }
        keep(received.octets, from: received.source, to: Self.client)
        return received
    }

    private func keep(_ octets: [UInt8], from source: Endpoint, to destination: Endpoint) {
        events.withLock { events in
            events.append(
                .datagram(
                    CapturedDatagram(
                        packet: events.count + 1, time: Self.time, source: source, destination: destination,
                        octets: octets)))
        }
    }

    // MARK: the device

    private static func object(
        _ name: String, _ value: BACnetValue, _ flags: [Bool]? = [false, false, false, false],
        _ others: [PropertyIdentifier: [BACnetValue]] = [:]
    ) throws -> SimulatedObject {
        let identifier = try #require(ObjectIdentifier(name))
        var properties = others.merging([.presentValue: [value]]) { $1 }
        if let flags { properties[.statusFlags] = [.bitString(BitString(flags))] }
        return SimulatedObject(identifier, CharacterString(name), properties)
    }

    private static func texts(_ texts: String...) -> [BACnetValue] {
        texts.map { .characterString(CharacterString($0)) }
    }

    /// Adds device 1201 with a point of every kind, good ones and bad ones.
    func addDevice(at endpoint: Endpoint = server, _ change: (inout DeviceFaults) -> Void = { _ in }) throws {
        let celsius: [PropertyIdentifier: [BACnetValue]] = [.units: [.enumerated(62)]]
        let states: [PropertyIdentifier: [BACnetValue]] = [.stateText: Self.texts("Off", "On", "Auto")]
        var device = try #require(
            SimulatedBACnetDevice(
                instance: 1201,
                [
                    try Self.object("analog-input,1", .real(20.1), celsius: celsius),
                    try Self.object("analog-input,2", .real(.nan), celsius: celsius),
                    try Self.object("analog-input,3", .real(20.1), [false, true, false, false], celsius),
                    try Self.object("analog-input,4", .real(20.1), [false, false, false, true], celsius),
                    try Self.object("analog-input,5", .real(20.1), [true, false, false, false], celsius),
                    try Self.object(
                        "analog-input,6", .real(20.1), [false, false, false, false],
                        [.reliability: [.enumerated(7)]]),
                    try Self.object("analog-input,7", .real(20.1), nil, celsius),
                    try Self.object("analog-value,9", .real(21.5), celsius: celsius),
                    try Self.object(
                        "binary-input,1", .enumerated(1), [false, false, false, false],
                        [.inactiveText: Self.texts("Stopped"), .activeText: Self.texts("Running")]),
                    try Self.object("multi-state-value,1", .unsigned(3), [false, false, false, false], states),
                    try Self.object("multi-state-value,2", .unsigned(0), [false, false, false, false], states),
                    try Self.object("multi-state-value,3", .unsigned(4), [false, false, false, false], states),
                ]))
        change(&device.faults)
        network.add(device, at: BACnetPeer(endpoint))
    }

    private static func object(
        _ name: String, _ value: BACnetValue, celsius: [PropertyIdentifier: [BACnetValue]]
    ) throws -> SimulatedObject { try object(name, value, [false, false, false, false], celsius) }

    // MARK: the checkout

    /// What reads from the device, once it was asked who it is.
    func source(asking places: [Endpoint] = [server]) throws -> LiveObjects {
        let reader = BACnetReader(over: self)
        var book = DeviceBook()
        for place in places {
            for sighting in try reader.find(at: BACnetPeer(place)).devices { book.add(sighting) }
        }
        return LiveObjects(reader, book, at: { Self.time })
    }
}
