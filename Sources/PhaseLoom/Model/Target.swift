/// The phases that a change aims at: one of them, or all that a selector picks, whichever overlay inserted them.
public enum Target: Hashable, Sendable {
    /// One place.
    case at(Anchor)
    /// Every phase of the sequence.
    case every
    /// The phases on a track.
    case track(ID)
    /// The phases that produce an artifact.
    case producing(ID)
}

extension Target {
    /// Reads a target as files write it: an anchor, `*`, `track:NAME` or `producing:ARTIFACT`.
    ///
    /// - Throws: ``InvalidValue`` for anything else.
    public init(parsing text: String) throws(InvalidValue) {
        if text == "*" {
            self = .every
        } else if text.hasPrefix("track:") {
            self = .track(try ID(String(text.dropFirst("track:".count))))
        } else if text.hasPrefix("producing:") {
            self = .producing(try ID(String(text.dropFirst("producing:".count))))
        } else {
            self = .at(try Anchor(parsing: text))
        }
    }

    /// The phase with this identifier.
    public static func phase(_ id: ID) -> Target { .at(.phase(id)) }

    /// The phase that holds `@intake`.
    public static let intake = Target.at(.intake)
    /// The phase that holds `@assessment`.
    public static let assessment = Target.at(.assessment)
    /// The phase that holds `@scoping`.
    public static let scoping = Target.at(.scoping)
    /// The phase that holds `@design`.
    public static let design = Target.at(.design)
    /// The phase that holds `@execution`.
    public static let execution = Target.at(.execution)
    /// The phase that holds `@validation`.
    public static let validation = Target.at(.validation)
    /// The phase that holds `@transfer`.
    public static let transfer = Target.at(.transfer)
    /// The phase that holds `@closeout`.
    public static let closeout = Target.at(.closeout)
    /// The phase that holds `@operations`.
    public static let operations = Target.at(.operations)
}

extension Target: ExpressibleByStringLiteral {
    /// Makes a target of a literal in the program text.
    ///
    /// - Precondition: The literal is a valid target; text that comes from outside goes through ``init(parsing:)``.
    public init(stringLiteral text: String) {
        do {
            try self.init(parsing: text)
        } catch {
            preconditionFailure(error.description)
        }
    }
}

extension Target: CustomStringConvertible {
    /// The target as files write it.
    public var description: String {
        switch self {
        case .at(let anchor): anchor.description
        case .every: "*"
        case .track(let id): "track:\(id)"
        case .producing(let id): "producing:\(id)"
        }
    }
}
