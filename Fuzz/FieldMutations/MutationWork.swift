import FuzzedParsers

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A run of one parser over damaged inputs, with the processor time of each.
struct MutationWork {
    let parser: FuzzedParser
    let seeds: [[UInt8]]
    private(set) var count = 0
    /// The processor time of the slowest input, in microseconds.
    private(set) var slowest = 0.0
    private var slowestSize = 0
    private let before = Self.peak

    init(parser: FuzzedParser, seeds: [[UInt8]]) {
        self.parser = parser
        self.seeds = seeds
    }

    /// Reads as many inputs, or those that the time suffices for.
    mutating func run(_ runs: Int, seconds: Double) {
        var mutator = Mutator(seed: 20_261_121)
        let end = Self.processorTime + seconds * 1_000_000
        while count < runs {
            let octets = mutator.next(of: seeds)
            var time = read(octets)
            // A machine that others use, too, is slow now and then: what is slow every time counts.
            for _ in 0..<3 where time > slowest { time = min(time, read(octets)) }
            count += 1
            if time > slowest { (slowest, slowestSize) = (time, octets.count) }
            if Self.processorTime > end { return }
        }
    }

    /// Reads an input, and gives the processor time that it takes in microseconds.
    private func read(_ octets: [UInt8]) -> Double {
        let start = Self.processorTime
        parser.read(octets)
        return Self.processorTime - start
    }

    /// By how much the most memory in use grew, in MiB.
    var grown: Int { (Self.peak - before) >> 20 }

    var summary: String {
        "\(parser.name): \(count) inputs, the slowest \(Int(slowest)) µs for \(slowestSize) octets, "
            + "memory grew by \(grown) MiB"
    }

    /// The processor time of this thread in microseconds, which other programs on the machine do not add to.
    private static var processorTime: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1_000_000 + Double(time.tv_nsec) / 1_000
    }

    /// The most memory that the process had, in octets.
    private static var peak: Int {
        var usage = rusage()
        // The process itself, whose number each C library gives another type.
        getrusage(0, &usage)
        #if canImport(Darwin)
        return usage.ru_maxrss
        #else
        return usage.ru_maxrss << 10
        #endif
    }
}
