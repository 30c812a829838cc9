extension TrunkLoad {
    /// What is wrong with the load, and what would make it less.
    func findings(_ settings: BudgetSettings, _ file: String) -> [PointFinding] {
        let evidence = [
            PointEvidence(file: file, object: trunk.id, value: load.map { DecimalText.text($0, places: 3) })
        ]
        let subject = "trunk '\(trunk.id.clipped)'"
        if let obstacle {
            return [
                PointFinding(
                    .unknownTiming, subject: subject, obstacle, hint: "give 'baud', and 'format' where it is not 8N1",
                    evidence: evidence)
            ]
        }
        guard let load else { return [] }
        if load > limit {
            return [
                PointFinding(
                    .overloadedTrunk, subject: subject,
                    "its load is \(load.percent), which leaves less than the reserve of \((1 - limit).percent)",
                    hint: advice(load, settings).joined(separator: "; "), evidence: evidence)
            ]
        }
        guard trunk.kind == .bacnetMSTP, load > 0.5 else { return [] }
        return [
            PointFinding(
                .busyToken, subject: subject, "its load is \(load.percent) of what one client can ask at most",
                hint: advice(load, settings, toward: 0.5).joined(separator: "; "), evidence: evidence)
        ]
    }

    /// The ways to less load, each with what it takes.
    private func advice(_ load: Double, _ settings: BudgetSettings, toward goal: Double? = nil) -> [String] {
        let factor = load / max(goal ?? limit, 0.01)
        var ways = ["poll \(DecimalText.text(factor, places: 1)) times more slowly"]
        if trunk.kind.isModbus {
            if settings.gap < 10 { ways.append("join requests over gaps of up to 10 registers") }
        } else {
            ways.append("let values report their changes")
        }
        if trunk.kind == .bacnetMSTP, trunk.infoFrames == 1 { ways.append("let the router send more frames a token") }
        if let most = parts.max(by: { $0.load < $1.load }) {
            ways.append("begin with \(most.subject), whose \(most.explanation) take \(most.load.percent)")
        }
        if parts.count > 1 { ways.append("or split the trunk") }
        return ways
    }
}

extension Double {
    /// The share as a percentage.
    var percent: String { DecimalText.text(self * 100, places: 1) + " %" }
}
