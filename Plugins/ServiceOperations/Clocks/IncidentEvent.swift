import PhaseLoom

/// An event in the history of an incident.
struct IncidentEvent {
    let time: Timestamp
    let kind: Kind
    /// The priority from then on; `nil` where it does not change.
    let priority: ID?
    /// The line on which it is recorded.
    let line: Int

    /// What happened.
    enum Kind: String, CaseIterable {
        case opened, responded, updated, paused, resumed, reprioritised, resolved
    }

    static let columns = ["time", "event"]
    static let optional = ["priority"]

    init(time: Timestamp, kind: Kind, priority: ID? = nil, line: Int = 0) {
        self.time = time
        self.kind = kind
        self.priority = priority
        self.line = line
    }

    init(_ row: inout TableRow) {
        let kind = row.choice("event", Kind.self)
        let priority = row.optionalIdentifier("priority")
        if (kind == .reprioritised) && priority == nil {
            row.note("event", "'reprioritised' names no priority", hint: "give it in the column 'priority'")
        }
        if priority != nil, kind != .opened, kind != .reprioritised {
            row.note(
                "priority", "'\(kind.rawValue)' does not change the priority",
                hint: "leave the cell empty, or use 'reprioritised'")
        }
        self.init(time: row.moment("time") ?? .epoch, kind: kind, priority: priority, line: row.line)
    }
}
