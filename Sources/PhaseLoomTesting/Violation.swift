/// A way in which an overlay or a collector breaks the contract that all of them must keep.
public struct Violation: Hashable, Sendable, CustomStringConvertible {
    /// The rule that is broken.
    public let rule: Rule
    /// What breaks it, and what would be right.
    public let message: String

    /// The rules of the contract.
    public enum Rule: String, Hashable, Sendable, CaseIterable {
        /// The overlay says who it is: a version, a title, a summary, sources.
        case identity
        /// Titles and statements read as titles and statements, definitions of terms as sentences.
        case documentation
        /// Every change rests on a source.
        case citation
        /// Artifacts and tracks that it uses are declared.
        case declaration
        /// It composes alone, and with its neighbours, without conflict.
        case composition
        /// What it composes to is sound.
        case verification
        /// The laws of composition hold with its neighbours.
        case law
        /// Every element that it brings is explained.
        case explanation
        /// It can be written as an overlay file and read back.
        case roundTrip = "round-trip"
        /// Its options are documented, and refuse what they cannot take.
        case option
        /// The collectors and the criteria in code of an overlay are those of its changes.
        case code
        /// A collector ends soon when it is cancelled.
        case cancellation
        /// A collector tells of its progress in order.
        case progress
        /// A collector reports the same on the same input.
        case determinism
        /// A collector says what is wrong with its input.
        case input
        /// A collector's evidence can be handed in.
        case evidence
    }

    /// The rule and the message on one line.
    public var description: String { "\(rule.rawValue): \(message)" }
}
