/// An address of the internet protocol, version 4, with a port.
public struct Endpoint: Hashable, Comparable, Sendable {
    /// The address, its first octet in the highest bits.
    public let address: UInt32
    /// The port.
    public let port: UInt16

    /// Makes an endpoint.
    public init(address: UInt32, port: UInt16) {
        self.address = address
        self.port = port
    }

    /// Reads an endpoint such as `192.168.1.10:47808`, and nothing else: no name of a host, no octet like `010`.
    ///
    /// - Parameters:
    ///   - text: four decimal octets, and a port after a colon.
    ///   - port: the port when the text has none; `nil` if it needs one.
    public init?(_ text: some StringProtocol, port: UInt16? = nil) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard let host = parts.first, let port = parts.count == 2 ? UInt16(decimal: parts[1]) : port else { return nil }
        let octets = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8(decimal: $0) }
        guard octets.count == 4 else { return nil }
        var address: UInt32 = 0
        for octet in octets {
            guard let octet else { return nil }
            address = address << 8 | UInt32(octet)
        }
        self.init(address: address, port: port)
    }

    /// The four octets of the address.
    public var octets: [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: address >> $0) } }

    /// Whether one comes before another: by address, then by port.
    public static func < (one: Endpoint, other: Endpoint) -> Bool {
        (one.address, one.port) < (other.address, other.port)
    }
}

extension Endpoint: CustomStringConvertible {
    /// The address as it is written, such as `192.168.1.10:47808`.
    public var description: String { octets.map { "\($0)" }.joined(separator: ".") + ":\(port)" }
}

extension FixedWidthInteger {
    /// Reads digits alone, without a sign and without a zero in front.
    init?(decimal text: some StringProtocol) {
        guard text.utf8.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }), text == "0" || !text.hasPrefix("0") else {
            return nil
        }
        self.init(text)
    }
}
