/// A message with what a link puts around it.
public struct ModbusFrame: Hashable, Sendable {
    /// The form of the frame, with what only this form has.
    public let envelope: Envelope
    /// The address of the device: 1 to 247 behind a serial line, 0 for all of them, and 255 for one without.
    public let unit: UInt8
    /// The message.
    public let pdu: ModbusPDU

    /// The forms of frames.
    public enum Envelope: Hashable, Sendable {
        /// For networks, with the number of the request.
        case tcp(transaction: UInt16)
        /// For serial lines.
        case rtu
        /// For serial lines as text, whose digits are large letters by rule.
        case ascii(lowercase: Bool)

        /// The form without what only it has.
        public var framing: ModbusFraming {
            switch self {
            case .tcp: .tcp
            case .rtu: .rtu
            case .ascii: .ascii
            }
        }
    }

    /// Describes a frame.
    public init(_ envelope: Envelope, unit: UInt8, _ pdu: ModbusPDU) {
        self.envelope = envelope
        self.unit = unit
        self.pdu = pdu
    }

    /// Reads a frame that takes all octets.
    ///
    /// - Parameters:
    ///   - octets: the frame.
    ///   - framing: its form.
    ///   - direction: who sends it; see ``ModbusPDU/decode(_:direction:)`` for `.either`.
    /// - Returns: the frame.
    /// - Throws: ``ModbusFault`` with the offset in the frame.
    /// - Complexity: O(*n*) in the number of octets.
    public static func decode(
        _ octets: [UInt8], as framing: ModbusFraming, direction: ModbusDirection = .either
    ) throws(ModbusFault) -> ModbusFrame {
        switch framing {
        case .tcp: try tcp(octets, direction)
        case .rtu: try rtu(octets, direction)
        case .ascii: try ascii(octets, direction)
        }
    }

    /// The frame as octets.
    ///
    /// - Throws: ``ModbusFault`` if a value of the message is beyond what the protocol allows.
    /// - Complexity: O(*n*) in the number of octets.
    public func encoded() throws(ModbusFault) -> [UInt8] {
        switch envelope {
        case .tcp(let transaction): try encodedForTCP(transaction)
        case .rtu: try encodedForRTU()
        case .ascii(let isLowercase): try encodedForASCII(isLowercase)
        }
    }
}
