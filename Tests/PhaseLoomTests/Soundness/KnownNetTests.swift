import PhaseLoom
import Testing

/// The nets of known truth, as sequences: each with the verdict that it must get.
@Suite struct KnownNetTests {
    struct Known: Sendable, CustomTestStringConvertible {
        let name: String
        /// The codes of the errors that verification must find; none means that the sequence is sound.
        let errors: [Finding.Code]
        /// Whether the net is small enough to search all its markings.
        let isSmall: Bool
        let base: BaseSequence

        init(_ name: String, _ errors: [Finding.Code], isSmall: Bool = true, _ base: BaseSequence) {
            self.name = name
            self.errors = errors
            self.isSmall = isSmall
            self.base = base
        }

        var testDescription: String { name }
    }

    static let sound: [Known] =
        [4, 8].map { Known("phase_net \($0)", [], KnownSequences.phases($0)) }
        + [19, 75].map { Known("phase_net \($0)", [], isSmall: false, KnownSequences.phases($0)) }
        + (4...17).map { Known("wide_net \($0)", [], isSmall: $0 <= 5, KnownSequences.wide($0)) }
        + [3, 4, 6].map { Known("cross_net \($0)", [], isSmall: $0 <= 3, KnownSequences.crossing($0)) }
        + [
            Known("notoken: a join waits for all", [], KnownSequences.parallelSplit),
            Known("dead: a way not taken is skipped", [], KnownSequences.deadAsOrder),
        ]

    static let broken = [
        Known("deadlock at an entry", [.needConditional], KnownSequences.exclusiveSplit(isGate: false)),
        Known("deadlock at a gate", [.needConditional], KnownSequences.exclusiveSplit(isGate: true)),
        Known("dead: needs both ways", [.needConditional], KnownSequences.deadAsNeed),
        Known("phases that need each other", [.needBlocked], KnownSequences.circularNeed),
    ]

    @Test(arguments: sound + broken) func `gets its verdict`(known: Known) throws {
        let sequence = try known.base.composed()
        let errors = sequence.findings.filter { $0.severity == .error }
        #expect(Set(errors.map(\.code)) == Set(known.errors))
        guard known.isSmall else { return }
        let trial = try #require(SoundnessTrial(sequence))
        #expect(trial.space.isSound == known.errors.isEmpty)
        #expect(trial.disagreements() == [])
    }

    @Test func `finds what may be missing where two exclusive ways meet`() throws {
        let findings = try KnownSequences.exclusiveFlow.composed().findings.filter { $0.severity == .error }
        #expect(findings.map(\.code) == [.artifactConditional, .artifactConditional])
        #expect(findings.map(\.subjects) == [["join", "from-x", "x"], ["join", "from-y", "y"]])
    }

    @Test func `never passes a join while one of its branches is at work`() throws {
        let trial = try #require(SoundnessTrial(try KnownSequences.parallelSplit.composed()))
        let net = trial.net
        let join = try #require(net.openings["join"].map { net.net.transitions[$0] })
        for marking in trial.space.markings where join.isEnabled(in: marking) {
            // Nothing but the two tokens that the join takes is left of either branch.
            #expect(marking & net.net.work == join.takes)
        }
        #expect(trial.space.completesProperly)
    }
}

/// The process with a loop that has no way out, which other analysers pass: it cannot be written.
@Suite struct LoopWithoutWayOutTests {
    @Test(arguments: [0, -1, Int.min]) func `refuses a loop without a limit`(limit: Int) {
        #expect(throws: InvalidValue("loop 'back' may run \(limit) times", hint: "set a limit of at least 1")) {
            try KnownSequences.loop(atMost: limit)
        }
    }

    @Test func `refuses a loop that nothing ends`() {
        #expect(throws: InvalidValue("loop 'back' has no criterion", hint: "name what leads back while it fails")) {
            try LoopBack(checking: "back", from: "y", to: "x", while: [], limit: 3)
        }
    }

    @Test(arguments: 1...4) func `is sound as soon as the way back is bounded`(limit: Int) throws {
        let sequence = try KnownSequences.loop(atMost: limit).composed()
        #expect(sequence.isSound)
        let trial = try #require(SoundnessTrial(sequence))
        #expect(trial.space.isSound)
        #expect(!trial.space.fires.contains(false), "the loop is taken as often as it may be")
    }

    @Test func `refuses the same circle drawn with precedences`() throws {
        let base = KnownSequences.base([
            Insert("i", "I"), Insert("x", "X").after("i", "y"), Insert("y", "Y").after("x"),
        ])
        do {
            let sequence = try base.composed()
            Issue.record("composed to \(sequence.phases.map(\.id))")
        } catch {
            #expect(error.conflicts.map(\.code) == [.cycle])
            #expect(error.conflicts.map(\.target) == ["order:x<y<x"])
        }
    }
}
