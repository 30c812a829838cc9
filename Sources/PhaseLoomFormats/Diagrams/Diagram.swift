import PhaseLoom

/// What both diagram formats draw: groups of phases by track, names that no text can break, and labels.
struct Diagram {
    let sequence: ComposedSequence
    private let numbers: [ID: Int]
    /// The overlays that brought a phase, in the order in which they get their colours.
    let authors: [ID]

    init(_ sequence: ComposedSequence) {
        self.sequence = sequence
        numbers = Dictionary(sequence.phases.enumerated().map { ($1.id, $0 + 1) }) { first, _ in first }
        let brought = Set(sequence.phases.compactMap(Self.author))
        authors = sequence.overlays.map(\.identity.id).filter(brought.contains)
    }

    /// A fill with its border, light enough for black text.
    struct Colour {
        let fill: String
        let border: String

        /// Neighbouring overlays get colours that tell apart, also for people who do not see red and green.
        static let all = [
            Colour(fill: "#d6e9f8", border: "#1f77b4"), Colour(fill: "#fde5cf", border: "#d9700c"),
            Colour(fill: "#d8f0e3", border: "#20875a"), Colour(fill: "#f3dcec", border: "#b5478f"),
            Colour(fill: "#fdf3c6", border: "#a98600"), Colour(fill: "#e2def5", border: "#6a55c2"),
            Colour(fill: "#d5f0f2", border: "#16868f"), Colour(fill: "#f8d9d6", border: "#c03a2b"),
        ]
    }

    /// The overlay that brought a phase, unless the base did.
    static func author(_ phase: ComposedPhase) -> ID? {
        phase.attribution.by.contains(.base) ? nil : phase.attribution.by.first
    }

    /// The colour of an overlay's phases.
    func colour(of place: Int) -> Colour { Colour.all[place % Colour.all.count] }

    /// The name of a phase's node.
    func node(_ phase: ID) -> String? { numbers[phase].map { "p\($0)" } }

    /// The phases by track, in order; one group without a title when there is only one track.
    var groups: [(title: String?, phases: [ComposedPhase])] {
        let used = Set(sequence.phases.map(\.track))
        guard used.count > 1 else { return [(nil, sequence.phases)] }
        let titles = Dictionary(sequence.tracks.map { ($0.id, $0.title) }) { first, _ in first }
        let order = [.mainTrack].filter(used.contains) + used.subtracting([.mainTrack]).sorted()
        return order.map { track in
            (titles[track] ?? track.text, sequence.phases.filter { $0.track == track })
        }
    }

    /// The edges of the partial order, by node names.
    var edges: [(from: String, to: String)] {
        sequence.phases.flatMap { phase in
            phase.after.compactMap { before in
                guard let from = node(before), let to = node(phase.id) else { return nil }
                return (from, to)
            }
        }
    }

    /// The lines of text in a phase's node: its title, its identifier and points, how much its gate asks.
    func label(_ phase: ComposedPhase) -> [String] {
        var lines = [phase.title, ([phase.id.text] + phase.points.map(\.description)).joined(separator: " ")]
        if !phase.condition.isAlways { lines.append("only when \(phase.condition.names)") }
        if !phase.gate.isEmpty {
            let criteria = counted(phase.gate.count, "criterion", "criteria")
            let mandated = phase.gate.count { $0.status == .mandated }
            let waived = phase.gate.count { $0.status == .waived }
            let suffix = (mandated > 0 ? ", \(mandated) mandated" : "") + (waived > 0 ? ", \(waived) waived" : "")
            lines.append("gate: \(criteria)\(suffix)")
        }
        return lines
    }

    /// The text beside a loop.
    func label(_ loop: ComposedLoop) -> String {
        let criteria = loop.criteria.map(\.text).joined(separator: " or ")
        let verb = loop.criteria.count == 1 ? "fails" : "fail"
        return "\(loop.id): while \(criteria) \(verb), at most \(loop.limit == 1 ? "once" : "\(loop.limit) times")"
    }
}
