/// One element of the composition algebra: what an overlay adds to a sequence, and the sources that demand it.
///
/// Changes are data from a closed set, never functions over what other overlays did; that is what makes composition
/// independent of order.
public struct Change: Hashable, Sendable {
    /// What is changed.
    public let operation: Operation
    /// The sources that demand the change, such as `IEC 62676-4:2014, 5.3`; empty means those of the whole overlay.
    public var cites: [String]
    /// Whether the change does without anchors that do not exist, instead of failing. A phase is inserted all the same
    /// and ordered by the anchors that do exist; anything else that aims at nothing is left out.
    public var ifPresent: Bool

    /// Makes a change.
    public init(_ operation: Operation, cites: [String] = [], ifPresent: Bool = false) {
        self.operation = operation
        self.cites = cites.sortedAndUnique
        self.ifPresent = ifPresent
    }

    // Kept behind a reference: composition passes over the changes many times, and copies of them stay cheap.
    /// The closed set of changes.
    public indirect enum Operation: Hashable, Sendable {
        /// Inserts a phase.
        case insert(Insert)
        /// Adds an activity to phases.
        case perform(Perform)
        /// Adds an entry requirement to phases.
        case require(Require)
        /// Adds a criterion to gates.
        case expect(Expect)
        /// Tightens the bound of a criterion.
        case limit(Limit)
        /// Orders two phases.
        case order(Order)
        /// Adds a bounded return to an earlier phase.
        case loopBack(LoopBack)
        /// Collapses an interval of phases into one.
        case compress(Compress)
        /// Waives an obligation.
        case waive(Waive)
        /// Lets phases produce artifacts.
        case produce(Produce)
        /// Lets phases consume artifacts.
        case consume(Consume)
        /// Declares an artifact.
        case artifact(Artifact)
        /// Declares a track.
        case track(Track)
    }
}
