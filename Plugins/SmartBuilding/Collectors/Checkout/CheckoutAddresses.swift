import BuildingPoints
import BuildingSurvey
import FieldLinks
import PhaseLoom

/// Where the points of a checkout are looked for, as the options say.
struct CheckoutAddresses {
    /// The addresses of BACnet devices that are asked one by one.
    let devices: [Endpoint]
    /// The addresses by which all of a network are asked.
    let broadcasts: [Endpoint]
    /// The own address for BACnet.
    let local: Endpoint
    private let trunks: [String: Endpoint]
    private let only: Endpoint?

    init(_ values: OptionValues) throws(InvalidValue) {
        typealias Kind = PointCheckoutCollector
        let live = [Kind.bacnet, Kind.devices].filter { !values[$0].isEmpty }.map(\.descriptor.name)
        if let name = live.first, !values[Kind.pcap].isEmpty {
            throw InvalidValue(
                "'\(name)' is given beside 'pcap'", hint: "read from devices, or from a capture of what they said")
        }
        guard !live.isEmpty || !values[Kind.pcap].isEmpty || !values[Kind.modbus].isEmpty else {
            throw InvalidValue(
                "nothing says where points can be read",
                hint: "give 'bacnet' or 'devices', 'modbus', or a capture as 'pcap'")
        }
        let places = try FieldAddresses.endpoints(values[Kind.bacnet], option: "bacnet", port: 47808)
        devices = places.filter { !$0.isBroadcast }
        broadcasts = places.filter(\.isBroadcast)
        local = try FieldAddresses.local(values[Kind.local])
        (trunks, only) = try Self.trunks(FieldAddresses.parts(values[Kind.modbus]))
    }

    /// What stands at the addresses of Modbus, and where their trunks are.
    func book(_ points: [RegisterPoint]) -> RegisterBook { RegisterBook(points, trunks: trunks, only: only) }

    private static func trunks(_ texts: [String]) throws(InvalidValue) -> ([String: Endpoint], Endpoint?) {
        var trunks: [String: Endpoint] = [:]
        var only: Endpoint?
        for text in texts {
            let host = try FieldAddresses.host(text, option: "modbus", port: 502)
            // Captures name servers by address, and two trunks may be at one gateway.
            guard let place = Endpoint(host.name, port: host.port) else {
                throw InvalidValue("'\(text)' of 'modbus' is no address", hint: "write it like '192.0.2.7:502'")
            }
            guard host.trunk.isEmpty ? only == nil : trunks[host.trunk] == nil else {
                throw InvalidValue(
                    "option 'modbus' has '\(text)' for a trunk that has an address already",
                    hint: "name each trunk once, and at most one address without a name")
            }
            if host.trunk.isEmpty { only = place } else { trunks[host.trunk] = place }
        }
        return (trunks, only)
    }
}
