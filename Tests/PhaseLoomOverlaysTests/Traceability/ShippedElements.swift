import FoundationEssentials
import PhaseLoom
import PhaseLoomOverlays

/// Finds out what the product really has under the names of the table.
struct ShippedElements {
    private let catalogue = Catalogue.shipped
    private let files: RepositoryFiles
    private let metrics: String
    /// What bases and overlays bring, by how they are specified.
    private var owners: [String: OwnedElements] = [:]

    init() throws {
        files = try RepositoryFiles()
        // The approved output of the program: another test holds it to that.
        metrics = try RepositoryFiles.text(of: "Tests/PhaseLoomFormatsTests/Golden/metrics.json")
    }

    /// Whether the product has an element of a kind under a name.
    mutating func has(_ kind: TraceabilityRow.Kind, _ name: String) throws -> Bool {
        switch kind {
        case .overlay: catalogue.overlays.contains { $0.identity.id.text == name }
        case .base: catalogue.bases.contains { $0.id.text == name }
        case .view: Self.views.contains(name)
        case .fact: (Fact.common + catalogue.facts).contains { $0.id.text == name }
        case .collector: catalogue.allCollectors.contains { $0.name == name }
        case .term: (try? catalogue.glossary.entries(named: name)) != nil
        case .finding: Finding.Code(rawValue: name) != nil
        case .conflict: Conflict.Code(rawValue: name) != nil
        case .refusal: Refusal.Code(rawValue: name) != nil
        case .metric: metrics.contains("\"\(name)\": ")
        case .command: files.contains("Tests/PhaseLoomCommandsTests/Golden/help-\(name).txt")
        case .guide: files.contains(name: "\(name).md", under: ".docc/")
        case .test: files.declaresSuite(name)
        case .interaction: try hasInteraction(name)
        case .option, .phase, .obligation, .artifact, .activity, .loop: try hasOwned(kind, name)
        }
    }

    /// The outlines under whose headings sequences can be told: those of the core, and the phases of each base.
    static var views: [String] { Outline.shipped.map(\.id.text) + Catalogue.shipped.bases.map(\.id.text) }

    private func hasInteraction(_ name: String) throws -> Bool {
        let pair = name.split(separator: "+").map(String.init)
        guard pair.count == 2, catalogue.overlays.contains(where: { $0.identity.id.text == pair[1] }) else {
            return false
        }
        return try catalogue.overlay(named: pair[0])().body.interactions.contains {
            $0.overlays.map(\.text) == [pair[1]]
        }
    }

    private mutating func hasOwned(_ kind: TraceabilityRow.Kind, _ name: String) throws -> Bool {
        let parts = name.split(separator: "/").map(String.init)
        guard parts.count == 2 else { return false }
        if kind == .option { return try catalogue.overlay(named: parts[0]).options.contains { $0.name == parts[1] } }
        if owners[parts[0]] == nil { owners[parts[0]] = try Self.elements(of: parts[0], in: catalogue) }
        return owners[parts[0]]?[kind].contains(parts[1]) ?? false
    }

    private static func elements(of owner: String, in catalogue: Catalogue) throws -> OwnedElements {
        if let base = catalogue.bases.first(where: { $0.id.text == owner }) {
            return OwnedElements(of: .base, in: try base.composed())
        }
        let parts = owner.split(separator: ":", maxSplits: 1).map(String.init)
        let options = parts.dropFirst().joined().split(separator: ",").map { $0.split(separator: "=", maxSplits: 1) }
        let overlay = try catalogue.overlay(named: parts[0])(
            options: Dictionary(uniqueKeysWithValues: options.map { (String($0[0]), $0.dropFirst().joined()) }))
        let company = try overlay.identity.requires.map { try catalogue.overlay(named: $0.text)() }
        let sequence = try BaseSequence.standard.composed(with: OverlaySet([overlay] + company))
        var elements = OwnedElements(of: overlay.identity.id, in: sequence)
        elements.add(overlay.body.interactions.flatMap(\.changes))
        return elements
    }
}

/// The names of what a base or an overlay brings, by kind.
struct OwnedElements {
    private var names: [TraceabilityRow.Kind: Set<String>] = [:]

    /// The names of a kind.
    subscript(kind: TraceabilityRow.Kind) -> Set<String> { names[kind] ?? [] }

    /// Takes what stands in a composed sequence because of its owner.
    init(of owner: ID, in sequence: ComposedSequence) {
        let owned = { (attribution: Attribution) in attribution.by.contains(owner) }
        for phase in sequence.phases {
            if owned(phase.attribution) { add(.phase, phase.id) }
            for obligation in phase.entry + phase.gate where owned(obligation.attribution) {
                add(.obligation, obligation.id)
            }
            for activity in phase.activities where owned(activity.attribution) { add(.activity, activity.id) }
        }
        for artifact in sequence.artifacts where owned(artifact.attribution) { add(.artifact, artifact.id) }
        for loop in sequence.loops where owned(loop.attribution) { add(.loop, loop.id) }
    }

    /// Takes what its owner brings only in the company of others.
    mutating func add(_ changes: [Change]) {
        for change in changes {
            switch change.operation {
            case .insert(let insert): add(.phase, insert.id)
            case .expect(let expect): add(.obligation, expect.id)
            case .require(let require): add(.obligation, require.id)
            case .perform(let perform): add(.activity, perform.id)
            case .artifact(let artifact): add(.artifact, artifact.id)
            case .loopBack(let loop): add(.loop, loop.id)
            default: break
            }
        }
    }

    private mutating func add(_ kind: TraceabilityRow.Kind, _ id: ID) { names[kind, default: []].insert(id.text) }
}
