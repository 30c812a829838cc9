import PhaseLoom
import PhaseLoomTesting
import Standards
import Testing

/// Expected values: rows 2-45 and 2-46 of the framework (three years, surveillance yearly; 6 to 12 months, gap days), with
/// days counted by hand and, across years, by the calendar of Unix `date`.
@Suite struct AssuranceStatusTests {
    /// Issued on 2023-03-01: surveillance is due by 2024-03-01 (twelve months) and again in 2025 (once a calendar year,
    /// ISO/IEC 17021-1:2015, 9.1.3.3), and it expires on 2026-03-01.
    @Test(
        arguments: [
            ("2023-02-28", [:], .unmet, 1, 0, ["certificate-not-issued"]),
            ("2023-03-01", [:], .met, 0, 1096, []),
            ("2024-03-01", [:], .met, 0, 730, []),
            ("2024-03-02", [:], .unmet, 1, 729, ["surveillance-overdue"]),
            ("2024-03-02", ["surveillance-1": "2024-02-15"], .met, 0, 729, []),
            ("2024-05-01", ["surveillance-1": "2024-03-11"], .met, 0, 669, ["surveillance-late"]),
            ("2024-03-05", ["surveillance-1": "2024-03-11"], .unmet, 4, 726, ["surveillance-overdue"]),
            ("2025-04-01", ["surveillance-1": "2024-02-15"], .met, 0, 334, []),
            ("2025-12-31", ["surveillance-1": "2024-02-15"], .met, 0, 60, ["certificate-expires-soon"]),
            (
                "2026-01-31", ["surveillance-1": "2024-02-15"], .unmet, 31, 29,
                ["certificate-expires-soon", "surveillance-overdue"]
            ),
            ("2025-02-01", ["surveillance-1": "2023-12-15"], .unmet, 32, 393, ["surveillance-overdue"]),
            ("2025-04-01", ["surveillance-1": "2024-02-15", "surveillance-2": "2025-02-20"], .met, 0, 334, []),
            (
                "2026-02-28", ["surveillance-1": "2024-02-15", "surveillance-2": "2025-02-20"], .met, 0, 1,
                ["certificate-expires-soon"]
            ),
            (
                "2026-03-01", ["surveillance-1": "2024-02-15", "surveillance-2": "2025-02-20"], .unmet, 1, 0,
                ["certificate-expired"]
            ),
            (
                "2026-03-31", ["surveillance-1": "2024-02-15", "surveillance-2": "2025-02-20"], .unmet, 31, 0,
                ["certificate-expired"]
            ),
        ] as [(String, [String: String], Verdict, Double, Double, [ID])])
    func `a certificate stands as its dates say`(
        on: String, audits: [String: String], verdict: Verdict, uncovered: Double, remaining: Double, findings: [ID]
    ) async throws {
        let given = ["issued": "2023-03-01", "on": on].merging(audits) { $1 }
        let (report, draft) = try await status(given)
        #expect(report.verdict == verdict)
        #expect(draft.value("uncovered-days") == uncovered && draft.value("remaining-days") == remaining)
        #expect(draft.findings.map(\.code) == findings)
    }

    @Test func `a certificate issued on a leap day expires on the last day of February`() async throws {
        let audits = ["surveillance-1": "2025-02-01", "surveillance-2": "2026-02-01"]
        let given = ["issued": "2024-02-29", "on": "2027-02-27"].merging(audits) { $1 }
        #expect(try await status(given).draft.value("remaining-days") == 1)
        let later = ["issued": "2024-02-29", "surveillance-1": "2025-02-28", "surveillance-2": "2026-05-15"]
        #expect(try await status(later.merging(["on": "2026-06-01"]) { $1 }).draft.findings == [])
        #expect(try await status(given.merging(["on": "2027-02-28"]) { $1 }).report.verdict == .unmet)
    }

    @Test(arguments: [
        ([:], "2024-03-02T00:00:00Z"), (["surveillance-1": "2024-02-15"], "2026-01-01T00:00:00Z"),
        (["surveillance-1": "2024-02-15", "surveillance-2": "2024-02-20"], "2026-01-01T00:00:00Z"),
    ])
    func `the evidence counts until the next day that decides`(audits: [String: String], until: String) async throws {
        let given = ["issued": "2023-03-01", "on": "2024-02-21"].merging(audits) { $1 }
        #expect(try await status(given).draft.validUntil?.description == until)
    }

    /// The period 2025-01-01 to 2025-12-31, a year.
    @Test(
        arguments: [
            ("2025-12-31", [:], .unmet, 1, 0, ["period-not-over"]),
            ("2026-01-01", [:], .unmet, 1, 0, ["coverage-lapsed"]),
            ("2026-03-31", [:], .unmet, 90, 0, ["coverage-lapsed"]),
            ("2026-03-31", ["bridged-until": "2026-03-31"], .met, 0, 0, []),
            ("2026-03-01", ["bridged-until": "2026-03-31"], .met, 0, 30, []),
            ("2026-04-10", ["bridged-until": "2026-03-31"], .unmet, 10, 0, ["coverage-lapsed"]),
            ("2026-04-10", ["bridged-until": "2026-06-30"], .unmet, 10, 0, ["coverage-lapsed", "bridge-too-long"]),
            ("2026-04-10", ["bridged-until": "2026-06-30", "bridge": "181"], .met, 0, 81, []),
        ] as [(String, [String: String], Verdict, Double, Double, [ID])])
    func `a report vouches for its period, and a letter for some days more`(
        on: String, letter: [String: String], verdict: Verdict, uncovered: Double, remaining: Double, findings: [ID]
    ) async throws {
        let given = ["form": "attestation", "from": "2025-01-01", "until": "2025-12-31", "on": on]
            .merging(letter) { $1 }
        let (report, draft) = try await status(given)
        #expect(report.verdict == verdict)
        #expect(draft.value("uncovered-days") == uncovered && draft.value("remaining-days") == remaining)
        #expect(draft.findings.map(\.code) == findings)
    }

