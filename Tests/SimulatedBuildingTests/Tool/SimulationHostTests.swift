import BACnet
import FieldLinks
import Modbus
import SimulatedBuilding
import Testing

@testable import SimulatedBuildingTool

/// The tool serves on loopback what it is given, until it is told to end.
@Suite struct SimulationHostTests {
    @Test func `units are served where there is no device of BACnet`() async throws {
        let arguments = try ToolArguments(["--modbus", "127.0.0.1:0"])
        let host = SimulationHost(SimulatedSite(units: SimulatedOffice().site.units), arguments)
        let (lines, line) = AsyncStream.makeStream(of: String.self)
        let serving = Task {
            defer { line.finish() }
            try await host.run { line.yield($0) }
        }
        defer { serving.cancel() }
        var ready = lines.makeAsyncIterator()
        let words = try #require(await ready.next()).split(separator: " ")
        #expect(words.prefix(2) == ["ready", "modbus"] && words.suffix(6).joined(separator: " ").hasSuffix("600 s)"))
        let gateway = try #require(Endpoint(words[2]))
        let trunk = try ModbusTrunk { () throws(LinkError) in
            try TCPStream(connectingTo: "127.0.0.1", port: gateway.port)
        }
        let registers = try await trunk.read { reader throws(ModbusError) in
            try reader.registers(of: .inputRegisters, at: 6, quantity: 2, unit: 1)
        }
        // 18.25 as IEEE 754 has it.
        #expect(registers == [0x4192, 0])
    }
}
