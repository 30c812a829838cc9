/// The elements of a composed sequence as named fields of text, for comparing.
struct Elements {
    struct Element {
        let fields: [(String, String)]
        let by: [ID]
    }

    private(set) var all: [String: Element] = [:]

    init(_ sequence: ComposedSequence) {
        for overlay in sequence.overlays {
            let options = overlay.options.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
            let id = overlay.identity.id
            add("overlay:\(id)", [("version", overlay.identity.version), ("options", Self.list(options))], [id])
        }
        for artifact in sequence.artifacts {
            let origin = artifact.isEntry ? "brought to the engagement" : "produced"
            add("artifact:\(artifact.id)", [("title", artifact.title), ("origin", origin)], artifact.attribution.by)
        }
        for track in sequence.tracks { add("track:\(track.id)", [("title", track.title)], track.attribution.by) }
        for loop in sequence.loops {
            add(
                "loop:\(loop.id)",
                [
                    ("from", loop.from.text), ("to", loop.to.text), ("while", Self.list(loop.criteria)),
                    ("limit", "\(loop.limit)"),
                ], loop.attribution.by)
        }
        for phase in sequence.phases { add(phase) }
    }

    private mutating func add(_ name: String, _ fields: [(String, String)], _ by: [ID]) {
        all[name] = Element(fields: fields, by: by)
    }

    private mutating func add(_ phase: ComposedPhase) {
        add(
            "phase:\(phase.id)",
            [
                ("title", phase.title), ("track", phase.track.text), ("points", Self.list(phase.points)),
                ("when", phase.condition.description), ("after", Self.list(phase.after)),
                ("consumes", Self.list(phase.consumes)), ("produces", Self.list(phase.produces)),
            ], phase.attribution.by)
        for activity in phase.activities {
            add(
                "activity:\(phase.id)/\(activity.id)",
                [
                    ("title", activity.title), ("when", activity.condition.description),
                    ("after", Self.list(activity.after)),
                ], activity.attribution.by)
        }
        for entry in phase.entry { add(entry, "entry:\(phase.id)/\(entry.id)") }
        for criterion in phase.gate { add(criterion, "criterion:\(phase.id)/\(criterion.id)") }
    }

    private mutating func add(_ obligation: ComposedObligation, _ name: String) {
        let waivers = obligation.waivers.map { "\($0.by): \($0.reason) (\($0.authority))" }
        add(
            name,
            [
                ("statement", obligation.statement), ("needs", Self.list(obligation.needs)),
                ("proof", obligation.proof?.description ?? ""), ("bound", obligation.bound?.description ?? ""),
                ("status", obligation.status.rawValue),
                ("deferred to", obligation.deferredTo?.text ?? ""), ("when", obligation.condition.description),
                ("waivers", Self.list(waivers)),
            ], obligation.attribution.by)
    }

    private static func list(_ items: [some CustomStringConvertible]) -> String {
        items.map(\.description).joined(separator: ", ")
    }
}

extension Condition: CustomStringConvertible {
    /// The condition by the identifiers of its triggers, such as `a or b`; empty when it always holds.
    public var description: String {
        let texts = clauses.map { $0.map(\.id.text).joined(separator: " or ") }
        return texts.count == 1 ? texts[0] : texts.map { "(\($0))" }.joined(separator: " and ")
    }
}
