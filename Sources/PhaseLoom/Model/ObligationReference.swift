/// A way to name an obligation: every place where it stands, or its place at one phase.
public struct ObligationReference: Hashable, Sendable {
    /// The phase that is meant; `nil` means every phase that has the obligation.
    public let place: Anchor?
    /// The identifier of the criterion or entry requirement.
    public let id: ID

    /// Names an obligation, at one place or at all.
    public init(_ id: ID, at place: Anchor? = nil) {
        self.id = id
        self.place = place
    }

    /// Reads a reference as files write it: `id`, `phase/id` or `@point/id`.
    ///
    /// - Throws: ``InvalidValue`` when either part is invalid.
    public init(parsing text: String) throws(InvalidValue) {
        guard let slash = text.firstIndex(of: "/") else {
            self.init(try ID(text))
            return
        }
        let place = try Anchor(parsing: String(text[..<slash]))
        self.init(try ID(String(text[text.index(after: slash)...])), at: place)
    }
}

extension ObligationReference: ExpressibleByStringLiteral {
    /// Makes a reference of a literal in the program text.
    ///
    /// - Precondition: The literal is `id`, `phase/id` or `@point/id`.
    public init(stringLiteral text: String) {
        do {
            try self.init(parsing: text)
        } catch {
            preconditionFailure(error.description)
        }
    }
}

extension ObligationReference: CustomStringConvertible {
    /// The reference as files write it.
    public var description: String { place.map { "\($0)/\(id)" } ?? id.text }
}
