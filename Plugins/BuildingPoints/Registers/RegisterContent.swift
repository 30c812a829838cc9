import Modbus

extension RegisterType {
    /// What stands in registers, before any conversion.
    ///
    /// - Parameters:
    ///   - registers: as many as the point takes.
    ///   - order: the order of their octets.
    ///   - states: whether numbers have names, and are states therefore.
    /// - Returns: `nil` when the type cannot hold it.
    func raw(_ registers: [UInt16], _ order: ModbusOrder, states: Bool) -> PointValue? {
        if self == .text { return .text(Self.text(registers, order)) }
        if self == .octets { return .other(Hexadecimal.text(Self.octets(registers, order))) }
        guard let bits = order.bits(of: registers) else { return nil }
        switch self {
        case .bit: return bits <= 1 ? .boolean(bits == 1) : nil
        case .bits: return .bits((0..<16 * registers.count).map { bits >> UInt64($0) & 1 == 1 })
        case .bcd: return Self.decimals(bits, registers.count).map(PointValue.unsigned)
        case .mod10k: return Self.groups(bits, registers.count).map(PointValue.signed)
        case .uint16, .uint32:
            return states ? .enumerated(UInt32(truncatingIfNeeded: bits)) : .unsigned(bits)
        case .uint64: return .unsigned(bits)
        case .int16: return .signed(Int64(Int16(truncatingIfNeeded: bits)))
        case .int32: return .signed(Int64(Int32(truncatingIfNeeded: bits)))
        case .int64: return .signed(Int64(bitPattern: bits))
        case .float32: return .real(DecimalText.shortest(Float(bitPattern: UInt32(truncatingIfNeeded: bits))))
        case .float64: return .real(Double(bitPattern: bits))
        case .text, .octets: return nil
        }
    }

    /// A text ends at the first NUL; blanks behind it fill up. What is not UTF-8 is taken for ISO 8859-1.
    private static func text(_ registers: [UInt16], _ order: ModbusOrder) -> String {
        var octets = octets(registers, order).prefix { $0 != 0 }
        while octets.last == UInt8(ascii: " ") { octets.removeLast() }
        if let text = String(validating: octets, as: UTF8.self) { return text }
        return String(String.UnicodeScalarView(octets.map { Unicode.Scalar($0) }))
    }

    private static func octets(_ registers: [UInt16], _ order: ModbusOrder) -> [UInt8] {
        let words = order.swapsOctets ? registers.map(\.byteSwapped) : registers
        return words.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    }

    /// Binary-coded decimals, the highest first; `nil` for a digit beyond 9.
    private static func decimals(_ bits: UInt64, _ count: Int) -> UInt64? {
        var number: UInt64 = 0
        for place in (0..<4 * count).reversed() {
            let digit = bits >> UInt64(4 * place) & 0xF
            guard digit <= 9 else { return nil }
            number = number &* 10 &+ digit
        }
        return number
    }

    /// Groups of four decimals, the highest first, each with the sign of the whole; `nil` for a group beyond 9,999.
    private static func groups(_ bits: UInt64, _ count: Int) -> Int64? {
        var number: Int64 = 0
        for place in (0..<count).reversed() {
            let group = Int64(Int16(truncatingIfNeeded: bits >> UInt64(16 * place)))
            guard -9_999...9_999 ~= group else { return nil }
            number = number &* 10_000 &+ group
        }
        return number
    }
}
