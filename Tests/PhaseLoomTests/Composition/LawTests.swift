import PhaseLoom
import PhaseLoomTesting
import Testing

/// The laws of composition, on hundreds of invented sets of overlays, many of which conflict.
@Suite struct LawTests {
    /// A composition as one value, whichever way it ended.
    typealias Outcome = Result<ComposedSequence, ConflictReport>

    static func outcome(_ overlays: OverlaySet) -> Outcome {
        Result { () throws(ConflictReport) in try BaseSequence.standard.composed(with: overlays) }
    }

    /// What every law is tried on: sets of two to nine overlays.
    static let seeds = Array(UInt64(0)..<300)

    /// Compares two outcomes and says where they part.
    static func expectSame(_ one: Outcome, _ other: Outcome, seed: UInt64) {
        if one == other { return }
        guard case .failure(let one) = one, case .failure(let other) = other else {
            Issue.record("seed \(seed): different sequences, or only one of them composes")
            return
        }
        let (left, right) = (Set(one.conflicts), Set(other.conflicts))
        let difference = left.symmetricDifference(right).map { "\($0.code.rawValue) \($0.target): \($0.message)" }
        Issue.record("seed \(seed): \(difference.sorted().joined(separator: "\n"))")
    }

    static func overlays(_ seed: UInt64) -> [DeclarativeOverlay] {
        var generator = OverlayGenerator(seed: seed, friction: seed.isMultiple(of: 3) ? 0.1 : 0.01)
        return generator.overlays(2 + Int(seed % 8), changes: 1...(seed.isMultiple(of: 2) ? 3 : 7))
    }

    @Test func `is commutative: every permutation gives the identical result or report`() {
        for seed in Self.seeds {
            var random = SeededGenerator(seed: seed)
            let overlays = Self.overlays(seed)
            let expected = Self.outcome(OverlaySet(overlays))
            for _ in 0..<3 {
                let shuffled = OverlaySet(overlays.shuffled(using: &random))
                Self.expectSame(Self.outcome(shuffled), expected, seed: seed)
            }
        }
    }

    @Test func `does not depend on the order of changes inside an overlay`() {
        for seed in Self.seeds {
            var random = SeededGenerator(seed: seed)
            let overlays = Self.overlays(seed)
            let shuffled = overlays.map { overlay in
                var copy = overlay
                copy.body.changes.shuffle(using: &random)
                return copy
            }
            let (one, other) = (Self.outcome(OverlaySet(overlays)), Self.outcome(OverlaySet(shuffled)))
            switch (one, other) {
            case (.success(let one), .success(let other)):
                #expect(one.phases == other.phases && one.loops == other.loops, "seed \(seed)")
                #expect(one.precedences == other.precedences && one.findings == other.findings, "seed \(seed)")
                #expect(one.artifacts == other.artifacts && one.tracks == other.tracks, "seed \(seed)")
            default: Self.expectSame(one, other, seed: seed)
            }
        }
    }

    @Test func `is associative: bundling some of them first changes nothing`() {
        for seed in Self.seeds {
            let overlays = Self.overlays(seed)
            let cut = Int(seed) % overlays.count
            let (left, right) = (OverlaySet(overlays[..<cut]), OverlaySet(overlays[cut...]))
            #expect(left.union(right) == right.union(left))
            Self.expectSame(Self.outcome(right.union(left)), Self.outcome(OverlaySet(overlays)), seed: seed)
        }
    }

    @Test func `is idempotent: an overlay given twice counts once`() {
        for seed in Self.seeds {
            let overlays = Self.overlays(seed)
            Self.expectSame(
                Self.outcome(OverlaySet(overlays + overlays)), Self.outcome(OverlaySet(overlays)), seed: seed)
        }
    }

    @Test func `has an identity: the empty overlay changes nothing but the list of overlays`() throws {
        let empty = DeclarativeOverlay(
            identity: OverlayIdentity(id: "nothing", title: "Nothing", summary: "Nothing."), body: OverlayBody())
        for seed in Self.seeds {
            let overlays = OverlaySet(Self.overlays(seed))
            switch (Self.outcome(overlays), Self.outcome(overlays.union([empty]))) {
            case (.success(let without), .success(let with)):
                #expect(without.phases == with.phases && without.findings == with.findings, "seed \(seed)")
                #expect(without.precedences == with.precedences && without.loops == with.loops, "seed \(seed)")
            case (.failure(let without), .failure(let with)): #expect(without == with, "seed \(seed)")
            default: Issue.record("seed \(seed): the empty overlay decides whether the set composes")
            }
        }
    }

