import FieldLinks
import Modbus

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Requests of Modbus over a connection on this machine, one after the other, beside as many octets without a protocol.
///
/// How long a thread takes to wake up decides most of it, and differs by a factor of five between machines: the budget
/// is a share of what the system itself takes.
struct LoopbackSuite {
    let stopwatch: Stopwatch
    private static let requests = 100

    /// Reads 125 registers, as libmodbus does beside it, from a server on a thread of its own.
    func run() throws -> [Measurement] {
        [try plain(), try modbus()]
    }

    /// Sends as many octets to and fro with nothing but the calls of the system.
    private func plain() throws -> Measurement {
        let pair = try PlainPair()
        defer { close(pair.client) }
        let server = PlainServer(try TrunkExecutor())
        Task { await server.serve(pair) }
        var octets = [UInt8](repeating: 0, count: PlainPair.answer)
        return try measure("loopback/plain-125") { try pair.ask(&octets) }
    }

    private func modbus() throws -> Measurement {
        let listener = try TCPListener(local: Endpoint(address: 0x7F00_0001, port: 0))
        let port = listener.local.port
        let server = RegisterServer(try TrunkExecutor())
        Task { await server.serve(listener) }
        let exchange = ModbusExchange(framing: .tcp) { () throws(LinkError) in
            try TCPStream(connectingTo: "127.0.0.1", port: port)
        }
        let reader = ModbusReader(exchange)
        defer { exchange.close() }
        return try measure("modbus/loopback-125") {
            _ = try reader.registers(of: .holdingRegisters, at: 0, quantity: 125, unit: 1)
        }
    }

    /// Measures what is done a hundred times.
    private func measure(_ name: String, _ work: () throws -> Void) throws -> Measurement {
        let many = try stopwatch.measure(name) {
            for _ in 0..<Self.requests { try work() }
        }
        let each = Double(Self.requests)
        return Measurement(
            name: name, median: many.median / each, minimum: many.minimum / each, samples: many.samples,
            counts: ["registers": 125])
    }
}

/// A device whose holding registers all are 0.
private actor RegisterServer {
    private let executor: TrunkExecutor
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(_ executor: TrunkExecutor) { self.executor = executor }

    /// Serves the first client that comes, until it leaves or says nothing for a minute.
    func serve(_ listener: TCPListener) {
        guard let stream = try? listener.accept(until: .seconds(1 << 32)) else { return }
        var buffer: [UInt8] = []
        while let count = try? stream.receive(into: &buffer, until: stream.now + .seconds(60)), count > 0 {
            guard let frame = try? ModbusFrame.decode(buffer, as: .tcp, direction: .request),
                case .request(.read(.table(.holdingRegisters, _, let quantity))) = frame.pdu
            else { continue }
            buffer.removeAll(keepingCapacity: true)
            let values = [UInt16](repeating: 0, count: Int(quantity))
            let answer = ModbusFrame(frame.envelope, unit: frame.unit, .response(.holdingRegisters(values)))
            guard let octets = try? answer.encoded() else { return }
            try? stream.send(octets, until: stream.now + .seconds(1))
        }
    }
}

/// Two ends of a connection inside the process, and what takes turns on them with no protocol.
private struct PlainPair {
    /// The octets of a request for registers and of its answer with 125 of them.
    static let request = 12
    static let answer = 259
    let client: Int32
    let server: Int32

    init() throws(LinkError) {
        var ends: [Int32] = [-1, -1]
        #if canImport(Glibc)
        let kind = Int32(SOCK_STREAM.rawValue)
        #else
        let kind = SOCK_STREAM
        #endif
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
            throw LinkError(.system, "cannot make a pair of sockets")
        }
        (client, server) = (ends[0], ends[1])
    }

    /// Sends a request and waits for the whole answer.
    func ask(_ octets: inout [UInt8]) throws(LinkError) {
        guard write(client, octets, Self.request) == Self.request,
            Self.take(Self.answer, from: client, into: &octets)
        else { throw LinkError(.closed, "the other end has left") }
    }

    /// Answers requests until the other end leaves.
    func serve() {
        var octets = [UInt8](repeating: 0, count: Self.answer)
        while Self.take(Self.request, from: server, into: &octets) {
            guard write(server, octets, Self.answer) == Self.answer else { break }
        }
        close(server)
    }

    private static func take(_ count: Int, from end: Int32, into octets: inout [UInt8]) -> Bool {
        var taken = 0
        while taken < count {
            let more = octets.withUnsafeMutableBytes { read(end, $0.baseAddress, count - taken) }
            guard more > 0 else { return false }
            taken += more
        }
        return true
    }
}

/// The other end of a plain connection, on a thread of its own.
private actor PlainServer {
    private let executor: TrunkExecutor
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(_ executor: TrunkExecutor) { self.executor = executor }

    func serve(_ pair: PlainPair) { pair.serve() }
}
