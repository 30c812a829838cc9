public import BACnet
public import FieldLinks

/// Who sends or receives a message of BACnet in a capture.
public struct CapturedStation: Hashable, Sendable {
    /// The place on the link that was captured.
    public let place: Place
    /// The network and address behind that place, if it is a router's; `nil` if it speaks for itself.
    public let route: NetworkAddress?

    /// A place on a link.
    public enum Place: Hashable, Sendable {
        /// An address of the internet protocol.
        case endpoint(Endpoint)
        /// An address on a link that knows no internet protocol.
        case frame(CapturedFrame.Medium, [UInt8])
    }

    /// Names a station.
    public init(_ place: Place, route: NetworkAddress? = nil) {
        self.place = place
        self.route = route
    }
}

extension CapturedStation.Place: CustomStringConvertible {
    /// The place as it is written, such as `10.0.0.1:47808` or `mstp 07`.
    public var description: String {
        switch self {
        case .endpoint(let endpoint): endpoint.description
        case .frame(let medium, let address):
            "\(medium.rawValue) " + address.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        }
    }
}

extension CapturedStation: CustomStringConvertible {
    /// The place, and the network behind it if there is one, such as `10.0.0.1:47808 3:7f`.
    public var description: String { route.map { "\(place) \($0)" } ?? "\(place)" }
}
