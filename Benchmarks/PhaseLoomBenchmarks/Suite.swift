import PhaseLoom

/// Everything that is measured.
struct Suite {
    let stopwatch: Stopwatch
    /// The program whose whole run is timed; `nil` leaves that out.
    let program: String?

    /// Takes all measurements.
    func run() throws -> [Measurement] {
        var results = try composing()
        results += try verifying()
        results += try engaging()
        results += try FieldSuite(stopwatch: stopwatch).run()
        results += try LoopbackSuite(stopwatch: stopwatch).run()
        if let program { results.append(try process(program)) }
        return results
    }

    private func composing() throws -> [Measurement] {
        let shipped = try Workloads.shipped()
        let counts = try Self.counts(of: .standard, with: shipped)
        var results = [
            try stopwatch.measure("compose/five-overlays", counts: counts) {
                _ = try BaseSequence.standard.composed(with: shipped)
            },
            try stopwatch.measure("compose/five-overlays-from-scratch", counts: counts) {
                _ = try BaseSequence.standard.composed(with: try Workloads.shipped())
            },
        ]
        for count in [100, 200, 400] {
            let crowd = Workloads.crowd(of: count)
            results.append(
                try stopwatch.measure(
                    "compose/\(count)x\(5 * count)", counts: try Self.counts(of: .standard, with: crowd)
                ) {
                    _ = try BaseSequence.standard.composed(with: crowd)
                })
        }
        return results
    }

    private func verifying() throws -> [Measurement] {
        let nets = [
            ("phases-8", Nets.phases(8)), ("crossing-3", Nets.crossing(3)),
            ("phases-75", Nets.phases(75)), ("branches-17", Nets.branches(17)), ("crossing-6", Nets.crossing(6)),
            ("phases-1000", Nets.phases(1_000)),
        ]
        return try nets.map { name, base in
            let sequence = try base.composed()
            let counts = ["phases": sequence.phases.count, "edges": sequence.precedences.count]
            return stopwatch.measure("verify/\(name)", counts: counts) { _ = sequence.verified() }
        }
    }

    private func engaging() throws -> [Measurement] {
        try [("engage/standard", 0), ("engage/rework", 2)].map { name, rounds in
            let work = try EngagementWork(rounds: rounds)
            return try stopwatch.measure(name, counts: ["transitions": try work.run()]) { _ = try work.run() }
        }
    }

    private func process(_ program: String) throws -> Measurement {
        try stopwatch.measure("process/show", atLeast: 20) {
            try ChildProcess.run(program, ["show", "smart-building", "cctv"])
        }
    }

    private static func counts(of base: BaseSequence, with overlays: OverlaySet) throws -> [String: Int] {
        let sequence = try base.composed(with: overlays)
        return [
            "changes": base.body.changes.count + overlays.overlays.reduce(0) { $0 + $1.body.changes.count },
            "phases": sequence.phases.count, "edges": sequence.precedences.count,
            "obligations": sequence.phases.reduce(0) { $0 + $1.entry.count + $1.gate.count },
        ]
    }
}
