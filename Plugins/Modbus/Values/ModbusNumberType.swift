/// The kind of a number in registers.
public enum ModbusNumberType: String, Hashable, Sendable, CaseIterable {
    /// A whole number with a sign, of 16 bits.
    case int16
    /// A whole number without a sign, of 16 bits.
    case uint16
    /// A whole number with a sign, of 32 bits.
    case int32
    /// A whole number without a sign, of 32 bits.
    case uint32
    /// A whole number with a sign, of 64 bits.
    case int64
    /// A whole number without a sign, of 64 bits.
    case uint64
    /// A number of IEEE 754 binary32.
    case float32
    /// A number of IEEE 754 binary64.
    case float64

    /// How many registers it takes.
    public var registerCount: Int {
        switch self {
        case .int16, .uint16: 1
        case .int32, .uint32, .float32: 2
        case .int64, .uint64, .float64: 4
        }
    }

    /// The numbers that it can hold; `nil` for floating-point numbers.
    ///
    /// The upper ends of 64 bits are the greatest numbers below them that `Double` holds.
    public var range: ClosedRange<Double>? {
        switch self {
        case .int16: -32_768...32_767
        case .uint16: 0...65_535
        case .int32: -2_147_483_648...2_147_483_647
        case .uint32: 0...4_294_967_295
        case .int64: -9_223_372_036_854_775_808...9_223_372_036_854_774_784
        case .uint64: 0...18_446_744_073_709_549_568
        case .float32, .float64: nil
        }
    }

    /// The number that registers hold.
    ///
    /// - Parameters:
    ///   - registers: as many as the kind takes.
    ///   - order: the order of their octets.
    /// - Returns: the number, rounded where it is a whole one beyond 2⁵³; `nil` for another number of registers.
    public func value(of registers: [UInt16], order: ModbusOrder) -> Double? {
        guard registers.count == registerCount, let bits = order.bits(of: registers) else { return nil }
        return switch self {
        case .int16: Double(Int16(truncatingIfNeeded: bits))
        case .int32: Double(Int32(truncatingIfNeeded: bits))
        case .int64: Double(Int64(bitPattern: bits))
        case .uint16, .uint32, .uint64: Double(bits)
        case .float32: Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
        case .float64: Double(bitPattern: bits)
        }
    }

    /// The registers that hold a number.
    ///
    /// - Parameters:
    ///   - value: the number.
    ///   - order: the order of the octets.
    /// - Returns: the registers; `nil` for what a kind of whole numbers cannot hold exactly.
    public func registers(of value: Double, order: ModbusOrder) -> [UInt16]? {
        let bits: UInt64? =
            switch self {
            case .int16: Int16(exactly: value).map { UInt64(UInt16(bitPattern: $0)) }
            case .int32: Int32(exactly: value).map { UInt64(UInt32(bitPattern: $0)) }
            case .int64: Int64(exactly: value).map { UInt64(bitPattern: $0) }
            case .uint16: UInt16(exactly: value).map { UInt64($0) }
            case .uint32: UInt32(exactly: value).map { UInt64($0) }
            case .uint64: UInt64(exactly: value)
            case .float32: UInt64(Float(value).bitPattern)
            case .float64: value.bitPattern
            }
        return bits.map { order.registers(of: $0, count: registerCount) }
    }
}
