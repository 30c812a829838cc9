import PhaseLoom
import ServiceOperations

/// A composition with one overlay, and what is looked up in it.
struct Composed {
    let sequence: ComposedSequence

    init(
        _ type: any ConfigurableOverlay.Type, _ options: [String: String] = [:], on base: BaseSequence = .standard,
        with others: [any Overlay] = []
    ) throws {
        sequence = try base.composed(with: OverlaySet([try Self.made(type, options)] + others))
    }

    /// A generic function: what an existential would throw is typed.
    static func made(_ type: any ConfigurableOverlay.Type, _ options: [String: String] = [:]) throws -> any Overlay {
        func make<Kind: ConfigurableOverlay>(_ type: Kind.Type) throws -> any Overlay { try Kind(options: options) }
        return try make(type)
    }

    var phases: [String] { sequence.phases.map(\.id.text) }
    var doubts: [Finding] { sequence.findings.filter { $0.severity != .note } }

    func criterion(_ id: ID) -> ComposedObligation? { sequence.phases.flatMap(\.gate).first { $0.id == id } }
    func requirement(_ id: ID) -> ComposedObligation? { sequence.phases.flatMap(\.entry).first { $0.id == id } }
    /// The phases at whose gates a criterion stands.
    func places(_ id: ID) -> [String] {
        sequence.phases.filter { $0.gate.contains { $0.id == id } }.map(\.id.text)
    }
    /// The obligations that overlays bring, by phase, with whether they are mandated.
    var mandated: [String] {
        sequence.phases.flatMap { $0.entry + $0.gate }.filter { $0.status == .mandated }.map(\.id.text)
    }
}

/// Facts by fact.
func known(_ values: (Fact, Facts.Value)...) -> Facts {
    values.reduce(into: Facts()) { facts, pair in facts[pair.0] = pair.1 }
}

/// The value of a fact that takes words.
func words(_ texts: [String]) throws -> Facts.Value { .words(try texts.map { text in try ID(text) }) }

/// What is advised on an overlay.
func advice(on type: any ConfigurableOverlay.Type, knowing facts: Facts) -> Advice {
    Advice(on: type.identity.id, weighing: type.applicability, knowing: facts)
}
