public import FieldLinks

/// Something odd that a client saw and could live with.
public struct ExchangeRemark: Hashable, Sendable {
    /// What was odd.
    public let kind: Kind
    /// Where the datagram came from.
    public let source: Endpoint
    /// What was seen, in words.
    public let detail: String

    /// A kind of oddity.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// An answer came from another address or port than the one that was asked.
        case answerFromElsewhere = "answer-from-elsewhere"
        /// A segment is longer than what was said to be taken.
        case oversizeSegment = "oversize-segment"
        /// A datagram is not what the standard describes.
        case malformed
        /// An answer came to no request, or too late.
        case stray
        /// A router tells that it does not reach a network, or is busy.
        case router
    }

    /// Describes an oddity.
    public init(_ kind: Kind, from source: Endpoint, _ detail: String) {
        self.kind = kind
        self.source = source
        self.detail = detail
    }
}
