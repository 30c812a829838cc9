public import BACnet
public import FieldLinks

/// How the devices of an order are reached.
public struct CommandLinks: Sendable {
    /// What opens a link over which BACnet devices are asked.
    public let bacnet: @Sendable () throws(LinkError) -> any MessageLink
    /// What connects to a Modbus device or gateway.
    public let modbus: @Sendable (Endpoint) throws(LinkError) -> any StreamLink

    /// Describes ways to reach devices.
    public init(
        bacnet: @escaping @Sendable () throws(LinkError) -> any MessageLink,
        modbus: @escaping @Sendable (Endpoint) throws(LinkError) -> any StreamLink
    ) {
        self.bacnet = bacnet
        self.modbus = modbus
    }
}
