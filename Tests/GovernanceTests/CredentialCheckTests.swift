import Governance
import PhaseLoom
import PhaseLoomTesting
import Testing

/// Expected values: rows 3-15, 3-20, 3-21, 3-56 and 3-57 of the framework.
@Suite struct CredentialCheckTests {
    private let files = [
        "r.csv": """
        holder,credential,issuer,status,class,issued,expires,hours
        kim,cka,CNCF,active,,2026-01-01,,
        kim,pcap,Python Institute,active,,,never,
        lee,contractor-licence,CSLB,active,c-7,,2026-12-31,
        max,pmp,PMI,active,,2025-01-01,,500
        ann,cissp,ISC2,unknown,,2025-01-01,,
        """,
        "n.csv": """
        role,need,value
        automation,kind,vendor-neutral
        automation,kind,language
        cabling,licence,c-7 c-10
        lead,credential,pmp
        lead,experience,2000
        security,credential,cissp
        """,
    ]
    private let header = "task,role,holder,from,until\n"

    private func check(_ rows: String) async throws -> CollectorReport {
        let options = ["register": "r.csv", "rules": "n.csv", "assignments": "a.csv"]
        return try await collect(CredentialCheck.self, options, files.merging(["a.csv": header + rows]) { $1 })
    }

    @Test func `keeps the contract`() async {
        let bytes = files.merging(["a.csv": header + "wire,cabling,lee,2026-11-01,2026-11-30\n"]) { $1 }
            .mapValues { Array($0.utf8) }
        let given = ["register": "r.csv", "rules": "n.csv", "assignments": "a.csv"]
        #expect(await CollectorContract.violations(of: CredentialCheck.self, given: given, reading: bytes) == [])
    }

    @Test(arguments: [
        ("bots,automation,kim,2026-11-01,2026-12-31", []), ("wire,cabling,lee,2026-11-01,2026-12-31", []),
        ("wire,cabling,lee,2026-11-01,2027-01-01", ["credential-expired line 2"]),
        ("bots,automation,kim,2027-12-01,2028-01-02", ["credential-expired line 2"]),
        ("bots,automation,lee,2026-11-01,2026-12-31", ["assignment-uncovered line 2"]),
        ("plan,lead,max,2026-11-01,2026-12-31", ["assignment-uncovered line 2"]),
        ("test,security,ann,2026-11-01,2026-12-31", ["credential-unknown line 2"]),
        ("draw,design,kim,2026-11-01,2026-12-31", ["rule-unknown line 2"]),
        ("wire,cabling,joe,2026-11-01,2026-12-31", ["assignment-uncovered line 2"]),
    ])
    func `each assignment is judged over its days`(row: String, found: [String]) async throws {
        let report = try await check(row + "\n")
        #expect(report.found == found)
        #expect(report.verdict == (found.isEmpty ? .met : .unmet))
    }

    @Test func `verdicts are counted apart`() async throws {
        let report = try await check(
            """
            a,cabling,lee,2026-11-01,2026-12-31
            b,cabling,lee,2026-11-01,2027-01-01
            c,cabling,kim,2026-11-01,2026-12-31
            d,design,kim,2026-11-01,2026-12-31
            e,security,ann,2026-11-01,2026-12-31
            """)
        #expect(report.measured == ["expired-credentials 1", "uncovered-assignments 1", "unknown-credentials 2"])
    }

    @Test func `work that ends before it begins is refused`() async {
        let error = await #expect(throws: CollectorError.self) {
            try await check("a,cabling,lee,2026-12-31,2026-11-01\n")
        }
        #expect(error?.problems == ["a.csv:2:26: the work ends before it begins: swap the two days"])
    }

    @Test(arguments: [
        ("automation,kind,neutral", "column 'value' cannot be 'neutral'"),
        ("a,skill,x", "column 'need' cannot be 'skill'"),
        ("a,experience,many", "column 'value' cannot be 'many'"),
        ("a,licence,c-7 c/10", "a word of the value is no identifier"),
        ("a,credential,", "column 'value' is empty"),
    ])
    func `rules that cannot be are refused`(rule: String, message: String) async {
        let other = ["n.csv": "role,need,value\n\(rule)\n", "a.csv": header + "a,a,kim,2026-11-01,2026-11-02\n"]
        let options = ["register": "r.csv", "rules": "n.csv", "assignments": "a.csv"]
        let error = await #expect(throws: CollectorError.self) {
            try await collect(CredentialCheck.self, options, files.merging(other) { $1 })
        }
        #expect(error?.problems.first?.contains(message) == true)
    }
}
