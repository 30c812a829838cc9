import FieldLinks

/// The devices that answered a question for all of them.
public struct DeviceSweep: Hashable, Sendable {
    /// The devices, by instance and then by address; one instance at several addresses is there several times.
    public private(set) var devices: [DeviceSighting] = []
    /// How often was asked.
    public internal(set) var rounds = 0

    /// The devices that did not answer in the first round.
    public var stragglers: [DeviceSighting] { devices.filter { $0.round > 1 } }

    /// The devices whose instance another address claims as well; none of them is picked.
    public var clashes: [DeviceSighting] {
        var counts: [ObjectIdentifier: Int] = [:]
        for device in devices { counts[device.device, default: 0] += 1 }
        return devices.filter { counts[$0.device, default: 0] > 1 }
    }

    /// Adds a device.
    ///
    /// - Returns: whether it is new.
    mutating func add(_ sighting: DeviceSighting) -> Bool {
        guard !devices.contains(where: { $0.device == sighting.device && $0.peer == sighting.peer }) else {
            return false
        }
        let place = devices.firstIndex { Self.key(sighting) < Self.key($0) } ?? devices.endIndex
        devices.insert(sighting, at: place)
        return true
    }

    private static func key(_ sighting: DeviceSighting) -> (UInt32, Endpoint, UInt16, String) {
        let route = sighting.peer.route
        return (sighting.device.instance, sighting.peer.endpoint, route?.network ?? 0, route?.description ?? "")
    }
}
