import Governance
import PhaseLoom
import Testing

/// Expected values: rows 3-05 and 3-09 of the framework: four triggers of a review, and findings that need remediation.
@Suite struct FormalReviewRunTests {
    private func checked(_ notice: ID?) throws -> Run {
        var run = try Run(try FormalReview())
        if let notice { try run.hand(notice) }
        for phase in ["plan", "build", "check"] as [ID] {
            try run.perform(.open(phase: phase))
            try run.perform(.gate(phase: phase))
        }
        return run
    }

    @Test func `when nothing happened there is neither review nor remediation`() throws {
        let run = try checked(nil)
        #expect(run.state("formal-review") == .skipped)
        #expect(run.state("remediation") == .skipped)
        #expect(run.state("finish") == .ready)
    }

    @Test(
        arguments: [
            "compliance-failure-notice", "scope-dispute-notice", "security-incident-notice", "regulator-demand",
        ] as [ID])
    func `each of four things calls for a review`(notice: ID) throws {
        let run = try checked(notice)
        #expect(run.state("formal-review") == .ready)
        #expect(run.state("remediation") == .pending)
        #expect(run.state("finish") == .pending)
    }

    @Test func `findings of an audit need remediation without a review`() throws {
        let run = try checked("security-findings")
        #expect(run.state("formal-review") == .skipped)
        #expect(run.state("remediation") == .ready)
    }

    @Test func `remediation is taken up again while a finding is open`() throws {
        var run = try checked("security-findings")
        for open in [1, 0] as [Double] {
            try run.perform(.open(phase: "remediation"))
            try run.perform(.record(register(open: open)))
            try run.perform(.gate(phase: "remediation"))
            if open > 0 { try run.perform(.loop("remediate-again", reason: "one finding is open")) }
        }
        #expect(run.state("remediation") == .passed)
        #expect(run.engagement.rounds == ["remediate-again": 1])
        #expect(run.state("finish") == .ready)
    }

    private func register(open: Double) -> EvidenceDraft {
        let days = FindingSeverity.allCases.map { Measurement("\($0.rawValue)-finding-days", 5, unit: "d") }
        let counts = [("open-findings", open), ("unowned-findings", 0), ("untested-closures", 0)] as [(ID, Double)]
        return EvidenceDraft(
            artifact: "remediation-register", digest: Digest(of: [UInt8(open)]),
            measurements: days + counts.map { Measurement($0.0, $0.1) })
    }
}
