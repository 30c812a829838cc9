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
        var point = RegisterPoint("", .holdingRegisters, nil, type)
        point.conversion = conversion
        self.init(samples, of: point, range: range)
    }

    /// Looks at registers of a point in each order, whatever order it has.
    ///
    /// - Parameters:
    ///   - samples: its registers, read once or several times; the more, the surer.
    ///   - point: the point, with its type and conversion.
    ///   - range: the values that it can have, in its units; `nil` when nobody knows.
    /// - Complexity: O(*n*) in the number of samples.
    public init(_ samples: [[UInt16]], of point: RegisterPoint, range: ClosedRange<Double>? = nil) {
        type = point.type
        guard type != .text, type != .octets, point.count > 1, !samples.isEmpty else {
            candidates = []
            return
        }
        let readings = ModbusOrder.allCases.map { order in
            var point = point
            point.order = order
            return Reading(order: order, samples: samples.map { point.value(of: $0, scaleFactor: nil) })
        }
        let judged = readings.map { ($0, $0.objection(range)) }
        let least = judged.filter { $0.1 == nil }.map(\.0.magnitude).min() ?? 0
        candidates = judged.map { reading, objection in
            let isLarger = range == nil && reading.magnitude > max(least, 1) * 1e3
            return Candidate(
                order: reading.order, values: reading.samples.map(\.value),
                objection: objection ?? (isLarger ? .muchLarger : nil))
        }
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
            default:
                "read it again when the value has changed, or compare it with the device's own display: "
                    + orders.map { "'\($0)'" }.joined(separator: ", ") + " are plausible"
            }
        return PointFinding(.suggestedOrder, subject: subject, text, hint: hint, evidence: evidence)
    }
}

/// What samples say in one order.
private struct Reading {
    let order: ModbusOrder
    let samples: [RegisterValue]

    /// The largest value, without its sign.
    var magnitude: Double { samples.compactMap { $0.value?.number?.magnitude }.max() ?? 0 }

    /// What speaks against the order by itself.
    func objection(_ range: ClosedRange<Double>?) -> OrderSuggestion.Objection? {
        guard samples.allSatisfy({ $0.value != nil }) else { return .noNumber }
        // An addend would hide what an exponent tells: it is that of what stands in the registers.
        let raw = samples.compactMap { $0.raw?.number }
        switch samples.first?.type {
        case .float32? where raw.contains { $0 != 0 && Float($0).isSubnormal }: return .denormal
        case .float64? where raw.contains(where: \.isSubnormal): return .denormal
        default: break
        }
        if let range, !samples.allSatisfy({ $0.value?.number.map(range.contains) ?? true }) { return .outOfRange }
        guard [.float32, .float64].contains(samples.first?.type) else { return nil }
        let limit = range == nil ? 1e12 : .infinity
        return raw.allSatisfy { $0 == 0 || 1e-9..<limit ~= $0.magnitude } ? nil : .extremeExponent
    }
}
