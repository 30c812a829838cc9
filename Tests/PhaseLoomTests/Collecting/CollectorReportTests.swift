import PhaseLoom
import Testing

@Suite struct CollectorReportTests {
    private func evidence(_ values: [Double?], link: String? = nil) -> CollectedEvidence {
        let file = CollectedFile(name: "f", path: "d/f", size: 1, digest: Digest(of: [1]), linkTarget: link)
        let measurements = values.enumerated().map { Measurement("m\($0)", $1) }
        return CollectedEvidence("report", file, measurements: measurements)
    }

    @Test(
        arguments: [
            ([], .met, .met), ([1], .met, .met), ([1, nil], .met, .undefined), ([.nan], .met, .undefined),
            ([.infinity], .met, .undefined), ([1], .unmet, .unmet), ([nil], .unmet, .unmet),
            ([1], .undefined, .undefined),
        ] as [([Double?], Verdict, Verdict)])
    func `an undefined measurement is never met`(values: [Double?], own: Verdict, verdict: Verdict) {
        #expect(CollectorReport(evidence: [evidence([1]), evidence(values)], verdict: own).verdict == verdict)
    }

    @Test func `there may be nothing to decide`() {
        #expect(CollectorReport(evidence: []).verdict == .met)
    }

    @Test func `a symbolic link is told of`() {
        let findings = evidence([], link: "../elsewhere\u{1B}").draft.findings
        #expect(findings.map(\.code) == ["symbolic-link"])
        #expect(findings.first?.message == "'f' is a symbolic link to '../elsewhere\u{FFFD}'")
    }
}
