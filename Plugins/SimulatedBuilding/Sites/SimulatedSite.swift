import BACnet
public import FieldLinks

/// A simulated building: its devices of BACnet at their places, and its devices of Modbus behind one gateway.
public struct SimulatedSite: Sendable {
    /// The devices of BACnet.
    public var stations: [SimulatedStation]
    /// The devices of Modbus, each with its unit.
    public var units: [SimulatedModbusDevice]

    /// Describes a building.
    public init(_ stations: [SimulatedStation] = [], units: [SimulatedModbusDevice] = []) {
        self.stations = stations
        self.units = units
    }

    /// The addresses of its devices of BACnet, in their order.
    public var endpoints: [Endpoint] {
        var endpoints: [Endpoint] = []
        for station in stations where !endpoints.contains(station.peer.endpoint) {
            endpoints.append(station.peer.endpoint)
        }
        return endpoints
    }
}
