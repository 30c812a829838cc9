public import PhaseLoom

/// Writes the change orders of an engagement for people: what each changes, and the scope before and after it.
public struct OrdersText: Sendable {
    /// Makes the writer.
    public init() {}

    /// Writes a table within the columns of a surface, with one newline at the end.
    public func render(_ engagement: Engagement, for surface: Surface) -> String {
        var sheet = Sheet(surface)
        let scope = engagement.scope
        guard !engagement.orders.isEmpty else {
            sheet.add([Span("No change orders.")])
            sheet.add([Span("scope \(scope.words)", .faint)])
            return sheet.text(for: surface)
        }
        for (place, order) in engagement.orders.enumerated() {
            if place > 0 { sheet.add([[]]) }
            add(order, under: scope, to: &sheet)
        }
        sheet.begin("Scope now")
        sheet.add([Span(scope.words)], indent: 2)
        for state: OrderProgress.State in [.approved, .pending] {
            let orders = engagement.orders.filter { $0.state == state }
            guard !orders.isEmpty else { continue }
            let deltas = orders.map { $0.delta(under: scope) }
            let (cost, days) = (deltas.reduce(0) { $0 + $1.cost }, deltas.reduce(0) { $0 + $1.days })
            let number = counted(orders.count, "\(state.rawValue) order")
            sheet.add([Span("\(number): cost \(cost.signed), days \(days.signed)", .faint)], indent: 2)
        }
        return sheet.text(for: surface)
    }

    private func add(_ progress: OrderProgress, under scope: Scope, to sheet: inout Sheet) {
        let order = progress.order
        sheet.add([
            Span(order.id.text, .strong), Span(" · "), Span(progress.state.rawValue, progress.state.look),
            Span(" · \(order.finding)"),
        ])
        var facts = ["raised \(progress.raised.short) by \(progress.raisedBy)"]
        if let decided = progress.decided, let authority = progress.authority {
            facts.append("\(progress.state.rawValue) \(decided.short) by \(authority)")
        }
        sheet.add([Span(facts.joined(separator: " · "), .faint)], indent: 2)
        for item in order.adds { sheet.add([Span("+ ", .good), Span(item.words)], indent: 2) }
        for item in order.removes { sheet.add([Span("- ", .error), Span(item.text)], indent: 2) }
        let before = progress.before ?? scope
        let after = before.applying(order)
        guard progress.state != .rejected else { return }
        let delta = progress.delta(under: scope)
        sheet.add(
            table: [
                [[Span("cost", .faint)], [Span(delta.cost.signed)], Self.change(before.cost, after.cost)],
                [[Span("days", .faint)], [Span(delta.days.signed)], Self.change(before.days, after.days)],
            ], indent: 2)
    }

    private static func change(_ before: Double, _ after: Double) -> [Span] {
        [Span("\(before.canonicalText) → \(after.canonicalText)", .faint)]
    }
}

extension OrderProgress {
    /// How much the order changes: against the scope that it met, or while it is pending against the present one.
    package func delta(under scope: Scope) -> (cost: Double, days: Double) {
        let before = self.before ?? scope
        let after = before.applying(order)
        return (after.cost - before.cost, after.days - before.days)
    }
}

extension OrderProgress.State {
    fileprivate var look: Span.Look {
        switch self {
        case .pending: .warning
        case .approved: .good
        case .rejected: .faint
        }
    }
}

extension Scope {
    fileprivate var words: String {
        "\(counted(items.count, "item")), cost \(cost.canonicalText), \(counted(days))"
    }
}
