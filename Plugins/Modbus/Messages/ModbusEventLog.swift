/// The last events of a serial line, as a device has noted them (clause 6.10).
public struct ModbusEventLog: Hashable, Sendable {
    /// 0xFFFF while a program command is carried out, otherwise 0.
    public let status: UInt16
    /// How many messages the device has carried out.
    public let eventCount: UInt16
    /// How many messages it has seen.
    public let messageCount: UInt16
    /// The events, the last first, at most 64.
    public let events: [UInt8]

    /// Describes a log.
    public init(status: UInt16, eventCount: UInt16, messageCount: UInt16, events: [UInt8]) {
        self.status = status
        self.eventCount = eventCount
        self.messageCount = messageCount
        self.events = events
    }
}
