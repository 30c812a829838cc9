import PhaseLoom
import PhaseLoomTesting
import Standards
import Testing

/// Expected values: rows 36 and 2-45 to 2-48 of the framework: a certificate for three years with surveillance in years 1
/// and 2 and recertification before expiry; a report on a period of 6 to 12 months; a mismatch is an error.
@Suite struct AssuranceTests {
    @Test(arguments: BaseSequence.shipped)
    func `it keeps the contract on every base`(base: BaseSequence) {
        #expect(OverlayContract.violations(of: Assurance.self, on: base) == [])
    }

    @Test(
        arguments: [
            ("1", ["certification-audit", "surveillance-audit-1"]),
            ("2", ["certification-audit", "surveillance-audit-1", "surveillance-audit-2"]),
            ("3", ["certification-audit", "surveillance-audit-1", "surveillance-audit-2", "recertification-audit"]),
        ] as [(String, [ID])])
    func `a certificate has its audits beside the engagement`(years: String, phases: [ID]) throws {
        for base in BaseSequence.shipped {
            let sequence = try composed(Assurance.self, ["years": years], on: base)
            #expect(sequence.phases.filter { $0.track == "assurance" }.map(\.id) == phases)
            #expect(sequence.phase(holding: .closeout)?.after.contains(phases[phases.count - 1]) == true)
        }
    }

    @Test(
        arguments: [
            ("assurance-surveillance-1-passed", "months-since-certification at most 12 mo"),
            ("assurance-surveillance-2-passed", "calendar-years-since-surveillance at most 1 a"),
            ("assurance-renewed-in-time", "months-since-certification at most 36 mo"),
        ] as [(ID, String)])
    func `each audit is in time, by the body that certified`(id: ID, bound: String) throws {
        let obligation = try composed(Assurance.self).obligation(id)
        #expect(obligation?.bound?.description == bound)
        guard case .signed(_, by: "certification-body", separately: true) = obligation?.proof else {
            Issue.record("'\(id)' is not signed by the body")
            return
        }
    }

    @Test(arguments: [("6", "observed-months exactly 6 mo"), ("12", "observed-months from 6 to 12 mo")])
    func `a report covers six to twelve months`(period: String, bound: String) throws {
        let options = ["form": "attestation", "period": period]
        let sequence = try composed(Assurance.self, options)
        #expect(sequence.phases.filter { $0.track == "assurance" }.map(\.id) == ["observation-period", "attestation"])
        #expect(sequence.obligation("assurance-period-observed")?.bound?.description == bound)
        #expect(
            sequence.obligation("assurance-attested")?.proof
                == .signed("attestation-report", by: "service-auditor", separately: true))
    }

    @Test func `a gap between reports is bridged by a letter, or there is none`() throws {
        let options = ["form": "attestation", "bridge": "60"]
        let bridged = try composed(Assurance.self, options).obligation("assurance-gap-bridged")
        let words = bridged?.proof?.description ?? ""
        #expect(words.contains("report-gap exactly 0 d in attestation-report"))
        #expect(words.contains("bridge-letter handed in and report-gap at most 60 d in attestation-report"))
        #expect(bridged?.needs == ["attestation-report"])
    }

    @Test(arguments: ["certificate", "attestation"])
    func `a contract that asks for one form is not satisfied by the other`(asked: String) throws {
        let other = asked == "certificate" ? "attestation" : "certificate"
        let error = #expect(throws: InvalidValue.self) { try Assurance(options: ["form": other, "asked": asked]) }
        #expect(error?.message == "option 'form' cannot be '\(other)' where the contract asks for '\(asked)'")
        #expect(throws: Never.self) { try Assurance(options: ["form": asked, "asked": asked]) }
        #expect(throws: Never.self) { try Assurance(options: ["form": other, "asked": "either"]) }
    }

    @Test(arguments: [
        (["period": "5"], "it takes a whole number from 6 to 12"),
        (["period": "13"], "it takes a whole number from 6 to 12"),
        (["years": "4"], "it takes a whole number from 1 to 3"),
        (["form": "letter"], "it takes one of 'certificate', 'attestation'"),
        (["asked": "both"], "it takes one of 'certificate', 'attestation', 'either'"),
        (["bridge": "1e9"], "it takes a whole number from 0 to 366"),
    ])
    func `options that cannot be are refused with a hint`(options: [String: String], hint: String) {
        let error = #expect(throws: InvalidValue.self) { try Assurance(options: options) }
        #expect(error?.hint == hint)
    }

    @Test(
        arguments: [
            (["certificate"], .contractual, ["form": "certificate", "asked": "certificate"]),
            (["attestation"], .contractual, ["form": "attestation", "asked": "attestation"]),
            (["attestation", "certificate"], .contractual, ["form": "certificate", "asked": "certificate"]),
            (["audit-rights"], .unneeded, [:]),
        ] as [([ID], Advice.Verdict, [String: String])])
    func `the clause decides on the form`(clauses: [ID], verdict: Advice.Verdict, options: [String: String]) throws {
        let advice = advice(on: Assurance.self, known([.clauses: clauses]))
        #expect(advice.verdict == verdict && advice.options == options)
        #expect(throws: Never.self) { try Assurance(options: advice.options) }
    }

    @Test func `what is not known is asked`() {
        #expect(advice(on: Assurance.self, Facts()).questions.map(\.id) == ["clauses"])
    }
}
