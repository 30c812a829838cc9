import BACnet

/// The services that the bits of the property protocol-services-supported stand for.
///
/// Source: ANSI/ASHRAE 135-2020, clause 21, BACnetServicesSupported: the bits 0 to 25 are the choices of confirmed
/// services, those from 26 on are in the order in which services came into the standard.
enum ServicesSupported {
    private static let later = [
        "i-am", "i-have", "unconfirmed-cov-notification", "unconfirmed-event-notification",
        "unconfirmed-private-transfer", "unconfirmed-text-message", "time-synchronization", "who-has", "who-is",
        "read-range", "utc-time-synchronization", "life-safety-operation", "subscribe-cov-property",
        "get-event-information", "write-group", "subscribe-cov-property-multiple",
        "confirmed-cov-notification-multiple", "unconfirmed-cov-notification-multiple", "confirmed-audit-notification",
        "audit-log-query", "unconfirmed-audit-notification", "who-am-i", "you-are",
    ]

    /// The names of the services whose bits are set, in the order of the bits.
    static func names(of bits: BitString) -> [String] {
        (0..<bits.count).filter { bits[$0] }.map { bit in
            if bit < 26 { return ConfirmedService(UInt32(bit)).name }
            return later.indices.contains(bit - 26) ? later[bit - 26] : "reserved-\(bit)"
        }
    }
}
