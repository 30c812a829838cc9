/// The question which device has an object.
///
/// Source: ANSI/ASHRAE 135-2020, clause 16.9.
public struct WhoHas: Hashable, Sendable {
    /// The device instances that are asked, at most 4194303; `nil` for all.
    public var range: ClosedRange<UInt32>?
    /// The object that is looked for.
    public var object: Wanted

    /// What an object is looked for by.
    public enum Wanted: Hashable, Sendable {
        /// Its identifier.
        case identifier(ObjectIdentifier)
        /// Its name.
        case name(CharacterString)
    }

    /// Makes the question.
    public init(_ object: Wanted, range: ClosedRange<UInt32>? = nil) {
        self.object = object
        self.range = range
    }
}
