/// One place in a sequence: a phase by its identifier, or whichever phase holds an extension point.
public enum Anchor: Hashable, Sendable {
    /// The phase with this identifier.
    case phase(ID)
    /// The phase that holds this extension point.
    case point(ExtensionPoint)
}

extension Anchor {
    /// Reads an anchor as files write it: `@design` or a phase identifier.
    ///
    /// - Throws: ``InvalidValue`` for an unknown point (with the nearest one) or an invalid identifier.
    public init(parsing text: String) throws(InvalidValue) {
        guard text.first == "@" else {
            self = .phase(try ID(text))
            return
        }
        let name = String(text.dropFirst())
        guard let point = ExtensionPoint(rawValue: name) else {
            let nearest = Suggestion.nearest(to: name, among: ExtensionPoint.allCases.map(\.rawValue))
            throw InvalidValue(
                "'\(text.excerpt)' is not an extension point",
                hint: nearest.map { "did you mean '@\($0)'?" }
                    ?? "use one of " + ExtensionPoint.allCases.map(\.description).joined(separator: ", "))
        }
        self = .point(point)
    }

    /// The phase that holds `@intake`.
    public static let intake = Anchor.point(.intake)
    /// The phase that holds `@assessment`.
    public static let assessment = Anchor.point(.assessment)
    /// The phase that holds `@scoping`.
    public static let scoping = Anchor.point(.scoping)
    /// The phase that holds `@design`.
    public static let design = Anchor.point(.design)
    /// The phase that holds `@execution`.
    public static let execution = Anchor.point(.execution)
    /// The phase that holds `@validation`.
    public static let validation = Anchor.point(.validation)
    /// The phase that holds `@transfer`.
    public static let transfer = Anchor.point(.transfer)
    /// The phase that holds `@closeout`.
    public static let closeout = Anchor.point(.closeout)
    /// The phase that holds `@operations`.
    public static let operations = Anchor.point(.operations)
}

extension Anchor: ExpressibleByStringLiteral {
    /// Makes an anchor of a literal in the program text: a phase identifier or `@point`.
    ///
    /// - Precondition: The literal is a valid anchor; text that comes from outside goes through ``init(parsing:)``.
    public init(stringLiteral text: String) {
        do {
            try self.init(parsing: text)
        } catch {
            preconditionFailure(error.description)
        }
    }
}

extension Anchor: CustomStringConvertible {
    /// The anchor as files write it.
    public var description: String {
        switch self {
        case .phase(let id): id.text
        case .point(let point): point.description
        }
    }
}
