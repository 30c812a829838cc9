import FieldLinks
import Modbus

/// Requests of Modbus over a connection on this machine, one after the other.
struct LoopbackSuite {
    let stopwatch: Stopwatch
    private static let requests = 100

    /// Reads 125 registers, as libmodbus does beside it, from a server on a thread of its own.
    func run() throws -> [Measurement] {
        let listener = try TCPListener(local: Endpoint(address: 0x7F00_0001, port: 0))
        let port = listener.local.port
        let server = RegisterServer(try TrunkExecutor())
        Task { await server.serve(listener) }
        let exchange = ModbusExchange(framing: .tcp) { () throws(LinkError) in
            try TCPStream(connectingTo: "127.0.0.1", port: port)
        }
        let reader = ModbusReader(exchange)
        defer { exchange.close() }
        let name = "modbus/loopback-125"
        let many = try stopwatch.measure(name) {
            for _ in 0..<Self.requests {
                _ = try reader.registers(of: .holdingRegisters, at: 0, quantity: 125, unit: 1)
            }
        }
        let each = Double(Self.requests)
        return [
            Measurement(
                name: name, median: many.median / each, minimum: many.minimum / each, samples: many.samples,
                counts: ["registers": 125])
        ]
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
