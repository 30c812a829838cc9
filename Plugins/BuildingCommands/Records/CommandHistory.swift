public import PhaseLoom

/// What the log of an engagement says of commands.
public struct CommandHistory: Sendable {
    private struct Entry {
        let event: Int
        let state: CommandRecord.State
        let way: ReleaseWay
        let written: [Double]?
    }

    /// The last record of each command, by order and point.
    private var last: [String: Entry] = [:]
    private var first: [String: Int] = [:]

    /// Reads a log.
    ///
    /// - Complexity: O(*n*) in the evidence of the engagement.
    public init(_ engagement: Engagement) {
        for item in engagement.evidence where item.draft.artifact == CommandAuthority.log {
            for finding in item.draft.findings {
                guard let state = CommandRecord.State(rawValue: finding.code.text),
                    let order = finding.subject.split(separator: " ", maxSplits: 1).first
                else { continue }
                // What a command began with, and what it wrote, stays: a later record need not repeat it.
                let before = last[finding.subject]
                let measurements = item.draft.measurements
                let way = Self.values(CommandRecord.restored, measurements).map { ReleaseWay.restore($0) }
                let written = Self.values(CommandRecord.written, measurements)
                last[finding.subject] = Entry(
                    event: item.number, state: state, way: way ?? before?.way ?? .relinquish,
                    written: written ?? before?.written)
                if first[String(order)] == nil { first[String(order)] = item.number }
            }
        }
    }

    /// How many commands may be set, of any order.
    public var unreleased: Int { last.values.count { $0.state.isSet } }

    /// The event that first tells of an order; `nil` when none does.
    public func firstEvent(of order: Digest) -> Int? { first[order.hexadecimal] }

    /// The points that commands of an order may still hold, in the order of their names.
    public func outstanding(of order: Digest) -> [String] {
        let prefix = CommandRecord.subject(order, "")
        return last.filter { $0.value.state.isSet && $0.key.hasPrefix(prefix) }
            .map { String($0.key.dropFirst(prefix.count)) }.sorted()
    }

    /// The commands of an order that may be set, ready to be released: in the order of the file.
    ///
    /// That the log tells of them is reason enough: what was written can always be released.
    public func held(of order: CommandOrder) -> [HeldCommand] {
        order.commands.compactMap { command in
            guard let entry = last[CommandRecord.subject(order.digest, command.point)], entry.state.isSet else {
                return nil
            }
            return HeldCommand(command, of: order.digest, entry.way, written: entry.written)
        }
    }

    private static func values(_ names: [ID], _ measurements: [Measurement]) -> [Double]? {
        let values = names.compactMap { name in measurements.first { $0.name == name }?.value }
        return values.isEmpty ? nil : values
    }
}
