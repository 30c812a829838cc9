import Governance
import PhaseLoom
import PhaseLoomTesting
import Testing

/// Expected values: row 25 of the framework's overlay catalogue, ENTRY(pack), and row 0-64.
@Suite struct ReadinessTests {
    @Test(arguments: bases)
    func `keeps the contract`(base: BaseSequence) {
        #expect(OverlayContract.violations(of: Readiness.self, on: base) == [])
    }

    @Test(arguments: ["infrastructure", "ai", "connectivity", "all"], bases)
    func `assessment waits for the pack`(pack: String, base: BaseSequence) throws {
        let sequence = try composed(Readiness(options: ["pack": pack]), on: base)
        let met = try #require(sequence.obligations("readiness-pack-met").first)
        #expect(met.needs == ["readiness-report"])
        #expect(met.proof?.description == "open-items exactly 0 in readiness-report")
        #expect(
            sequence.phases.count == base.body.changes.count { if case .insert = $0.operation { true } else { false } })
    }

    @Test func `it stands at the entry to assessment, beside the base's four criteria`() throws {
        let entry = try composed(Readiness()).phase(holding: .assessment)?.entry.map(\.id) ?? []
        #expect(
            entry == [
                "access-lawful", "assets-licensed", "authority-documented", "environment-ready", "readiness-pack-met",
            ])
    }

    @Test(arguments: [("infrastructure", 1), ("ai", 1), ("connectivity", 1), ("all", 3)])
    func `each pack is gone through during intake`(pack: String, count: Int) throws {
        let activities = try composed(Readiness(options: ["pack": pack])).phase("intake")?.activities ?? []
        #expect(activities.count == count)
        #expect(activities.allSatisfy { $0.title.hasSuffix("version 1.0.0") })
    }

    @Test func `packs have items that can be told apart, each with its check`() {
        #expect(ReadinessPack.all.map(\.name) == ["ai", "connectivity", "infrastructure"])
        let items = ReadinessPack.all.flatMap(\.items)
        #expect(Set(items.map(\.id)).count == items.count)
        for item in items { #expect(!item.statement.isEmpty && !item.check.isEmpty) }
    }

    @Test func `a pack that does not exist is refused`() {
        let error = #expect(throws: InvalidValue.self) { try Readiness(options: ["pack": "cloud"]) }
        #expect(error?.hint == "it takes one of 'infrastructure', 'ai', 'connectivity', 'all'")
    }

    @Test(
        arguments: [
            (["ml-model"], .voluntary, "ai"), (["network"], .voluntary, "connectivity"),
            (["infrastructure"], .voluntary, "infrastructure"), (["support"], .unneeded, nil),
            (["network", "ai-service"], .voluntary, "ai"),
        ] as [([ID], Advice.Verdict, String?)])
    func `what is delivered chooses the pack`(deliverables: [ID], verdict: Advice.Verdict, pack: String?) {
        let advice = advice(on: Readiness.self, [.deliverables: .words(deliverables)])
        #expect(advice.verdict == verdict)
        #expect(advice.options["pack"] == pack)
    }

    @Test func `without knowing what is delivered it asks`() {
        let advice = advice(on: Readiness.self, [:])
        #expect(advice.verdict == .unknown)
        #expect(advice.questions.map(\.id) == ["deliverables"])
    }
}
