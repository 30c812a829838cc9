import PhaseLoom

/// Sequences whose soundness is known from elsewhere: the nets of the yardstick, as far as the model can express them.
enum KnownSequences {
    /// A base of these phases, of which the first holds every extension point.
    static func base(_ phases: [Insert], @OverlayBuilder _ rest: () -> OverlayBody = { OverlayBody() }) -> BaseSequence
    {
        let rest = rest()
        return BaseSequence(
            id: "known", title: "Known",
            body: {
                Artifact("acceptance-criteria", "Acceptance criteria").broughtToTheEngagement()
                for (place, phase) in phases.enumerated() {
                    if place == 0 { phase.holding(ExtensionPoint.allCases) } else { phase }
                }
                rest
            })
    }

    private static func name(_ prefix: String, _ number: Int) -> ID { ID(stringLiteral: "\(prefix)\(number)") }

    /// `phase_net`: phases in a row with two parallel activities each; every third gate may lead back two phases.
    static func phases(_ count: Int, loopingAtMost limit: Int = 1) -> BaseSequence {
        let phases = (1...count).map { number in
            let phase = Insert(name("p", number), "Phase \(number)")
            return number == 1 ? phase : phase.after(.phase(name("p", number - 1)))
        }
        return base(phases) {
            Perform("a", "Activity A", during: .every)
            Perform("b", "Activity B", during: .every)
            for number in stride(from: 3, through: count, by: 3) {
                Expect(name("good", number), "Good", atGateOf: .at(.phase(name("p", number))))
                LoopBack(
                    name("back", number), from: .phase(name("p", number)), to: .phase(name("p", number - 2)),
                    while: ObligationReference(name("good", number)), atMost: limit)
            }
        }
    }

    /// `wide_net`: one split into tracks of two phases each, and a join.
    static func wide(_ count: Int) -> BaseSequence {
        tracks(count, ["x", "y"]) { OverlayBody() }
    }

    /// `cross_net`: tracks of three phases; the second of each also waits for the first of the track before.
    static func crossing(_ count: Int) -> BaseSequence {
        tracks(count, ["one", "two", "three"]) {
            for number in 1..<count {
                Order(.phase(name("one", number - 1)), before: .phase(name("two", number)))
            }
        }
    }

    private static func tracks(
        _ count: Int, _ steps: [String], @OverlayBuilder _ rest: () -> OverlayBody
    ) -> BaseSequence {
        var phases = [Insert("split", "Split")]
        for number in 0..<count {
            for (place, step) in steps.enumerated() {
                let earlier = place == 0 ? "split" : name(steps[place - 1], number)
                phases.append(
                    Insert(name(step, number), "Step \(step) of track \(number)").onTrack(name("track", number))
                        .after(.phase(earlier)))
            }
        }
        let last = steps[steps.count - 1]
        phases.append(Insert("join", "Join").after((0..<count).map { .phase(name(last, $0)) }))
        return base(phases, rest)
    }

    private static let left = Trigger("left", "The left way is taken")
    private static let right = Trigger("right", "The right way is taken")

    /// Two ways, each of which runs only under a trigger of its own and produces an artifact.
    private static var ways: [Insert] {
        [
            Insert("split", "Split"),
            Insert("x", "The left way").after("split").when(left).producing("from-x"),
            Insert("y", "The right way").after("split").when(right).producing("from-y"),
        ]
    }

    /// `deadlock`: ways of which not both need be taken, and a phase that asks for what both produce.
    static func exclusiveSplit(isGate: Bool) -> BaseSequence {
        base(ways + [Insert("join", "Join").after("x", "y")]) {
            if isGate {
                Expect("both", "Both ways were taken", atGateOf: "join").needing("from-x", "from-y")
            } else {
                Require("both", "Both ways were taken", toEnter: "join").needing("from-x", "from-y")
            }
        }
    }

    /// The same, but the phase works from what both produce instead of asking for it as an obligation.
    static var exclusiveFlow: BaseSequence {
        base(ways + [Insert("join", "Join").after("x", "y").consuming("from-x", "from-y")])
    }

    /// `notoken`: two ways that both run, and a phase after them; there is no join that waits for only one.
    static var parallelSplit: BaseSequence {
        base([
            Insert("split", "Split"), Insert("x", "One way").after("split"), Insert("y", "Another way").after("split"),
            Insert("join", "Join").after("x", "y"),
        ])
    }

    /// `dead`: a phase that asks for what two ways produce, and runs whenever either is taken.
    static var deadAsNeed: BaseSequence {
        base(ways + [Insert("z", "Both").after("x", "y").when(left, right)]) {
            Require("both", "Both ways were taken", toEnter: "z").needing("from-x", "from-y")
        }
    }

    /// The same with precedence only: it waits for both ways, and a way not taken is skipped.
    static var deadAsOrder: BaseSequence { base(ways + [Insert("z", "Both").after("x", "y")]) }

    /// `noexit` and `livelock`, as far as a loop can be written: x and y in turn, the way back bounded.
    static func loop(atMost limit: Int) throws(InvalidValue) -> BaseSequence {
        let loop = try LoopBack(checking: "back", from: "y", to: "x", while: ["good"], limit: limit)
        return base([Insert("x", "X"), Insert("y", "Y").after("x"), Insert("z", "Z").after("y")]) {
            Expect("good", "Good", atGateOf: "y")
            loop
        }
    }

    /// A process whose phases wait for each other: each asks for what the other produces.
    static var circularNeed: BaseSequence {
        base([
            Insert("split", "Split"),
            Insert("x", "One way").after("split").producing("from-x"),
            Insert("y", "Another way").after("split").producing("from-y"),
            Insert("join", "Join").after("x", "y"),
        ]) {
            Require("y-first", "Y is done", toEnter: "x").needing("from-y")
            Require("x-first", "X is done", toEnter: "y").needing("from-x")
        }
    }
}
