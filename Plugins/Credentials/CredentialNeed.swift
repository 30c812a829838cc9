public import PhaseLoom

/// What somebody must hold to do a piece of work.
public indirect enum CredentialNeed: Hashable, Sendable {
    /// One of some credentials.
    case credential(anyOf: [ID])
    /// A credential of a kind.
    case emphasis(CredentialEmphasis)
    /// A licence of one of some classes.
    case licence(anyOf: [ID])
    /// Hours of experience, which no examination replaces.
    case experience(hours: Int)
    /// Every part; nothing without parts.
    case all([CredentialNeed])

    /// What automation roles need: a vendor-neutral credential beside one for their language.
    public static let automation = CredentialNeed.all([.emphasis(.vendorNeutral), .emphasis(.language)])
}

extension CredentialNeed: CustomStringConvertible {
    /// The need in words, such as `a vendor-neutral credential and 2000 hours of experience`.
    public var description: String {
        switch self {
        case .credential(let names): Self.list(names)
        case .emphasis(.vendorNeutral): "a vendor-neutral credential"
        case .emphasis(.vendor): "a vendor's credential"
        case .emphasis(.language): "a language-specific credential"
        case .licence(let classes): "a licence of class " + Self.list(classes)
        case .experience(let hours): "\(hours) hours of experience"
        case .all(let parts): parts.isEmpty ? "nothing" : parts.map(\.description).joined(separator: " and ")
        }
    }

    private static func list(_ names: [ID]) -> String { names.map { "'\($0)'" }.joined(separator: " or ") }
}
