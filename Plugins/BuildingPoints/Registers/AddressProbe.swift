/// What a point reads at its address, one before and one behind it: evidence for maps that count in another way.
public struct AddressProbe: Hashable, Sendable {
    /// What each place reads: one before, as stated, one behind; `nil` where the device refused.
    public let readings: [RegisterValue?]
    /// The distances from the stated address, −1 to 1, at which the value is in the range.
    public let fitting: [Int]

    /// Compares three places.
    ///
    /// - Parameters:
    ///   - point: the point, with its type, order and conversion.
    ///   - before: the registers from one address lower on; `nil` where the device refused.
    ///   - stated: the registers from the stated address on.
    ///   - after: the registers from one address higher on.
    ///   - scaleFactor: the register of the scale factor; `nil` for a point without.
    ///   - range: the values that the point can have, in its units: what its display shows, give or take something.
    /// - Complexity: O(1).
    public init(
        _ point: RegisterPoint, before: [UInt16]?, stated: [UInt16]?, after: [UInt16]?, scaleFactor: UInt16? = nil,
        range: ClosedRange<Double>
    ) {
        let readings = [before, stated, after].map { registers in
            registers.map { point.value(of: $0, scaleFactor: scaleFactor) }
        }
        self.readings = readings
        fitting = readings.indices.filter { readings[$0]?.value?.number.map(range.contains) ?? false }.map { $0 - 1 }
    }

    /// The evidence in words: what each place reads.
    public var text: String {
        zip(["one before", "as stated", "one behind"], readings).map { place, reading in
            "\(place) \(reading.map { $0.value?.text ?? $0.condition.rawValue } ?? "refused")"
        }.joined(separator: "; ")
    }

    /// Makes a finding of the result.
    ///
    /// - Parameters:
    ///   - subject: the point.
    ///   - evidence: the octets that were read, with their place.
    /// - Returns: `nil` when the stated address is the only one that fits.
    public func finding(subject: String, evidence: [PointEvidence] = []) -> PointFinding? {
        guard fitting != [0] else { return nil }
        let hint =
            switch fitting {
            case []: "see whether type, order and scale are right: no place gives a value in the range"
            case [-1]: "the map seems to count from 1: declare its convention"
            case [1]: "the map seems to count one too low: see the maker's examples"
            default: "several places fit: read them again when the value has changed"
            }
        return PointFinding(.shiftedAddress, subject: subject, text, hint: hint, evidence: evidence)
    }
}
