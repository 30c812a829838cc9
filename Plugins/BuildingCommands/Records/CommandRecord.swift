public import PhaseLoom

/// A line of the log of commands: what is about to happen to a point, or did.
public struct CommandRecord: Hashable, Sendable {
    /// The hash of the order.
    public let order: Digest
    /// The command.
    public let command: PointCommand
    /// How far it is.
    public let state: State
    /// How the point gets back to where it was.
    public let way: ReleaseWay
    /// What the point held right after the write; `nil` when nobody has read it, or not yet.
    public let written: [Double]?
    /// What was seen, in words.
    public let detail: String
    /// How many commands are set after it, this one among them while it is.
    public let unreleased: Int

    init(_ held: HeldCommand, _ state: State, detail: String, unreleased: Int) {
        order = held.order
        command = held.command
        way = held.way
        written = held.written
        self.state = state
        self.detail = detail
        self.unreleased = unreleased
    }

    /// How far a command is.
    public enum State: String, Hashable, Sendable, CaseIterable {
        /// It is about to be written.
        case begins = "command-begins"
        /// It was written, and reads back.
        case holds = "command-holds"
        /// The point is back where it was.
        case released = "command-released"
        /// Somebody else wrote to the point since, and it was left to them.
        case overtaken = "command-overtaken"
        /// It could not be released, and may be set still.
        case remains = "command-remains"

        /// Whether the command may be set.
        public var isSet: Bool { self == .begins || self == .holds || self == .remains }
    }

    /// What was measured: how many commands are set, what the point gets back, and what it held after the write.
    public var measurements: [Measurement] {
        var measurements = [Measurement(Self.unreleased, Double(unreleased))]
        if case .restore(let values) = way { measurements += zip(Self.restored, values).map { Measurement($0, $1) } }
        return measurements + zip(Self.written, written ?? []).map { Measurement($0, $1) }
    }

    /// The record as people read it, and as ``CommandHistory`` finds it again.
    public var finding: CollectedFinding {
        let (severity, hint): (Finding.Severity, String) =
            switch state {
            case .begins, .holds: (.note, "it is released \(release)")
            case .released: (.note, "nothing is left to do")
            case .overtaken: (.warning, "see who commands the point now")
            case .remains: (.error, "release it with '--release', or at the device by hand")
            }
        return CollectedFinding(
            (try? ID(state.rawValue)) ?? Self.unreleased, severity, "'\(command.point)': \(words)\(detail)",
            subject: Self.subject(order, command.point), hint: hint)
    }

    /// The record as JSON, with all that the order says of the command.
    public var json: JSONValue {
        let restored: JSONValue =
            if case .restore(let values) = way { .array(values.map { .number($0) }) } else { .string("relinquish") }
        return .object([
            JSONMember("format", .string("phaseloom.command-log/1")), JSONMember("order", .string("\(order)")),
            JSONMember("point", .string(command.point)), JSONMember("target", .string("\(command.target)")),
            JSONMember("value", .number(command.value)), JSONMember("units", .string(command.units)),
            JSONMember("priority", .integer(Int(command.priority))), JSONMember("state", .string(state.rawValue)),
            JSONMember("release", .string("\(command.release)")), JSONMember("back", restored),
            JSONMember("written", written.map { .array($0.map { .number($0) }) } ?? .null),
            JSONMember("detail", .string(detail)), JSONMember("reason", .string(command.reason)),
            JSONMember("person", .string(command.person)),
        ])
    }

    static let unreleased: ID = "unreleased-commands"
    static let restored: [ID] = ["restored-1", "restored-2", "restored-3", "restored-4"]
    static let written: [ID] = ["written-1", "written-2", "written-3", "written-4"]

    static func subject(_ order: Digest, _ point: String) -> String { "\(order.hexadecimal) \(point)" }

    private var release: String {
        switch command.release {
        case .after: "after \(command.release)"
        case .at(let moment): "at \(moment)"
        }
    }

    private var words: String {
        switch state {
        case .begins: "writes \(command)"
        case .holds: "wrote \(command)"
        case .released: "is back after \(command)"
        case .overtaken: "somebody else wrote after \(command)"
        case .remains: "may still hold \(command)"
        }
    }
}
