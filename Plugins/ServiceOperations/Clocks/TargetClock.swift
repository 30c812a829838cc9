import PhaseLoom

/// A target on a clock of service, through changes of the minutes that it allows.
struct TargetClock {
    private let clock: ServiceClock
    private var legs: [Leg]

    /// A part of the way with the same minutes.
    private struct Leg {
        let start: Timestamp
        /// The milliseconds that were used up before, as they weigh against this target.
        let credit: Int64
        let target: Int64
    }

    init(_ clock: ServiceClock, from start: Timestamp, minutes: Int) {
        self.clock = clock
        legs = [Leg(start: start, credit: 0, target: Int64(minutes) * 60_000)]
    }

    /// The business time that it allows, in milliseconds.
    var target: Int64 { legs.last?.target ?? 0 }

    /// The moment at which all of it is used up.
    var due: ServiceClock.Due { due(percent: 100) }

    /// Changes the minutes that it allows.
    mutating func change(to minutes: Int, at moment: Timestamp, _ policy: PriorityPolicy) {
        let target = Int64(minutes) * 60_000
        guard let first = legs.first, target != self.target || policy == .restart else { return }
        switch policy {
        case .retain: legs = [Leg(start: first.start, credit: 0, target: target)]
        case .restart: legs = [Leg(start: moment, credit: 0, target: target)]
        case .carry: legs.append(Leg(start: moment, credit: carried(to: target, at: moment), target: target))
        }
    }

    /// The business time that counts against it up to a moment, in milliseconds.
    func used(until end: Timestamp) -> Int64 {
        legs.last.map { $0.credit + clock.used(from: $0.start, to: end) } ?? 0
    }

    /// The moment at which a share of the target, in percent, is used up.
    func due(percent: Int) -> ServiceClock.Due {
        // A share that was used up before a change was used up on an earlier leg.
        let leg = legs.last { Self.need(of: $0, percent) > 0 } ?? legs.first
        return leg.map { clock.due(Self.need(of: $0, percent), after: $0.start) } ?? .beyond
    }

    private static func need(of leg: Leg, _ percent: Int) -> Int64 { leg.target * Int64(percent) / 100 - leg.credit }

    /// The same share of another target, cut to whole milliseconds; a target of nothing is used up.
    private func carried(to target: Int64, at moment: Timestamp) -> Int64 {
        guard self.target > 0 else { return target }
        let product = used(until: moment).multipliedFullWidth(by: target)
        // What would not fit is used up many times over.
        return product.high < self.target / 2 ? self.target.dividingFullWidth(product).quotient : .max / 2
    }
}

/// What a change of priority does to the clock of a target.
enum PriorityPolicy: String, CaseIterable {
    /// The new minutes count from the same start.
    case retain
    /// The new minutes count from the change.
    case restart
    /// The share that is used up stays the same.
    case carry
}
