import FieldLinks
import Modbus
import SimulatedBuilding
import Testing

/// Expected values: the state diagrams of the MODBUS Application Protocol V1.1b3, clause 6.
@Suite struct SimulatedModbusDeviceTests {
    @Test(
        arguments: [
            ("010300000002", "01030400010002"), ("010300050001", "018302"), ("01030000007e", "018303"),
            ("010500031234", "018503"), ("01050003ff00", "01050003ff00"), ("010500040000", "018502"),
            ("010600000007", "010600000007"), ("010600010007", "018602"), ("0116000000f20025", "0116000000f20025"),
            ("0110000000010200ff", "011000000001"), ("016301", "01e301"), ("0117000000010000000102000a", "011702000a"),
            ("012b0e0400", "01ab02"), ("012b0e0401", "012b0e0483000001010141"), ("02030000 0001", nil),
        ] as [(String, String?)])
    func `Requests have the answers of the standard`(request: String, answer: String?) {
        var device = SimulatedModbusDevice()
        device.holdingRegisters = [0: 1, 1: 2]
        device.coils = [3: false]
        device.readOnly = [1...1]
        device.identification = [ModbusIdentificationObject(id: 1, "A")]
        let octets = [UInt8](hex: request)
        let frame = [0, 9, 0, 0, 0, UInt8(octets.count)] + octets
        let expected = answer.map { text in
            [0, 9, 0, 0, 0, UInt8([UInt8](hex: text).count)] + [UInt8](hex: text)
        }
        #expect(device.answer(frame, as: .tcp) == expected)
    }

    @Test func `A device behind a socket answers a reader`() async throws {
        let listener = try TCPListener(local: try #require(Endpoint("127.0.0.1:0")))
        let port = listener.local.port
        // Both wait for each other: each has a thread of its own, and as much time as a busy machine takes.
        let host = Host(try TrunkExecutor())
        async let served: Void = host.serve(listener)
        let found = try await Client(try TrunkExecutor()).read(125, from: port)
        #expect(found == (0..<125).map { $0 })
        try await served
    }

    /// Reads over the one connection of the test.
    private actor Client {
        private let executor: TrunkExecutor
        nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

        init(_ executor: TrunkExecutor) { self.executor = executor }

        func read(_ quantity: UInt16, from port: UInt16) throws -> [UInt16] {
            let patience = Patience(first: .seconds(1 << 20), limit: .seconds(1 << 20), attempts: 1)
            let exchange = ModbusExchange(framing: .tcp, patience: patience) { () throws(LinkError) -> any StreamLink in
                try TCPStream(connectingTo: "127.0.0.1", port: port)
            }
            defer { exchange.close() }
            return try ModbusReader(exchange).registers(of: .holdingRegisters, at: 0, quantity: quantity, unit: 1)
        }
    }

    /// Serves the one connection of the test.
    private actor Host {
        private let executor: TrunkExecutor
        nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

        init(_ executor: TrunkExecutor) { self.executor = executor }

        func serve(_ listener: TCPListener) throws {
            var device = SimulatedModbusDevice()
            for address in UInt16(0)..<125 { device.holdingRegisters[address] = address }
            let server = SimulatedModbusServer(device)
            guard let stream = try listener.accept(until: .seconds(1 << 30)) else { return }
            server.serve(stream, until: .seconds(1 << 30))
            stream.close()
        }
    }
}
