import PhaseLoom

/// What comes out when the overlays of a running sequence are changed.
enum Recomposition: Sendable {
    /// A plan that can run.
    case plan(EngagementPlan)
    /// No sequence: overlays contradict each other.
    case conflicts(ConflictReport)
    /// A sequence that cannot run.
    case unsound(ComposedSequence)
}

extension Desk {
    /// Composes the sequence of an engagement anew, on the same base and with the decisions that it keeps.
    func recompose(
        _ sequence: ComposedSequence, with changes: OverlayChanges, isLenient: Bool = false
    ) throws(CommandFailure) -> Recomposition {
        let overlays = OverlaySet(try changes.overlays(after: sequence, in: catalogue, isLenient: isLenient))
        let decided = changes.resolutions.map(\.conflict)
        let kept = sequence.resolutions.filter { !decided.contains($0.conflict) }
        let base = try base(of: sequence)
        let composed: ComposedSequence
        do throws(ConflictReport) {
            composed = try Self.compose(base, overlays, keeping: kept, adding: changes.resolutions)
        } catch {
            return .conflicts(error)
        }
        return composed.isSound ? .plan(try plan(composed)) : .unsound(composed)
    }

    private func base(of sequence: ComposedSequence) throws(CommandFailure) -> BaseSequence {
        do {
            return try catalogue.base(named: sequence.base.text)
        } catch {
            throw .invalidInput("\(error): the engagement runs on it")
        }
    }

    /// Composes, leaving out decisions on conflicts that went with the overlays that had them.
    private static func compose(
        _ base: BaseSequence, _ overlays: OverlaySet, keeping kept: [Resolution], adding new: [Resolution]
    ) throws(ConflictReport) -> ComposedSequence {
        do throws(ConflictReport) {
            return try base.composed(with: overlays, resolving: kept + new)
        } catch {
            let stale = error.conflicts.filter { $0.code == .staleResolution }.map(\.target)
            let needed = kept.filter { !stale.contains($0.conflict) }
            guard needed.count < kept.count else { throw error }
            return try base.composed(with: overlays, resolving: needed + new)
        }
    }
}
