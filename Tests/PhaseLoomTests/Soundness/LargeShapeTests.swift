import PhaseLoom
import Testing

/// Shapes too large to search, which verification decides all the same.
@Suite struct LargeShapeTests {
    /// As many phases in a row as asked for, each of which works from what the one before produces.
    private static func chain(_ count: Int, breakingAt gap: Int? = nil) -> BaseSequence {
        func name(_ prefix: String, _ number: Int) -> ID { ID(stringLiteral: "\(prefix)\(number)") }
        let phases = (1...count).map { number in
            let phase = Insert(name("p", number), "Phase \(number)").producing(name("result", number))
            return number == 1
                ? phase : phase.after(.phase(name("p", number - 1))).consuming(name("result", number - 1))
        }
        return KnownSequences.base(phases) {
            for number in 2...count {
                // Where the chain is to break, a phase asks for its own result before it opens.
                Require(
                    name("ready", number), "The phase before is done", toEnter: .at(.phase(name("p", number)))
                ).needing(name("result", number == gap ? number : number - 1))
            }
        }
    }

    private static func errors(_ base: BaseSequence) throws -> [Finding] {
        try base.composed().findings.filter { $0.severity == .error }
    }

    @Test(arguments: [75, 1000]) func `passes a long row of phases`(count: Int) throws {
        let sequence = try Self.chain(count).composed()
        #expect(sequence.phases.count == count)
        #expect(sequence.isSound)
    }

    @Test func `finds the one need that blocks a thousand phases`() throws {
        let errors = try Self.errors(Self.chain(1000, breakingAt: 700))
        #expect(errors.map(\.code) == [.needBlocked])
        #expect(errors.map(\.subjects) == [["p700", "result700"]])
    }

    @Test func `passes seventy-five phases with twenty-five loops`() throws {
        let sequence = try KnownSequences.phases(75, loopingAtMost: 3).composed()
        #expect(sequence.loops.count == 25)
        #expect(sequence.isSound)
    }

    @Test func `passes seventeen parallel branches and six crossing tracks`() throws {
        #expect(try Self.errors(KnownSequences.wide(17)) == [])
        #expect(try Self.errors(KnownSequences.crossing(6)) == [])
    }

    @Test func `passes a thousand phases on crossing tracks`() throws {
        #expect(try Self.errors(KnownSequences.crossing(333)) == [])
    }
}
