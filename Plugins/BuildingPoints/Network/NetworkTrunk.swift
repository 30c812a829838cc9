/// A trunk: a line or network whose devices share its time.
public struct NetworkTrunk: Hashable, Sendable {
    /// The name by which points and devices refer to it.
    public var id: String
    /// What it is.
    public var kind: TrunkKind
    /// The bits per second of a line; `nil` when the plan does not say.
    public var baud: Int?
    /// The frame of an octet on a line, such as `8N1`.
    public var format: OctetFormat
    /// How many devices pass the token of an MS/TP line; `nil` when the plan does not say.
    public var masters: Int?
    /// How many frames the router or client may send while it has the token (*Nmax_info_frames*).
    public var infoFrames: Int
    /// The number of the BACnet network; `nil` for none.
    public var network: Int?
    /// The address of the router to it; empty for none.
    public var router: String
    /// The subnet, such as `192.0.2.0/24`; empty for none.
    public var subnet: String
    /// The seconds that a device takes to answer.
    public var delay: Double
    /// The requests per second that its gateway or router takes; `nil` when the plan does not say.
    public var rate: Double?
    /// The address at which it is reached, such as `192.0.2.9:502`, by which surveys know it; empty for none.
    public var address = ""

    /// The address as others may write it: the port of Modbus may be left out.
    var addresses: [String] {
        guard !address.isEmpty else { return [] }
        if !address.contains(":") { return [address, address + ":502"] }
        return address.hasSuffix(":502") ? [address, String(address.dropLast(4))] : [address]
    }
}

/// The kinds of trunk.
public enum TrunkKind: String, Hashable, Sendable, CaseIterable {
    /// A serial line with Modbus RTU.
    case modbusRTU = "modbus-rtu"
    /// A Modbus TCP device, or a gateway to units behind it.
    case modbusTCP = "modbus-tcp"
    /// A serial line with BACnet MS/TP.
    case bacnetMSTP = "bacnet-mstp"
    /// A network with BACnet/IP.
    case bacnetIP = "bacnet-ip"

    /// Whether it is one of Modbus.
    public var isModbus: Bool { self == .modbusRTU || self == .modbusTCP }

    /// The seconds that a device takes to answer where the plan does not say.
    ///
    /// 50 ms is in the lower half of what Modbus devices on lines need, 20 to 150 ms.
    var usualDelay: Double { isModbus ? 0.05 : 0.01 }
}

/// The frame of an octet on a serial line: data bits, parity and stop bits.
public struct OctetFormat: Hashable, Sendable {
    /// The format as it is written, such as `8N1`.
    public let text: String
    /// The bits of an octet on the line, the start bit among them.
    public let bits: Int

    /// The format of most lines.
    public static let usual = OctetFormat(unchecked: "8N1", 10)

    /// Reads a format: 7 or 8 data bits, `N`, `E` or `O` for parity, 1 or 2 stop bits; `nil` for anything else.
    public init?(_ text: String) {
        let parts = Array(text.uppercased())
        guard parts.count == 3, parts.allSatisfy(\.isASCII),
            let data = parts[0].wholeNumberValue, data == 7 || data == 8, "NEO".contains(parts[1]),
            let stop = parts[2].wholeNumberValue, stop == 1 || stop == 2
        else { return nil }
        self.init(unchecked: text.uppercased(), 1 + data + (parts[1] == "N" ? 0 : 1) + stop)
    }

    private init(unchecked text: String, _ bits: Int) {
        self.text = text
        self.bits = bits
    }
}
