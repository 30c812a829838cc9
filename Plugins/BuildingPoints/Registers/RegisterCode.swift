import Modbus

/// The code by which registers say that the device does not have a value.
///
/// Source: SunSpec Device Information Model Specification 1.2, clause 4.3.1; other makers follow the practice.
struct RegisterCode {
    private let bits: UInt64

    /// Reads hexadecimal digits, with or without `0x` before them; `nil` for anything else, and for none.
    init?(_ text: String) {
        let digits = text.hasPrefix("0x") || text.hasPrefix("0X") ? text.dropFirst(2) : Substring(text)
        guard digits.first?.isHexDigit == true, let bits = UInt64(digits, radix: 16) else { return nil }
        self.bits = bits
    }

    /// Whether registers hold the code, in the order of their value; a code that is no number stands for all of them.
    ///
    /// The registers of a text, or of octets, count as one long number. Where the highest bit of bits is set, the others
    /// mean nothing.
    func matches(_ registers: [UInt16], _ type: RegisterType, _ order: ModbusOrder) -> Bool {
        switch type {
        case .text, .octets:
            let tail = registers.suffix(4)
            return registers.dropLast(4).allSatisfy { $0 == 0 } && order.bits(of: Array(tail)) == bits
        case .float32:
            guard let found = order.bits(of: registers) else { return false }
            let number = Float(bitPattern: UInt32(truncatingIfNeeded: found))
            return found == bits || number.isNaN && Float(bitPattern: UInt32(truncatingIfNeeded: bits)).isNaN
        case .float64:
            guard let found = order.bits(of: registers) else { return false }
            return found == bits || Double(bitPattern: found).isNaN && Double(bitPattern: bits).isNaN
        case .bits:
            guard let found = order.bits(of: registers) else { return false }
            let highest: UInt64 = 1 << UInt64(16 * registers.count - 1)
            return found == bits || found & bits & highest != 0
        default: return order.bits(of: registers) == bits
        }
    }
}
