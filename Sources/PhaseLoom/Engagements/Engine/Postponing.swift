extension PlannedPhase {
    /// Finds the artifacts that a compressed phase may hand on later, because only work that it deferred needs them.
    ///
    /// Such an artifact is asked for where the deferred obligation comes due; nobody before that works from it.
    ///
    /// - Complexity: O(*n*) in the size of the sequence for each compressed phase.
    static func postpone(
        _ phases: inout [PlannedPhase], of sequence: ComposedSequence, compressed: some Collection<ID>
    ) {
        for index in phases.indices where compressed.contains(sequence.phases[index].id) {
            let phase = sequence.phases[index]
            for (place, holder) in phases[index].deferred {
                let later = reach(of: holder, in: phases)
                let earlier = sequence.phases.indices.filter { !later.contains($0) }
                let used = Set(earlier.flatMap { users(of: sequence.phases[$0], besides: holder, in: sequence) })
                let wanted = phase.gate[place].mentioned.filter { phase.produces.contains($0) && !used.contains($0) }
                phases[index].postponed.formUnion(wanted)
            }
        }
    }

    /// A phase and all that come after it.
    private static func reach(of index: Int, in phases: [PlannedPhase]) -> Set<Int> {
        var found: Set<Int> = [index]
        for place in phases.indices.dropFirst(index) where found.contains(place) { found.formUnion(phases[place].next) }
        return found
    }

    /// What a phase works from or has to show before a later phase's gate.
    private static func users(
        of phase: ComposedPhase, besides holder: Int, in sequence: ComposedSequence
    ) -> [ID] {
        let due = phase.gate.filter { obligation in
            obligation.deferredTo.map { $0 != sequence.phases[holder].id } ?? true
        }
        return phase.consumes + (phase.entry + due).flatMap(\.mentioned)
    }
}

extension ComposedObligation {
    /// The artifacts that it needs or that may show it.
    fileprivate var mentioned: [ID] { proof.map { needs + $0.artifacts } ?? needs }
}
