import BACnet
import BuildingCommands
import FieldLinks

extension CommandLinks {
    /// The network of the machine.
    static let live = CommandLinks(
        bacnet: { () throws(LinkError) in BACnetIPLink(try UDPSocket(local: Endpoint(address: 0, port: 0))) },
        modbus: { endpoint throws(LinkError) in
            let octets = endpoint.octets.map { "\($0)" }.joined(separator: ".")
            return try TCPStream(connectingTo: octets, port: endpoint.port)
        })
}
