/// A piece of a message that is longer than one frame.
///
/// Source: ANSI/ASHRAE 135-2020, clauses 20.1.2 and 20.1.5.
public struct MessageFragment: Hashable, Sendable {
    /// The number of the piece, counted from 0, modulo 256.
    public var sequence: UInt8
    /// The pieces that the sender would send before it waits for an answer, 1 to 127.
    public var proposedWindow: UInt8
    /// Whether more pieces follow.
    public var moreFollows: Bool
    /// The octets of this piece of the service's parameters.
    public var octets: [UInt8]

    /// Makes a piece.
    public init(sequence: UInt8, proposedWindow: UInt8, moreFollows: Bool, octets: [UInt8]) {
        self.sequence = sequence
        self.proposedWindow = proposedWindow
        self.moreFollows = moreFollows
        self.octets = octets
    }
}
