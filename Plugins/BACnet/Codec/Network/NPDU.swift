/// The header of the network layer: where a message comes from and goes to, and how urgent it is.
///
/// Source: ANSI/ASHRAE 135-2020, clause 6.2.
public struct NPDU: Hashable, Sendable {
    /// Where it goes; `nil` for the network that it travels on.
    public var destination: NetworkAddress?
    /// How many more routers it may pass; only with a destination.
    public var hopCount: UInt8
    /// Where it comes from; `nil` for the network that it travels on.
    public var source: NetworkAddress?
    /// Whether its sender waits for an answer.
    public var expectsReply: Bool
    /// How urgent it is.
    public var priority: Priority
    /// The message to routers; `nil` if an ``APDU`` follows.
    public var message: NetworkMessage?

    /// How urgent a message is.
    public enum Priority: UInt8, Hashable, Sendable, CaseIterable {
        /// Not more than others.
        case normal
        /// More than normal.
        case urgent
        /// A fault of critical equipment.
        case criticalEquipment
        /// A danger to life.
        case lifeSafety
    }

    /// Makes a header.
    public init(
        destination: NetworkAddress? = nil, hopCount: UInt8 = 255, source: NetworkAddress? = nil,
        expectsReply: Bool = false, priority: Priority = .normal, message: NetworkMessage? = nil
    ) {
        self.destination = destination
        self.hopCount = hopCount
        self.source = source
        self.expectsReply = expectsReply
        self.priority = priority
        self.message = message
    }
}
