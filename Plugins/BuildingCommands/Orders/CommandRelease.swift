public import PhaseLoom

/// When a command is released.
public enum CommandRelease: Hashable, Sendable {
    /// So many milliseconds after it was written.
    case after(Int64)
    /// At a moment.
    case at(Timestamp)

    /// The longest time in milliseconds that a command may hold a point: 24 hours.
    public static let limit: Int64 = 24 * 3_600_000

    /// Reads a duration such as `90s`, `15m` or `2h`, or a moment as RFC 3339 writes it.
    ///
    /// It is `nil` for anything else, for no time at all, and for more than ``limit``.
    public init?(_ text: String) {
        let factors: [Character: Int64] = ["s": 1000, "m": 60_000, "h": 3_600_000]
        if let factor = text.last.flatMap({ factors[$0] }) {
            let digits = text.dropLast()
            guard digits.utf8.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }), let count = Int64(digits),
                (1...Self.limit / factor).contains(count)
            else { return nil }
            self = .after(count * factor)
        } else {
            guard let moment = try? Timestamp(parsing: text) else { return nil }
            self = .at(moment)
        }
    }

    /// The moment of the release of a command that is written at some moment.
    public func moment(ofWritingAt time: Timestamp) -> Timestamp {
        switch self {
        case .after(let milliseconds): time.advanced(byMilliseconds: milliseconds)
        case .at(let moment): moment
        }
    }
}

extension CommandRelease: CustomStringConvertible {
    /// The duration in seconds, or the moment.
    public var description: String {
        switch self {
        case .after(let milliseconds): "\(milliseconds / 1000)s"
        case .at(let moment): "\(moment)"
        }
    }
}
