/// How long requests take on a serial line with Modbus RTU.
///
/// ```swift
/// let line = SerialTiming(baud: 9600)
/// print(line.reading(10, bits: false))  // 0.0417 s, without the time that the device takes
/// ```
public struct SerialTiming: Hashable, Sendable {
    /// The seconds that an octet takes: its bits by the bits of a second.
    public let octet: Double
    /// The seconds of silence before and after a frame.
    ///
    /// The time of 3.5 octets up to 19200 bit/s, and 1.75 ms above (MODBUS over Serial Line V1.02, 2.5.1.1).
    public let silence: Double

    /// Makes the timing of a line.
    ///
    /// - Parameters:
    ///   - baud: its bits per second; taken for 1 where it is less.
    ///   - format: the frame of an octet.
    public init(baud: Int, format: OctetFormat = .usual) {
        octet = Double(format.bits) / Double(max(baud, 1))
        silence = baud > 19_200 ? 0.001_75 : 3.5 * octet
    }

    /// The seconds of a request that reads registers or bits, with its answer and two silences.
    ///
    /// The request has 8 octets, the answer 5 and the content: 2 for a register, 1 for eight bits (MODBUS Application
    /// Protocol V1.1b3, 6.1 to 6.4, with address and checksum of the line).
    ///
    /// - Complexity: O(1).
    public func reading(_ count: Int, bits: Bool) -> Double {
        Double(8 + 5 + Self.content(count, bits: bits)) * octet + 2 * silence
    }

    /// The seconds of a request that writes registers or bits, with its answer and two silences.
    ///
    /// The request has 9 octets and the content, the answer 8 (MODBUS Application Protocol V1.1b3, 6.11 and 6.12).
    ///
    /// - Complexity: O(1).
    public func writing(_ count: Int, bits: Bool) -> Double {
        Double(9 + Self.content(count, bits: bits) + 8) * octet + 2 * silence
    }

    private static func content(_ count: Int, bits: Bool) -> Int { bits ? (count + 7) / 8 : 2 * count }
}
