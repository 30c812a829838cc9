import Governance
import PhaseLoom
import Testing

/// Expected values: rows 0-07 and 0-08 of the framework: unscoped work goes P5 → change order → P5, too much drift to P3.
@Suite struct ChangeOrderRunTests {
    /// A run whose execution ends with some findings outside the scope.
    private func executed(outside: Double, unscoped: Double = 0) throws -> Run {
        var run = try Run(try ScopeGovernance())
        try run.perform(.open(phase: "plan"))
        try run.hand("change-control-procedure")
        try run.perform(.gate(phase: "plan"))
        try execute(&run, outside: outside, unscoped: unscoped)
        return run
    }

    private func execute(_ run: inout Run, outside: Double, unscoped: Double = 0) throws {
        try run.perform(.open(phase: "build"))
        try run.hand(
            "scope-findings",
            ["unclassified-findings": 0, "unscoped-items": unscoped, "findings-outside-scope": outside])
        try run.perform(.gate(phase: "build"))
    }

    private func order(_ run: inout Run, unexecuted: Double, drift: Double) throws {
        try run.perform(.open(phase: "change-order"))
        try run.hand(
            "change-order-register",
            [
                "incomplete-change-orders": 0, "change-order-imbalance": 0, "unexecuted-orders": unexecuted,
                "scope-drift": drift,
            ])
        try run.hand("revised-statement")
        try run.perform(.gate(phase: "change-order"))
    }

    @Test func `without a finding outside the scope there is no change order`() throws {
        let run = try executed(outside: 0)
        #expect(run.state("change-order") == .skipped)
        #expect(run.state("check") == .ready)
    }

    @Test func `work that nobody ordered does not pass`() throws {
        let run = try executed(outside: 0, unscoped: 1)
        #expect(run.state("build") == .open)
    }

    @Test func `an order leads back to execution until it is carried out`() throws {
        var run = try executed(outside: 2)
        #expect(run.state("change-order") == .ready)
        #expect(run.state("check") == .pending)
        try order(&run, unexecuted: 2, drift: 8)
        #expect(run.state("change-order") == .open)
        try run.perform(.loop("change-order-work", reason: "two orders to carry out"))
        #expect(run.state("plan") == .passed)
        #expect(run.state("build") == .ready)
        try execute(&run, outside: 0)
        #expect(run.state("change-order") == .ready)
        try order(&run, unexecuted: 0, drift: 8)
        #expect(run.state("change-order") == .passed)
        #expect(run.state("check") == .ready)
    }

    @Test func `drift beyond what was agreed leads back to scoping`() throws {
        var run = try executed(outside: 5)
        try order(&run, unexecuted: 0, drift: 10.5)
        #expect(run.state("change-order") == .open)
        #expect(throws: Refusal.self) { try run.perform(.loop("change-order-work", reason: "nothing to carry out")) }
        try run.perform(.loop("rescope", reason: "more than a tenth"))
        #expect(run.state("plan") == .ready)
        #expect(run.state("build") == .pending)
    }
}
