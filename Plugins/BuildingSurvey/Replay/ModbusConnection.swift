import FieldLinks
import Modbus

/// One connection of Modbus TCP in a capture.
struct ModbusConnection: Sendable {
    /// How many requests may wait for their answers; the oldest goes.
    static let mostPending = 64

    struct Asked: Sendable {
        let transaction: UInt16
        let unit: UInt8
        let request: ModbusRequest
        let packet: Int
    }

    let client: Endpoint
    let server: Endpoint
    private(set) var pending: [Asked] = []
    private var requests: [UInt8] = []
    private var responses: [UInt8] = []

    init(client: Endpoint, server: Endpoint) {
        self.client = client
        self.server = server
    }

    func joins(_ one: Endpoint, _ other: Endpoint) -> Bool {
        one == client && other == server || one == server && other == client
    }

    /// The frames that are complete with some octets.
    mutating func frames(in stream: CapturedStream, isRequest: Bool) -> [[UInt8]] {
        var octets = isRequest ? requests : responses
        // Nothing tells where frames begin after a gap, but that senders begin segments with them.
        if stream.continuity != .next { octets = [] }
        octets += stream.octets
        var frames: [[UInt8]] = []
        var place = 0
        while octets.count - place >= 7 {
            let length = Int(octets[place + 4]) << 8 | Int(octets[place + 5])
            guard octets[place + 2] == 0, octets[place + 3] == 0, 2...254 ~= length else {
                // This is something else, up to the next beginning of a segment.
                place = octets.count
                break
            }
            guard octets.count - place >= 6 + length else { break }
            frames.append(Array(octets[place..<place + 6 + length]))
            place += 6 + length
        }
        octets.removeFirst(place)
        if isRequest { requests = octets } else { responses = octets }
        return frames
    }

    /// Notes a request, and returns how many were given up for it.
    mutating func ask(_ asked: Asked) -> Int {
        let before = pending.count
        pending.removeAll { $0.transaction == asked.transaction }
        if pending.count >= Self.mostPending { pending.removeFirst() }
        pending.append(asked)
        return before + 1 - pending.count
    }

    /// The request that an answer belongs to.
    mutating func answered(_ transaction: UInt16, _ unit: UInt8, _ response: ModbusResponse) -> Asked? {
        let index = pending.firstIndex {
            $0.transaction == transaction && $0.unit == unit
                && $0.request.function.rawValue == response.functionCode & 0x7F
        }
        return index.map { pending.remove(at: $0) }
    }
}
