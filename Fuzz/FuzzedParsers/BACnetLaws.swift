import BACnet

extension FuzzedParser {
    /// Messages of BACnet on every layer, and the segments that a message is put together of.
    public static let bacnet = FuzzedParser("BACnetFuzz") { octets in
        keepsOctets(octets) { octets throws(BACnetFault) in try .decode(datagram: octets) }
        keepsOctets(octets) { octets throws(BACnetFault) in try .decode(npdu: octets) }
        keepsOctets(octets) { octets throws(BACnetFault) in try .decode(apdu: octets) }
        _ = try? BACnetValue.decode(octets)
        collectsSegments(octets)
    }

    /// What was read is written, and reads and writes the same once more; a fault points into the input.
    ///
    /// The octets are compared, since a message with a number that is none is not equal to itself.
    private static func keepsOctets(
        _ octets: [UInt8], _ decode: ([UInt8]) throws(BACnetFault) -> BACnetMessage
    ) {
        do throws(BACnetFault) {
            let message = try decode(octets)
            _ = message.json
            guard let written = try? message.encode(), let again = try? decode(written) else {
                preconditionFailure("what was read is not written, or not read again")
            }
            precondition((try? again.encode()) == written, "what was written reads back differently")
        } catch {
            precondition((0...octets.count).contains(error.offset), "a fault outside the input")
        }
    }

    /// Octets taken for segments: number, flags, window and size, then the segment's own.
    private static func collectsSegments(_ octets: [UInt8]) {
        let limits = (segments: 16, octets: 2_048)
        var receiver = SegmentReceiver(window: octets.first ?? 1, segments: limits.segments, octets: limits.octets)
        var rest = octets.dropFirst()
        while rest.count >= 4 {
            let head = Array(rest.prefix(4))
            let body = Array(rest.dropFirst(4).prefix(Int(head[3])))
            rest = rest.dropFirst(4 + body.count)
            let step = receiver.take(
                body, sequence: head[0], moreFollows: head[1] & 1 == 1, proposedWindow: head[2])
            if head[1] & 2 == 2 { _ = receiver.remind() }
            precondition(receiver.count <= limits.segments && receiver.body.count <= limits.octets, "over the limits")
            switch step {
            case .complete, .overflow: return
            case .wait, .acknowledge: continue
            }
        }
    }
}
