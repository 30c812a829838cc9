import BACnet
import FieldLinks
import Synchronization

/// A link that carries one write at a time, the one that was permitted for now, and nothing else.
final class CommandingLink: MessageLink {
    private let link: any MessageLink
    private let permit = Mutex<(request: WritePropertyRequest, peer: BACnetPeer)?>(nil)

    /// Guards a link.
    init(_ link: any MessageLink) { self.link = link }

    var now: Duration { link.now }

    func wait(until moment: Duration) throws(LinkError) { try link.wait(until: moment) }

    /// Permits a write, until another one or none is.
    func allow(_ request: WritePropertyRequest, at peer: BACnetPeer) { permit.withLock { $0 = (request, peer) } }

    /// Permits nothing any more.
    func close() { permit.withLock { $0 = nil } }

    /// Sends the write that is permitted, to the device that it is for.
    ///
    /// - Throws: `BACnetError.forbidden(_:)` for any other message.
    func send(_ message: BACnetMessage, to destination: Endpoint) throws(BACnetError) {
        let permit = permit.withLock { $0 }
        guard let permit, case .confirmedRequest(let request) = message.apdu, message.bvll == .originalUnicastNPDU,
            request.content == .writeProperty(permit.request), destination == permit.peer.endpoint,
            message.npdu?.destination == permit.peer.route
        else { throw .forbidden("only the write that was ordered is sent") }
        try link.send(message, to: destination)
    }

    func receive(until deadline: Duration) throws(BACnetError) -> ReceivedMessage? {
        try link.receive(until: deadline)
    }
}
