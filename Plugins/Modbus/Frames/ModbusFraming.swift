/// The form in which messages go over a link.
public enum ModbusFraming: String, Hashable, Sendable, CaseIterable {
    /// With a header that numbers the requests, for networks.
    case tcp
    /// With the unit before and a checksum behind, for serial lines; also through a connection of TCP.
    case rtu
    /// As text of hexadecimal digits in lines, for serial lines; also through a connection of TCP.
    case ascii
}
