import PhaseLoom
import PhaseLoomTesting

/// The base sequences with their names, for tables of arguments.
let bases = BaseSequence.shipped

/// What is composed of overlays on a base, with nothing found above a note.
func composed(_ overlays: any Overlay..., on base: BaseSequence = .standard) throws -> ComposedSequence {
    let sequence = try base.composed(with: OverlaySet(overlays))
    let grave = sequence.findings.filter { $0.severity != .note }
    if let first = grave.first { throw InvalidValue(first.message, hint: first.hint) }
    return sequence
}

/// An overlay that states something, for tests of what others make of it.
func neighbour(_ id: ID, @OverlayBuilder _ body: () -> OverlayBody) -> DeclarativeOverlay {
    DeclarativeOverlay(
        identity: OverlayIdentity(id: id, title: "Neighbour", summary: "A neighbour.", cites: ["test"]), body: body)
}

extension ComposedSequence {
    /// Every obligation of a name, at gates and entries.
    func obligations(_ id: ID) -> [ComposedObligation] {
        phases.flatMap { $0.entry + $0.gate }.filter { $0.id == id }
    }

    /// The bound of a criterion in words.
    func bound(_ id: ID) -> String? { obligations(id).first?.bound?.description }
}

/// What advice says of an overlay under some facts.
func advice<Kind: ConfigurableOverlay>(on type: Kind.Type, _ facts: [Fact: Facts.Value]) -> Advice {
    var known = Facts()
    for (fact, value) in facts { known[fact] = value }
    return Advice(on: type.identity.id, weighing: type.applicability, knowing: known)
}

/// Runs a collector on files in memory, at noon of 2026-11-21.
func collect<Kind: Collector>(
    _ type: Kind.Type, _ options: [String: String], _ files: [String: String]
) async throws -> CollectorReport {
    let bytes = files.mapValues { Array($0.utf8) }
    let noon = try Timestamp(parsing: "2026-11-21T12:00:00Z")
    let context = CollectorContext(files: MemoryCollectorFiles(bytes, pieceSize: 1000), clock: { noon })
    return try await type.init(options: options).collect(in: context)
}

extension CollectorReport {
    /// The measurements in words, in order of evidence and names.
    var measured: [String] { evidence.flatMap { $0.draft.measurements.map(\.description) } }

    /// The codes of findings that are more than notes, with their subjects.
    var found: [String] {
        evidence.flatMap(\.draft.findings).filter { $0.severity != .note }.map { "\($0.code) \($0.subject)" }
    }
}
