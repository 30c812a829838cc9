public import FieldLinks

/// The header of BACnet/IP on the internet protocol, version 4, or a message between those who pass broadcasts on.
///
/// Source: ANSI/ASHRAE 135-2020, annex J.2.
public enum BVLL: Hashable, Sendable {
    /// The outcome of a request, as a code; 0 for success.
    case result(UInt16)
    /// The request to replace the table of those who pass broadcasts on.
    case writeBroadcastDistributionTable([DistributionEntry])
    /// The request for that table.
    case readBroadcastDistributionTable
    /// That table.
    case readBroadcastDistributionTableAck([DistributionEntry])
    /// A broadcast that was passed on, with the address that it came from.
    case forwardedNPDU(Endpoint)
    /// The request to be sent broadcasts for a time, in seconds.
    case registerForeignDevice(UInt16)
    /// The request for the table of those who are sent broadcasts.
    case readForeignDeviceTable
    /// That table.
    case readForeignDeviceTableAck([ForeignDeviceEntry])
    /// The request to strike one of them from the table.
    case deleteForeignDeviceTableEntry(Endpoint)
    /// A message that is to be passed on as a broadcast.
    case distributeBroadcastToNetwork
    /// A message to one.
    case originalUnicastNPDU
    /// A message to all.
    case originalBroadcastNPDU
    /// A message of the security that the standard no longer has, with its octets.
    case secureBVLL([UInt8])

    /// One who passes broadcasts on.
    public struct DistributionEntry: Hashable, Sendable {
        /// The address.
        public var endpoint: Endpoint
        /// The mask that makes it the address of a broadcast; all bits set for one receiver.
        public var mask: UInt32

        /// Makes an entry.
        public init(_ endpoint: Endpoint, mask: UInt32) {
            self.endpoint = endpoint
            self.mask = mask
        }
    }

    /// One who is sent broadcasts.
    public struct ForeignDeviceEntry: Hashable, Sendable {
        /// The address.
        public var endpoint: Endpoint
        /// The seconds that the registration holds.
        public var lifetime: UInt16
        /// The seconds that remain of it.
        public var remaining: UInt16

        /// Makes an entry.
        public init(_ endpoint: Endpoint, lifetime: UInt16, remaining: UInt16) {
            self.endpoint = endpoint
            self.lifetime = lifetime
            self.remaining = remaining
        }
    }

    /// Whether a message of the network layer follows.
    public var carriesNPDU: Bool {
        switch self {
        case .forwardedNPDU, .distributeBroadcastToNetwork, .originalUnicastNPDU, .originalBroadcastNPDU: true
        default: false
        }
    }
}
