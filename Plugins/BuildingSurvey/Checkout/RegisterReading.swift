public import BuildingPoints
public import PhaseLoom

extension CheckoutReading {
    /// Makes the reading of a point of a register map of what its registers say, and of the answer that carried them.
    ///
    /// - Parameters:
    ///   - value: what the registers say.
    ///   - point: the point.
    ///   - time: when they were read.
    ///   - octets: the answer.
    public init(_ value: RegisterValue, of point: RegisterPoint, time: Timestamp?, octets: [UInt8]) {
        let digits = value.registers.map { register in
            let text = String(register, radix: 16)
            return String(repeating: "0", count: max(0, 4 - text.count)) + text
        }
        let raw = value.raw?.text ?? digits.joined()
        switch value.condition {
        case .good: self.init(value.value.map(Self.text) ?? raw)
        case .notFinite: self.init(value.raw?.number.map { $0.isFinite ? "inf" : raw } ?? "nan")
        case .notImplemented:
            self.init(raw)
            status = [Self.notImplemented]
        case .wrongCount, .unstatedOrder, .malformed, .badScaleFactor:
            let fault = "the registers '\(digits.joined(separator: " "))' are no value: \(value.condition.rawValue)"
            self.init(fault: fault, time: time, octets: [octets])
            return
        }
        units = point.units
        stateText = value.stateText
        self.time = time
        self.octets = [octets]
    }

    private static func text(_ value: PointValue) -> String {
        if case .boolean(let flag) = value { flag ? "1" : "0" } else { value.text }
    }
}
