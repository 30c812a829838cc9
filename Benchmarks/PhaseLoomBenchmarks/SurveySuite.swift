import BACnet
import FieldLinks

/// The reading of whole devices of other makers: the list of objects, then name, value and units of each.
struct SurveySuite {
    /// A device that somebody has started, with the name of its measurement.
    struct Device {
        let name: String
        let peer: BACnetPeer
        let object: ObjectIdentifier

        /// Reads `NAME=ADDRESS:PORT/INSTANCE`.
        init?(_ text: some StringProtocol) {
            let halves = text.split(separator: "=", maxSplits: 1)
            let place = halves.last?.split(separator: "/", maxSplits: 1) ?? []
            guard halves.count == 2, place.count == 2, let endpoint = Endpoint(place[0]),
                let instance = UInt32(place[1]), let object = ObjectIdentifier(.device, instance)
            else { return nil }
            name = String(halves[0])
            peer = BACnetPeer(endpoint)
            self.object = object
        }
    }

    let stopwatch: Stopwatch
    let devices: [Device]

    func run() throws -> [Measurement] {
        try devices.map { device in
            let values = try read(device)
            return try stopwatch.measure(device.name, counts: ["values": values]) { _ = try read(device) }
        }
    }

    /// Reads a device with a client that knows nothing of it yet, one request after the other.
    private func read(_ device: Device) throws -> Int {
        let socket = try UDPSocket(local: Endpoint(address: 0, port: 0))
        let reader = BACnetReader(over: BACnetIPLink(socket))
        let list = try reader.objectList(of: device.object, at: device.peer, maxAPDU: 1476)
        let points = list.objects.filter { $0.type != .device && $0.type != .networkPort }
        let readings = try reader.read(points.flatMap(targets), at: device.peer, maxAPDU: 1476)
        let values = readings.count { (try? $0.outcome.get()) != nil }
        guard list.isComplete, values == readings.count else { throw Incomplete(device: device.name) }
        return values
    }

    private func targets(_ object: ObjectIdentifier) -> [PropertyTarget] {
        let isAnalog = [.analogInput, .analogOutput, .analogValue].contains(object.type)
        let properties: [PropertyIdentifier] = [.objectName, .presentValue] + (isAnalog ? [.units] : [])
        return properties.map { PropertyTarget(object, PropertyReference($0)) }
    }

    /// The reason why a device was not measured: it did not give everything.
    struct Incomplete: Error {
        let device: String
    }
}
