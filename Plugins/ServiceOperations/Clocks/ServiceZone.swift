import Foundation
import PhaseLoom

/// A time zone in which the hours of a service are agreed.
struct ServiceZone: Hashable {
    private let zone: TimeZone

    /// A stretch of time in which local clocks differ from UTC by the same milliseconds.
    struct Segment: Equatable {
        let span: Span
        let offset: Int64
    }

    /// Finds a zone by its name in the database of time zones, such as `Europe/London`.
    ///
    /// - Throws: `InvalidValue` when there is none of that name.
    init(_ name: String) throws(InvalidValue) {
        guard let zone = TimeZone(identifier: name) else {
            throw InvalidValue(
                "there is no time zone '\(name.prefix(60))'", hint: "name one like 'Europe/London' or 'UTC'")
        }
        self.zone = zone
    }

    /// Takes a period apart where local clocks are set forward or back.
    ///
    /// - Complexity: O(*n*) in the number of such moments.
    func segments(in period: Span) -> [Segment] {
        var result: [Segment] = []
        var start = period.start
        while start < period.end {
            let end = Swift.min(change(after: start) ?? period.end, period.end)
            result.append(Segment(span: Span(start: start, end: end), offset: offset(at: start)))
            start = end
        }
        return result
    }

    private func offset(at moment: Timestamp) -> Int64 { Int64(zone.secondsFromGMT(for: date(moment))) * 1000 }

    private func change(after moment: Timestamp) -> Timestamp? {
        let next = zone.nextDaylightSavingTimeTransition(after: date(moment))
        let seconds = next.flatMap { Int64(exactly: $0.timeIntervalSince1970) }
        // A change that is no later than asked for would never end the search.
        return seconds.map { Timestamp(milliseconds: $0 * 1000) }.flatMap { $0 > moment ? $0 : nil }
    }

    private func date(_ moment: Timestamp) -> Date {
        Date(timeIntervalSince1970: Double(moment.milliseconds) / 1000)
    }
}
