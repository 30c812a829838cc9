import PhaseLoom
import Testing

/// Verification knows that one of several ways to show an obligation is enough.
@Suite struct AlternativeTests {
    private static func findings(_ proof: Proof, at target: Target, isEntry: Bool = false) throws -> [Finding] {
        let overlay = ConflictTests.overlay("ways") {
            Artifact("nowhere", "An artifact that nobody produces")
            Artifact("brought", "An artifact that the client brings").broughtToTheEngagement()
            if isEntry {
                Require("shown", "It is shown", toEnter: target).proven(by: proof)
            } else {
                Expect("shown", "It is shown", atGateOf: target).proven(by: proof)
            }
        }
        return try BaseSequence.standard.composed(with: [overlay]).findings.filter { $0.severity == .error }
    }

    @Test(arguments: [
        Proof.any([.present("nowhere"), .present("design-review")]),
        .any([.present("runbook"), .present("design-review")]), .any([.present("runbook"), .present("brought")]),
        .any([.present("nowhere"), .measured(Bound("m", .atLeast(1)), of: nil)]),
        .any([.all([.present("nowhere"), .present("brought")]), .all([.present("brought"), .present("timeline")])]),
        .all([.any([.present("nowhere"), .present("brought")]), .any([.present("timeline"), .present("runbook")])]),
    ])
    func `one way that is open is enough`(proof: Proof) throws {
        #expect(try Self.findings(proof, at: .design) == [])
    }

    @Test(arguments: [
        (Proof.any([.present("nowhere"), .signed("nowhere", by: "client", separately: true)]), "need-unproduced"),
        (.any([.present("nowhere"), .present("runbook")]), "need-blocked"),
        (.any([.present("test-report"), .present("runbook")]), "need-blocked"),
        (.all([.any([.present("brought"), .present("nowhere")]), .present("runbook")]), "need-blocked"),
        (.any([.all([.present("brought"), .present("nowhere")]), .present("nowhere")]), "need-unproduced"),
    ])
    func `no way that is open is an error`(proof: Proof, code: String) throws {
        #expect(try Self.findings(proof, at: .design).map(\.code.rawValue) == [code])
    }

    @Test func `what a phase produces itself shows nothing before it opens`() throws {
        let proof = Proof.any([.present("design-review"), .present("nowhere")])
        #expect(try Self.findings(proof, at: .design, isEntry: true).map(\.code) == [.needBlocked])
        #expect(try Self.findings(proof, at: .execution, isEntry: true) == [])
    }

    @Test(arguments: [(["left", "right"], true), (["left", "none"], false)])
    func `ways under different conditions do together what none does alone`(ways: [ID], isSound: Bool) throws {
        let overlay = ConflictTests.overlay("ways") {
            let triggers = [Trigger("small", "The site is small"), Trigger("large", "The site is large")]
            for (place, way) in (["left", "right"] as [ID]).enumerated() {
                Artifact(way, "Report of \(way)")
                Insert(ID("survey-\(way)"), "Survey \(way)").after(.design).before("use").producing(way)
                    .when(triggers[place])
            }
            Artifact("none", "What nobody produces")
            Insert("use", "Use").before(.execution).when(triggers)
            Expect("surveyed", "The site is surveyed", atGateOf: "use").proven(by: .any(ways.map { .present($0) }))
        }
        let errors = try BaseSequence.standard.composed(with: [overlay]).findings.filter { $0.severity == .error }
        #expect(errors.map(\.code) == (isSound ? [] : [.needConditional]))
        if !isSound {
            #expect(
                errors.first?.message
                    == "'surveyed' of 'use' needs 'left' or 'none', which nobody produces when only 'large' holds")
        }
    }

    @Test(arguments: [(4, "need-unproduced"), (9, "need-undecided")])
    func `more ways than anybody can try are refused, not guessed`(count: Int, code: String) throws {
        let ways = (0..<count).map { Proof.all([.present(ID("a\($0)")), .present(ID("b\($0)"))]) }
        #expect(Set(try Self.findings(.any(ways), at: .design).map(\.code.rawValue)) == [code])
        #expect(try Self.findings(.any(ways + [.present("timeline")]), at: .design) == [])
    }

    /// An error of its own, but the run stops all the same.
    @Test func `an obligation deferred to an earlier phase waits there`() throws {
        let overlay = ConflictTests.overlay("late") {
            Expect("shown", "It is shown", atGateOf: .execution).needing("build-artifact").deferred(to: .design)
        }
        let errors = try BaseSequence.standard.composed(with: [overlay]).findings.filter { $0.severity == .error }
        #expect(errors.map(\.code) == [.deferralLate, .needBlocked])
    }

    @Test func `an artifact that only an alternative names is listed and asked for`() throws {
        let overlay = ConflictTests.overlay("ways") {
            Expect("shown", "It is shown", atGateOf: .design)
                .proven(by: .any([.present("design-review"), .present("sketch")]))
        }
        let sequence = try BaseSequence.standard.composed(with: [overlay])
        #expect(sequence.artifacts.first { $0.id == "sketch" }?.attribution.by == ["ways"])
        #expect(sequence.findings.map(\.code) == [.artifactUndeclared])
        let uses = try Explainer(of: sequence, on: .standard).explain("sketch").first?.influences.map(\.text)
        #expect(uses == ["one way to pass the gate of 'design'"])
    }
}
