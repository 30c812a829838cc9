/// How a ledger writes sequences into its store, so that an engagement is always shown under the one that it ran.
public protocol PlanFormat: Sendable {
    /// The digest of a sequence, by which events pin it.
    func digest(of sequence: ComposedSequence) -> Digest
    /// Writes a sequence with everything that belongs to it.
    func write(_ sequence: ComposedSequence) -> [UInt8]
    /// Reads a sequence back.
    ///
    /// - Throws: ``InvalidValue`` when the bytes are not what was written.
    func read(_ content: [UInt8]) throws(InvalidValue) -> ComposedSequence
}
