import FieldLinks
import Synchronization
import Testing

@Suite struct TrunkTests {
    private actor Trunk {
        private let executor: TrunkExecutor
        private(set) var done: [Int] = []
        nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

        init(_ executor: TrunkExecutor) { self.executor = executor }

        func work(_ number: Int) -> Int {
            done.append(number)
            return number * 2
        }
    }

    @Test func `an actor on a trunk does all its work, one job after another`() async throws {
        let trunk = Trunk(try TrunkExecutor())
        let sum = await withTaskGroup(of: Int.self) { group in
            for number in 1...100 { group.addTask { await trunk.work(number) } }
            return await group.reduce(0, +)
        }
        #expect(sum == 10100)
        #expect(await trunk.done.sorted() == Array(1...100))
    }

    @Test func `executors come and go`() async throws {
        for _ in 0..<50 {
            let trunk = Trunk(try TrunkExecutor())
            #expect(await trunk.work(21) == 42)
        }
    }

    @Test func `requests keep their distance`() {
        var pace = Pace(gap: .milliseconds(100), rate: 5)
        #expect(pace.begin(at: .seconds(1)) == .seconds(1))
        pace.end(at: .milliseconds(1150))
        #expect(pace.begin(at: .milliseconds(1160)) == .milliseconds(1250))
        pace.end(at: .milliseconds(1260))
        #expect(pace.begin(at: .milliseconds(1260)) == .milliseconds(1450))
        pace.end(at: .seconds(2))
        #expect(pace.begin(at: .seconds(9)) == .seconds(9))
    }

    /// Whoever asks as fast as possible for ten seconds gets no more than the rate, and hardly less.
    @Test(arguments: [0.5, 1, 3, 7, 100, 1000])
    func `a rate is never exceeded`(rate: Double) {
        var pace = Pace(rate: rate)
        var now = Duration.zero
        var count = 0
        while true {
            now = pace.begin(at: now)
            guard now < .seconds(10) else { break }
            count += 1
            pace.end(at: now)
        }
        #expect(Double(count) <= rate * 10 + 1 && Double(count) >= rate * 10 - 1)
    }

    @Test func `a rate of nothing is slow, not a fault`() {
        var pace = Pace(rate: 0)
        _ = pace.begin(at: .zero)
        #expect(pace.begin(at: .zero) == .seconds(3600))
    }

    @Test func `patience doubles up to its limit`() {
        let patience = Patience(first: .milliseconds(500), limit: .seconds(3), attempts: 5)
        let waits = (0..<5).map { patience.wait(for: $0) }
        #expect(waits == [.milliseconds(500), .seconds(1), .seconds(2), .seconds(3), .seconds(3)])
        #expect(patience.wait(for: .max) == .seconds(3))
        #expect(patience.wait(for: -1) == .milliseconds(500))
        #expect(Patience(attempts: 0).attempts == 1)
    }

    @Test func `a breaker opens after failures in a row, and lets one try after its rest`() {
        var breaker = CircuitBreaker(threshold: 2, rest: .seconds(30))
        breaker.fail(at: .seconds(1))
        breaker.succeed()
        breaker.fail(at: .seconds(2))
        #expect(breaker.allows(at: .seconds(2)))
        breaker.fail(at: .seconds(3))
        #expect(!breaker.allows(at: .seconds(32)))
        #expect(breaker.allows(at: .seconds(33)))
        breaker.fail(at: .seconds(33))
        #expect(!breaker.allows(at: .seconds(34)))
        breaker.succeed()
        #expect(breaker.allows(at: .seconds(34)))
    }
}
