/// How long requests take on a line with BACnet MS/TP, where the one who has the token sends.
public struct TokenTiming: Hashable, Sendable {
    /// The seconds that an octet takes: 10 bits by the bits of a second.
    public let octet: Double
    /// The seconds that the token takes to go round when nobody else has anything to send.
    ///
    /// Each master passes it in a frame of 8 octets after a turn-around of 40 bits (ANSI/ASHRAE 135, 9.3).
    public let rotation: Double

    /// Makes the timing of a line.
    ///
    /// - Parameters:
    ///   - baud: its bits per second; taken for 1 where it is less.
    ///   - masters: how many devices pass the token.
    public init(baud: Int, masters: Int) {
        let bit = 1 / Double(max(baud, 1))
        octet = 10 * bit
        rotation = Double(masters) * (8 * octet + 40 * bit)
    }

    /// The seconds of a confirmed request with its answer: its share of a rotation, and two frames on the line.
    ///
    /// Of each rotation the client can use as many frames as *Nmax_info_frames* lets it send. A frame has 8 octets of
    /// header and 2 of checksum; a network header with addresses of both ends takes 12 octets more (ANSI/ASHRAE 135,
    /// 9.3 and 6.2).
    ///
    /// - Parameters:
    ///   - request: the octets of the request.
    ///   - answer: the octets of the answer.
    ///   - frames: how many frames the client may send while it has the token.
    /// - Returns: the seconds.
    /// - Complexity: O(1).
    public func exchange(_ request: Int, _ answer: Int, frames: Int) -> Double {
        rotation / Double(max(frames, 1)) + Double(request + answer + 2 * (8 + 2 + 12)) * octet
    }
}
