public import BACnet
public import BuildingPoints
import FieldLinks

/// Where the BACnet devices of a checkout are.
public struct DeviceBook: Sendable {
    struct Place: Hashable {
        let peer: BACnetPeer
        /// The most octets that the device takes at once.
        let maxAPDU: Int
        /// Whether the device itself said its instance at this place.
        var isConfirmed: Bool
    }

    private(set) var places: [UInt32: [Place]] = [:]

    /// Makes a book without devices.
    public init() {}

    /// Adds a device that told where it is.
    public mutating func add(_ sighting: DeviceSighting) {
        add(
            sighting.device.instance,
            Place(peer: sighting.peer, maxAPDU: sighting.maxAPDU, isConfirmed: true))
    }

    /// Adds a device of an inventory, which is asked who it is before anything else.
    ///
    /// - Returns: whether its address is one.
    public mutating func add(_ device: InventoryDevice) -> Bool {
        guard let endpoint = Endpoint(device.address, port: 47808) else { return false }
        let route = device.network.map { NetworkAddress(network: $0, address: device.mac) }
        let limit = device.maxAPDU.map { Int(min(max($0, 50), 1476)) } ?? 480
        let peer = BACnetPeer(endpoint, route: route)
        add(device.instance, Place(peer: peer, maxAPDU: limit, isConfirmed: false))
        return true
    }

    private mutating func add(_ instance: UInt32, _ place: Place) {
        if let known = places[instance]?.firstIndex(where: { $0.peer == place.peer }) {
            if place.isConfirmed { places[instance]?[known] = place }
        } else {
            places[instance, default: []].append(place)
        }
    }

    mutating func confirm(_ instance: UInt32) { places[instance]?[0].isConfirmed = true }
}
