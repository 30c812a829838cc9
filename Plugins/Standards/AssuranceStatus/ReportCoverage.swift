import PhaseLoom

/// The period of an attestation report, the one before it, and the letter that bridges the time since.
struct ReportCoverage {
    let first: Day
    let last: Day
    /// The last day of the report before; `nil` for the first one.
    let previousLast: Day?
    /// The last day that a bridge letter speaks of; `nil` without one.
    let bridgedThrough: Day?
    /// The days after the report that a letter may cover.
    let bridge: Int64

    /// The last day for which the report or the letter vouches.
    var coveredThrough: Day {
        min(max(last, bridgedThrough ?? last), last.adding(days: bridge))
    }

    /// Where the report stands on a day.
    func standing(on day: Day) -> Standing {
        var standing = day > last ? reported(day) : unfinished(day)
        weighPeriod(&standing)
        weighGap(&standing)
        return standing
    }

    private func unfinished(_ day: Day) -> Standing {
        var standing = Standing(word: .periodNotOver, uncovered: last.days(since: day) + 1)
        standing.find(
            "period-not-over", .error, "the period lasts until \(last.date)", about: last,
            hint: "ask for the report of the period before")
        return standing
    }

    private func reported(_ day: Day) -> Standing {
        let uncovered = max(0, day.days(since: coveredThrough))
        var standing = Standing(
            word: uncovered > 0 ? .lapsed : .valid, uncovered: uncovered,
            remaining: max(0, coveredThrough.days(since: day)),
            until: uncovered > 0 ? nil : coveredThrough.adding(days: 1))
        if uncovered > 0 {
            standing.find(
                "coverage-lapsed", .error, "nothing vouches for the \(uncovered) days since \(coveredThrough.date)",
                about: coveredThrough, hint: "ask for a bridge letter, or for the next report")
        }
        if let bridgedThrough, bridgedThrough > coveredThrough {
            standing.find(
                "bridge-too-long", .warning, "the letter counts only until \(coveredThrough.date)",
                about: bridgedThrough, hint: "a letter bridges at most \(bridge) days")
        }
        return standing
    }

    /// A period of less than six months says too little, one of more than twelve is reported too late.
    private func weighPeriod(_ standing: inout Standing) {
        let months = first.months(through: last)
        standing.measurements.append(Measurement("observed-months", Double(months), unit: "mo"))
        guard !(6...12).contains(months) || last > first.adding(years: 1).adding(days: -1) else { return }
        standing.find(
            "period-length", .error, "the period from \(first.date) to \(last.date) has not 6 to 12 months",
            about: first,
            hint: "ask for a report on a period of that length")
    }

    private func weighGap(_ standing: inout Standing) {
        guard let previousLast else { return }
        let gap = max(0, first.days(since: previousLast) - 1)
        standing.measurements.append(Measurement("report-gap", Double(gap), unit: "d"))
        guard gap > 0 else { return }
        standing.find(
            "report-gap", gap > bridge ? .error : .warning, "no report covers \(gap) days before \(first.date)",
            about: first, hint: "ask for the bridge letter of that time")
    }
}
