import PhaseLoom
import PhaseLoomTesting
import Testing

/// Input that nobody means well must end in a refusal, soon and without a crash.
@Suite struct HostileCompositionTests {
    static func overlay(_ changes: [Change]) -> DeclarativeOverlay {
        DeclarativeOverlay(
            identity: OverlayIdentity(id: "hostile", title: "Hostile", summary: "Hostile."),
            body: OverlayBody(changes: changes))
    }

    static func codes(_ changes: [Change]) -> Set<Conflict.Code> {
        Set(ConflictTests.conflicts([overlay(changes)]).map(\.code))
    }

    @Test func `compressions that name each other as ends, in a chain and in a circle`() {
        let chain = (0..<200).map { number in
            Compress(
                from: number == 199 ? .design : .phase(ID("c-\(number + 1)")),
                through: number == 199 ? .design : .phase(ID("c-\(number + 1)")), into: ID("c-\(number)"), "C"
            ).change
        }
        #expect(Self.codes(chain) == [.definition])
        let circle = (0..<3).map { number in
            let next = Anchor.phase(ID("c-\((number + 1) % 3)"))
            return Compress(from: next, through: next, into: ID("c-\(number)"), "C").change
        }
        #expect(Self.codes(circle) == [.missingAnchor])
    }

    @Test func `a phase before and after itself`() {
        #expect(Self.codes([Insert("x", "X").after("x").change]) == [.cycle])
        #expect(Self.codes([Order(.design, before: .design).change]) == [.cycle])
        #expect(Self.codes([Order(.closeout, before: .intake).change]) == [.cycle])
        #expect(Self.codes([Perform("a", "A", during: .design).after("a").change]) == [.cycle])
    }

    @Test func `an overlay called base`() {
        let impostor = ConflictTests.overlay("base") { Track("t", "T") }
        #expect(ConflictTests.conflicts([impostor]).map(\.code) == [.overlayIdentity])
    }

    @Test func `everybody before everybody`() {
        let phases = (0..<60).map { ID("p-\($0)") }
        let changes =
            phases.map { Insert($0, "P").change }
            + phases.flatMap { one in phases.map { Order(.phase(one), before: .phase($0)).change } }
        #expect(Self.codes(changes) == [.cycle])
    }

    @Test func `ten thousand changes`() throws {
        let phases = (0..<2_000).map { number in
            Insert(ID("p-\(number)"), "P").after(number == 0 ? .intake : .phase(ID("p-\(number - 1)"))).change
        }
        let obligations = (0..<8_000).map { number in
            Expect(ID("c-\(number)"), "C", atGateOf: .phase(ID("p-\(number % 2_000)"))).change
        }
        let sequence = try BaseSequence.standard.composed(with: [Self.overlay(phases + obligations)])
        #expect(sequence.phases.count == 2_008)
    }

    @Test func `two groups of collapsed phases that wait for each other`() {
        let changes = [
            Insert("a", "A").change, Insert("b", "B").after("a").change,
            Insert("c", "C").change, Insert("d", "D").after("c").change,
            Order("a", before: "d").change, Order("c", before: "b").change,
            Compress(from: "a", through: "b", into: "one", "One").change,
            Compress(from: "c", through: "d", into: "two", "Two").change,
        ]
        #expect(Self.codes(changes) == [.cycle])
    }

    @Test func `the ends of a compression in the wrong order`() {
        #expect(Self.codes([Compress(from: .design, through: .intake, into: "t", "T").change]) == [.interval])
    }

    @Test func `a compression that takes the name of a phase outside`() {
        #expect(Self.codes([Compress(from: .scoping, through: .design, into: "closeout", "T").change]) == [.definition])
    }

    @Test func `changes at random, all of them contrary`() {
        for seed in UInt64(0)..<200 {
            var generator = OverlayGenerator(seed: seed, friction: 1)
            let overlays = generator.overlays(6, changes: 4...12)
            _ = ConflictTests.conflicts(overlays)
        }
    }

    @Test func `ten thousand anchors that do not exist`() {
        let changes = (0..<10_000).map { Insert(ID("p-\($0)"), "P").after(.phase(ID("nope-\($0)"))).change }
        let conflicts = ConflictTests.conflicts([Self.overlay(changes)])
        #expect(conflicts.count == 10_000)
        #expect(Set(conflicts.map(\.code)) == [.missingAnchor])
    }

    @Test func `a ring of three thousand phases`() {
        let changes = (0..<3_000).map { number in
            Insert(ID("p-\(number)"), "P").after(.phase(ID("p-\((number + 1) % 3_000)"))).change
        }
        #expect(ConflictTests.conflicts([Self.overlay(changes)]).map(\.code) == [.cycle])
    }

    @Test func `two hundred phases at once that produce one artifact are one finding`() throws {
        let changes = (0..<200).map { Insert(ID("p-\($0)"), "P").after(.design).producing("z").change }
        let sequence = try BaseSequence.standard.composed(with: [Self.overlay(changes)])
        let contested = sequence.findings.filter { $0.code == .artifactContested }
        #expect(contested.count == 1)
        #expect(contested.first?.subjects.count == 201)
    }
}
