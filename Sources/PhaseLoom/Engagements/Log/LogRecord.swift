/// One event of an engagement as it is stored: canonical JSON and its hash.
///
/// The JSON names the engagement, the number of the event and the hash of the event before it, so that a chain of
/// hashes covers the whole log. A store keeps the bytes as they are.
public struct LogRecord: Hashable, Sendable {
    /// The place of the event in the log of its engagement, from 1.
    public let number: Int
    /// The event as canonical JSON on one line: keys sorted, no spaces, no newline at the end.
    public let content: [UInt8]
    /// The SHA-256 hash of ``content``.
    public let hash: Digest

    /// Makes a record of its parts, as a store reads it back; nothing is checked.
    public init(number: Int, content: [UInt8], hash: Digest) {
        self.number = number
        self.content = content
        self.hash = hash
    }
}
