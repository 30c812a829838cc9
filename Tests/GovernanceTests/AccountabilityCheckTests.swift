import Governance
import PhaseLoom
import PhaseLoomTesting
import Testing

/// Expected values: rows 1-03 and 1-36 of the framework: exactly one accountable party per phase and deliverable, which
/// changes only at handoffs.
@Suite struct AccountabilityCheckTests {
    private let header = "phase,deliverable,party,role\n"
    private let book = "phase,deliverable,from,to,accepted-by,date\n"

    private func check(_ rows: [String], _ handoffs: [String] = []) async throws -> CollectorReport {
        try await collect(
            AccountabilityCheck.self, ["file": "m.csv", "handoffs": "h.csv"],
            [
                "m.csv": header + rows.map { $0 + "\n" }.joined(),
                "h.csv": book + handoffs.map { $0 + "\n" }.joined(),
            ])
    }

    @Test func `keeps the contract`() async {
        let files = [
            "m.csv": Array((header + "design,portal,provider,A\nrun,portal,client,A\n").utf8),
            "h.csv": Array((book + "run,portal,provider,client,kim,2026-11-01\n").utf8),
        ]
        let given = ["file": "m.csv", "handoffs": "h.csv"]
        #expect(await CollectorContract.violations(of: AccountabilityCheck.self, given: given, reading: files) == [])
    }

    @Test func `one accountable party for each deliverable passes`() async throws {
        let report = try await check([
            "design,portal,provider,A", "design,portal,client,C", "run,portal,provider,A", "run,portal,client,I",
        ])
        #expect(report.measured == ["doubly-accountable 0", "unaccountable-deliverables 0", "unhanded-changes 0"])
        #expect(report.verdict == .met)
        #expect(report.evidence.map(\.draft.artifact) == ["accountability-matrix", "handoff-ledger"])
    }

    @Test(arguments: [
        (["design,portal,provider,R"], ["unaccountable design/portal"]),
        (["design,portal,provider,A", "design,portal,client,A"], ["doubly-accountable design/portal"]),
        (["design,portal,provider,A", "design,portal,provider,A"], []),
        (["design,portal,provider,A", "run,portal,client,A"], ["unhanded-change run/portal"]),
        (
            ["design,portal,provider,A", "build,portal,client,R", "run,portal,client,A"],
            ["unaccountable build/portal", "unhanded-change run/portal"]
        ),
        (["design,portal,provider,A", "run,other,client,A"], []),
    ])
    func `what is not answered for by one is found`(rows: [String], found: [String]) async throws {
        let report = try await check(rows)
        #expect(report.found == found)
        #expect(report.verdict == (found.isEmpty ? .met : .unmet))
    }

    @Test(arguments: [
        ("run,portal,provider,client,kim,2026-11-01", true), ("design,portal,provider,client,kim,2026-11-01", false),
        ("run,portal,client,provider,kim,2026-11-01", false), ("run,other,provider,client,kim,2026-11-01", false),
    ])
    func `accountability changes only where a handoff was accepted`(handoff: String, isFine: Bool) async throws {
        let report = try await check(["design,portal,provider,A", "run,portal,client,A"], [handoff])
        #expect(report.found.isEmpty == isFine)
    }

    @Test func `phases come as the table first names them`() async throws {
        let rows = ["b,x,one,A", "a,x,two,A", "b,y,one,A"]
        #expect(try await check(rows).found == ["unhanded-change a/x"])
    }

    @Test(arguments: [
        ("design,portal,provider,X", "", "column 'role' cannot be 'X'"),
        ("design,portal,provider,A", "run,portal,a,b,kim,2026-11-22", "'2026-11-22' lies in the future"),
        ("design,portal,provider,A", "run,portal,a,b,,2026-11-20", "column 'accepted-by' is empty"),
    ])
    func `rows that cannot be are refused`(row: String, handoff: String, message: String) async {
        let error = await #expect(throws: CollectorError.self) {
            try await check([row], handoff.isEmpty ? [] : [handoff])
        }
        #expect(error?.problems.count == 1)
        #expect(error?.problems.first?.contains(message) == true)
    }
}
