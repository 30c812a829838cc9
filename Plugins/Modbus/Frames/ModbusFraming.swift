public import FieldLinks

/// The form in which messages go over a link.
public enum ModbusFraming: String, Hashable, Sendable, CaseIterable {
    /// With a header that numbers the requests, for networks.
    case tcp
    /// With the unit before and a checksum behind, for serial lines; also through a connection of TCP.
    case rtu
    /// As text of hexadecimal digits in lines, for serial lines; also through a connection of TCP.
    case ascii

    /// How long a line has to be silent between two frames.
    ///
    /// Frames of RTU have no other mark: 3.5 characters, and 1.75 ms above 19,200 bits per second (MODBUS over Serial
    /// Line V1.02, clause 2.5.1.1).
    ///
    /// - Parameter format: how characters travel on the line.
    /// - Returns: the gap for the ``ModbusExchange``; nothing where frames have marks of their own.
    public func silence(on format: SerialFormat) -> Duration {
        guard self == .rtu else { return .zero }
        return format.baud > 19_200 ? .microseconds(1_750) : format.characterTime * 7 / 2
    }
}
