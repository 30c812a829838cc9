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
        var (low, high) = (devices.startIndex, devices.endIndex)
        while low < high {
            let middle = low + (high - low) / 2
            if Self.key(devices[middle]) < Self.key(sighting) { low = middle + 1 } else { high = middle }
        }
        if low < devices.endIndex, Self.key(devices[low]) == Self.key(sighting) { return false }
        devices.insert(sighting, at: low)
        return true
    }

    private static func key(_ sighting: DeviceSighting) -> (UInt32, BACnetPeer) {
        (sighting.device.instance, sighting.peer)
    }
}
