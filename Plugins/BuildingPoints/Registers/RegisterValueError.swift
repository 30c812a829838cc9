/// The reason why a value cannot stand in the registers of a point.
public enum RegisterValueError: Error, Hashable, Sendable {
    /// The value is no number, text or row of bits as the type needs it.
    case wrongKind(value: String, type: RegisterType)
    /// The value is not finite.
    case notFinite(value: String)
    /// The value is beyond what the registers can hold, which is from one value to another.
    case outOfRange(value: String, from: Double, to: Double)
    /// The registers hold no value that is as close as asked for; the nearest is told.
    case inexact(value: String, nearest: Double)
    /// The text or row of bits is longer than the registers.
    case tooLong(count: Int, limit: Int)
    /// The value would stand there as the code for a value that the device does not have.
    case meansNotImplemented(value: String)
    /// Nobody stated the order of the octets.
    case unstatedOrder(count: Int)
    /// The scale factor is missing, not implemented, or beyond −10 to 10.
    case badScaleFactor
    /// The point takes a number of registers that its type cannot.
    case wrongCount(Int, type: RegisterType)
}

extension RegisterValueError: CustomStringConvertible {
    /// What is wrong, and what would be right.
    public var description: String {
        switch self {
        case .wrongKind(let value, let type):
            "'\(value.clipped)' cannot stand in '\(type.rawValue)': give a \(type.need)"
        case .notFinite(let value): "'\(value)' is no finite number: give one"
        case .outOfRange(let value, let from, let to):
            "'\(value)' does not fit: values go from \(DecimalText.text(from)) to \(DecimalText.text(to))"
        case .inexact(let value, let nearest):
            "'\(value)' falls between two values: the nearest is \(DecimalText.text(nearest))"
        case .tooLong(let count, let limit): "'\(count)' octets or bits are too many: there is room for \(limit)"
        case .meansNotImplemented(let value):
            "'\(value.clipped)' would stand there as the code for 'not implemented': give another value"
        case .unstatedOrder(let count): "'\(count)' registers have no stated order: state one such as ABCD"
        case .badScaleFactor: "the scale factor is missing or beyond -10 to 10: read it with the value"
        case .wrongCount(let count, let type): "'\(type.rawValue)' does not take '\(count)' registers: correct the map"
        }
    }
}

extension RegisterType {
    fileprivate var need: String {
        switch self {
        case .bit: "0 or 1"
        case .bits: "row of bits"
        case .text: "text"
        case .octets: "row of hexadecimal digits"
        default: "number"
        }
    }
}
