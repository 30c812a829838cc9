/// A message of the protocol without the frame around it: a request or a response.
public enum ModbusPDU: Hashable, Sendable {
    /// What a client asks.
    case request(ModbusRequest)
    /// What a device answers.
    case response(ModbusResponse)
}
