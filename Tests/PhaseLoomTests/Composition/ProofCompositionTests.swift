import PhaseLoom
import Testing

/// What becomes of proofs when overlays meet.
@Suite struct ProofCompositionTests {
    private static let signature = Proof.signed("test-report", by: "client", separately: true)

    private static func obligation(_ overlays: DeclarativeOverlay...) throws -> ComposedObligation {
        let sequence = try BaseSequence.standard.composed(with: OverlaySet(overlays))
        return try #require(sequence.phase("validation")?.gate.first { $0.id == "shown" })
    }

    private static func expecting(
        _ id: ID, at target: Target = .validation, _ edit: (Expect) -> Expect
    ) -> DeclarativeOverlay {
        ConflictTests.overlay(id) { edit(Expect("shown", "It is shown", atGateOf: target)) }
    }

    @Test func `an obligation needs what its proof needs`() throws {
        let criterion = try Self.obligation(
            Self.expecting("one") {
                $0.needing("runbook").signed("test-report", by: "client", separately: true)
                    .proven(by: .any([.present("baseline-record"), .present("timeline")]))
            })
        #expect(criterion.needs == ["runbook", "test-report"])
        #expect(
            criterion.proof?.description == "test-report signed by client, someone other than its recorder and "
                + "(baseline-record handed in or timeline handed in)")
        #expect(try Self.obligation(Self.expecting("one") { $0.needing("runbook") }).proof == nil)
    }

    @Test func `a requirement is proven in the same words`() throws {
        let overlay = ConflictTests.overlay("one") {
            Require("funded", "The work is funded", toEnter: .scoping).signed("baseline-record", by: "sponsor")
        }
        let sequence = try BaseSequence.standard.composed(with: [overlay])
        let entry = try #require(sequence.phase("scoping")?.entry.first)
        #expect(entry.proof == .signed("baseline-record", by: "sponsor", separately: false))
        #expect(entry.needs == ["baseline-record"])
    }

    @Test func `equal proofs are shared, however they are written`() throws {
        let parts: [Proof] = [.present("runbook"), Self.signature]
        let criterion = try Self.obligation(
            Self.expecting("one") { $0.proven(by: .all(parts)) },
            Self.expecting("other") { $0.proven(by: .all([.all(parts.reversed()), .present("runbook")])) },
            Self.expecting("third") { $0.needing("runbook").proven(by: parts[1]).proven(by: parts[0]) })
        #expect(criterion.attribution.by == ["one", "other", "third"])
        #expect(criterion.proof == .all(parts))
    }

    @Test func `different proofs are one conflict, which quotes them`() throws {
        let overlays = [
            Self.expecting("one") { $0.signed("test-report", by: "client") },
            Self.expecting("other") { $0.signed("runbook", by: "client") },
        ]
        let conflicts = ConflictTests.conflicts(overlays)
        #expect(conflicts.map(\.target) == ["obligation:validation/shown.proof"])
        #expect(conflicts.first?.code == .definition)
        #expect(
            conflicts.first?.claims.map(\.value) == ["'test-report signed by client'", "'runbook signed by client'"])
        let decision = Resolution(
            conflict: "obligation:validation/shown.proof", choose: "other", reason: "It is later", authority: "Client")
        let sequence = try BaseSequence.standard.composed(with: OverlaySet(overlays), resolving: [decision])
        let criterion = sequence.phase("validation")?.gate.first { $0.id == "shown" }
        #expect(criterion?.proof == .signed("runbook", by: "client", separately: false))
        #expect(criterion?.needs == ["runbook"])
    }

    @Test func `a proof against none is a conflict`() {
        let conflicts = ConflictTests.conflicts([
            Self.expecting("one") { $0.signed("test-report", by: "client") },
            Self.expecting("other") { $0 },
        ])
        #expect(conflicts.map(\.target) == ["obligation:validation/shown.proof"])
        #expect(conflicts.first?.claims.map(\.value) == ["'test-report signed by client'", "nothing"])
    }

    @Test func `at another phase it may be shown in another way`() throws {
        let overlay = ConflictTests.overlay("waves") {
            Expect("shown", "It is shown", atGateOf: .validation).signed("test-report", by: "client")
            Expect("shown", "It is shown", atGateOf: .transfer).signed("runbook", by: "client")
        }
        let sequence = try BaseSequence.standard.composed(with: [overlay])
        #expect(sequence.phase("transfer")?.gate.first { $0.id == "shown" }?.needs == ["runbook"])
        #expect(sequence.phase("validation")?.gate.first { $0.id == "shown" }?.needs == ["test-report"])
    }

    @Test func `a compression carries proofs along and asks for all of them`() throws {
        let both = ConflictTests.overlay("both") {
            Expect("shown", "It is shown", atGateOf: .validation).signed("test-report", by: "client")
            Expect("shown", "It is shown", atGateOf: .transfer).signed("runbook", by: "client")
            Compress(from: .validation, through: .transfer, into: "handover", "Handover")
        }
        let sequence = try BaseSequence.standard.composed(with: [both])
        let criterion = try #require(sequence.phase("handover")?.gate.first { $0.id == "shown" })
        #expect(criterion.proof?.description == "runbook signed by client and test-report signed by client")
        #expect(criterion.needs == ["runbook", "test-report"])
    }

    @Test func `a requirement of which one way is produced inside becomes a criterion`() throws {
        let overlay = ConflictTests.overlay("inside") {
            Require("shown", "It is shown", toEnter: .design)
                .proven(by: .any([.present("baseline-record"), .present("readiness-report")]))
            Compress(from: .assessment, through: .design, into: "triage", "Triage")
        }
        let phase = try #require(try BaseSequence.standard.composed(with: [overlay]).phase("triage"))
        #expect(phase.gate.contains { $0.id == "shown" } && !phase.entry.contains { $0.id == "shown" })
    }

    @Test func `a comparison and an explanation show the proof`() throws {
        let overlay = Self.expecting("one") { $0.signed("test-report", by: "client") }
        let before = try BaseSequence.standard.composed(with: [Self.expecting("one") { $0.needing("test-report") }])
        let after = try BaseSequence.standard.composed(with: [overlay])
        let change = try #require(SequenceDiff(from: before, to: after).changes.first)
        #expect(change.element == "criterion:validation/shown")
        #expect(change.fields.map { [$0.name, $0.old, $0.new] } == [["proof", "", "test-report signed by client"]])
        let explanation = try Explainer(of: after, on: .standard).explain("validation/shown").first
        #expect(
            explanation?.reasons.first?.text
                == "expect 'shown' at the gate of @validation, shown by: test-report signed by client")
    }
}
