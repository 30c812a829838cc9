import PhaseLoom
import Standards
import Testing

/// A base with one overlay, sound.
func composed<Kind: ConfigurableOverlay>(
    _ type: Kind.Type, _ options: [String: String] = [:], on base: BaseSequence = .standard,
    with others: [any Overlay] = []
) throws -> ComposedSequence {
    let sequence = try base.composed(with: OverlaySet([try Kind(options: options)] + others))
    #expect(sequence.findings.filter { $0.severity != .note } == [])
    return sequence
}

/// An overlay that only has a name, in whose company others change.
func companion(_ id: ID, @OverlayBuilder _ body: () -> OverlayBody = { OverlayBody() }) -> DeclarativeOverlay {
    DeclarativeOverlay(identity: OverlayIdentity(id: id, title: "Companion", summary: "Stands in."), body: body)
}

/// What is known about an engagement, as words by fact.
func known(_ words: KeyValuePairs<Fact, [ID]>) -> Facts {
    var facts = Facts()
    for (fact, values) in words { facts[fact] = .words(values) }
    return facts
}

func advice<Kind: ConfigurableOverlay>(on type: Kind.Type, _ facts: Facts) -> Advice {
    Advice(on: type.identity.id, weighing: type.applicability, knowing: facts)
}

extension ComposedSequence {
    /// An obligation at a place, to enter it or at its gate.
    func obligation(_ id: ID, at point: ExtensionPoint) -> ComposedObligation? {
        phase(holding: point).flatMap { phase in (phase.entry + phase.gate).first { $0.id == id } }
    }

    /// An obligation, wherever it stands first.
    func obligation(_ id: ID) -> ComposedObligation? {
        phases.flatMap { $0.entry + $0.gate }.first { $0.id == id }
    }

    /// What an overlay brings, in order of phases.
    func obligations(of overlay: ID) -> [ComposedObligation] {
        phases.flatMap { $0.entry + $0.gate }.filter { $0.attribution.by.contains(overlay) }
    }
}

/// Whether a waiver of an obligation is refused as a mandate.
func refusesWaiver<Kind: ConfigurableOverlay>(
    of obligation: String, in type: Kind.Type, _ options: [String: String] = [:]
) throws -> Bool {
    let reference = try ObligationReference(parsing: obligation)
    let waiver = companion("hurry") {
        Waive(reference, because: "no time", onAuthorityOf: "the project")
    }
    do {
        let overlays: [any Overlay] = [try Kind(options: options), waiver]
        _ = try BaseSequence.standard.composed(with: OverlaySet(overlays))
        return false
    } catch let report as ConflictReport {
        return report.conflicts.map(\.code) == [.mandate]
    }
}
