import Governance
import PhaseLoom
import PhaseLoomTesting
import Testing

/// Expected values: row 0-08 of the framework, the sum of deltas is the new totals; sums by hand.
@Suite struct OrderReconciliationTests {
    private let header = "order,state,cost,days,reason,scope,client,provider\n"
    private let signed = ",an asset was found,one more switch,kim,lee\n"

    private func reconcile(
        _ rows: String, _ before: String = "1000", _ after: String = "1000", days: (String, String) = ("10", "10")
    ) async throws -> CollectorReport {
        let options = [
            "file": "o.csv", "cost-before": before, "cost-after": after, "days-before": days.0, "days-after": days.1,
        ]
        return try await collect(OrderReconciliation.self, options, ["o.csv": header + rows])
    }

    @Test func `keeps the contract`() async {
        let files = ["o.csv": Array((header + "1,executed,0,0" + signed).utf8)]
        let given = ["file": "o.csv"]
        #expect(await CollectorContract.violations(of: OrderReconciliation.self, given: given, reading: files) == [])
    }

    @Test func `deltas add up to the new totals, to the cent`() async throws {
        let rows = (1...3).map { "\($0),executed,0.10,1" + signed }.joined()
        let report = try await reconcile(rows, "1000", "1000.30", days: ("10", "13"))
        #expect(
            report.measured == [
                "change-order-imbalance 0", "incomplete-change-orders 0", "scope-drift 0.03 %", "unexecuted-orders 0",
            ])
        #expect(report.verdict == .met)
    }

    @Test(arguments: [
        ("1100", "12", []), ("1100.01", "12", ["order-imbalance cost"]), ("1100", "11", ["order-imbalance days"]),
        ("1000", "10", ["order-imbalance cost", "order-imbalance days"]),
    ])
    func `totals that do not add up are found`(after: String, days: String, found: [String]) async throws {
        let report = try await reconcile("1,executed,100,2" + signed, "1000", after, days: ("10", days))
        #expect(report.found == found)
        #expect(report.measured.first == "change-order-imbalance \(found.count)")
    }

    @Test func `what is taken out and what is put in both drift`() async throws {
        let report = try await reconcile("1,executed,200,0" + signed + "2,executed,-200,0" + signed)
        #expect(report.measured.contains("scope-drift 40 %"))
        #expect(report.measured.first == "change-order-imbalance 0")
    }

    @Test(arguments: ["withdrawn", "rejected"])
    func `orders that came to nothing do not count`(state: String) async throws {
        let report = try await reconcile("1,\(state),500,9" + signed)
        #expect(report.measured.contains("scope-drift 0 %"))
        #expect(report.verdict == .met)
    }

    @Test func `an open order is not executed, but counts`() async throws {
        let report = try await reconcile("1,open,100,0" + signed, "1000", "1100")
        #expect(report.measured.contains("unexecuted-orders 1"))
        #expect(report.measured.contains("scope-drift 10 %"))
        #expect(report.verdict == .unmet)
    }

    @Test func `an order has a reason, a scope, and someone for each party`() async throws {
        let report = try await reconcile("1,executed,0,0,,one more switch,kim,\n")
        #expect(report.found == ["order-incomplete line 2"])
        #expect(report.evidence.first?.draft.findings.first?.message == "order '1' lacks 'reason', 'provider'")
    }

    @Test func `drift from nothing is undefined`() async throws {
        let report = try await reconcile("1,executed,5,0" + signed, "0", "5")
        #expect(report.verdict == .undefined)
    }

    @Test(arguments: [
        ("1,executed,0.001,0", "'0.001' is no amount"), ("1,executed,1e13,0", "is no amount"),
        ("1,executed,0,1.5", "'1.5' is no number of days"), ("1,done,0,0", "column 'state' cannot be 'done'"),
        ("1,executed,much,0", "column 'cost' cannot be 'much'"), ("1,executed,0,1e300", "is no number of days"),
    ])
    func `amounts and days that cannot be are refused`(row: String, message: String) async {
        let error = await #expect(throws: CollectorError.self) { try await reconcile(row + signed) }
        #expect(error?.problems.count == 1)
        #expect(error?.problems.first?.contains(message) == true)
    }

    @Test func `each order has its own number`() async {
        let row = "1,executed,0,0" + signed
        let error = await #expect(throws: CollectorError.self) { try await reconcile(row + row) }
        #expect(error?.problems == ["o.csv:3:1: '1' stands twice: give each order its own number"])
    }
}
