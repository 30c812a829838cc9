import BACnet
import FieldLinks
import PhaseLoom

/// The addresses, ranges and numbers by which options name what is read on the network.
enum FieldAddresses {
    /// The parts of a list with commas.
    static func parts(_ text: String) -> [String] {
        guard !text.isEmpty else { return [] }
        return text.split(separator: ",", omittingEmptySubsequences: false).map { part in
            String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
    }

    /// Reads addresses such as `10.0.0.7` or `10.0.0.255:47809`.
    ///
    /// - Throws: `InvalidValue` for a part that is none, or that is there twice.
    static func endpoints(_ text: String, option: String, port: UInt16) throws(InvalidValue) -> [Endpoint] {
        var endpoints: [Endpoint] = []
        for part in parts(text) {
            guard let endpoint = Endpoint(part, port: port), endpoint.port > 0, endpoint.address > 0 else {
                throw InvalidValue(
                    "'\(part)' of '\(option)' is no address", hint: "write it like '192.0.2.7:\(port)' or '192.0.2.7'")
            }
            guard !endpoints.contains(endpoint) else {
                throw InvalidValue("'\(part)' stands twice in '\(option)'", hint: "name each address once")
            }
            endpoints.append(endpoint)
        }
        return endpoints
    }

    /// Reads the address of an interface, whose port may be 0 for any.
    static func local(_ text: String) throws(InvalidValue) -> Endpoint {
        guard let endpoint = Endpoint(text, port: 0) else {
            throw InvalidValue(
                "'\(text)' of 'local' is no address", hint: "write it like '192.0.2.5' or '192.0.2.5:47808'")
        }
        return endpoint
    }

    /// Reads hosts with ports and names of trunks, such as `10.0.0.9:502,plant=meters.example`.
    ///
    /// - Throws: `InvalidValue` for a part that is none, or that is there twice.
    static func hosts(_ text: String, option: String, port: UInt16) throws(InvalidValue) -> [Host] {
        var hosts: [Host] = []
        for part in parts(text) {
            let host = try host(part, option: option, port: port)
            guard !hosts.contains(where: { $0.clashes(with: host) }) else {
                throw InvalidValue(
                    "'\(part)' stands twice in '\(option)'", hint: "name each host once, and each trunk")
            }
            hosts.append(host)
        }
        return hosts
    }

    /// Reads a host such as `plant=meters.example:502`.
    ///
    /// - Throws: `InvalidValue` for what is none.
    static func host(_ part: String, option: String, port: UInt16) throws(InvalidValue) -> Host {
        let named = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let pieces = named[named.count - 1].split(separator: ":", omittingEmptySubsequences: false)
        let number = pieces.count == 2 ? whole(pieces[1], in: 1...65_535).map { UInt16(clamping: $0) } : port
        guard (1...2).contains(pieces.count), let name = pieces.first, isHost(name), let number,
            named.count == 1 || isTrunk(named[0])
        else {
            throw InvalidValue(
                "'\(part)' of '\(option)' is no host",
                hint: "write it like '192.0.2.7:\(port)', 'meters.example' or 'plant=192.0.2.7:\(port)'")
        }
        return Host(trunk: named.count == 2 ? String(named[0]) : "", name: String(name), port: number)
    }

    /// A host with a port, and the trunk that it is to the design.
    struct Host: Hashable {
        let trunk: String
        let name: String
        let port: UInt16

        /// Whether it is the place or the trunk of another host, which an inventory could not tell apart.
        func clashes(with other: Host) -> Bool {
            (name, port) == (other.name, other.port) || !trunk.isEmpty && trunk == other.trunk
        }
    }

    /// Whether references to points can name a trunk so: `/` separates their parts.
    private static func isTrunk(_ text: Substring) -> Bool {
        !text.isEmpty && !text.contains("/") && !text.contains(":") && text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F }
    }

    private static func isHost(_ text: Substring) -> Bool {
        let letters = Array("-.".utf8)
        guard let first = text.utf8.first, first != letters[0], text.utf8.count <= 253 else { return false }
        return text.utf8.allSatisfy {
            $0 &- UInt8(ascii: "0") < 10 || ($0 | 0x20) &- UInt8(ascii: "a") < 26 || letters.contains($0)
        }
    }

    /// Reads a range of instances such as `0-4194302`, or one instance.
    ///
    /// Source: ANSI/ASHRAE 135, 12.1.1, where instance 4194303 means that none is configured.
    static func range(_ text: String) throws(InvalidValue) -> ClosedRange<UInt32> {
        let highest = Int(ObjectIdentifier.highestInstance) - 1
        let hint = "write two instances from 0 to \(highest) like '1000-1999', the lower one first"
        let pieces = text.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...2).contains(pieces.count), let low = whole(pieces[0], in: 0...highest),
            let high = whole(pieces[pieces.count - 1], in: 0...highest)
        else { throw InvalidValue("'\(text)' of 'range' is no range of instances", hint: hint) }
        guard low <= high else { throw InvalidValue("'\(text)' of 'range' ends before it begins", hint: hint) }
        return UInt32(low)...UInt32(high)
    }

    /// Reads numbers of units such as `1-10,20`.
    ///
    /// Source: MODBUS over Serial Line V1.02, 2.2: 1 to 247 are the addresses of units.
    static func units(_ text: String) throws(InvalidValue) -> [UInt8] {
        var units: [UInt8] = []
        for part in parts(text) {
            let pieces = part.split(separator: "-", omittingEmptySubsequences: false)
            guard (1...2).contains(pieces.count), let low = whole(pieces[0], in: 1...247),
                let high = whole(pieces[pieces.count - 1], in: 1...247), low <= high
            else {
                throw InvalidValue(
                    "'\(part)' of 'units' is no unit", hint: "write numbers from 1 to 247 like '1-10,20'")
            }
            for unit in low...high where !units.contains(UInt8(clamping: unit)) { units.append(UInt8(clamping: unit)) }
        }
        return units
    }

    private static func whole(_ text: some StringProtocol, in range: ClosedRange<Int>) -> Int? {
        guard !text.isEmpty, text.utf8.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }), let number = Int(text) else {
            return nil
        }
        return range.contains(number) ? number : nil
    }
}

extension Endpoint {
    /// Whether all hosts of a network hear the address: its last octet, or all of them, are 255.
    var isBroadcast: Bool { address & 0xFF == 0xFF }
}