    @Test(arguments: [
        ("2025-01-01", "2025-06-30", 6, true), ("2025-01-01", "2025-06-29", 5, false),
        ("2025-01-01", "2025-12-31", 12, true), ("2025-01-01", "2026-01-01", 12, false),
        ("2025-01-01", "2026-01-31", 13, false), ("2024-08-31", "2025-02-28", 6, true),
        ("2024-02-29", "2024-08-28", 6, true), ("2024-07-01", "2025-06-30", 12, true),
    ])
    func `a period has six to twelve whole months`(
        from: String, until: String, months: Double, isLongEnough: Bool
    ) async throws {
        let given = ["form": "attestation", "from": from, "until": until, "on": until]
        let draft = try await status(given).draft
        #expect(draft.value("observed-months") == months)
        #expect(draft.findings.contains { $0.code == "period-length" } == !isLongEnough)
    }

    @Test(
        arguments: [
            ("2024-12-31", 0, nil), ("2025-03-15", 0, nil), ("2024-12-30", 1, .warning), ("2024-10-02", 90, .warning),
            ("2024-10-01", 91, .error),
        ] as [(String, Double, Finding.Severity?)])
    func `days between two reports are a gap`(previous: String, gap: Double, severity: Finding.Severity?) async throws {
        let given = [
            "form": "attestation", "from": "2025-01-01", "until": "2025-12-31", "previous-until": previous,
            "bridged-until": "2026-01-31", "on": "2026-01-15",
        ]
        let draft = try await status(given).draft
        #expect(draft.value("report-gap") == gap)
        #expect(draft.findings.first { $0.code == "report-gap" }?.severity == severity)
    }

    @Test(arguments: [
        ([:], "option 'issued' is missing"),
        (["form": "attestation", "from": "2025-01-01"], "option 'until' is missing"),
        (["issued": "2025-02-30"], "option 'issued' cannot be '2025-02-30'"),
        (["issued": "2023-03-01", "until": "2023-09-01"], "option 'until' says nothing about form 'certificate'"),
        (
            ["form": "attestation", "from": "2025-01-01", "until": "2025-12-31", "issued": "2025-01-01"],
            "option 'issued' says nothing about form 'attestation'"
        ),
        (
            ["issued": "2023-03-01", "surveillance-1": "2023-03-01"],
            "option 'surveillance-1' cannot be '2023-03-01' with 'issued' at '2023-03-01'"
        ),
        (
            ["form": "attestation", "from": "2025-12-31", "until": "2025-01-01"],
            "option 'until' cannot be '2025-01-01' with 'from' at '2025-12-31'"
        ),
    ])
    func `dates that are missing, out of place or out of order are refused`(given: [String: String], message: String) {
        let error = #expect(throws: InvalidValue.self) { try AssuranceStatus(options: given) }
        #expect(error?.message == message)
    }

    @Test(arguments: ["0000-01-01", "1969-12-31", "9998-12-31", "9999-12-31"])
    func `the ends of the calendar are no reason to fail`(issued: String) async throws {
        for on in ["0000-01-01", "9999-12-31"] {
            let report = try await status(["issued": issued, "on": on]).report
            #expect(report.evidence.count == 1)
        }
    }

    @Test func `without a day it tells of today`() async throws {
        let files = MemoryCollectorFiles()
        let now = try Timestamp(parsing: "2023-06-01T12:00:00Z")
        let context = CollectorContext(files: files) { now }
        _ = try await AssuranceStatus(options: ["issued": "2023-03-01"]).collect(in: context)
        let text = files.results["assurance-status.txt"].map { String(decoding: $0, as: UTF8.self) }
        #expect(
            text == """
                form: certificate
                issued: 2023-03-01
                on: 2023-06-01
                status: valid
                uncovered-days 0 d
                remaining-days 1004 d

                """)
    }

    @Test func `what it measures is what the overlay asks for at closeout`() async throws {
        let asked = try composed(Assurance.self).obligation("assurance-in-force", at: .closeout)
        let bound = try #require(asked?.bound)
        let draft = try await status(["issued": "2023-03-01", "on": "2023-06-01"]).draft
        let measured = draft.measurements.first { $0.name == bound.measure }
        #expect(asked?.needs == [draft.artifact])
        #expect(measured?.unit == bound.unit && bound.interval.contains(measured?.value ?? .nan))
    }

    @Test(arguments: [
        ["issued": "2023-03-01", "on": "2024-01-01"],
        ["form": "attestation", "from": "2025-01-01", "until": "2025-12-31", "on": "2026-02-01"],
    ])
    func `it keeps the contract`(given: [String: String]) async {
        #expect(await CollectorContract.violations(of: AssuranceStatus.self, given: given) == [])
    }

    private func status(_ given: [String: String]) async throws -> (report: CollectorReport, draft: EvidenceDraft) {
        let context = CollectorContext(files: MemoryCollectorFiles()) { Timestamp(milliseconds: 0) }
        let report = try await AssuranceStatus(options: given).collect(in: context)
        return (report, try #require(report.evidence.first).draft)
    }
}

extension EvidenceDraft {
    fileprivate func value(_ name: ID) -> Double? { measurements.first { $0.name == name }?.value }
}
