import FoundationEssentials
import PhaseLoom
import Testing

/// The theorem behind verification, tried on random compositions: a sequence without an error about needs can always
/// reach its end and leaves nothing over, and one with such an error has a run that stops where the finding says.
///
/// `PHASELOOM_CASES` sets how many compositions are tried; the default is 4800.
@Suite struct SoundnessTests {
    private static let shards = 4
    private static let cases = ProcessInfo.processInfo.environment["PHASELOOM_CASES"].flatMap { Int($0) } ?? 4800

    @Test(arguments: 0..<shards) func `verification and exhaustive search agree`(shard: Int) throws {
        var tally = Tally()
        for seed in stride(from: shard, to: Self.cases, by: Self.shards) {
            tally.composed += 1
            let drawn = RandomComposition(seed: UInt64(seed))
            let sequence: ComposedSequence
            do throws(ConflictReport) {
                sequence = try drawn.base.composed(with: drawn.overlays)
            } catch {
                tally.conflicts += 1
                continue
            }
            guard let trial = SoundnessTrial(sequence) else {
                tally.tooLarge += 1
                continue
            }
            tally.count(trial)
            let disagreements = trial.disagreements()
            #expect(disagreements == [], "seed \(seed)")
        }
        if ProcessInfo.processInfo.environment["PHASELOOM_CASES"] != nil { print("shard \(shard): \(tally)") }
        tally.expectVariety()
    }
}

/// How many compositions of which kind were tried, so that a test that tries nothing fails.
struct Tally {
    var composed = 0
    var conflicts = 0
    var tooLarge = 0
    private var passed = 0
    private var refused = 0
    private var markings = 0
    private var kinds: [String: Int] = [:]

    mutating func count(_ trial: SoundnessTrial) {
        let sequence = trial.sequence
        if trial.refusals.isEmpty { passed += 1 } else { refused += 1 }
        markings += trial.space.markings.count
        for code in Set(sequence.findings.map(\.code)) { kinds[code.rawValue, default: 0] += 1 }
        let gates = sequence.phases.flatMap(\.gate)
        let features = [
            "loops": !sequence.loops.isEmpty,
            "self loops": sequence.loops.contains { $0.from == $0.to },
            "conditions": sequence.phases.contains { !$0.condition.isAlways },
            "deferrals": gates.contains { $0.deferredTo != nil },
            "waivers": gates.contains { $0.status == .waived },
            "alternatives": (gates + sequence.phases.flatMap(\.entry)).contains { $0.proof?.needs.isEmpty == true },
            "parallel phases": sequence.phases.contains { $0.after.count > 1 },
            "joint producers": sequence.phases.contains {
                $0.id.text.hasSuffix("use") && $0.condition.triggers.count > 1
            },
            "conditional production": sequence.phases.contains { !$0.productionConditions.isEmpty },
            "compressions": sequence.absorbed.values.contains { $0.text.hasPrefix("c") },
            "phases between points": sequence.absorbed.values.contains { $0.text.hasPrefix("b") },
        ]
        for (name, isThere) in features where isThere { kinds[name, default: 0] += 1 }
    }

    /// Expects that every class is well represented.
    func expectVariety() {
        let tried = passed + refused
        #expect(tried >= composed / 2)
        #expect(tooLarge <= composed / 50)
        #expect(passed >= tried * 30 / 100)
        #expect(refused >= tried * 10 / 100)
        for (kind, percent) in Self.shares {
            #expect(
                kinds[kind, default: 0] >= tried * percent / 1000, "\(kind): \(kinds[kind, default: 0]) of \(tried)")
        }
    }

    /// For each kind the least share of compositions, in parts per thousand.
    private static let shares = [
        "loops": 200, "self loops": 50, "conditions": 300, "deferrals": 50, "waivers": 10, "parallel phases": 100,
        "alternatives": 100,
        "conditional production": 20, "joint producers": 20, "compressions": 50, "phases between points": 50,
        "need-unproduced": 20, "need-blocked": 20, "need-conditional": 20,
        "artifact-unproduced": 10, "artifact-late": 10, "artifact-conditional": 10,
    ]
}

extension Tally: CustomStringConvertible {
    var description: String {
        let listed = kinds.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
        return "\(composed) composed, \(conflicts) conflicts, \(tooLarge) too large, \(passed) passed, "
            + "\(refused) refused, \(markings) markings; \(listed)"
    }
}
