import BACnet
import FieldLinks
import Testing

@testable import SimulatedBuildingTool

@Suite struct ToolArgumentsTests {
    @Test func `without words everything is at loopback`() throws {
        let arguments = try ToolArguments([])
        #expect(arguments.bacnet.description == "127.0.0.2:47808" && arguments.modbus.description == "127.0.0.1:1502")
        #expect(arguments.broadcast == nil && arguments.seconds == 600 && !arguments.isExposed)
    }

    @Test func `every option is taken`() throws {
        let arguments = try ToolArguments([
            "--bacnet", "127.0.0.5", "--modbus", "127.0.0.6:99", "--seconds", "3", "--objects", "500", "--max-apdu",
            "480", "--no-segmentation", "--seed", "7", "--broadcast", "127.255.255.255", "--inventory", "x.json",
        ])
        #expect(arguments.bacnet.description == "127.0.0.5:47808" && arguments.modbus.port == 99)
        #expect(arguments.seconds == 3 && arguments.office.objects == 500 && arguments.office.maxAPDU == 480)
        #expect(arguments.office.segmentation == .noSegmentation && arguments.office.seed == 7)
        #expect(arguments.broadcast == 0x7FFF_FFFF && arguments.inventory == "x.json")
        #expect(try ToolArguments(["-h"]).wantsHelp)
    }

    @Test(
        arguments: [
            (["--object", "3"], "unknown option '--object', did you mean '--objects'?"),
            (["office"], "unknown option 'office', see --help"),
            (["--seconds"], "the option '--seconds' needs a value, see --help"),
            (["--seconds", "-1"], "'-1' is no value for '--seconds': write a whole number from 1 to 604800"),
            (["--objects", "60001"], "'60001' is no value for '--objects': write a whole number from 0 to 60000"),
            (["--max-apdu", "49"], "'49' is no value for '--max-apdu': write a whole number from 50 to 1476"),
            (
                ["--bacnet", "localhost"],
                "'localhost' is no value for '--bacnet': write an address such as '127.0.0.2:47808'"
            ),
            (
                ["--modbus", "0.0.0.0:502"],
                "'0.0.0.0' may be reached by other machines: choose an address of 127.0.0.0/8, or add --expose"
            ),
            (
                ["--broadcast", "10.0.0.255"],
                "'10.0.0.255' may be reached by other machines: choose an address of 127.0.0.0/8, or add --expose"
            ),
        ] as [([String], String)])
    func `what is wrong is told with a way out`(words: [String], message: String) {
        let error = #expect(throws: ToolError.self) { try ToolArguments(words) }
        #expect(error?.description == message)
    }

    @Test func `other addresses are taken when that is wanted`() throws {
        #expect(try ToolArguments(["--expose", "--bacnet", "10.0.0.1"]).bacnet.port == 47808)
    }

    @Test func `the help names every option`() {
        for option in ["--bacnet", "--modbus", "--broadcast", "--seconds", "--objects", "--max-apdu", "--seed"] {
            #expect(ToolArguments.help.contains(option))
        }
        #expect(ToolArguments.help.split(separator: "\n").allSatisfy { $0.count <= 120 })
    }
}
