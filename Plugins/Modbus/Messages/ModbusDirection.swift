/// Who sends a message, as far as one knows who reads it.
public enum ModbusDirection: Hashable, Sendable {
    /// A client.
    case request
    /// A device.
    case response
    /// One of the two.
    case either
}
