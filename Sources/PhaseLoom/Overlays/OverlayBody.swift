/// What an overlay contributes: its changes, and those that it makes only in the company of others.
public struct OverlayBody: Hashable, Sendable {
    /// The changes that always apply.
    public var changes: [Change]
    /// The changes that apply only when other overlays are present.
    public var interactions: [Together]

    /// Makes the body of an overlay; an empty one changes nothing.
    public init(changes: [Change] = [], interactions: [Together] = []) {
        self.changes = changes
        self.interactions = interactions
    }

    /// The changes that always apply, and those that apply in the company of others.
    var allChanges: [Change] { changes + interactions.flatMap(\.changes) }

    /// The same body with artifacts, then tracks, then everything else, each in the order in which they stand.
    var declarationsFirst: OverlayBody {
        OverlayBody(
            changes: changes.declarationsFirst,
            interactions: interactions.map { Together(with: $0.overlays, changes: $0.changes.declarationsFirst) })
    }

    /// Writes the body of an overlay as a list of sentences.
    public init(@OverlayBuilder _ build: () -> OverlayBody) { self = build() }
}

/// Collects the sentences of an overlay.
@resultBuilder
public enum OverlayBuilder: Sendable {
    /// Takes one sentence.
    public static func buildExpression(_ statement: some Statement) -> OverlayBody {
        OverlayBody(changes: [statement.change])
    }

    /// Takes the changes that apply only together with other overlays.
    public static func buildExpression(_ interaction: Together) -> OverlayBody {
        OverlayBody(interactions: [interaction])
    }

    /// Takes sentences written elsewhere.
    public static func buildExpression(_ body: OverlayBody) -> OverlayBody { body }

    /// Joins sentences in the order in which they stand.
    public static func buildBlock(_ parts: OverlayBody...) -> OverlayBody { buildArray(parts) }

    /// Joins the sentences of a loop.
    public static func buildArray(_ parts: [OverlayBody]) -> OverlayBody {
        var body = OverlayBody()
        body.changes.reserveCapacity(parts.count)
        for part in parts {
            body.changes += part.changes
            body.interactions += part.interactions
        }
        return body
    }

    /// Takes the sentences under an `if` without an `else`.
    public static func buildOptional(_ body: OverlayBody?) -> OverlayBody { body ?? OverlayBody() }

    /// Takes the sentences under an `if`.
    public static func buildEither(first body: OverlayBody) -> OverlayBody { body }

    /// Takes the sentences under an `else`.
    public static func buildEither(second body: OverlayBody) -> OverlayBody { body }
}

extension [Change] {
    fileprivate var declarationsFirst: [Change] {
        filter { $0.operation.isArtifact } + filter { $0.operation.isTrack }
            + filter { !$0.operation.isArtifact && !$0.operation.isTrack }
    }
}

extension Change.Operation {
    fileprivate var isArtifact: Bool { if case .artifact = self { true } else { false } }
    fileprivate var isTrack: Bool { if case .track = self { true } else { false } }
}
