import PhaseLoom
import Testing

@testable import Regulations

/// Expected values: row 12 of the framework's overlay catalogue (claims check at P3 and P6; AI on personal data: claims
/// register, privacy notice, deletion path) and 15 U.S.C. 45(a).
@Suite struct FTCActTests {
    @Test func `claims are checked when they are made and when they are borne out`() throws {
        let sequence = try Sample.composed(try FTCAct())
        let made = try #require(sequence.phase("scoping")?.gate.first { $0.id == "ftc-claims-registered" })
        #expect(made.bound?.description == "ftc-claims-without-evidence exactly 0" && made.status == .mandated)
        let borneOut = try #require(sequence.phase("validation")?.gate.first { $0.id == "ftc-claims-substantiated" })
        #expect(borneOut.bound?.description == "ftc-unsubstantiated-claims exactly 0")
        #expect(borneOut.needs == ["ftc-claims-register", "ftc-substantiation"] && borneOut.status == .mandated)
    }

    @Test func `who keeps the register does not release claims`() throws {
        let released = try Sample.composed(try FTCAct()).obligation("ftc-claims-released")
        #expect(released?.proof == .signed("ftc-claims-register", by: "claims-reviewer", separately: true))
        #expect(released?.status == .plain)
    }

    @Test(arguments: [
        ("ftc-notice-true", "design", Status.mandated), ("ftc-deletion-planned", "design", .plain),
        ("ftc-deletion-works", "validation", .plain),
    ])
    func `AI on personal data gives notice and can delete`(obligation: ID, phase: ID, status: Status) throws {
        #expect(try Sample.composed(try FTCAct()).obligation(obligation) == nil)
        let sequence = try Sample.composed(try FTCAct(options: ["personal-data": "yes"]))
        #expect(sequence.place(of: obligation) == phase)
        #expect(sequence.obligation(obligation)?.status == status)
    }

    @Test(arguments: [
        (["personal-data": "some"], "it takes 'yes' or 'no'"),
        (["personal": "yes"], "did you mean 'personal-data'?"),
    ])
    func `options that cannot be are refused with a hint`(options: [String: String], hint: String) {
        let error = #expect(throws: InvalidValue.self) { try FTCAct(options: options) }
        #expect(error?.hint == hint)
    }

    @Test func `claims about an AI service stay within its tests`() throws {
        let sequence = try Sample.composed(try FTCAct(), Sample.stranger("ai-services"))
        #expect(sequence.place(of: "ftc-service-claims-measured") == "validation")
    }

    @Test(arguments: ["ftc-claims-registered", "ftc-claims-substantiated"])
    func `nobody waives the check of claims`(obligation: String) throws {
        #expect(try Sample.conflicts(waiving: obligation, of: try FTCAct()) == [.mandate])
    }

    @Test(
        arguments: [
            (true, true, ["software"], [], Advice.Verdict.mandatory, [:]),
            (true, false, ["software"], [], .voluntary, [:]),
            (false, true, ["ai-service"], ["personal"], .mandatory, ["personal-data": "yes"]),
            (true, true, ["ml-model"], ["recordings"], .mandatory, ["personal-data": "yes"]),
            (false, true, ["ai-service"], ["cui"], .unneeded, [:]),
            (false, true, ["network"], ["personal"], .unneeded, [:]),
        ] as [(Bool, Bool, [ID], [ID], Advice.Verdict, [String: String])])
    func `claims and AI on personal data bring it`(
        claims: Bool, ftc: Bool, deliverables: [ID], data: [ID], verdict: Advice.Verdict, options: [String: String]
    ) {
        let facts = Sample.facts([
            Fact.claims: .flag(claims), Fact.ftcJurisdiction: .flag(ftc), Fact.deliverables: .words(deliverables),
            Fact.dataClasses: .words(data),
        ])
        let advice = Sample.advice(on: FTCAct.self, knowing: facts)
        #expect(advice.verdict == verdict && advice.options == options)
    }

    @Test func `what is not known is asked for`() {
        let advice = Sample.advice(on: FTCAct.self, knowing: Sample.facts([Fact.claims: .flag(true)]))
        #expect(advice.verdict == .voluntary)
        #expect(advice.questions.map(\.id) == ["data-classes", "deliverables", "ftc-jurisdiction"])
    }
}
