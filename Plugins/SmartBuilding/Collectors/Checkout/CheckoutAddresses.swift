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
        var places: [Endpoint] = []
        for text in values[Kind.bacnet].paths { places.append(try Self.endpoint(text, "bacnet", 47808)) }
        devices = places.filter { $0.octets.last != 255 }
        broadcasts = places.filter { $0.octets.last == 255 }
        local = try Self.endpoint(values[Kind.local], "local", 0)
        (trunks, only) = try Self.trunks(values[Kind.modbus].paths)
    }

    /// What stands at the addresses of Modbus, and where their trunks are.
    func book(_ points: [RegisterPoint]) -> RegisterBook { RegisterBook(points, trunks: trunks, only: only) }

    private static func trunks(_ texts: [String]) throws(InvalidValue) -> ([String: Endpoint], Endpoint?) {
        var trunks: [String: Endpoint] = [:]
        var only: Endpoint?
        for text in texts {
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let place = try endpoint(parts.last ?? "", "modbus", 502)
            let isNamed = parts.count == 2
            guard isNamed ? trunks[parts[0]] == nil : only == nil else {
                throw InvalidValue(
                    "option 'modbus' has '\(text)' for a trunk that has an address already",
                    hint: "name each trunk once, and at most one address without a name")
            }
            if isNamed { trunks[parts[0]] = place } else { only = place }
        }
        return (trunks, only)
    }

    private static func endpoint(_ text: String, _ option: String, _ port: UInt16) throws(InvalidValue) -> Endpoint {
        if let endpoint = Endpoint(text, port: port) { return endpoint }
        throw InvalidValue(
            "option '\(option)' has '\(text)', which is no address", hint: "write it like '192.0.2.7:\(port)'")
    }
}
