/// How evidence shows that an obligation holds: what is handed in, who signs it, what is measured.
///
/// Proofs are data, so that overlays state them, composition compares them and everybody can read them:
///
/// ```swift
/// Proof.all([
///     .signed("acceptance-sheet", by: "client", separately: true),
///     .any([.present("test-report"), .measured(Bound("coverage", .atLeast(0.95)), of: nil)]),
/// ])
/// ```
public indirect enum Proof: Hashable, Sendable {
    /// An artifact is handed in.
    case present(ID)
    /// An artifact is handed in and signed by a role; separately: by someone other than who recorded it.
    case signed(ID, by: ID, separately: Bool)
    /// A measurement is within a bound, in the evidence of one artifact or, without one, in any evidence.
    case measured(Bound, of: ID?)
    /// Every part holds.
    case all([Proof])
    /// At least one part holds.
    case any([Proof])
}

extension Proof {
    /// The artifacts that it needs whatever happens, in order of identifiers; of alternatives what all of them need.
    ///
    /// - Complexity: O(*n* log *n*) in the number of parts, at each level.
    public var needs: [ID] {
        switch self {
        case .present(let artifact), .signed(let artifact, _, _): return [artifact]
        case .measured(_, let artifact): return artifact.map { [$0] } ?? []
        case .all(let parts): return parts.flatMap(\.needs).sortedAndUnique
        case .any(let parts):
            guard let first = parts.first else { return [] }
            return parts.dropFirst().reduce(first.needs) { shared, part in
                let needs = Set(part.needs)
                return shared.filter(needs.contains)
            }
        }
    }

    /// Every artifact that it mentions, in order of identifiers.
    ///
    /// - Complexity: O(*n* log *n*) in the number of parts, at each level.
    public var artifacts: [ID] {
        switch self {
        case .present, .signed, .measured: needs
        case .all(let parts), .any(let parts): parts.flatMap(\.artifacts).sortedAndUnique
        }
    }

    /// The proof that holds when both do, in canonical form; `nil` says nothing.
    package static func joined(_ one: Proof?, _ other: Proof?) -> Proof? {
        guard let one else { return other?.canonical }
        guard let other else { return one.canonical }
        return Proof.all([one, other]).canonical
    }
}

extension Proof: CustomStringConvertible {
    /// The proof in words, such as `acceptance-sheet signed by client and (plan handed in or report handed in)`.
    public var description: String {
        switch self {
        case .present(let artifact): "\(artifact) handed in"
        case .signed(let artifact, let role, let separately):
            "\(artifact) signed by \(role)" + (separately ? ", someone other than its recorder" : "")
        case .measured(let bound, let artifact): "\(bound)\(artifact.map { " in \($0)" } ?? "")"
        case .all(let parts): parts.isEmpty ? "nothing" : Self.list(parts, "and")
        case .any(let parts): parts.isEmpty ? "what cannot be shown" : Self.list(parts, "or")
        }
    }

    private static func list(_ parts: [Proof], _ conjunction: String) -> String {
        parts.map { $0.members == nil ? $0.description : "(\($0))" }.joined(separator: " \(conjunction) ")
    }

    /// The parts of a proof that has any.
    var members: [Proof]? {
        switch self {
        case .present, .signed, .measured: nil
        case .all(let parts), .any(let parts): parts
        }
    }
}
