/// Changes that an overlay makes only in the company of others: "together with HIPAA, recordings are protected".
public struct Together: Hashable, Sendable {
    /// The overlays that must all be present, besides the one that says so.
    public let overlays: [ID]
    /// The changes that apply then.
    public let changes: [Change]

    /// Makes changes only when all of these overlays are present.
    public init(with overlays: ID..., @ChangeBuilder then build: () -> [Change]) {
        self.init(with: overlays, changes: build())
    }

    /// Makes changes only when all of these overlays are present.
    public init(with overlays: [ID], changes: [Change]) {
        self.overlays = overlays.sortedAndUnique
        self.changes = changes
    }
}

/// Collects the sentences that apply only together with other overlays.
@resultBuilder
public enum ChangeBuilder: Sendable {
    /// Takes one sentence.
    public static func buildExpression(_ statement: some Statement) -> [Change] { [statement.change] }

    /// Joins sentences in the order in which they stand.
    public static func buildBlock(_ parts: [Change]...) -> [Change] { parts.flatMap(\.self) }

    /// Joins the sentences of a loop.
    public static func buildArray(_ parts: [[Change]]) -> [Change] { parts.flatMap(\.self) }

    /// Takes the sentences under an `if` without an `else`.
    public static func buildOptional(_ changes: [Change]?) -> [Change] { changes ?? [] }

    /// Takes the sentences under an `if`.
    public static func buildEither(first changes: [Change]) -> [Change] { changes }

    /// Takes the sentences under an `else`.
    public static func buildEither(second changes: [Change]) -> [Change] { changes }
}
