import BACnet
import FieldLinks

/// What the tool is asked to simulate, and where.
struct ToolArguments: Hashable, Sendable {
    var office = SimulatedOfficeChoice()
    /// Where the devices of BACnet are; the second of them is beside it.
    var bacnet = Endpoint(address: 0x7F00_0002, port: 47808)
    /// Where the gateway of Modbus is.
    var modbus = Endpoint(address: 0x7F00_0001, port: 1502)
    /// The address to listen to for broadcasts; `nil` for none.
    var broadcast: UInt32?
    /// How long to serve, in seconds.
    var seconds = 600
    /// The file with the inventory that is simulated instead of the office.
    var inventory: String?
    /// Whether other addresses than those of loopback may be bound.
    var isExposed = false
    var wantsHelp = false

    /// What of the office is chosen.
    struct SimulatedOfficeChoice: Hashable, Sendable {
        var objects = 0
        var maxAPDU = 1476
        var segmentation = Segmentation.segmentedBoth
        var seed: UInt64 = 1
    }

    /// Reads the words behind the name of the tool.
    init(_ words: [String]) throws(ToolError) {
        var rest = words[...]
        while let word = rest.popFirst() {
            switch word {
            case "--help", "-h": wantsHelp = true
            case "--no-segmentation": office.segmentation = .noSegmentation
            case "--expose": isExposed = true
            default:
                guard Self.options.contains(word) else { throw .unknown(word, Self.nearest(to: word)) }
                guard let value = rest.popFirst() else { throw .valueMissing(word) }
                try set(word, value)
            }
        }
        try check()
    }

    private static let options = [
        "--bacnet", "--modbus", "--broadcast", "--seconds", "--objects", "--max-apdu", "--seed", "--inventory",
    ]

    private mutating func set(_ option: String, _ value: String) throws(ToolError) {
        switch option {
        case "--bacnet": bacnet = try Self.endpoint(value, option, port: 47808)
        case "--modbus": modbus = try Self.endpoint(value, option, port: 1502)
        case "--broadcast": broadcast = try Self.endpoint(value, option, port: 0).address
        case "--seconds": seconds = try Self.number(value, option, 1...604_800)
        case "--objects": office.objects = try Self.number(value, option, 0...60_000)
        case "--max-apdu":
            office.maxAPDU = try Self.number(value, option, 50...1476)
        case "--seed": office.seed = UInt64(try Self.number(value, option, 0...1_000_000_000))
        default: inventory = value
        }
    }

    private func check() throws(ToolError) {
        guard !isExposed else { return }
        for address in [bacnet.address, modbus.address, broadcast].compactMap(\.self) where address >> 24 != 127 {
            throw .notLoopback(address)
        }
    }

    private static func endpoint(_ text: String, _ option: String, port: UInt16) throws(ToolError) -> Endpoint {
        guard let endpoint = Endpoint(text, port: port) else {
            throw .wrongValue(option, text, "write an address such as '127.0.0.2:\(port)'")
        }
        return endpoint
    }

    private static func number(_ text: String, _ option: String, _ range: ClosedRange<Int>) throws(ToolError) -> Int {
        guard let number = Int(text), range.contains(number) else {
            throw .wrongValue(option, text, "write a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// The option that begins most like a word.
    private static func nearest(to word: String) -> String? {
        let known = options + ["--no-segmentation", "--expose", "--help"]
        let best = known.max { $0.commonPrefix(with: word) < $1.commonPrefix(with: word) }
        return best.flatMap { $0.commonPrefix(with: word) > 2 ? $0 : nil }
    }
}

extension String {
    fileprivate func commonPrefix(with other: String) -> Int { zip(self, other).prefix { $0 == $1 }.count }
}

extension ToolArguments {
    static let help = """
        usage: simulated-building [options]

        Serves a small simulated office on loopback: devices of BACnet/IP, four of them behind a router, and a gateway
        of Modbus TCP with a meter (unit 1) and a heat pump (unit 2). Prints one line that begins with 'ready'.

        --bacnet ADDRESS:PORT   where the first device of BACnet is (127.0.0.2:47808)
        --modbus ADDRESS:PORT   where the gateway of Modbus is (127.0.0.1:1502)
        --broadcast ADDRESS     answer broadcasts to this address as well (none)
        --seconds NUMBER        end after so many seconds (600)
        --objects NUMBER        give the first device so many objects at least (0)
        --max-apdu NUMBER       the longest message of the first device, in octets (1476)
        --no-segmentation       let the first device refuse to send in segments
        --seed NUMBER           choose other values (1)
        --inventory FILE        simulate the devices of an inventory instead of the office
        --expose                allow addresses that other machines reach
        """
}

/// Why the tool does not begin.
enum ToolError: Error, Hashable, Sendable, CustomStringConvertible {
    case unknown(String, String?)
    case valueMissing(String)
    case wrongValue(String, String, String)
    case notLoopback(UInt32)
    case unreadable(String, String)
    case invalid(String)

    /// The exit status: 2 for wrong usage, 3 for invalid data, 4 for what the system does not allow.
    var status: Int32 {
        switch self {
        case .unknown, .valueMissing, .wrongValue, .notLoopback: 2
        case .invalid: 3
        case .unreadable: 4
        }
    }

    var description: String {
        switch self {
        case .unknown(let word, let near):
            "unknown option '\(word)'" + (near.map { ", did you mean '\($0)'?" } ?? ", see --help")
        case .valueMissing(let option): "the option '\(option)' needs a value, see --help"
        case .wrongValue(let option, let value, let hint): "'\(value)' is no value for '\(option)': \(hint)"
        case .notLoopback(let address):
            "'\(Endpoint(address: address, port: 0).octets.map(String.init).joined(separator: "."))' may be reached by "
                + "other machines: choose an address of 127.0.0.0/8, or add --expose"
        case .unreadable(let file, let reason): "cannot read '\(file)': \(reason)"
        case .invalid(let reason): reason
        }
    }
}
