/// The identifier of an object inside a device: its type and its instance.
public struct ObjectIdentifier: Hashable, Comparable, Sendable {
    /// The highest instance; as that of a device it means any device.
    public static let highestInstance: UInt32 = 4_194_303

    /// The type in the upper 10 bits, the instance in the lower 22, as they travel.
    public let rawValue: UInt32

    /// Makes an identifier of its 32 bits, all of which mean something.
    ///
    /// Source: ANSI/ASHRAE 135-2020, clause 20.2.14.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Makes an identifier.
    ///
    /// - Parameters:
    ///   - type: the type, at most 1023.
    ///   - instance: the instance, at most ``highestInstance``.
    /// It is `nil` when one of them is above its limit.
    public init?(_ type: ObjectType, _ instance: UInt32) {
        guard type.number < 1024, instance <= Self.highestInstance else { return nil }
        rawValue = type.number << 22 | instance
    }

    /// Reads an identifier such as `analog-input,5`; the type may also be its number.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count == 2, let type = ObjectType(name: parts[0]), let instance = UInt32(parts[1]) else {
            return nil
        }
        self.init(type, instance)
    }

    /// The type.
    public var type: ObjectType { ObjectType(rawValue >> 22) }

    /// The instance, 0 to ``highestInstance``.
    public var instance: UInt32 { rawValue & Self.highestInstance }

    /// Whether one comes before another: by type, then by instance.
    public static func < (one: ObjectIdentifier, other: ObjectIdentifier) -> Bool { one.rawValue < other.rawValue }
}

extension ObjectIdentifier: CustomStringConvertible {
    /// The identifier as it is written, such as `analog-input,5`.
    public var description: String { "\(type),\(instance)" }
}
