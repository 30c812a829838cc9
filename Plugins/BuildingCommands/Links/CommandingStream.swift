import FieldLinks
import Modbus
import Synchronization

/// The write that streams to a gateway carry for now, if any.
final class CommandPermit: Sendable {
    private let state = Mutex<(writing: ModbusWriting, unit: UInt8)?>(nil)

    /// Permits a write, until another one or none is.
    func allow(_ writing: ModbusWriting, unit: UInt8) { state.withLock { $0 = (writing, unit) } }

    /// Permits nothing any more.
    func close() { state.withLock { $0 = nil } }

    /// Whether a frame reads from a table, or is the write that is permitted.
    func allows(_ frame: ModbusFrame) -> Bool {
        switch frame.pdu {
        case .request(.read(.table)): true
        case .request(.write(let writing)):
            state.withLock { $0.map { $0.writing == writing && $0.unit == frame.unit } ?? false }
        default: false
        }
    }
}

/// A stream that carries frames that read, and the one write that is permitted for now.
struct CommandingStream: StreamLink {
    let link: any StreamLink
    let permit: CommandPermit

    var now: Duration { link.now }

    func wait(until moment: Duration) throws(LinkError) { try link.wait(until: moment) }

    /// Sends a frame.
    ///
    /// - Throws: `LinkError` of the code `notAllowed` for any other write.
    func send(_ octets: [UInt8], until deadline: Duration) throws(LinkError) {
        let frame = try? ModbusFrame.decode(octets, as: .tcp, direction: .request)
        guard let frame, permit.allows(frame) else {
            throw LinkError(.notAllowed, "only the write that was ordered is sent")
        }
        try link.send(octets, until: deadline)
    }

    func receive(into buffer: inout [UInt8], until deadline: Duration) throws(LinkError) -> Int {
        try link.receive(into: &buffer, until: deadline)
    }

    func drain() throws(LinkError) { try link.drain() }

    func close() { link.close() }
}