    @Test func `is monotone: no overlay removes an obligation, and bounds only tighten`() {
        for seed in Self.seeds {
            let overlays = Self.overlays(seed)
            guard case .success(let fewer) = Self.outcome(OverlaySet(overlays.dropLast())),
                case .success(let more) = Self.outcome(OverlaySet(overlays))
            else { continue }
            for phase in fewer.phases {
                for obligation in phase.entry + phase.gate {
                    let place = more.phase(phase.id)
                    let kept = place.map { $0.entry + $0.gate }?.first { $0.id == obligation.id }
                    #expect(kept != nil, "seed \(seed): \(phase.id)/\(obligation.id) is lost")
                    guard let kept, let bound = obligation.bound, let tighter = kept.bound else { continue }
                    #expect(tighter.interval.intersection(bound.interval) == tighter.interval, "seed \(seed)")
                    if kept.status == .waived { #expect(!kept.waivers.isEmpty, "seed \(seed)") }
                }
            }
        }
    }

    @Test func `explains every element and every position`() {
        for seed in Self.seeds {
            guard case .success(let sequence) = Self.outcome(OverlaySet(Self.overlays(seed))) else { continue }
            let known = Set(sequence.overlays.map(\.identity.id)).union([.base])
            for explanation in Explainer(of: sequence, on: .standard).all {
                let isUndeclared = explanation.kind == .track || explanation.kind == .artifact
                #expect(isUndeclared || !explanation.reasons.isEmpty, "seed \(seed): \(explanation.name)")
                #expect(explanation.reasons.allSatisfy { Set($0.by).isSubset(of: known) && !$0.by.isEmpty })
            }
            for phase in sequence.phases {
                #expect(!phase.attribution.by.isEmpty)
                for earlier in phase.after {
                    let demand = sequence.precedences.first { $0.first == earlier && $0.then == phase.id }
                    #expect(demand?.isDirect == true && demand?.attribution.by.isEmpty == false, "seed \(seed)")
                }
            }
        }
    }

    @Test func `is complete: a refusal names target, claimants and ways out of each conflict`() {
        var refused = 0
        for seed in Self.seeds {
            guard case .failure(let report) = Self.outcome(OverlaySet(Self.overlays(seed))) else { continue }
            refused += 1
            #expect(!report.conflicts.isEmpty)
            for conflict in report.conflicts {
                #expect(!conflict.target.isEmpty && !conflict.message.isEmpty)
                #expect(!conflict.claims.isEmpty && !conflict.waysOut.isEmpty, "seed \(seed): \(conflict.message)")
            }
        }
        // Both sides of the laws must be tried, or they would prove little.
        #expect(refused > 60 && refused < 240, "\(refused) of \(Self.seeds.count) sets conflict")
    }

    @Test func `a thousand permutations of twenty overlays are identical`() {
        var random = SeededGenerator(seed: 20)
        var generator = OverlayGenerator(seed: 4, friction: 0)
        var overlays = generator.overlays(20, changes: 2...4)
        while case .failure = Self.outcome(OverlaySet(overlays)) {
            // Swap the overlays that clash for others until twenty compose.
            guard let clash = BaseSequence.standard.smallestClash(among: OverlaySet(overlays), effort: 0) else { break }
            let fresh = generator.overlays(20, changes: 1...3)
            overlays = overlays.map { clash.overlays.contains($0.identity.id) ? renamed(fresh, $0.identity.id) : $0 }
        }
        let expected = Self.outcome(OverlaySet(overlays))
        #expect(overlays.count == 20)
        if case .failure = expected { Issue.record("twenty overlays should compose") }
        for _ in 0..<1000 {
            #expect(Self.outcome(OverlaySet(overlays.shuffled(using: &random))) == expected)
        }
    }

    private func renamed(_ fresh: [DeclarativeOverlay], _ id: ID) -> DeclarativeOverlay {
        fresh.first { $0.identity.id == id } ?? fresh[0]
    }
}
