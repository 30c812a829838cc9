import FoundationEssentials
import Glibc
import PhaseLoom
import PhaseLoomStores
import PhaseLoomTesting

/// What stores are measured at: durable appends beside what the disk itself can do, opening and listing.
struct StoreSuite {
    /// A folder on the disk that is measured; it is made and removed.
    let folder: String
    let isQuick: Bool

    /// Takes all measurements.
    func run() async throws -> [Measurement] {
        try? FileManager.default.removeItem(atPath: folder)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try await appending() + flying() + opening() + growing()
    }

    private var rounds: Int { isQuick ? 20 : 60 }

    /// One append after the other, in turns with the disk's own append and flush of as many bytes.
    ///
    /// Other programs use the disk, too: only figures of the same moment can be compared.
    private func appending() async throws -> [Measurement] {
        let store = try SQLiteStore(path: "\(folder)/appending")
        let disk = try RawFile("\(folder)/raw")
        var logs = Logs(count: 50)
        var (ours, theirs) = (Samples("store/append"), Samples("store/disk"))
        // A log that still grows makes every flush of the disk slower; it grows no more after some hundred appends.
        for batch in logs.next(600) { try await store.append(batch) }
        for _ in 0..<5 * rounds {
            theirs.add(steps: 10, try disk.time(appends: 10))
            ours.add(steps: 10, try await Self.time(logs.next(10), on: store))
        }
        await store.close()
        return [theirs.measurement, ours.measurement]
    }

    /// Sixty-four engagements, each of which waits for its last append before the next.
    private func flying() async throws -> [Measurement] {
        let store = try SQLiteStore(path: "\(folder)/flying")
        var logs = Logs(count: 64)
        var samples = Samples("store/append-64-at-once")
        for _ in 0..<rounds {
            let batches = logs.next(64 * 20)
            let time = try await ContinuousClock().measure {
                try await withThrowingTaskGroup { group in
                    for number in 0..<64 {
                        group.addTask {
                            for step in 0..<20 { try await store.append(batches[64 * step + number]) }
                        }
                    }
                    try await group.waitForAll()
                }
            }
            samples.add(steps: 64 * 20, time)
        }
        await store.close()
        return [samples.measurement]
    }

    /// Opening a store of 10,000 engagements and listing them.
    private func opening() async throws -> [Measurement] {
        let path = "\(folder)/opening"
        let full = try SQLiteStore(path: path)
        var logs = Logs(count: 10_000)
        let batches = logs.next(10_000) + logs.next(10_000)
        try await withThrowingTaskGroup { group in
            for number in 0..<10_000 {
                group.addTask {
                    try await full.append(batches[number])
                    try await full.append(batches[10_000 + number])
                }
            }
            try await group.waitForAll()
        }
        await full.close()
        var (open, all, some) = (Samples("store/open"), Samples("store/list-10000"), Samples("store/list-of-state"))
        for _ in 0..<rounds {
            var store: SQLiteStore?
            open.add(steps: 1, try ContinuousClock().measure { store = try SQLiteStore(path: path) })
            guard let store else { continue }
            all.add(steps: 1, try await Self.listing(store, EngagementQuery(), 10_000))
            let closed = EngagementQuery(states: [.closed], phase: "design")
            some.add(steps: 1, try await Self.listing(store, closed, 0))
            await store.close()
        }
        return [open.measurement, all.measurement, some.measurement]
    }

    private static func listing(_ store: SQLiteStore, _ query: EngagementQuery, _ count: Int) async throws -> Duration {
        try await ContinuousClock().measure {
            guard try await store.engagements(matching: query).count == count else { throw WrongCount() }
        }
    }

    private struct WrongCount: Error {}

    /// Appends to a short log and to a long one in turns.
    private func growing() async throws -> [Measurement] {
        let store = try SQLiteStore(path: "\(folder)/growing")
        var (short, long) = (SampleLog("short", eventSize: 200), SampleLog("long", eventSize: 200))
        try await store.append(short.next(100))
        for _ in 0..<100 { try await store.append(long.next(1_000)) }
        var (early, late) = (Samples("store/append-at-100"), Samples("store/append-at-100000"))
        for _ in 0..<5 * rounds {
            early.add(steps: 5, try await Self.time((0..<5).map { _ in short.next() }, on: store))
            late.add(steps: 5, try await Self.time((0..<5).map { _ in long.next() }, on: store))
        }
        await store.close()
        return [early.measurement, late.measurement]
    }

    private static func time(_ batches: [LogBatch], on store: SQLiteStore) async throws -> Duration {
        try await ContinuousClock().measure { for batch in batches { try await store.append(batch) } }
    }
}

/// The logs of many engagements, which grow in turn.
private struct Logs {
    private var logs: [SampleLog]
    private var turn = 0

    init(count: Int) {
        logs = (0..<count).map { SampleLog(ID(stringLiteral: "engagement-\($0)"), eventSize: 200) }
    }

    mutating func next(_ count: Int) -> [LogBatch] {
        (0..<count).map { _ in
            defer { turn += 1 }
            return logs[turn % logs.count].next()
        }
    }
}

/// Samples of one kind of work, as time for each of its steps.
struct Samples {
    private let name: String
    private var times: [Double] = []

    init(_ name: String) { self.name = name }

    mutating func add(steps: Int, _ time: Duration) { times.append(time.microseconds / Double(steps)) }

    var measurement: Measurement {
        let sorted = times.sorted()
        let median = sorted[sorted.count / 2]
        return Measurement(
            name: name, median: median, minimum: sorted[0], samples: sorted.count,
            counts: ["a second": Int(1e6 / median)])
    }
}

/// A plain file that is appended to and flushed, to know what the disk can do.
private struct RawFile {
    private let descriptor: Int32

    init(_ path: String) throws {
        descriptor = open(path, O_CREAT | O_WRONLY | O_APPEND, 0o600)
        guard descriptor >= 0 else { throw CocoaError(.fileWriteUnknown) }
    }

    func time(appends: Int) throws -> Duration {
        let bytes = [UInt8](repeating: 0x77, count: 200)
        return try ContinuousClock().measure {
            for _ in 0..<appends {
                guard write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else {
                    throw CocoaError(.fileWriteUnknown)
                }
            }
        }
    }
}
