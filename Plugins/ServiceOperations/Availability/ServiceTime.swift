import PhaseLoom

/// The time of a service in a period: agreed, down, and in how many failures.
///
/// Agreed maintenance leaves both the downtime and the agreed service time; overlapping outages count once; what lies
/// outside the period belongs to another one.
struct ServiceTime: Equatable {
    let agreedMilliseconds: Int64
    let downMilliseconds: Int64
    let failures: Int

    init(in period: Span, outages: [Span], maintenance: [Span]) {
        let maintenance = maintenance.within(period).united
        let outages = outages.within(period).united
        agreedMilliseconds = period.milliseconds - maintenance.milliseconds
        let down = outages.without(maintenance)
        downMilliseconds = down.milliseconds
        failures = outages.count(having: down)
    }

    /// The share of the agreed service time that the service was up, in percent; `nil` when no time was agreed.
    var availability: Double? {
        guard agreedMilliseconds > 0 else { return nil }
        return Double(agreedMilliseconds - downMilliseconds) * 100 / Double(agreedMilliseconds)
    }

    /// The mean hours from a failure to its repair; `nil` without failures, for which there is none.
    var meanTimeToRepair: Double? { perFailure(downMilliseconds) }

    /// The mean hours of service before a failure; `nil` without failures.
    var meanTimeBetweenFailures: Double? { perFailure(agreedMilliseconds - downMilliseconds) }

    private func perFailure(_ milliseconds: Int64) -> Double? {
        failures == 0 ? nil : Double(milliseconds) / Double(failures) / 3_600_000
    }
}
