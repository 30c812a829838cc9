import Modbus

/// The values of the simulated meter as SunSpec has them: the mark, the models 1 and 203, and the end.
///
/// Source: the models 1 (common) and 203 (three-phase meter, wye) of the SunSpec Alliance.
enum SunSpecMeter {
    static let registers: [UInt16] = text("SunS", 2) + common + meter + [0xFFFF, 0]

    private static let common: [UInt16] =
        [1, 66] + text("Simulated Meters", 16) + text("SM-3", 16) + text("", 8) + text("1.2", 8)
        + text("SIM-0001", 16) + [1, 0x8000]

    private static let meter: [UInt16] = {
        var registers: [UInt16] = [203, 105]
        // Amperes, their sum first, in tenths.
        registers += [543, 181, 179, 183] + factor(-1)
        // Volts between phases and neutral, then between phases, in tenths.
        registers += [2300, 2290, 2300, 2310, 3984, 3979, 3985, 3988] + factor(-1)
        registers += [4998] + factor(-2)
        // Watts in tens; apparent and reactive power in tens as well, and the factor of power in percent.
        registers += [1250, 415, 417, 418] + factor(1)
        registers += [1316, 437, 439, 440] + factor(1)
        registers += [UInt16(bitPattern: -185), 0x8000, 0x8000, 0x8000] + factor(1)
        registers += [95, 95, 95, 95] + factor(0)
        // Energy out and in, in hundreds of watt hours; phases are not counted.
        registers += counters([4_000, 0, 0, 0, 1_234_567_890, 0, 0, 0]) + factor(2)
        // What is not there at all: 0 for counters, the least number for factors.
        registers += counters(Array(repeating: 0, count: 8)) + [0x8000]
        registers += counters(Array(repeating: 0, count: 16)) + [0x8000]
        return registers + [0, 0]
    }()

    private static func factor(_ exponent: Int16) -> [UInt16] { [UInt16(bitPattern: exponent)] }

    private static func counters(_ values: [UInt32]) -> [UInt16] {
        values.flatMap { ModbusOrder.big.registers(of: UInt64($0), count: 2) }
    }

    /// A text in so many registers, filled up with zeros.
    private static func text(_ text: String, _ count: Int) -> [UInt16] {
        let octets = Array((Array(text.utf8) + Array(repeating: 0, count: 2 * count)).prefix(2 * count))
        return (0..<count).map { UInt16(octets[2 * $0]) << 8 | UInt16(octets[2 * $0 + 1]) }
    }
}
