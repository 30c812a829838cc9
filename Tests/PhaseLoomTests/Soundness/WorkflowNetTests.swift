import Testing

/// The search itself, on the nets of known truth of the yardstick (`nets.py`), told as they stand there: with plain
/// places and arcs and without phases.
@Suite struct WorkflowNetTests {
    struct Known: Sendable, CustomTestStringConvertible {
        let name: String
        let isSound: Bool
        let build: @Sendable () -> PlainNet

        var testDescription: String { name }
    }

    static let known = [
        Known(name: "phase_net 4", isSound: true) { .phases(4) },
        Known(name: "phase_net 8", isSound: true) { .phases(8) },
        Known(name: "wide_net 4", isSound: true) { .wide(4) },
        Known(name: "wide_net 6", isSound: true) { .wide(6) },
        Known(name: "cross_net 3", isSound: true) { .crossing(3) },
        Known(name: "cross_net 4", isSound: true) { .crossing(4) },
        Known(name: "cross_net 6", isSound: true) { .crossing(6) },
        Known(name: "deadlock", isSound: false) {
            PlainNet(["i x1 a", "i x2 b", "a,b j c", "c e o"])
        },
        Known(name: "notoken", isSound: false) {
            PlainNet(["i s a,b", "a m1 c", "b m2 c", "c e o"])
        },
        Known(name: "livelock", isSound: false) {
            PlainNet(["i s a", "a e o", "a in b", "b r c", "c q b", "b,d never o", "c,d mk d,o"])
        },
        Known(name: "noexit", isSound: false) {
            PlainNet(["i s g", "g e o", "g in a", "a x b", "b y a"])
        },
        Known(name: "dead", isSound: false) {
            PlainNet(["i s a", "a x b", "a y c", "b e1 o", "c e2 o", "b,c z o"])
        },
    ]

    @Test(arguments: known) func `gives every known net its verdict`(known: Known) throws {
        let space = try #require(StateSpace(of: known.build().net))
        #expect((space.isSound && !space.fires.contains(false)) == known.isSound)
    }

    @Test func `takes the way out of a loop into account, not only whether it stops`() throws {
        // In this net nothing ever stops, and yet the end is out of reach once the loop is entered.
        let space = try #require(StateSpace(of: PlainNet(["i s g", "g e o", "g in a", "a x b", "b y a"]).net))
        #expect(space.deadlocks.isEmpty)
        #expect(!space.hasOptionToComplete)
        #expect(space.strays.count == 2)
    }

    @Test(arguments: [(1, 5), (2, 11), (4, 83), (6, 731)]) func `counts the states of parallel tracks`(
        tracks: Int, states: Int
    ) throws {
        // Three for each track to the power of the tracks, and one before and one after.
        #expect(try #require(StateSpace(of: PlainNet.wide(tracks).net)).markings.count == states)
    }

    @Test func `says so when a net is too large to search`() {
        #expect(StateSpace(of: PlainNet.wide(6).net, limit: 700) == nil)
        #expect(StateSpace(of: PlainNet.wide(60).net) == nil)
    }
}

/// A plain net: each transition as `from,from name to,to`, from the place `i` to the place `o`.
struct PlainNet {
    private(set) var net = WorkflowNet()
    private var places: [Substring: Marking] = [:]

    init(_ lines: [String]) {
        net.initial = place("i")
        net.end = place("o")
        for line in lines {
            let parts = line.split(separator: " ")
            let (from, to) = (parts[0].split(separator: ","), parts[2].split(separator: ","))
            let takes = from.reduce(Marking(0)) { $0 | place($1) }
            net.add(.init(name: String(parts[1]), takes: takes, gives: to.reduce(0) { $0 | place($1) }))
        }
    }

    private mutating func place(_ name: Substring) -> Marking {
        if let known = places[name] { return known }
        let new = net.place(String(name), isWork: name != "o")
        places[name] = new
        return new
    }

    /// Phases in a row with two parallel activities each; every third gate may lead back two phases.
    static func phases(_ count: Int) -> PlainNet {
        var lines = ["i start p1"]
        for n in 1...count {
            lines += ["p\(n) open\(n) a\(n),b\(n)", "a\(n) actA\(n) ad\(n)", "b\(n) actB\(n) bd\(n)"]
            lines += ["ad\(n),bd\(n) join\(n) g\(n)", "g\(n) pass\(n) \(n < count ? "p\(n + 1)" : "o")"]
            if n.isMultiple(of: 3) { lines.append("g\(n) back\(n) p\(n - 2)") }
        }
        return PlainNet(lines)
    }

    /// Parallel tracks of two activities each.
    static func wide(_ count: Int) -> PlainNet {
        let tracks = 0..<count
        return PlainNet(
            ["i split \(tracks.map { "a\($0)" }.joined(separator: ","))"]
                + tracks.flatMap { ["a\($0) x\($0) b\($0)", "b\($0) y\($0) c\($0)"] }
                + ["\(tracks.map { "c\($0)" }.joined(separator: ",")) join o"])
    }

    /// Parallel tracks of three activities; the second of each also waits for the first of the track before.
    static func crossing(_ count: Int) -> PlainNet {
        let tracks = 0..<count
        return PlainNet(
            ["i split \(tracks.map { "a\($0)" }.joined(separator: ","))"]
                + tracks.flatMap { n in
                    [
                        "a\(n) one\(n) b\(n)\(n + 1 < count ? ",x\(n + 1)" : "")",
                        "b\(n)\(n > 0 ? ",x\(n)" : "") two\(n) c\(n)", "c\(n) three\(n) d\(n)",
                    ]
                }
                + ["\(tracks.map { "d\($0)" }.joined(separator: ",")) join o"])
    }
}
