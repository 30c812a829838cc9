/// A composed sequence told under the headings of an outline; every phase stands under exactly one of them.
public struct SequenceView: Hashable, Sendable {
    /// The outline.
    public let outline: Outline
    /// The sequence.
    public let sequence: ComposedSequence
    /// The headings with their phases, in the outline's order.
    public let sections: [Section]

    /// A heading with its phases.
    public struct Section: Hashable, Sendable {
        /// The heading.
        public let heading: Outline.Heading
        /// The phases that stand under it, in canonical order.
        public let phases: [ComposedPhase]
        /// The phases that stand under another heading and do the work of this one as well.
        public let within: [ID]
    }

    /// Finds the heading of each phase.
    ///
    /// A phase that holds extension points stands under the heading of the first of them. Any other one stands as late as
    /// it may be done: under the heading before that of what follows it, but not before that of what comes before it.
    ///
    /// - Complexity: O(*n* + *m*) in the numbers of phases and of direct predecessors.
    public init(of sequence: ComposedSequence, under outline: Outline) {
        let place = Self.places(in: outline)
        let own = sequence.phases.map { phase in phase.points.min().map { place[$0] } }
        var latest: [ID: Int] = [:]
        for phase in sequence.phases {
            let before = phase.after.compactMap { latest[$0] }
            latest[phase.id] = (before + phase.points.map { place[$0] }).max()
        }
        var under = own
        var next: [ID: Int] = [:]
        for (index, phase) in sequence.phases.enumerated().reversed() {
            let before = phase.after.compactMap { latest[$0] }.max() ?? 0
            under[index] = own[index] ?? max(before, next[phase.id].map { $0 - 1 } ?? before)
            guard let follows = own[index] ?? next[phase.id] else { continue }
            for earlier in phase.after { next[earlier] = min(follows, next[earlier] ?? .max) }
        }
        self.outline = outline
        self.sequence = sequence
        sections = outline.headings.enumerated().map { heading, named in
            let phases = sequence.phases.indices.filter { under[$0] == heading }.map { sequence.phases[$0] }
            let within = sequence.phases.indices.filter { index in
                under[index] != heading && sequence.phases[index].points.contains { place[$0] == heading }
            }
            return Section(heading: named, phases: phases, within: within.map { sequence.phases[$0].id })
        }
    }

    /// The heading of each extension point, by its place.
    private static func places(in outline: Outline) -> PointTable<Int> {
        var places = PointTable(0)
        for (index, heading) in outline.headings.enumerated() {
            for point in heading.points { places[point] = index }
        }
        return places
    }
}
