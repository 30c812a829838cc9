import FoundationEssentials
import Glibc

/// Measures composition, verification and the command, and compares them with the budgets.
@main
enum Main {
    static func main() async throws {
        let arguments = Arguments(CommandLine.arguments.dropFirst())
        let stopwatch = Stopwatch(isQuick: arguments.flags.contains("--quick"))
        let thresholds = try arguments.values["--thresholds"].map { try read(Thresholds.self, $0) }
        if let devices = arguments.values["--devices"] { return try survey(devices, stopwatch) }
        var checksum = 0
        let calibrate = { stopwatch.measure("calibration") { checksum &+= Calibration.work() } }
        let before = calibrate()
        var results = try Suite(stopwatch: stopwatch, program: arguments.values["--program"]).run()
        // The machine may have become slower meanwhile; the slower of both counts.
        let calibration = max(before.median, calibrate().median)
        if let folder = arguments.values["--stores"] {
            let isQuick = arguments.flags.contains("--quick")
            results += try await StoreSuite(folder: folder, isQuick: isQuick).run()
            results += try await LedgerSuite(folder: folder, isQuick: isQuick).run()
        }
        let report = Report(
            machineFactor: thresholds.map { max(1, calibration / $0.calibration) } ?? 1,
            measurements: [before] + results,
            peers: try arguments.values["--peers"].map { try read([String: Double].self, $0) } ?? [:])
        if let path = arguments.values["--json"] {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            try encoder.encode(report).write(to: URL(filePath: path))
        }
        let budgets = thresholds ?? Thresholds(calibration: calibration, tolerance: 1, budgets: [:], ratios: [])
        let (lines, isKept) = report.table(budgets)
        for line in lines { print(line) }
        let factor = Double(Int(report.machineFactor * 100)) / 100
        print("budgets are stretched by \(factor), the slowness of this machine (checksum \(checksum & 0xff))")
        if !isKept { exit(1) }
    }

    /// Measures devices alone, and prints the measurements for the script that has started those.
    private static func survey(_ devices: String, _ stopwatch: Stopwatch) throws {
        let devices = devices.split(separator: ",").compactMap { SurveySuite.Device($0) }
        let measurements = try SurveySuite(stopwatch: stopwatch, devices: devices).run()
        print(String(decoding: try JSONEncoder().encode(measurements), as: UTF8.self))
    }

    private static func read<Value: Decodable>(_ type: Value.Type, _ path: String) throws -> Value {
        try JSONDecoder().decode(type, from: Data(contentsOf: URL(filePath: path)))
    }
}

/// The words of the command line: flags, and options followed by their values.
struct Arguments {
    private(set) var flags: Set<String> = []
    private(set) var values: [String: String] = [:]

    init(_ words: some Sequence<String>) {
        var option: String?
        for word in words {
            if let name = option {
                values[name] = word
                option = nil
            } else if word == "--quick" {
                flags.insert(word)
            } else {
                option = word
            }
        }
    }
}
