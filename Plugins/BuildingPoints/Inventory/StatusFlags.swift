/// The four flags that say how far a point's value can be trusted.
///
/// Source: ANSI/ASHRAE 135, BACnetStatusFlags of clause 21.
public struct StatusFlags: OptionSet, Hashable, Sendable {
    /// The flags as bits, the first flag the lowest.
    public let rawValue: UInt8

    /// Makes flags of bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue & 0xF }

    /// The point is in an event state other than normal.
    public static let inAlarm = StatusFlags(rawValue: 1)
    /// The value is not reliable.
    public static let fault = StatusFlags(rawValue: 2)
    /// Somebody overrides the value at the device.
    public static let overridden = StatusFlags(rawValue: 4)
    /// The value is cut off from the field.
    public static let outOfService = StatusFlags(rawValue: 8)

    static let names = ["in-alarm", "fault", "overridden", "out-of-service"]

    /// The names of the flags that are set, in the standard's order.
    public var names: [String] { Self.names.enumerated().filter { rawValue >> $0.offset & 1 == 1 }.map(\.element) }

    /// The flags of some names; `nil` when one of them is none.
    init?(names: [String]) {
        var bits: UInt8 = 0
        for name in names {
            guard let place = Self.names.firstIndex(of: name) else { return nil }
            bits |= 1 << UInt8(place)
        }
        self.init(rawValue: bits)
    }
}
