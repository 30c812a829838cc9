import PhaseLoom

/// The sources that stand behind most of what an overlay or the base brings, so that only the others need a mention.
struct Sources {
    /// The general sources, by who cites them: the base first, then the overlays in order of identifiers.
    let general: [(by: ID, cites: [String])]
    private let byID: [ID: Set<String>]

    init(_ sequence: ComposedSequence) {
        let base = Self.general(ofBase: sequence)
        let all = [(ID.base, base)] + sequence.overlays.map { ($0.identity.id, $0.identity.cites.sorted()) }
        general = all.filter { !$0.1.isEmpty }.map { (by: $0.0, cites: $0.1) }
        byID = Dictionary(all.map { ($0.0, Set($0.1)) }) { first, _ in first }
    }

    /// The sources of an element that are not general ones of those who brought it.
    func special(_ attribution: Attribution) -> [String] {
        let known = attribution.by.reduce(into: Set<String>()) { $0.formUnion(byID[$1] ?? []) }
        return attribution.cites.filter { !known.contains($0) }
    }

    /// What at least half of the base's own obligations cite; a composed sequence does not name it otherwise.
    private static func general(ofBase sequence: ComposedSequence) -> [String] {
        let attributions = sequence.phases.flatMap { ($0.entry + $0.gate).map(\.attribution) }.filter {
            $0.by == [.base]
        }
        var counts: [String: Int] = [:]
        for cite in attributions.flatMap(\.cites) { counts[cite, default: 0] += 1 }
        return counts.filter { 2 * $0.value >= attributions.count }.map(\.key).sorted()
    }
}
