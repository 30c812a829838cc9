/// Something that text is written to, such as standard output.
public protocol Sink: Sendable {
    /// Writes a text completely.
    ///
    /// - Throws: ``FileFailure`` when it cannot be written; ``FileFailure/closed`` when nobody reads it any more.
    func write(_ text: String) throws(FileFailure)
}
