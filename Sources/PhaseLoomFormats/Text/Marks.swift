import PhaseLoom

/// The short marks by which the text view names overlays, and which phases each overlay touched.
struct Marks {
    /// The overlays with their marks, in order of identifiers.
    let all: [(id: ID, mark: String)]
    private let places: [ID: Int]
    private let touched: [ID: Set<ID>]

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
        let present = Set(sequence.overlays.map(\.identity.id))
        for overlay in sequence.overlays {
            let together = overlay.body.interactions.filter { present.isSuperset(of: $0.overlays) }
            for change in overlay.body.changes + together.flatMap(\.changes) {
                for phase in phases(with: change, in: sequence) {
                    result[phase, default: []].insert(overlay.identity.id)
                }
            }
        }
        return result
    }

    /// The phases to which a change gives artifacts; everything else is attributed in the sequence itself.
    private static func phases(with change: Change, in sequence: ComposedSequence) -> [ID] {
        let target: Target
        switch change.operation {
        case .produce(let sentence): target = sentence.target
        case .consume(let sentence): target = sentence.target
        default: return []
        }
        return switch target {
        case .at(.phase(let id)): sequence.phase(id).map { [$0.id] } ?? []
        case .at(.point(let point)): sequence.phase(holding: point).map { [$0.id] } ?? []
        case .every: sequence.phases.map(\.id)
        case .track(let track): sequence.phases.filter { $0.track == track }.map(\.id)
        case .producing(let artifact): sequence.phases.filter { $0.produces.contains(artifact) }.map(\.id)
        }
    }
}
