import PhaseLoom

/// How an incident stands with one of its targets.
struct TargetVerdict {
    let name: Name
    let state: State
    /// The business time that was used and that is allowed, in milliseconds.
    let used: Int64
    let target: Int64
    let due: ServiceClock.Due
    /// The shares of the target in percent that were used up, with their moments.
    let warnings: [(percent: Int, at: Timestamp)]

    /// What a target is about.
    enum Name: String, CaseIterable {
        case response, update, resolution
    }

    /// Where a target stands; what is used up to the millisecond is met.
    enum State: String {
        case met, breached, running, paused
    }

    /// The business time that is left, in milliseconds; negative when it is overrun.
    var remaining: Int64 { target - used }

    /// Judges a target.
    ///
    /// - Parameters:
    ///   - name: what it is about.
    ///   - clock: its clock.
    ///   - end: the moment that stopped it; `nil` while it runs.
    ///   - now: the moment at which a clock that runs is read.
    ///   - isPaused: whether a pause covers `now`.
    init(_ name: Name, _ clock: TargetClock, stopped end: Timestamp?, now: Timestamp, isPaused: Bool) {
        self.name = name
        used = clock.used(until: end ?? now)
        target = clock.target
        due = clock.due
        warnings = [50, 75, 90].compactMap { percent in
            guard case .at(let moment) = clock.due(percent: percent), moment <= end ?? now else { return nil }
            return (percent, moment)
        }
        state = used > target ? .breached : end != nil ? .met : isPaused ? .paused : .running
    }

    /// What it says about the service level.
    var verdict: Verdict {
        switch state {
        case .met: .met
        case .breached: .unmet
        case .running, .paused: .undefined
        }
    }
}
