import FoundationEssentials

/// The budgets that `thresholds.json` holds.
struct Thresholds: Codable {
    /// What the calibration loop takes on the machine for which the budgets are written, in microseconds.
    let calibration: Double
    /// By how much a figure may exceed its budget before the run fails: machines that others use, too, are noisy.
    let tolerance: Double
    /// The longest median allowed there, in microseconds, by measurement.
    let budgets: [String: Double]
    /// The largest quotients allowed on any machine.
    let ratios: [Ratio]

    /// A quotient of the fastest samples of two measurements.
    struct Ratio: Codable {
        let of: String
        let to: String
        let atMost: Double
        /// Whether it is the quotient of the medians, of measurements that took turns.
        let ofMedians: Bool?
    }
}

/// What a run measured.
struct Report: Codable {
    /// How many times slower than the reference this machine is, as measured in this run; at least 1.
    let machineFactor: Double
    let measurements: [Measurement]
    /// The figures of other programs, in microseconds, by measurement; a negative one means that it gave up after so
    /// long.
    let peers: [String: Double]

    /// The lines of the table and whether every budget is kept.
    func table(_ thresholds: Thresholds) -> (lines: [String], isKept: Bool) {
        var lines = [Self.row("measurement", "median", "fastest", "budget", "peer", "")]
        var isKept = true
        for measurement in measurements {
            let budget = thresholds.budgets[measurement.name].map { $0 * machineFactor }
            let isExceeded = budget.map { measurement.median > $0 } ?? false
            isKept = isKept && budget.map { measurement.median <= $0 * thresholds.tolerance } ?? true
            let counts = measurement.counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
            lines.append(
                Self.row(
                    measurement.name, Self.time(measurement.median), Self.time(measurement.minimum),
                    budget.map(Self.time) ?? "", peers[measurement.name].map(Self.peer) ?? "",
                    (isExceeded ? "EXCEEDED " : "") + counts.joined(separator: ", ")))
        }
        for ratio in thresholds.ratios {
            guard let one = measurements.first(where: { $0.name == ratio.of }),
                let other = measurements.first(where: { $0.name == ratio.to })
            else { continue }
            let quotient =
                ratio.ofMedians == true ? one.median / other.median : one.minimum / other.minimum
            isKept = isKept && quotient <= ratio.atMost * thresholds.tolerance
            lines.append(
                Self.row(
                    "\(ratio.of) : \(ratio.to)", Self.digits(quotient), "", Self.digits(ratio.atMost), "",
                    quotient > ratio.atMost ? "EXCEEDED" : ""))
        }
        return (lines, isKept)
    }

    private static func row(_ name: String, _ columns: String...) -> String {
        var line = name + String(repeating: " ", count: max(1, 36 - name.count))
        for column in columns.dropLast() {
            line += String(repeating: " ", count: max(1, 12 - column.count)) + column
        }
        return line + "  " + (columns.last ?? "")
    }

    private static func peer(_ microseconds: Double) -> String {
        microseconds < 0 ? "> " + time(-microseconds) : time(microseconds)
    }

    private static func time(_ microseconds: Double) -> String {
        microseconds < 1_000 ? digits(microseconds) + " µs" : digits(microseconds / 1_000) + " ms"
    }

    private static func digits(_ number: Double) -> String {
        let hundredths = Int((number * 100).rounded())
        let rest = hundredths % 100
        return number >= 100 ? "\(Int(number.rounded()))" : "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}
