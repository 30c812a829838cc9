import PhaseLoom
import PhaseLoomTesting
import Testing

@testable import Regulations

/// What the suites of this target have in common.
enum Sample {
    static let bases: [BaseSequence] = [.standard, .delivery, .professional, .adoption]

    /// The standard sequence with some overlays, which verifies without anything above a note.
    static func composed(_ overlays: any Overlay..., on base: BaseSequence = .standard) throws -> ComposedSequence {
        let sequence = try base.composed(with: OverlaySet(overlays))
        #expect(sequence.findings.allSatisfy { $0.severity == .note })
        return sequence
    }

    /// An overlay that is only there to be met.
    static func stranger(_ id: ID) -> DeclarativeOverlay {
        DeclarativeOverlay(identity: OverlayIdentity(id: id, title: "Stranger", summary: "Is met.")) {
            Artifact("strange-record", "Strange record").broughtToTheEngagement()
        }
    }

    /// The conflicts of an overlay with somebody who waives one of its obligations.
    static func conflicts(waiving obligation: String, of overlay: any Overlay) throws -> [Conflict.Code] {
        let waiver = DeclarativeOverlay(
            identity: OverlayIdentity(id: "small-business", title: "Small", summary: "Drops what it can."),
            body: OverlayBody(changes: [
                Waive(try ObligationReference(parsing: obligation), because: "no time", onAuthorityOf: "the owner")
                    .change
            ]))
        do {
            _ = try BaseSequence.standard.composed(with: OverlaySet([overlay, waiver]))
            return []
        } catch {
            return error.conflicts.map(\.code)
        }
    }

    /// Facts by what is known.
    static func facts(_ known: KeyValuePairs<Fact, Facts.Value>) -> Facts {
        var facts = Facts()
        for (fact, value) in known { facts[fact] = value }
        return facts
    }

    /// Advice under the law of the United States, unless the facts name jurisdictions.
    static func advice<Kind: ConfigurableOverlay>(on kind: Kind.Type, knowing facts: Facts) -> Advice {
        var facts = facts
        if facts[Fact.jurisdictions] == nil { facts[Fact.jurisdictions] = .words(["us"]) }
        return Advice(on: kind.identity.id, weighing: kind.applicability, knowing: facts)
    }

    /// The lines in which a person writes the sequence down.
    static func sketch(_ overlay: any Overlay) throws -> [String] { SequenceSketch.lines(of: try composed(overlay)) }
}

extension ComposedSequence {
    /// An obligation, wherever it stands first.
    func obligation(_ id: ID) -> ComposedObligation? {
        phases.flatMap { $0.entry + $0.gate }.first { $0.id == id }
    }

    /// The phase in which an obligation stands.
    func place(of id: ID) -> ID? {
        phases.first { ($0.entry + $0.gate).contains { $0.id == id } }?.id
    }
}
