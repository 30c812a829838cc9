import PhaseLoom
import PhaseLoomTesting
import SmartHome
import Testing

/// Expected values: row 19 of the framework's overlay catalogue, a check as P5 is assigned, and its rows 0-69 and 3-21;
/// 16 CCR 832.07, 832.10 and 832.46 for the classes C-7, C-10 and C-46 of California.
@Suite struct SmartHomeTechniciansTests {
    @Test(arguments: bases)
    func `keeps the contract on every base, alone and with the home`(base: BaseSequence) throws {
        #expect(OverlayContract.violations(of: SmartHomeTechnicians.self, on: base) == [])
        let home: [any Overlay] = [try SmartHome(), try SmartHomeShared()]
        #expect(OverlayContract.violations(of: SmartHomeTechnicians.self, on: base, among: home) == [])
    }

    private static let all = ["line-voltage": "yes", "low-voltage": "yes", "alarm": "yes", "pv": "yes"]

    @Test(arguments: [
        ("us-ca", "line-voltage", ["16 CCR 832.10"]), ("us-ca", "low-voltage", ["16 CCR 832.07"]),
        ("us-ca", "pv", ["16 CCR 832.46"]), ("us-ca", "alarm", ["California Business and Professions Code 7590"]),
        ("us-tx", "line-voltage", ["Texas Occupations Code, chapter 1305"]),
        ("us-tx", "alarm", ["Texas Occupations Code, chapter 1702"]),
        ("us-fl", "alarm", ["Florida Statutes, chapter 489, part II"]),
        ("us-nc", "alarm", ["North Carolina General Statutes, chapter 74D"]),
        ("us-md", "alarm", ["Maryland Business Occupations and Professions Article, title 18"]),
    ])
    func `a rule that is known is cited, and nobody waives it`(place: String, work: String, cites: [String]) throws {
        let options = Self.all.merging(["jurisdiction": place]) { $1 }
        let sequence = try composed(SmartHomeTechnicians(options: options))
        let licensed = sequence.entry("execution", "licensed-for-\(work)")
        #expect(licensed?.status == .mandated && licensed?.attribution.cites == cites)
        #expect(licensed?.proof?.description == "unlicensed-\(work) exactly 0 in technician-credentials")
        #expect(sequence.gate("scoping", "licence-rule-found-\(work)") == nil)
    }

    @Test(arguments: [
        ("us-tx", "low-voltage"), ("us-fl", "line-voltage"), ("us-nc", "pv"), ("us-md", "low-voltage"),
        ("other", "line-voltage"), ("other", "alarm"),
    ])
    func `a rule that is not known has to be found: unknown is not none`(place: String, work: String) throws {
        let options = Self.all.merging(["jurisdiction": place]) { $1 }
        let sequence = try composed(SmartHomeTechnicians(options: options))
        #expect(sequence.gate("scoping", "licence-rule-found-\(work)")?.needs == ["licence-rule-record"])
        #expect(sequence.entry("execution", "licensed-for-\(work)")?.status == .plain)
    }

    @Test func `only the classes of work at hand are asked for`() throws {
        let sequence = try composed(SmartHomeTechnicians(options: ["line-voltage": "no", "jurisdiction": "us-ca"]))
        let asked = sequence.phase("execution")?.entry.filter { $0.id.text.hasPrefix("licensed-for-") }.map(\.id)
        #expect(asked == ["licensed-for-low-voltage"])
        #expect(sequence.artifacts.contains { $0.id == "licence-rule-record" } == false)
    }

    @Test func `the work is assigned before the trades begin`() throws {
        let sequence = try composed(SmartHome(), SmartHomeTechnicians())
        let roughIn = sequence.phase("execution")?.activities.first { $0.id == "rough-in" }
        #expect(roughIn?.after == ["assign-technicians", "permit"])
        let assigned = sequence.gate("execution", "assignments-licensed")
        #expect(assigned?.bound?.description == "unlicensed-tasks exactly 0")
        #expect(sequence.artifacts.count { $0.id == "technician-credentials" } == 1)
    }

    @Test func `background checks are asked for where they are wanted`() throws {
        let vetted = try composed(SmartHomeTechnicians(options: ["background": "yes"]))
            .entry("execution", "technicians-vetted")
        #expect(vetted?.proof?.description == "unvetted-technicians exactly 0 in background-checks")
        #expect(try composed(SmartHomeTechnicians()).entry("execution", "technicians-vetted") == nil)
    }

    @Test(arguments: [
        (["jurisdiction": "us-zz"], "it takes one of 'us-ca', 'us-tx', 'us-fl', 'us-nc', 'us-md', 'other'"),
        (["pv": "some"], "it takes 'yes' or 'no'"), (["alarms": "yes"], "did you mean 'alarm'?"),
        (["line-voltage": "no", "low-voltage": "no"], "set 'line-voltage' or another to 'yes'"),
    ])
    func `options that cannot be are refused with a hint`(options: [String: String], hint: String) {
        let error = #expect(throws: InvalidValue.self) { try SmartHomeTechnicians(options: options) }
        #expect(error?.hint == hint)
    }

    @Test(
        arguments: [
            (true, ["home-systems"], ["us", "us-ca"], .mandatory, ["jurisdiction": "us-ca"]),
            (true, ["home-systems"], ["us", "us-tx"], .mandatory, ["jurisdiction": "us-tx"]),
            (true, ["home-systems"], ["us", "us-fl"], .voluntary, [:]), (true, ["support"], ["us-ca"], .voluntary, [:]),
            (false, ["home-systems"], ["us-ca"], .unneeded, [:]),
        ] as [(Bool, [ID], [ID], Advice.Verdict, [String: String])])
    func `the law demands it where it is known to license electrical work`(
        visits: Bool, deliverables: [ID], places: [ID], verdict: Advice.Verdict, options: [String: String]
    ) {
        let known = facts([
            Fact.homeVisits: .flag(visits), Fact.deliverables: .words(deliverables), Fact.jurisdictions: .words(places),
        ])
        let advice = Advice(on: "smart-home-technicians", weighing: SmartHomeTechnicians.applicability, knowing: known)
        #expect(advice.verdict == verdict && advice.options == options && advice.questions == [])
    }

    @Test func `it asks for visits, work and place`() {
        let advice = Advice(
            on: "smart-home-technicians", weighing: SmartHomeTechnicians.applicability, knowing: Facts())
        #expect(advice.verdict == .unknown)
        #expect(advice.questions == [Fact.deliverables, Fact.homeVisits, Fact.jurisdictions])
    }
}
