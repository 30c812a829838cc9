/// Collapses an interval of phases into one: "compress assessment through design into triage".
///
/// Every phase between the two ends is part of it, whoever inserted it, and what it owed is kept or deferred.
public struct Compress: Statement, Hashable {
    /// The first phase of the interval.
    public let from: Anchor
    /// The last phase of the interval.
    public let through: Anchor
    /// The identifier of the phase that takes their place.
    public let id: ID
    /// The title of the phase that takes their place.
    public let title: String
    /// The obligations that come due later.
    public private(set) var deferrals: [Deferral] = []

    /// Collapses the phases from one place through another.
    public init(from: Anchor, through: Anchor, into id: ID, _ title: String) {
        self.from = from
        self.through = through
        self.id = id
        self.title = title
    }

    /// Lets an obligation of the interval come due at the gate of a later phase.
    public func deferring(_ obligation: ObligationReference, to anchor: Anchor) -> Compress {
        with { $0.deferrals.append(Deferral(obligation, to: anchor)) }
    }

    /// The change that the sentence states.
    public var change: Change { Change(.compress(self)) }

    /// An obligation that comes due at the gate of a later phase.
    public struct Deferral: Hashable, Sendable {
        /// The obligation, which stands in the interval.
        public let obligation: ObligationReference
        /// The phase whose gate it blocks instead.
        public let anchor: Anchor

        /// Defers an obligation.
        public init(_ obligation: ObligationReference, to anchor: Anchor) {
            self.obligation = obligation
            self.anchor = anchor
        }
    }
}
