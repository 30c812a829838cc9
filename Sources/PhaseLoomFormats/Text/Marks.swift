import PhaseLoom

/// The short marks by which the text view names overlays, and which phases each overlay touched.
struct Marks {
    /// The overlays with their marks, in order of identifiers.
    let all: [(id: ID, mark: String)]
    private let places: [ID: Int]
    private let touched: [ID: Set<ID>]
    private let limits: [Place: Set<ID>]

    /// An obligation at a phase.
    private struct Place: Hashable {
        let phase: ID
        let obligation: ID
    }

    init(_ sequence: ComposedSequence) {
        var taken: Set<String> = []
        all = sequence.overlays.map { overlay in
            let mark =
                Self.candidates(overlay.identity.id.text).first { !taken.contains($0) } ?? overlay.identity.id.text
            taken.insert(mark)
            return (overlay.identity.id, mark)
        }
        places = Dictionary(all.enumerated().map { ($1.id, $0) }) { first, _ in first }
        touched = Self.touched(sequence)
        limits = Self.limits(sequence)
    }

    /// The marks of everyone behind an obligation: who stated it, bounded it or waived it.
    func spans(_ obligation: ComposedObligation, at phase: ID) -> [Span] {
        let bounding = limits[Place(phase: phase, obligation: obligation.id)] ?? []
        return spans(obligation.attribution.by + obligation.waivers.map(\.by) + bounding)
    }

    /// The marks of the overlays among these, the base left out.
    func spans(_ ids: some Sequence<ID>) -> [Span] {
        let places = Set(ids).compactMap { self.places[$0] }.sorted()
        return .joined(places.map { [Span(all[$0].mark, .overlay($0))] }, by: [Span(" ")])
    }

    /// The marks of every overlay that touched a phase.
    func spans(touching phase: ID) -> [Span] { spans(touched[phase] ?? []) }

    /// The place in the legend of the overlay that brought something, unless the base brought it.
    func look(of attribution: Attribution) -> Span.Look {
        guard !attribution.by.contains(.base), let place = attribution.by.lazy.compactMap({ places[$0] }).first else {
            return .strong
        }
        return .overlay(place)
    }

    /// The marks that would suit an identifier: its initials, else its first letter and one of the others.
    static func candidates(_ id: String) -> [String] {
        let words = id.uppercased().split { $0 == "-" || $0 == "_" || $0 == "." }
        let letters = words.joined().map(String.init)
        guard let first = letters.first else { return [] }
        let initials = words.count > 1 ? [words.prefix(3).compactMap { $0.first.map(String.init) }.joined()] : []
        let pairs = letters.dropFirst().map { first + $0 }
        return initials + pairs + [first] + (2...999).map { first + String($0) }
    }

    /// By phase, the overlays that inserted it or put anything on it.
    private static func touched(_ sequence: ComposedSequence) -> [ID: Set<ID>] {
        let artifacts = Dictionary(sequence.artifacts.map { ($0.id, $0.attribution.by) }) { first, _ in first }
        var result: [ID: Set<ID>] = [:]
        for phase in sequence.phases {
            var ids = Set(phase.attribution.by)
            for activity in phase.activities { ids.formUnion(activity.attribution.by) }
            for obligation in phase.entry + phase.gate {
                ids.formUnion(obligation.attribution.by + obligation.waivers.map(\.by))
            }
            for artifact in phase.consumes + phase.produces { ids.formUnion(artifacts[artifact] ?? []) }
            result[phase.id, default: []].formUnion(ids)
        }
        for loop in sequence.loops {
            for end in [loop.from, loop.to] { result[end, default: []].formUnion(loop.attribution.by) }
        }
        for (overlay, operation) in operations(sequence) {
            for phase in phases(with: operation, in: sequence) { result[phase, default: []].insert(overlay) }
        }
        return result
    }

    /// By criterion, the overlays that tightened its bound.
    private static func limits(_ sequence: ComposedSequence) -> [Place: Set<ID>] {
        var result: [Place: Set<ID>] = [:]
        for (overlay, operation) in operations(sequence) {
            guard case .limit(let limit) = operation else { continue }
            for phase in sequence.phases {
                guard phase.gate.contains(where: { bounds(limit, $0, at: phase, in: sequence) }) else { continue }
                result[Place(phase: phase.id, obligation: limit.criterion.id), default: []].insert(overlay)
            }
        }
        return result
    }

    /// The changes in force, each with its overlay.
    private static func operations(_ sequence: ComposedSequence) -> [(ID, Change.Operation)] {
        let present = Set(sequence.overlays.map(\.identity.id))
        return sequence.overlays.flatMap { overlay in
            let together = overlay.body.interactions.filter { present.isSuperset(of: $0.overlays) }
            return (overlay.body.changes + together.flatMap(\.changes)).map { (overlay.identity.id, $0.operation) }
        }
    }

    /// The phases to which a change gives artifacts or a bound; everything else is attributed in the sequence itself.
    private static func phases(with operation: Change.Operation, in sequence: ComposedSequence) -> [ID] {
        switch operation {
        case .produce(let sentence): phases(sentence.target, in: sequence)
        case .consume(let sentence): phases(sentence.target, in: sequence)
        case .limit(let sentence):
            sequence.phases.filter { phase in
                phase.gate.contains { bounds(sentence, $0, at: phase, in: sequence) }
            }.map(\.id)
        default: []
        }
    }

    private static func phases(_ target: Target, in sequence: ComposedSequence) -> [ID] {
        switch target {
        case .at(let anchor): phase(anchor, in: sequence).map { [$0.id] } ?? []
        case .every: sequence.phases.map(\.id)
        case .track(let track): sequence.phases.filter { $0.track == track }.map(\.id)
        case .producing(let artifact): sequence.phases.filter { $0.produces.contains(artifact) }.map(\.id)
        }
    }

    private static func phase(_ anchor: Anchor, in sequence: ComposedSequence) -> ComposedPhase? {
        switch anchor {
        case .phase(let id): sequence.phase(id)
        case .point(let point): sequence.phase(holding: point)
        }
    }

    /// Whether a limit is in force on a criterion; a decision on a conflict may have set it aside.
    private static func bounds(
        _ limit: Limit, _ criterion: ComposedObligation, at phase: ComposedPhase, in sequence: ComposedSequence
    ) -> Bool {
        guard limit.criterion.id == criterion.id, let interval = criterion.bound?.interval,
            interval.intersection(limit.interval) == interval
        else { return false }
        return limit.criterion.place.map { Self.phase($0, in: sequence)?.id == phase.id } ?? true
    }
}
