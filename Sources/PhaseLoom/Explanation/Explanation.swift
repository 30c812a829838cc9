/// Why an element is in a composed sequence, why it stands where it stands, and what tried to change it.
public struct Explanation: Hashable, Sendable {
    /// The kind of element.
    public let kind: Kind
    /// The name of the element; `phase/id` for what belongs to a phase.
    public let name: String
    /// The title or statement that people read.
    public let title: String
    /// Why it is there: who put it there.
    public let reasons: [Reason]
    /// Why it stands where it stands: the demands that order it.
    public let position: [Reason]
    /// What else aimed at it, and with what effect.
    public let influences: [Reason]

    /// The kinds of element.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// An overlay of the composition.
        case overlay
        /// A phase.
        case phase
        /// An activity of a phase.
        case activity
        /// An entry requirement of a phase.
        case entry
        /// A criterion at a gate.
        case criterion
        /// A loop.
        case loop
        /// A track.
        case track
        /// An artifact.
        case artifact
    }

    /// One party's part in an element.
    public struct Reason: Hashable, Sendable {
        /// The parties behind it.
        public let by: [ID]
        /// What they said or did.
        public let text: String
        /// What they cite.
        public let cites: [String]
    }
}
