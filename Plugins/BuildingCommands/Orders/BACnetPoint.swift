public import BACnet

/// An object of a BACnet device whose present value is commanded.
public struct BACnetPoint: Hashable, Sendable {
    /// Where the device is reached.
    public let peer: BACnetPeer
    /// The device object.
    public let device: ObjectIdentifier
    /// The object.
    public let object: ObjectIdentifier
    /// The data type of its present value.
    public let type: PrimitiveType

    /// Names a point.
    ///
    /// It is `nil` when the object is none that may be commanded: an input, one of life safety, or one without a
    /// number as its present value.
    public init?(_ object: ObjectIdentifier, of device: ObjectIdentifier, at peer: BACnetPeer) {
        guard let type = Self.types[object.type], device.type == .device else { return nil }
        self.peer = peer
        self.device = device
        self.object = object
        self.type = type
    }

    /// The types of objects that may be commanded, with the data type of their present value.
    ///
    /// Source: ANSI/ASHRAE 135-2020, clause 12; those of clause 12.15 and 12.16 (life safety) are left out on purpose.
    private static let types: [ObjectType: PrimitiveType] = [
        .analogOutput: .real, .analogValue: .real, .largeAnalogValue: .double, .lightingOutput: .real,
        .binaryOutput: .enumerated, .binaryValue: .enumerated, .multiStateOutput: .unsigned,
        .multiStateValue: .unsigned, .integerValue: .signed, .positiveIntegerValue: .unsigned,
    ]

    /// The value that a number is for the point; `nil` when it does not fit the type.
    ///
    /// - Complexity: O(1).
    public func value(of number: Double) -> BACnetValue? {
        switch type {
        case .real: Float(number).isFinite ? .real(Float(number)) : nil
        case .double: number.isFinite ? .double(number) : nil
        case .enumerated: number == 0 || number == 1 ? .enumerated(UInt32(number)) : nil
        case .signed: Int32(exactly: number).map { .signed(Int64($0)) }
        case .unsigned: UInt32(exactly: number).flatMap { states.contains($0) ? .unsigned(UInt64($0)) : nil }
        default: nil
        }
    }

    /// The number that a value of the point is; `nil` for a value of another type, and one that no number gives back.
    ///
    /// - Complexity: O(1).
    public func number(of value: BACnetValue) -> Double? {
        let number: Double? =
            switch (type, value) {
            case (.real, .real(let number)): Double(number)
            case (.double, .double(let number)): number
            case (.enumerated, .enumerated(let number)): Double(number)
            case (.signed, .signed(let number)): Double(exactly: number)
            case (.unsigned, .unsigned(let number)): Double(exactly: number)
            default: nil
            }
        return number.flatMap { $0.isFinite ? $0 : nil }
    }

    /// What its whole numbers may be: states are counted from 1.
    private var states: ClosedRange<UInt32> { object.type.isMultistate ? 1...UInt32.max : 0...UInt32.max }
}

extension BACnetPoint: CustomStringConvertible {
    /// The object, the device and the place, such as `analog-output,5 of device,1201 at 192.0.2.7:47808`.
    public var description: String { "\(object) of \(device) at \(peer)" }
}
