import PhaseLoom
import Testing

/// Every base sequence, with the phases that overlays of this domain may bring beside its own.
let bases: [BaseSequence] = [.standard, .delivery, .professional, .adoption]

/// Composes overlays and expects that nothing is found above a note.
func composed(_ overlays: any Overlay..., on base: BaseSequence = .standard) throws -> ComposedSequence {
    let sequence = try base.composed(with: OverlaySet(overlays))
    #expect(sequence.findings.filter { $0.severity != .note } == [])
    return sequence
}

/// Makes facts of their values.
func facts(_ values: KeyValuePairs<Fact, Facts.Value>) -> Facts {
    values.reduce(into: Facts()) { $0[$1.key] = $1.value }
}

extension ComposedSequence {
    /// An obligation at the gate of a phase.
    func gate(_ phase: ID, _ id: ID) -> ComposedObligation? { self.phase(phase)?.gate.first { $0.id == id } }

    /// An obligation at the entry to a phase.
    func entry(_ phase: ID, _ id: ID) -> ComposedObligation? { self.phase(phase)?.entry.first { $0.id == id } }
}
