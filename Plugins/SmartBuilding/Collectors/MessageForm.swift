/// What the octets are that should be decoded.
enum MessageForm: String, CaseIterable, Sendable {
    /// A message between applications, without the headers of network and link.
    case bacnet
    /// A datagram of BACnet/IP.
    case bacnetIP = "bacnet-ip"
    /// A message of Modbus without a frame.
    case modbus
    /// A message of Modbus with the header for TCP.
    case modbusTCP = "modbus-tcp"
    /// A message of Modbus with unit and checksum.
    case modbusRTU = "modbus-rtu"
    /// A line of Modbus as text, itself in hexadecimal.
    case modbusASCII = "modbus-ascii"
}

/// Who sends the messages.
enum Direction: String, CaseIterable, Sendable {
    case either
    case request
    case response
}
