import Modbus

extension RegisterPoint {
    /// The registers that hold a value of the point: the way back from ``value(of:scaleFactor:)``.
    ///
    /// - Parameters:
    ///   - value: the value, in the units of the point.
    ///   - tolerance: how far the value that the registers then mean may be from it, in the units of the point.
    ///     Numbers of binary32 may always be off by half of their last place.
    ///   - scaleFactor: the register of the scale factor, as it was read just before; `nil` for a point without.
    /// - Returns: as many registers as the point takes, in their order on the wire.
    /// - Throws: ``RegisterValueError`` when no registers mean the value.
    /// - Complexity: O(*n*) in the number of registers.
    public func registers(
        for value: PointValue, tolerance: Double = 0, scaleFactor: UInt16? = nil
    ) throws(RegisterValueError) -> [UInt16] {
        guard type.counts.contains(count) else { throw .wrongCount(count, type: type) }
        guard let order = effectiveOrder else { throw .unstatedOrder(count: count) }
        let encoding = try RegisterEncoding(self, order, value, tolerance, scaleFactor)
        let registers = try encoding.registers()
        if let code = RegisterCode(notImplemented), code.matches(registers, type, order) {
            throw .meansNotImplemented(value: value.text)
        }
        return registers
    }
}

/// The writing of one value into registers.
private struct RegisterEncoding {
    private let point: RegisterPoint
    private let order: ModbusOrder
    private let value: PointValue
    private let tolerance: Double
    private let power: Int

    init(
        _ point: RegisterPoint, _ order: ModbusOrder, _ value: PointValue, _ tolerance: Double, _ factor: UInt16?
    ) throws(RegisterValueError) {
        self.point = point
        self.order = order
        self.value = value
        self.tolerance = tolerance.isFinite ? max(0, tolerance) : 0
        let stated = factor.map { Int(Int16(bitPattern: $0)) }
        guard point.scaleFactor == nil || stated != nil, -10...10 ~= stated ?? 0 else { throw .badScaleFactor }
        power = stated ?? 0
    }

    func registers() throws(RegisterValueError) -> [UInt16] {
        switch (point.type, value) {
        case (.text, .text(let text)): return try registers(of: text)
        case (.bits, .bits(let flags)): return try registers(of: flags)
        case (.octets, .other(let digits)):
            guard let octets = Hexadecimal.octets(digits) else { throw .wrongKind(value: digits, type: .octets) }
            return try registers(of: octets)
        case (.text, _), (.bits, _), (.octets, _): throw .wrongKind(value: value.text, type: point.type)
        default: return order.registers(of: try bits(), count: point.count)
        }
    }

    /// UTF-8 with NULs behind it.
    private func registers(of text: String) throws(RegisterValueError) -> [UInt16] {
        // A NUL would end the text for whoever reads it.
        guard !text.utf8.contains(0) else { throw .wrongKind(value: text, type: .text) }
        return try registers(of: Array(text.utf8))
    }

    private func registers(of octets: [UInt8]) throws(RegisterValueError) -> [UInt16] {
        guard octets.count <= 2 * point.count else { throw .tooLong(count: octets.count, limit: 2 * point.count) }
        let octets = octets + Array(repeating: 0, count: 2 * point.count - octets.count)
        return (0..<point.count).map { index in
            let word = UInt16(octets[2 * index]) << 8 | UInt16(octets[2 * index + 1])
            return order.swapsOctets ? word.byteSwapped : word
        }
    }

    private func registers(of flags: [Bool]) throws(RegisterValueError) -> [UInt16] {
        guard flags.count <= 16 * point.count else { throw .tooLong(count: flags.count, limit: 16 * point.count) }
        let bits = flags.indices.reduce(UInt64(0)) { flags[$1] ? $0 | 1 << UInt64($1) : $0 }
        return order.registers(of: bits, count: point.count)
    }

    private func bits() throws(RegisterValueError) -> UInt64 {
        if power == 0, point.conversion == .identity, let exact = exactBits { return exact }
        guard let number = value.number else { throw .wrongKind(value: value.text, type: point.type) }
        guard number.isFinite else { throw .notFinite(value: value.text) }
        let unconverted = point.conversion.source(of: number)
        let raw = DecimalText.shifted(DecimalText.text(unconverted), by: -power) ?? unconverted
        switch point.type {
        case .float64: return raw.bitPattern
        case .float32:
            let single = Float(raw)
            guard single.isFinite else {
                let greatest = Double(Float.greatestFiniteMagnitude)
                throw outOfRange(-greatest, greatest)
            }
            return UInt64(single.bitPattern)
        default: return try wholeBits(number, raw)
        }
    }

    /// Whole numbers of 64 bits, which `Double` would round.
    private var exactBits: UInt64? {
        switch (point.type, value) {
        case (.uint64, .unsigned(let number)): number
        case (.uint64, .signed(let number)): UInt64(exactly: number)
        case (.int64, .unsigned(let number)): Int64(exactly: number).map { UInt64(bitPattern: $0) }
        case (.int64, .signed(let number)): UInt64(bitPattern: number)
        default: nil
        }
    }

    private func wholeBits(_ number: Double, _ raw: Double) throws(RegisterValueError) -> UInt64 {
        let whole = raw.rounded(.toNearestOrEven)
        guard let range = point.type.range(count: point.count) else {
            throw .wrongKind(value: value.text, type: point.type)
        }
        guard range.contains(whole) else { throw outOfRange(range.lowerBound, range.upperBound) }
        let nearest = meaning(of: whole)
        guard whole == raw || DecimalText.rounded((nearest - number).magnitude) <= tolerance else {
            throw .inexact(value: value.text, nearest: nearest)
        }
        guard let bits = point.type.bits(of: whole, count: point.count) else {
            throw outOfRange(range.lowerBound, range.upperBound)
        }
        return bits
    }

    private func meaning(of raw: Double) -> Double {
        point.conversion.target(of: DecimalText.shifted(DecimalText.text(raw), by: power) ?? raw)
    }

    private func outOfRange(_ from: Double, _ to: Double) -> RegisterValueError {
        let ends = [meaning(of: from), meaning(of: to)].sorted()
        return .outOfRange(value: value.text, from: ends[0], to: ends[1])
    }
}

extension RegisterType {
    /// The bits of a whole number that is in the range of the type; `nil` for one that is not.
    fileprivate func bits(of number: Double, count: Int) -> UInt64? {
        switch self {
        case .bit: return number == 0 ? 0 : 1
        case .bcd, .mod10k:
            guard let whole = Int64(exactly: number) else { return nil }
            return self == .bcd ? Self.decimals(whole, count) : Self.groups(whole, count)
        default:
            if number < 0 { return Int64(exactly: number).map { UInt64(bitPattern: $0) } }
            return UInt64(exactly: number)
        }
    }

    private static func decimals(_ number: Int64, _ count: Int) -> UInt64? {
        var (rest, bits) = (number.magnitude, UInt64(0))
        for place in 0..<4 * count {
            bits |= (rest % 10) << UInt64(4 * place)
            rest /= 10
        }
        return rest == 0 ? bits : nil
    }

    private static func groups(_ number: Int64, _ count: Int) -> UInt64? {
        var (rest, bits) = (number, UInt64(0))
        for place in 0..<count {
            let group = UInt16(bitPattern: Int16(truncatingIfNeeded: rest % 10_000))
            bits |= UInt64(group) << UInt64(16 * place)
            rest /= 10_000
        }
        return rest == 0 ? bits : nil
    }
}
