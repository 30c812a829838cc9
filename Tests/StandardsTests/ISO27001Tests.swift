import PhaseLoom
import PhaseLoomTesting
import Standards
import Testing

/// Expected values: rows 35 and 2-30 of the framework; ISO/IEC 27001:2022, whose annex A has 93 controls.
@Suite struct ISO27001Tests {
    @Test(arguments: BaseSequence.shipped)
    func `it keeps the contract on every base`(base: BaseSequence) {
        #expect(OverlayContract.violations(of: ISO27001.self, on: base) == [])
    }

    @Test func `the statement of applicability decides on every control before execution`() throws {
        let sequence = try composed(ISO27001.self)
        let decided = sequence.obligation("isms-controls-decided", at: .design)
        #expect(decided?.bound == Bound("isms-decided-controls", .exactly(93)))
        #expect(sequence.phase(holding: .execution)?.consumes.contains("isms-statement-of-applicability") == true)
    }

    @Test(
        arguments: [
            ("isms-scope-defined", .assessment), ("isms-risks-assessed", .assessment),
            ("isms-policy-approved", .scoping),
            ("isms-risks-treated", .execution), ("isms-audited", .validation), ("isms-reviewed", .validation),
            ("isms-improved", .closeout),
        ] as [(ID, ExtensionPoint)])
    func `it is voluntary until a contract binds`(id: ID, point: ExtensionPoint) throws {
        #expect(try composed(ISO27001.self).obligation(id, at: point)?.status == .plain)
        #expect(try composed(ISO27001.self, ["binding": "yes"]).obligation(id, at: point)?.status == .mandated)
        #expect(try refusesWaiver(of: id.text, in: ISO27001.self, ["binding": "yes"]))
    }

    @Test func `nobody audits their own work`() throws {
        let audited = try composed(ISO27001.self).obligation("isms-audited")
        #expect(audited?.proof == .signed("isms-internal-audit", by: "internal-auditor", separately: true))
    }

    @Test func `for health records each technical safeguard has a control`() throws {
        #expect(try composed(ISO27001.self).obligation("isms-safeguards-mapped") == nil)
        let mapped = try composed(ISO27001.self, with: [companion("hipaa")]).obligation("isms-safeguards-mapped")
        #expect(mapped?.bound == Bound("isms-unmapped-safeguards", .exactly(0)))
        #expect(mapped?.attribution.cites == ["45 CFR 164.312"])
    }

    @Test func `two management systems share a certificate's rules and no record`() throws {
        let both = try composed(
            ISO27001.self, ["certificate": "yes"], with: [try ISO20000(options: ["certificate": "yes"])])
        let closeout = both.phase(holding: .closeout)?.gate.map(\.id) ?? []
        #expect(closeout.contains("isms-certified") && closeout.contains("sms-certified"))
        #expect(both.artifacts.allSatisfy { $0.attribution.by.count == 1 })
    }

    @Test(
        arguments: [
            (["iso-27001"], [], .contractual, ["binding": "yes"]),
            (["iso-27001", "certificate"], [], .contractual, ["binding": "yes", "certificate": "yes"]),
            ([], ["ephi"], .voluntary, [:]),
            ([], ["financial-reporting"], .unneeded, [:]),
        ] as [([ID], [ID], Advice.Verdict, [String: String])])
    func `a contract makes it binding, sensitive data recommend it`(
        clauses: [ID], data: [ID], verdict: Advice.Verdict, options: [String: String]
    ) {
        let advice = advice(on: ISO27001.self, known([.clauses: clauses, .dataClasses: data, .client: ["mid-size"]]))
        #expect(advice.verdict == verdict && advice.options == options)
    }

    @Test(arguments: ["household", "small-business"] as [ID])
    func `a small client gets it only when a contract asks`(client: ID) {
        let facts = known([.clauses: [], .dataClasses: ["personal"], .client: [client]])
        #expect(advice(on: ISO27001.self, facts).verdict == .unneeded)
        let asked = known([.clauses: ["iso-27001"], .dataClasses: ["personal"], .client: [client]])
        #expect(advice(on: ISO27001.self, asked).verdict == .contractual)
    }

    @Test func `what is not known is asked`() {
        #expect(advice(on: ISO27001.self, Facts()).questions.map(\.id) == ["clauses", "client", "data-classes"])
    }
}
