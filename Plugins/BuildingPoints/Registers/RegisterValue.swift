public import Modbus

/// What registers say about a point: what stands in them, what it means, and whether it means anything.
///
/// A value is there only when the registers are good. What a device marks as not implemented, what is not a finite
/// number and what the type cannot hold has none, so that nobody takes it for a measurement.
public struct RegisterValue: Hashable, Sendable {
    /// The registers of the value as they came.
    public let registers: [UInt16]
    /// How they make up the value.
    public let type: RegisterType
    /// The order in which they were read; `nil` when none is stated and one is needed.
    public let order: ModbusOrder?
    /// What stands in the registers, before any conversion; `nil` when the type cannot hold it.
    public let raw: PointValue?
    /// The power of ten by which the device says to multiply; `nil` where it says none.
    public let scaleFactor: Int?
    /// What the registers mean, in the units of the point; `nil` unless the condition is ``Condition/good``.
    public let value: PointValue?
    /// The names of the state or of the bits that are set, joined by a blank and `|`; empty for none.
    public let stateText: String
    /// Whether the registers mean anything.
    public let condition: Condition

    /// Whether registers mean anything, and if not, why.
    public enum Condition: String, Hashable, Sendable, CaseIterable {
        /// They hold a value.
        case good
        /// They hold the code for a value that the device does not have.
        case notImplemented = "not-implemented"
        /// They hold an infinite number, or none.
        case notFinite = "not-finite"
        /// There are more or fewer of them than the point takes.
        case wrongCount = "wrong-count"
        /// Nobody stated the order of their octets.
        case unstatedOrder = "unstated-order"
        /// They hold what the type cannot, such as a digit beyond 9.
        case malformed
        /// The scale factor is missing, not implemented, or beyond −10 to 10.
        case badScaleFactor = "bad-scale-factor"
    }
}
