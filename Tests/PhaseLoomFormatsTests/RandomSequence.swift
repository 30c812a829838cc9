import PhaseLoom

/// Sequences made up from a seed, with all that is hard to draw: many tracks and joins, loops, wide and endless words.
struct RandomSequence {
    private var generator: SplitMix

    /// The generator SplitMix64 (Steele, Lea and Flood 2014), so that a seed means the same sequence everywhere.
    struct SplitMix: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    static func make(seed: UInt64) -> ComposedSequence {
        var maker = RandomSequence(generator: SplitMix(state: seed))
        return maker.sequence()
    }

    private static let overlays = ["alpha", "beta-gamma", "beta-grey", "delta"].map { (id: ID) in
        Sketch.overlay(id, "Overlay \(id)")
    }
    private static let words = [
        "gate", "漢字", "カメラ", "e\u{301}tude", "🎥", "Kommunikationsinfrastrukturbeauftragter", "\u{1B}[2J", "\u{202E}",
        "a|b", String(repeating: "x", count: 90), String(repeating: "漢", count: 70), "to", "be", "met", "\t\n", "ключ",
    ]

    private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &generator) < percent }

    private mutating func text() -> String {
        (0...Int.random(in: 0...14, using: &generator)).map { _ in
            Self.words.randomElement(using: &generator) ?? ""
        }.joined(separator: " ")
    }

    private mutating func authors() -> [ID] {
        let chosen = Self.overlays.map(\.identity.id).filter { _ in chance(30) }
        return chosen.isEmpty || chance(40) ? [.base] + chosen : chosen
    }

    private mutating func proof() -> Proof {
        Proof.any([
            .signed("paper", by: "client", separately: chance(50)),
            .all([.present("plan"), .measured(Bound("measure", .atMost(1), unit: text()), of: "paper")]),
        ]).canonical
    }

    private mutating func obligation(_ id: ID) -> ComposedObligation {
        let isWaived = chance(20)
        return Sketch.obligation(
            id, text(), needs: chance(50) ? ["paper", "\(id)-evidence"] : [],
            proof: chance(30) ? proof() : nil, bound: chance(30) ? Bound("measure", .atLeast(0.85), unit: "px/m") : nil,
            status: isWaived ? .waived : chance(20) ? .mandated : .plain,
            waivers: isWaived ? [.init(by: "alpha", reason: text(), authority: text())] : [], by: authors(),
            cites: chance(30) ? [text()] : [])
    }

    private mutating func phase(_ number: Int, tracks: Int) -> ComposedPhase {
        let track = Int.random(in: 0..<tracks, using: &generator)
        let isConditional = chance(15)
        let trigger = Trigger("trigger-\(number)", text())
        return Sketch.phase(
            "phase-\(number)", text(), after: (0..<number).filter { _ in chance(25) }.map { "phase-\($0)" },
            on: track == 0 ? .mainTrack : "track-\(track)", when: Condition(clauses: isConditional ? [[trigger]] : []),
            consumes: chance(50) ? ["paper", "plan"] : [], produces: chance(50) ? ["paper-\(number)"] : [],
            activities: (0..<Int.random(in: 0...2, using: &generator)).map {
                Sketch.activity("work-\($0)", text(), by: authors())
            },
            entry: (0..<Int.random(in: 0...2, using: &generator)).map { obligation("entry-\($0)") },
            gate: (0..<Int.random(in: 0...2, using: &generator)).map { obligation("criterion-\($0)") }, by: authors())
    }

    private mutating func sequence() -> ComposedSequence {
        let count = Int.random(in: 1...14, using: &generator)
        let tracks = Int.random(in: 1...3, using: &generator)
        let phases = (0..<count).map { phase($0, tracks: tracks) }
        let loops = (0..<Int.random(in: 0...3, using: &generator)).map { number in
            let from = Int.random(in: 0..<count, using: &generator)
            let to = Int.random(in: 0...from, using: &generator)
            return Sketch.loop(
                "loop-\(number)", from: "phase-\(from)", to: "phase-\(to)", while: "criterion-0", atMost: 3)
        }
        let finding = Finding(
            code: .phaseFloating, severity: .note, message: text(), subjects: [text(), text()], overlays: ["alpha"],
            hint: text())
        return Sketch.sequence(phases, overlays: Self.overlays, loops: loops, findings: chance(50) ? [finding] : [])
    }
}
