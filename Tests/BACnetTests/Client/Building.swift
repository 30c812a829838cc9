import BACnet
import FieldLinks
import SimulatedBuilding
import Testing

/// A small building for the tests of the client.
struct Building {
    let network = SimulatedNetwork()
    let peer: BACnetPeer
    let device: ObjectIdentifier
    let objects: [ObjectIdentifier]

    /// Puts a device with so many analog inputs on a network.
    init(
        objects count: UInt32, maxAPDU: Int = 1476, behind route: NetworkAddress? = nil,
        segmentation: Segmentation = .noSegmentation,
        _ change: (inout SimulatedBACnetDevice) -> Void = { _ in }
    ) throws {
        peer = BACnetPeer(Endpoint(address: 0x7F00_0002, port: 47900), route: route)
        var objects: [SimulatedObject] = []
        for number in 0..<count {
            let identifier = try #require(ObjectIdentifier(.analogInput, number))
            objects.append(
                SimulatedObject(
                    identifier, CharacterString("AI-\(number)"),
                    [.presentValue: [.real(Float(number))], .units: [.enumerated(62)]]))
        }
        var device = try #require(
            SimulatedBACnetDevice(instance: 1001, objects, maxAPDU: maxAPDU, segmentation: segmentation))
        change(&device)
        self.device = device.identifier
        self.objects = [device.identifier] + objects.map(\.identifier)
        network.add(device, at: peer)
    }

    func reader(_ change: (inout ExchangeSettings) -> Void = { _ in }) -> BACnetReader {
        var settings = ExchangeSettings()
        change(&settings)
        return BACnetReader(over: network, settings)
    }

    /// How many requests of a service were sent.
    func count(_ service: ConfirmedService) -> Int {
        network.sent.count { sent in
            if case .confirmedRequest(let request) = sent.message.apdu { request.service == service } else { false }
        }
    }
}
