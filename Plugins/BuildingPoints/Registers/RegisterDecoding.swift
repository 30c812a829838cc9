import Modbus

extension RegisterPoint {
    /// Reads what registers say about the point.
    ///
    /// Whole numbers stay exact to the last bit where nothing converts them. Numbers of binary32 are taken as the
    /// shortest decimal that gives them back, so that 20.1 is 20.1. Converted numbers are rounded to 15 significant
    /// digits; a power of ten that the device states is exact.
    ///
    /// - Parameter registers: the registers of ``block``, or just those of the value where it has no scale factor.
    /// - Returns: the value; what is wrong is its ``RegisterValue/condition``.
    /// - Complexity: O(*n*) in the number of registers.
    public func value(of registers: [UInt16]) -> RegisterValue {
        guard let scaleFactor, let address else { return value(of: registers, scaleFactor: nil) }
        guard let block, registers.count == Int(block.quantity) else {
            return value(of: registers.count == count ? registers : [], scaleFactor: nil)
        }
        let start = Int(address) - Int(block.address)
        let place = Int(scaleFactor) - Int(block.address)
        guard registers.indices.contains(place) else { return value(of: [], scaleFactor: nil) }
        return value(of: Array(registers.dropFirst(start).prefix(count)), scaleFactor: registers[place])
    }

    /// Reads what registers say about the point, with a scale factor that was read in the same moment.
    ///
    /// Source: SunSpec Device Information Model Specification 1.2, clause 4.5.3 for scale factors.
    ///
    /// - Parameters:
    ///   - registers: the registers of the value, without any others.
    ///   - scaleFactor: the register of the scale factor; `nil` for a point that has none.
    /// - Returns: the value; what is wrong is its ``RegisterValue/condition``.
    /// - Complexity: O(*n*) in the number of registers.
    public func value(of registers: [UInt16], scaleFactor: UInt16?) -> RegisterValue {
        RegisterDecoding(self, registers, scaleFactor).value
    }

    /// The order in which the registers of the value stand: as stated, and as the protocol has it where only one can.
    var effectiveOrder: ModbusOrder? { order ?? (count == 1 || type == .text || type == .octets ? .big : nil) }
}

/// The reading of one value from its registers.
private struct RegisterDecoding {
    private let point: RegisterPoint
    private let registers: [UInt16]
    private let scaleFactor: UInt16?

    init(_ point: RegisterPoint, _ registers: [UInt16], _ scaleFactor: UInt16?) {
        self.point = point
        self.registers = registers
        self.scaleFactor = scaleFactor
    }

    var value: RegisterValue {
        guard registers.count == point.count, point.type.counts.contains(registers.count) else {
            return result(.wrongCount)
        }
        guard let order = point.effectiveOrder else { return result(.unstatedOrder) }
        let raw = point.type.raw(registers, order, states: !point.symbols.isEmpty)
        guard !isNotImplemented(order) else { return result(.notImplemented, raw) }
        guard let raw else { return result(.malformed) }
        if case .real(let number) = raw, !number.isFinite { return result(.notFinite, raw) }
        return scaled(raw)
    }

    private func result(
        _ condition: RegisterValue.Condition, _ raw: PointValue? = nil, power: Int? = nil, _ value: PointValue? = nil
    ) -> RegisterValue {
        RegisterValue(
            registers: registers, type: point.type, order: point.effectiveOrder, raw: raw, scaleFactor: power,
            value: value, stateText: value == nil ? "" : raw.map(point.stateText) ?? "", condition: condition)
    }

    /// A power of ten of −10 to 10; other registers are none (SunSpec: 8000 is not implemented).
    private func scaled(_ raw: PointValue) -> RegisterValue {
        var power: Int?
        if point.scaleFactor != nil || scaleFactor != nil {
            let stated = scaleFactor.map { Int(Int16(bitPattern: $0)) }
            guard let stated, -10...10 ~= stated else { return result(.badScaleFactor, raw, power: stated) }
            power = stated
        }
        guard power ?? 0 != 0 || point.conversion != .identity, let number = raw.number else {
            return result(.good, raw, power: power, raw)
        }
        let shifted = power.map { DecimalText.shifted(raw.text, by: $0) ?? number } ?? number
        let converted = point.conversion.target(of: shifted)
        return converted.isFinite
            ? result(.good, raw, power: power, .real(converted)) : result(.notFinite, raw, power: power)
    }

    private func isNotImplemented(_ order: ModbusOrder) -> Bool {
        guard let code = RegisterCode(point.notImplemented) else { return false }
        return code.matches(registers, point.type, order)
    }
}

extension RegisterPoint {
    /// The names of the state, or of the bits that are set, joined by a blank and `|`.
    fileprivate func stateText(of raw: PointValue) -> String {
        let numbers: [UInt32] =
            switch raw {
            case .enumerated(let number): [number]
            case .boolean(let flag): [flag ? 1 : 0]
            case .bits(let bits): bits.indices.filter { bits[$0] }.map { UInt32(truncatingIfNeeded: $0) }
            default: []
            }
        return numbers.compactMap { number in symbols.first { $0.value == number }?.name }.joined(separator: " | ")
    }
}
