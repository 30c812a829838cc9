import BACnet
import FieldLinks
import Modbus
import SimulatedBuilding
import Synchronization
import Testing

@testable import BuildingSurvey

/// A building in memory whose trunks all lead to the same devices, and that keeps what was sent to them.
final class TestSite: Sendable {
    struct Place: Sendable {
        let device: SimulatedBACnetDevice
        let peer: BACnetPeer
    }

    let places: [Place]
    let units: [SimulatedModbusDevice]
    private let networks = Mutex<[SimulatedNetwork]>([])
    private let streams = Mutex<[SimulatedStream]>([])

    init(_ places: [Place] = [], units: [SimulatedModbusDevice] = []) {
        self.places = places
        self.units = units
    }

    static let broadcast = Endpoint(address: 0x7FFF_FFFF, port: 47808)

    static func endpoint(_ number: UInt32) -> Endpoint { Endpoint(address: 0x0A00_0000 + number, port: 47808) }

    /// A device with some analog inputs.
    static func device(
        _ instance: UInt32, at peer: BACnetPeer, points: UInt32 = 3, _ change: (inout DeviceFaults) -> Void = { _ in }
    ) throws -> Place {
        let objects = (0..<points).map { number in
            SimulatedObject(
                ObjectIdentifier(rawValue: number), CharacterString("P-\(number)"),
                [.presentValue: [.real(Float(number))], .units: [.enumerated(62)]])
        }
        var device = try #require(SimulatedBACnetDevice(instance: instance, objects))
        change(&device.faults)
        return Place(device: device, peer: peer)
    }

    /// What was sent by BACnet, trunk by trunk.
    var sent: [BACnetMessage] { networks.withLock { $0.flatMap { $0.sent.map(\.message) } } }

    /// The frames that were sent by Modbus, trunk by trunk.
    var frames: [[UInt8]] {
        streams.withLock { streams in
            streams.flatMap { stream in
                stream.traffic.compactMap { if case .sent(let octets) = $0 { octets } else { nil } }
            }
        }
    }

    /// Links to it; a gateway leads to the unit of its port.
    var links: SurveyLinks {
        SurveyLinks(
            bacnet: { _ throws(LinkError) in
                let network = SimulatedNetwork(broadcast: Self.broadcast)
                for place in self.places { network.add(place.device, at: place.peer) }
                self.networks.withLock { $0.append(network) }
                return try BACnetTrunk(over: network)
            },
            modbus: { gateway throws(LinkError) in
                try ModbusTrunk { () throws(LinkError) in
                    guard let unit = self.units.first(where: { UInt16($0.unit) == gateway.port }) else {
                        throw LinkError(.refused, "\(gateway.endpoint) refuses the connection")
                    }
                    let stream = SimulatedStream(to: unit)
                    self.streams.withLock { $0.append(stream) }
                    return stream
                }
            })
    }
}
