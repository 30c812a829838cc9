public import FieldLinks
import Modbus

/// Pairs the requests of Modbus TCP in a capture with their answers.
///
/// Requests and answers belong together by connection, transaction and unit. Whoever speaks first on a connection asks,
/// unless one side has the port 502. A connection that carries something else gives nothing.
///
/// ```swift
/// var capture = CaptureDecoder()
/// var replay = ModbusReplay()
/// for event in capture.events(in: octets) + capture.finish() {
///     if case .stream(let stream) = event {
///         for exchange in replay.exchanges(in: stream) { print(exchange.server, exchange.unit, exchange.response) }
///     }
/// }
/// ```
///
/// It holds at most 1024 connections with 64 requests each.
///
/// Source: MODBUS Messaging on TCP/IP Implementation Guide V1.0b, 3.1.3 and 4.4.2.
public struct ModbusReplay: Sendable {
    /// How many connections are followed; the one that was silent longest goes.
    static let mostConnections = 1024

    /// The requests that nobody answered, as far as is known by now.
    public var unanswered: Int { given + connections.map(\.pending.count).reduce(0, +) }
    /// The answers that no request asked for.
    public private(set) var unasked = 0
    /// The frames of connections of Modbus that cannot be read.
    public private(set) var malformed = 0
    /// The requests that were given up.
    private var given = 0
    /// In order of use, the latest at the end.
    private var connections: [ModbusConnection] = []

    /// Makes a replay that has seen nothing.
    public init() {}

    /// Takes octets of a connection.
    ///
    /// - Returns: the exchanges that are complete with them, in their order.
    /// - Complexity: O(*n* + *c*) in the octets and the connections that are followed.
    public mutating func exchanges(in stream: CapturedStream) -> [ModbusExchangeSeen] {
        var connection = connection(of: stream)
        defer { connections.append(connection) }
        let isRequest = stream.source == connection.client
        var exchanges: [ModbusExchangeSeen] = []
        for octets in connection.frames(in: stream, isRequest: isRequest) {
            guard let frame = try? ModbusFrame.decode(octets, as: .tcp, direction: isRequest ? .request : .response),
                case .tcp(let transaction) = frame.envelope
            else {
                malformed += 1
                continue
            }
            switch frame.pdu {
            case .request(let request):
                given += connection.ask(
                    .init(transaction: transaction, unit: frame.unit, request: request, packet: stream.packet))
            case .response(let response):
                guard let asked = connection.answered(transaction, frame.unit, response) else {
                    unasked += 1
                    continue
                }
                exchanges.append(
                    ModbusExchangeSeen(
                        server: connection.server, unit: frame.unit, request: asked.request, response: response,
                        requestPacket: asked.packet, responsePacket: stream.packet, time: stream.time, octets: octets))
            }
        }
        return exchanges
    }

    /// Takes the connection out of the list, or begins it.
    private mutating func connection(of stream: CapturedStream) -> ModbusConnection {
        if let index = connections.firstIndex(where: { $0.joins(stream.source, stream.destination) }) {
            let connection = connections.remove(at: index)
            guard stream.continuity == .first, stream.source == connection.client else { return connection }
            // The same ports were used again for another connection.
            given += connection.pending.count
        } else if connections.count >= Self.mostConnections {
            given += connections.removeFirst().pending.count
        }
        let isAnswer = stream.source.port == 502 && stream.destination.port != 502
        return ModbusConnection(
            client: isAnswer ? stream.destination : stream.source,
            server: isAnswer ? stream.source : stream.destination)
    }
}
