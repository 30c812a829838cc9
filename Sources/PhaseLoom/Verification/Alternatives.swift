extension Verifier {
    /// The artifacts on which an obligation counts: those that it needs whatever happens, and one way among alternatives.
    ///
    /// Of alternatives it counts on the first whose artifacts are there in time, else on the first whose artifacts
    /// somebody produces, else on the first. An obligation that can be met in this way can be met; one that could only be
    /// met in another way is refused, which is the safe side.
    ///
    /// - Parameters:
    ///   - obligation: the obligation.
    ///   - place: the phase that has it.
    ///   - orItself: whether what that phase produces is in time.
    /// - Returns: the artifacts in order of identifiers.
    func countedNeeds(of obligation: ComposedObligation, at place: Int, orItself: Bool) -> [ID] {
        guard let proof = obligation.proof else { return obligation.needs }
        return (obligation.needs + way(of: proof, at: place, orItself)).sortedAndUnique
    }

    private func way(of proof: Proof, at place: Int, _ orItself: Bool) -> [ID] {
        switch proof {
        case .present, .signed, .measured: return proof.needs
        case .all(let parts): return parts.flatMap { way(of: $0, at: place, orItself) }
        case .any(let parts):
            let ways = parts.map { way(of: $0, at: place, orItself) }
            return ways.first { $0.allSatisfy { isInTime($0, at: place, orItself: orItself) } }
                ?? ways.first { $0.allSatisfy { producers[$0] != nil || entryArtifacts.contains($0) } } ?? ways.first
                ?? []
        }
    }
}
