/// The question which devices are there.
///
/// Source: ANSI/ASHRAE 135-2020, clause 16.10.
public struct WhoIs: Hashable, Sendable {
    /// The device instances that are asked, at most 4194303; `nil` for all.
    public var range: ClosedRange<UInt32>?

    /// Makes the question.
    public init(_ range: ClosedRange<UInt32>? = nil) { self.range = range }
}
