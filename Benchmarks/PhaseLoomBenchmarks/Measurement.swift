/// How long one piece of work takes, and how much work it is.
struct Measurement: Codable, Sendable {
    /// The name by which budgets refer to it.
    let name: String
    /// The median over all samples, in microseconds.
    let median: Double
    /// The fastest sample, in microseconds; the figure that noise disturbs least.
    let minimum: Double
    /// How many samples there are.
    let samples: Int
    /// What the work amounts to, such as the number of phases and edges.
    let counts: [String: Int]
}

/// Measures pieces of work one after another.
struct Stopwatch {
    /// The samples to take of work that is fast enough.
    let samples: Int
    /// The time after which no further sample of one piece of work is taken.
    let limit: Duration

    init(isQuick: Bool) {
        samples = isQuick ? 40 : 300
        limit = .seconds(isQuick ? 1 : 5)
    }

    /// Runs the work a few times unmeasured, then takes samples of it.
    ///
    /// - Parameters:
    ///   - name: the name by which budgets refer to it.
    ///   - atLeast: the samples taken however long each takes.
    ///   - counts: what the work amounts to.
    ///   - work: one sample of the work.
    /// - Returns: the median and the fastest of the samples.
    func measure(
        _ name: String, atLeast: Int = 5, counts: [String: Int] = [:], _ work: () throws -> Void
    ) rethrows -> Measurement {
        let clock = ContinuousClock()
        for _ in 0..<3 { try work() }
        var times: [Double] = []
        let start = clock.now
        while times.count < atLeast || (times.count < samples && clock.now - start < limit) {
            times.append(try clock.measure(work).microseconds)
        }
        times.sort()
        return Measurement(
            name: name, median: times[times.count / 2], minimum: times[0], samples: times.count, counts: counts)
    }
}

extension Duration {
    /// The duration in microseconds.
    var microseconds: Double { Double(components.seconds) * 1e6 + Double(components.attoseconds) / 1e12 }
}

/// A fixed piece of work of the kind that composition does, by which the speed of the machine is known.
enum Calibration {
    /// Hashes, compares and copies texts; returns a number so that nothing is optimised away.
    static func work() -> Int {
        var index: [String: [Int]] = [:]
        for number in 0..<2_000 { index["element-with-a-long-name-\(number % 500)", default: []].append(number) }
        let sorted = index.sorted { $0.key < $1.key }
        return sorted.reduce(0) { $0 &+ $1.value.count &* $1.key.utf8.count }
    }
}
