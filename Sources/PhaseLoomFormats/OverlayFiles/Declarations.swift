import PhaseLoom

/// What a list of changes has declared so far, to notice when something is declared twice.
struct Declarations {
    enum Kind: String {
        case artifact, track, phase, loop, activity, obligation
    }

    private struct Declaration: Hashable {
        let kind: Kind
        let id: ID
        let target: Target?
    }

    private var seen: Set<Declaration> = []

    /// What counts as declared for the changes of an interaction.
    ///
    /// An interaction may say more about an obligation that the overlay has anyway, but declares nothing again.
    var inherited: Declarations {
        var result = self
        result.seen = seen.filter { $0.target == nil }
        return result
    }

    /// Notes a declaration, and a problem when it is not the first.
    ///
    /// - Parameters:
    ///   - kind: what is declared.
    ///   - id: its identifier.
    ///   - target: where it is declared, for what may stand in several places.
    ///   - cursor: where the identifier stands.
    mutating func declare(_ kind: Kind, _ id: ID?, at target: Target? = nil, _ cursor: JSONCursor?) {
        guard let id, let cursor, !cursor.log.isForgiving else { return }
        guard !seen.insert(Declaration(kind: kind, id: id, target: target)).inserted else { return }
        let place = target.map { " at '\($0)'" } ?? ""
        cursor.refuse("the \(kind.rawValue) '\(id)' is declared twice\(place)", hint: "keep one of the two")
    }
}
