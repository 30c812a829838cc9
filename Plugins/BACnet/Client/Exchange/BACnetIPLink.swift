public import FieldLinks

/// A link that carries messages as BACnet/IP does, in the datagrams of another link such as a `UDPSocket`.
///
/// It reads and writes them and nothing else: it answers nobody, and registers nowhere. A datagram that cannot be read
/// comes as a fault with its octets; one that this link itself sent to all is dropped when it comes back.
///
/// Source: ANSI/ASHRAE 135-2020, annex J.
public final class BACnetIPLink: MessageLink {
    /// The octets of the longest datagram that is read or sent: several times what the standard has.
    public static let longestDatagram = 8192

    private let link: any DatagramLink
    private let local: Endpoint?

    /// Carries messages over a link.
    ///
    /// - Parameters:
    ///   - link: the link.
    ///   - local: its own address, from which it takes nothing; `nil` if that is not known.
    public init(_ link: any DatagramLink, local: Endpoint? = nil) {
        self.link = link
        self.local = local
    }

    /// The time of the link below.
    public var now: Duration { link.now }

    /// Waits until a moment.
    public func wait(until moment: Duration) throws(LinkError) { try link.wait(until: moment) }

    /// Sends a message as a datagram.
    ///
    /// - Throws: ``BACnetError/malformed(_:)`` when it cannot be written or has no header of BACnet/IP,
    ///   ``BACnetError/requestTooLong(octets:limit:)``, or ``BACnetError/link(_:)`` when it cannot leave.
    public func send(_ message: BACnetMessage, to destination: Endpoint) throws(BACnetError) {
        let octets: [UInt8]
        do throws(BACnetFault) {
            guard message.bvll != nil else {
                throw BACnetFault(.missingParameter, "a datagram without the header of BACnet/IP", offset: 0)
            }
            octets = try message.encode()
        } catch {
            throw .malformed(error)
        }
        guard octets.count <= Self.longestDatagram else {
            throw .requestTooLong(octets: octets.count, limit: Self.longestDatagram)
        }
        do throws(LinkError) {
            try link.send(octets, to: destination)
        } catch {
            throw .link(error)
        }
    }

    /// Waits for the next datagram of somebody else, and reads it.
    public func receive(until deadline: Duration) throws(BACnetError) -> ReceivedMessage? {
        do throws(LinkError) {
            while let datagram = try link.receive(until: deadline) {
                if datagram.source != local { return Self.read(datagram) }
            }
            return nil
        } catch {
            throw .link(error)
        }
    }

    private static func read(_ datagram: Datagram) -> ReceivedMessage {
        let content: Result<BACnetMessage, BACnetFault>
        do throws(BACnetFault) {
            guard datagram.octets.count <= longestDatagram else {
                let text = "a datagram of '\(datagram.octets.count)' octets, at most \(longestDatagram)"
                throw BACnetFault(.tooLong, text, offset: longestDatagram)
            }
            content = .success(try .decode(datagram: datagram.octets))
        } catch {
            content = .failure(error)
        }
        return ReceivedMessage(content, from: datagram.source, octets: datagram.octets)
    }
}
