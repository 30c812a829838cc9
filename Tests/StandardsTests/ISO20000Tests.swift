import PhaseLoom
import PhaseLoomTesting
import Standards
import Testing

/// Expected values: rows 35, 2-06, 2-21 and 2-40 of the framework: clauses 4 to 10, none excluded; binding only by
/// contract; audited by an accredited body before a certificate is issued.
@Suite struct ISO20000Tests {
    @Test(arguments: BaseSequence.shipped)
    func `it keeps the contract on every base`(base: BaseSequence) {
        #expect(OverlayContract.violations(of: ISO20000.self, on: base) == [])
    }

    @Test(
        arguments: [
            ("sms-scope-defined", .assessment, "4"), ("sms-policy-approved", .scoping, "5"),
            ("sms-planned", .design, "6"),
            ("sms-supported", .execution, "7"), ("sms-operated", .validation, "8.2 to 8.7"),
            ("sms-audited", .validation, "9.2"), ("sms-reviewed", .validation, "9.3"),
            ("sms-improved", .closeout, "10"),
        ] as [(ID, ExtensionPoint, String)])
    func `each clause stands where its work is done`(id: ID, point: ExtensionPoint, clause: String) throws {
        let obligation = try composed(ISO20000.self).obligation(id, at: point)
        #expect(obligation?.attribution.cites == ["ISO/IEC 20000-1:2018, \(clause)"])
        #expect(obligation?.status == .plain)
    }

    @Test func `none of the seven clauses is excluded, and all six groups of operation run`() throws {
        let sequence = try composed(ISO20000.self)
        #expect(sequence.obligation("sms-clauses-covered")?.bound == Bound("sms-clauses", .exactly(7)))
        #expect(sequence.obligation("sms-operated")?.bound == Bound("sms-operated-groups", .exactly(6)))
    }

    @Test func `a contract binds all of it, without one it can be waived`() throws {
        let bound = try composed(ISO20000.self, ["binding": "yes", "certificate": "yes"]).obligations(of: "iso-20000-1")
        #expect(bound.count == 10 && bound.allSatisfy { $0.status == .mandated })
        #expect(try !refusesWaiver(of: "sms-audited", in: ISO20000.self))
        #expect(try refusesWaiver(of: "sms-audited", in: ISO20000.self, ["binding": "yes"]))
    }

    @Test func `a certificate needs an accredited body, and an audit before the issue`() throws {
        #expect(try composed(ISO20000.self).obligation("sms-certified") == nil)
        let certified = try composed(ISO20000.self, ["certificate": "yes"]).obligation("sms-certified", at: .closeout)
        #expect(certified?.needs == ["sms-accreditation-proof", "sms-certificate"])
        #expect(certified?.bound == Bound("sms-days-from-audit-to-issue", .atLeast(0), unit: "d"))
        #expect(certified?.proof == .signed("sms-certificate", by: "certification-body", separately: true))
    }

    @Test(arguments: [
        (["binding": "2018"], "it takes 'yes' or 'no'"), (["certificat": "yes"], "did you mean 'certificate'?"),
    ])
    func `options that cannot be are refused with a hint`(options: [String: String], hint: String) {
        let error = #expect(throws: InvalidValue.self) { try ISO20000(options: options) }
        #expect(error?.hint == hint)
    }

    @Test(
        arguments: [
            (["iso-20000-1"], "project", .contractual, ["binding": "yes"]),
            (["iso-20000-1", "certificate"], "project", .contractual, ["binding": "yes", "certificate": "yes"]),
            ([], "continuous", .voluntary, [:]),
            (["certificate"], "project", .unneeded, [:]),
        ] as [([ID], ID, Advice.Verdict, [String: String])])
    func `a policy makes it binding, a continuous service gains from it`(
        clauses: [ID], delivery: ID, verdict: Advice.Verdict, options: [String: String]
    ) {
        let advice = advice(
            on: ISO20000.self, known([.clauses: clauses, .delivery: [delivery], .client: ["enterprise"]]))
        #expect(advice.verdict == verdict && advice.options == options)
    }

    @Test(arguments: ["household", "small-business"] as [ID])
    func `a small client gets it only when a contract asks`(client: ID) {
        let facts: KeyValuePairs<Fact, [ID]> = [.clauses: [], .delivery: ["continuous"], .client: [client]]
        #expect(advice(on: ISO20000.self, known(facts)).verdict == .unneeded)
        let asked = known([.clauses: ["iso-20000-1"], .delivery: ["continuous"], .client: [client]])
        #expect(advice(on: ISO20000.self, asked).verdict == .contractual)
    }

    @Test func `what is not known is asked`() {
        #expect(advice(on: ISO20000.self, Facts()).questions.map(\.id) == ["clauses", "client", "delivery"])
    }
}
