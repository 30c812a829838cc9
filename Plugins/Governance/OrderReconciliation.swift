public import PhaseLoom

/// The collector `scope-governance/reconcile`: adds up change orders and compares them with the statement of work.
///
/// Drift is the sum of the orders' deltas of cost, each without its sign, in per cent of the cost before: what is taken
/// out and what is put in do not cancel each other. Orders that were withdrawn or rejected do not count.
public struct OrderReconciliation: Collector {
    /// The name by which it is asked for.
    public static let id: ID = "reconcile"
    /// What it does.
    public static let help = "Adds up change orders and compares the totals with the statement of work."
    /// The options that it takes.
    public static let options = [
        file.descriptor, costBefore.descriptor, costAfter.descriptor, daysBefore.descriptor, daysAfter.descriptor,
    ]
    static let file = OverlayOption.file(
        "file", help: "the table: order, state, cost, days, and reason, scope, client, provider")
    static let costBefore = OverlayOption<Double>.number(
        "cost-before", help: "cost in the statement of work before any change", default: 0, in: 0...1e12)
    static let costAfter = OverlayOption<Double>.number(
        "cost-after", help: "cost in the statement of work after all changes", default: 0, in: 0...1e12)
    static let daysBefore = OverlayOption<Int>.integer(
        "days-before", help: "days in the statement of work before any change", default: 0, in: 0...100_000)
    static let daysAfter = OverlayOption<Int>.integer(
        "days-after", help: "days in the statement of work after all changes", default: 0, in: 0...100_000)

    private let values: OptionValues

    /// Makes the collector of checked option values; all of them go together.
    public init(_ values: OptionValues) { self.values = values }

    private struct Order {
        let number: String
        let state: OrderState
        /// The delta of cost in hundredths, which add up exactly.
        let cents: Int
        let days: Int
        let missing: [String]
        let line: Int
    }

    /// Reads the orders and adds them up.
    public func collect(in context: CollectorContext) async throws -> CollectorReport {
        let table = try Table(
            values[Self.file], columns: ["order", "state", "cost", "days"],
            optional: ["reason", "scope", "client", "provider"], in: context)
        var numbers: Set<String> = []
        let orders = try table.map { row in Self.order(&row, &numbers) }
        let counting = orders.filter(\.state.counts)
        let incomplete = orders.filter { !$0.missing.isEmpty }
        let open = orders.filter { $0.state == .open }
        let totals = wrongTotals(counting)
        let evidence = CollectedEvidence(
            "change-order-register", table.file,
            measurements: [
                Measurement("incomplete-change-orders", Double(incomplete.count)),
                Measurement("change-order-imbalance", Double(totals.count)),
                Measurement("unexecuted-orders", Double(open.count)),
                Measurement("scope-drift", drift(of: counting), unit: "%"),
            ],
            findings: incomplete.map(Self.incomplete) + totals)
        let isSettled = incomplete.isEmpty && open.isEmpty && totals.isEmpty
        return CollectorReport(evidence: [evidence], verdict: isSettled ? .met : .unmet)
    }

    // MARK: reading

    private static func order(_ row: inout TableRow, _ numbers: inout Set<String>) -> Order {
        let number = row.text("order")
        if !numbers.insert(number).inserted {
            row.note("order", "'\(number)' stands twice", hint: "give each order its own number")
        }
        let cost = row.number("cost")
        let days = row.number("days")
        let cents = hundredths(cost)
        if cents == nil {
            row.note("cost", "'\(cost)' is no amount", hint: "write it with two decimals at most, below a billion")
        }
        let wholeDays = days.magnitude <= 100_000 ? Int(exactly: days) : nil
        if wholeDays == nil { row.note("days", "'\(days)' is no number of days", hint: "write whole days") }
        let missing = ["reason", "scope", "client", "provider"].filter { row.optionalText($0) == nil }
        return Order(
            number: number, state: row.choice("state"), cents: cents ?? 0, days: wholeDays ?? 0, missing: missing,
            line: row.line)
    }

    /// An amount in hundredths; `nil` when it has further decimals or is too large to add up exactly.
    private static func hundredths(_ amount: Double) -> Int? {
        guard amount.magnitude <= 1e12 else { return nil }
        let scaled = amount * 100
        let whole = Int(scaled + (scaled < 0 ? -0.5 : 0.5))
        return (scaled - Double(whole)).magnitude < 1e-3 ? whole : nil
    }

    // MARK: totals

    private func wrongTotals(_ orders: [Order]) -> [CollectedFinding] {
        let cents = orders.map(\.cents).reduce(0, +)
        let days = orders.map(\.days).reduce(0, +)
        let before = Self.hundredths(values[Self.costBefore]) ?? 0
        let after = Self.hundredths(values[Self.costAfter]) ?? 0
        let gaps = [
            ("cost", Double(before + cents - after) / 100),
            ("days", Double(values[Self.daysBefore] + days - values[Self.daysAfter])),
        ]
        return gaps.filter { $0.1 != 0 }.map { name, gap in
            CollectedFinding(
                "order-imbalance", .error, "the \(name) of all orders and the statement of work differ by \(gap)",
                subject: name, hint: "see which order the statement of work leaves out, or has too much")
        }
    }

    /// The drift in per cent; undefined when something was added to nothing.
    private func drift(of orders: [Order]) -> Double? {
        let moved = orders.map { $0.cents.magnitude }.reduce(0, +)
        guard moved > 0 else { return 0 }
        let before = values[Self.costBefore]
        return before > 0 ? Double(moved) / before : nil
    }

    private static func incomplete(_ order: Order) -> CollectedFinding {
        CollectedFinding(
            "order-incomplete", .error,
            "order '\(order.number)' lacks " + order.missing.map { "'\($0)'" }.joined(separator: ", "),
            subject: "line \(order.line)", hint: "give reason and scope, and who decided for client and provider")
    }
}
