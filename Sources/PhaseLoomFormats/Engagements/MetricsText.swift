public import PhaseLoom

/// Writes for people what logs say in numbers; what is not known yet is a dash, never zero.
public struct MetricsText: Sendable {
    /// Makes the writer.
    public init() {}

    /// Writes metrics within the columns of a surface, with one newline at the end; of several engagements also what
    /// they come to together.
    public func render(_ all: [EngagementMetrics], for surface: Surface) -> String {
        var sheet = Sheet(surface)
        for metrics in all { add(metrics, to: &sheet) }
        if all.count != 1 { add(PortfolioMetrics(of: all), to: &sheet) }
        return sheet.text(for: surface)
    }

    private func add(_ metrics: EngagementMetrics, to sheet: inout Sheet) {
        sheet.begin(metrics.engagement.text, metrics.state.rawValue)
        let isOver = metrics.state.isFinal
        var rows = [[isOver ? "lead time" : "running for", metrics.leadTime.words]]
        rows += shared(
            onHold: metrics.timeOnHold, blocked: metrics.timeBlocked, rework: metrics.rework,
            loopbacks: metrics.loopbacks, reopened: metrics.reopenedGates, firstPasses: metrics.firstPasses,
            waivers: metrics.waivers, orders: metrics.orders, targets: metrics.targets)
        rows += metrics.phases.map { phase in
            ["open: \(phase.phase)", phase.time.words + (phase.openings > 1 ? " in \(phase.openings) attempts" : "")]
        }
        add(rows, to: &sheet)
    }

    private func add(_ portfolio: PortfolioMetrics, to sheet: inout Sheet) {
        let states = portfolio.states.map { "\($0.count) \($0.state.rawValue)" }
        sheet.begin("Together", ([counted(portfolio.count, "engagement")] + states).joined(separator: " · "))
        var rows = [["median lead time", portfolio.medianLeadTime?.words ?? "–"]]
        rows += shared(
            onHold: portfolio.timeOnHold, blocked: portfolio.timeBlocked, rework: portfolio.rework,
            loopbacks: portfolio.loopbacks, reopened: portfolio.reopenedGates, firstPasses: portfolio.firstPasses,
            waivers: portfolio.waivers, orders: portfolio.orders, targets: portfolio.targets)
        rows += portfolio.phases.map { ["median open: \($0.phase)", $0.median.words] }
        add(rows, to: &sheet)
    }

    private func shared(
        onHold: Duration, blocked: Duration, rework: EngagementMetrics.Share, loopbacks: Int, reopened: Int,
        firstPasses: EngagementMetrics.Share, waivers: EngagementMetrics.Waivers, orders: EngagementMetrics.Orders,
        targets: EngagementMetrics.Targets
    ) -> [[String]] {
        [
            ["on hold", onHold.words], ["blocked", blocked.words],
            ["gates passed at first", firstPasses.words], ["openings that were rework", rework.words],
            ["loops taken", String(loopbacks)], ["gates shut again", String(reopened)],
            ["waivers", "\(waivers.granted) granted, \(waivers.inForce) in force"], ["change orders", orders.words],
            ["dates kept", targets.attainment.words + (targets.open > 0 ? ", \(targets.open) to come" : "")],
        ]
    }

    private func add(_ rows: [[String]], to sheet: inout Sheet) {
        sheet.add(table: rows.map { [[Span($0[0], .faint)], [Span($0[1])]] }, indent: 2)
    }
}

extension Duration {
    /// The two largest units of the time, such as `3 d 4 h`; below a minute the seconds.
    var words: String {
        let seconds = components.seconds
        let (days, hours, minutes) = (seconds / 86_400, seconds / 3600 % 24, seconds / 60 % 60)
        if days > 0 { return hours > 0 ? "\(days) d \(hours) h" : "\(days) d" }
        if hours > 0 { return minutes > 0 ? "\(hours) h \(minutes) min" : "\(hours) h" }
        return minutes > 0 ? "\(minutes) min" : "\(seconds) s"
    }
}

extension EngagementMetrics.Share {
    /// The share in percent with the numbers behind it; a dash where there is nothing to share.
    var words: String { total == 0 ? "–" : "\((200 * count + total) / (2 * total))% (\(count) of \(total))" }
}

extension EngagementMetrics.Orders {
    fileprivate var words: String {
        guard raised > 0 else { return "none" }
        let counts = [(approved, "approved"), (rejected, "rejected"), (pending, "pending")]
        let parts = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        return parts.joined(separator: ", ") + (approved > 0 ? "; cost \(cost.signed), days \(days.signed)" : "")
    }
}
