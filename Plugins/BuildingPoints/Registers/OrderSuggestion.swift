public import Modbus

/// What registers look like in each order of octets: evidence for a person who decides, never a decision.
///
/// ```swift
/// let suggestion = OrderSuggestion([[0xCCCD, 0x41A0]], as: .float32, range: 0...50)
/// print(suggestion.text)
/// ```
public struct OrderSuggestion: Hashable, Sendable {
    /// How the registers were read.
    public let type: RegisterType
    /// What each order gives, in the order of `ModbusOrder.allCases`; none for types whose order does not matter.
    public let candidates: [Candidate]

    /// What an order gives.
    public struct Candidate: Hashable, Sendable {
        /// The order.
        public let order: ModbusOrder
        /// The values of the samples; `nil` for registers that hold none.
        public let values: [PointValue?]
        /// What speaks against the order; `nil` for nothing.
        public let objection: Objection?
    }

    /// What speaks against an order.
    public enum Objection: String, Hashable, Sendable, CaseIterable {
        /// A sample is no finite number, or nothing that the type can hold.
        case noNumber = "no-number"
        /// A sample is a number below the normal ones, whose exponent is zero.
        case denormal
        /// A sample has an exponent that no measurement has: below 10⁻⁹, or without a range from 10¹² on.
        case extremeExponent = "extreme-exponent"
        /// A sample is out of the range that was told.
        case outOfRange = "out-of-range"
        /// A sample is more than a thousand times larger than in another order, and no range was told.
        case muchLarger = "much-larger"
    }

    /// The orders against which nothing speaks.
    public var plausible: [ModbusOrder] { candidates.filter { $0.objection == nil }.map(\.order) }

    /// Looks at registers in each order.
    ///
    /// - Parameters:
    ///   - samples: the registers of one point, read once or several times; the more, the surer.
    ///   - type: how they make up the value.
    ///   - conversion: how raw numbers become values.
    ///   - range: the values that the point can have; `nil` when nobody knows.
    /// - Complexity: O(*n*) in the number of samples.
    public init(
        _ samples: [[UInt16]], as type: RegisterType, conversion: LinearConversion = .identity,
        range: ClosedRange<Double>? = nil
    ) {
        self.type = type
        guard type.number != nil, type.usualCount > 1, !samples.isEmpty else {
            candidates = []
            return
        }
        let readings = ModbusOrder.allCases.map { order in
            var point = RegisterPoint("", .holdingRegisters, nil, type)
            point.order = order
            point.conversion = conversion
            return (order: order, values: samples.map { point.value(of: $0, scaleFactor: nil).value })
        }
        let judged = readings.map { ($0, Self.objection(to: $0.values, type, range)) }
        let least = judged.filter { $0.1 == nil }.map { Self.magnitude($0.0.values) }.min() ?? 0
        candidates = judged.map { reading, objection in
            let isLarger = range == nil && Self.magnitude(reading.values) > max(least, 1) * 1e3
            return Candidate(
                order: reading.order, values: reading.values, objection: objection ?? (isLarger ? .muchLarger : nil))
        }
    }

    private static func objection(
        to values: [PointValue?], _ type: RegisterType, _ range: ClosedRange<Double>?
    ) -> Objection? {
        let numbers = values.compactMap { $0?.number }
        guard numbers.count == values.count else { return .noNumber }
        if type == .float32, numbers.contains(where: { $0 != 0 && Float($0).isSubnormal }) { return .denormal }
        if type == .float64, numbers.contains(where: \.isSubnormal) { return .denormal }
        if let range, !numbers.allSatisfy(range.contains) { return .outOfRange }
        guard type == .float32 || type == .float64 else { return nil }
        let limit = range == nil ? 1e12 : .infinity
        return numbers.allSatisfy { $0 == 0 || 1e-9..<limit ~= $0.magnitude } ? nil : .extremeExponent
    }

    private static func magnitude(_ values: [PointValue?]) -> Double {
        values.compactMap { $0?.number?.magnitude }.max() ?? 0
    }

    /// The evidence in words: what each order reads, and what speaks against it.
    public var text: String {
        candidates.map { candidate in
            let values = candidate.values.prefix(3).map { $0?.text ?? "no value" }.joined(separator: ", ")
            return "\(candidate.order.rawValue) reads \(values)"
                + (candidate.objection.map { " (\($0.rawValue))" } ?? "")
        }.joined(separator: "; ")
    }

    /// Makes a finding of the suggestion.
    ///
    /// - Parameters:
    ///   - subject: the point.
    ///   - evidence: the octets that were read, with their place.
    /// - Returns: which orders are plausible, and why.
    public func finding(subject: String, evidence: [PointEvidence] = []) -> PointFinding {
        let orders = plausible.map(\.rawValue)
        let hint =
            switch orders.count {
            case 0: "see whether type and address are right: no order gives a plausible value"
            case 1: "state '\(orders[0])' once the value was compared with the device's own display"
            default: "read it again when the value has changed, or give its range"
            }
        return PointFinding(.suggestedOrder, subject: subject, text, hint: hint, evidence: evidence)
    }
}
