/// What the sender of a request can take as the answer.
///
/// Source of the codes: ANSI/ASHRAE 135-2020, clauses 20.1.2.4 and 20.1.2.5.
public struct ReceptionLimits: Hashable, Sendable {
    /// Whether the answer may come in several segments.
    public var acceptsSegments: Bool
    /// How many segments the answer may have, as a code from 0 to 7.
    public var segmentsCode: UInt8
    /// How long a segment may be, as a code from 0 to 15.
    public var lengthCode: UInt8

    /// The codes 0 to 5, in octets.
    static let lengths = [50, 128, 206, 480, 1024, 1476]

    /// Makes limits of their codes, of which only the lower 3 and 4 bits count.
    public init(acceptsSegments: Bool, segmentsCode: UInt8, lengthCode: UInt8) {
        self.acceptsSegments = acceptsSegments
        self.segmentsCode = segmentsCode & 7
        self.lengthCode = lengthCode & 15
    }

    /// Makes limits that promise no more than what can be taken.
    ///
    /// - Parameters:
    ///   - acceptsSegments: whether the answer may come in several segments.
    ///   - maxSegments: how many segments it may have; `nil` leaves it open.
    ///   - maxAPDU: how many octets a segment may have, at least 50.
    public init(acceptsSegments: Bool, maxSegments: Int? = nil, maxAPDU: Int) {
        let segments =
            maxSegments.map { count in
                count > 64 ? 7 : (1...6).last { 1 << $0 <= max(count, 2) } ?? 1
            } ?? 0
        let length = Self.lengths.lastIndex { $0 <= maxAPDU } ?? 0
        self.init(
            acceptsSegments: acceptsSegments, segmentsCode: UInt8(truncatingIfNeeded: segments),
            lengthCode: UInt8(truncatingIfNeeded: length))
    }

    /// How many segments the answer may have; `nil` if that is left open or more than 64.
    public var maxSegments: Int? { (1...6).contains(segmentsCode) ? 1 << segmentsCode : nil }

    /// How many octets a segment may have; `nil` for a code that the standard keeps for later.
    public var maxAPDU: Int? { lengthCode < Self.lengths.count ? Self.lengths[Int(lengthCode)] : nil }
}
