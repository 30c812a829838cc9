public import PhaseLoom

/// A row of an order: a value for a point, for a time.
///
/// Nothing is written with it: that takes an ``AuthorizedCommand``.
public struct PointCommand: Hashable, Sendable {
    /// The name of the point, which no other of the order has.
    public let point: String
    /// What is written to.
    public let target: CommandTarget
    /// The value: of a BACnet object in its units, of Modbus registers as they hold it.
    public let value: Double
    /// The units of the value; empty when the order does not say.
    public let units: String
    /// The priority, 7 to 16; points without priorities have none to use it.
    public let priority: UInt8
    /// Before when it may not be written; `nil` for at once.
    public let notBefore: Timestamp?
    /// When it is released.
    public let release: CommandRelease
    /// What a point without priorities gets then; `nil` for what it had before.
    public let releaseValue: Double?
    /// Why it is ordered.
    public let reason: String
    /// Who asked for it.
    public let person: String

    /// The priorities that may be ordered.
    ///
    /// 1 and 2 are for the safety of life, 5 keeps critical equipment, 6 keeps minimum times: ANSI/ASHRAE 135-2020,
    /// clause 19.2.1. 3 and 4 are free there, and above critical equipment.
    public static let priorities: ClosedRange<UInt8> = 7...16
    /// The priority of a manual operator, for orders that do not say one.
    public static let usualPriority: UInt8 = 8

    /// What reading gives while the command holds.
    var raw: [Double] { target.raw(of: value) ?? [] }
}

extension PointCommand: CustomStringConvertible {
    /// What is written where, in words.
    public var description: String {
        let value = JSONValue.number(value).compactBytes
        let text = String(decoding: value, as: UTF8.self) + (units.isEmpty ? "" : " \(units)")
        switch target {
        case .bacnet: return "\(text) at priority \(priority) to \(target)"
        case .modbus: return "\(text) to \(target)"
        }
    }
}
