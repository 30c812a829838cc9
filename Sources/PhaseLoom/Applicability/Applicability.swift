/// One reason for which an overlay applies to an engagement, or does not.
///
/// ```swift
/// static let applicability: [Applicability] = [
///     .byStatute("Electronic health records fall under the Security Rule", when: Fact.dataClasses.includes("ephi"))
///         .citing("45 CFR 164.302"),
///     .byContract("The contract adopts it", when: Fact.clauses.includes("hipaa")),
/// ]
/// ```
public struct Applicability: Hashable, Sendable {
    /// What makes the overlay apply, or keeps it away.
    public let ground: Ground
    /// When the reason counts.
    public let circumstance: Circumstance
    /// The reason in words.
    public let reason: String
    /// The sources of the reason, such as the section of a statute.
    public private(set) var cites: [String] = []
    /// The options with which the overlay is used for this reason, by name.
    public private(set) var options: [String: String] = [:]
    /// The parts that the reason adds to options that are lists joined with `+`, by name.
    public private(set) var parts: [String: String] = [:]

    /// What makes an overlay apply, or keeps it away; the stronger the later.
    public enum Ground: String, Hashable, Sendable, CaseIterable {
        /// The overlay is out of place.
        case exclusion
        /// It helps, and nobody demands it.
        case choice
        /// A contract, a grant or a client's policy demands it.
        case contract
        /// A law demands it.
        case statute
    }

    /// A law demands the overlay.
    public static func byStatute(_ reason: String, when circumstance: Circumstance) -> Applicability {
        Applicability(ground: .statute, circumstance: circumstance, reason: reason)
    }

    /// A contract, a grant or a client's policy demands the overlay.
    public static func byContract(_ reason: String, when circumstance: Circumstance) -> Applicability {
        Applicability(ground: .contract, circumstance: circumstance, reason: reason)
    }

    /// The overlay helps, and nobody demands it.
    public static func byChoice(_ reason: String, when circumstance: Circumstance) -> Applicability {
        Applicability(ground: .choice, circumstance: circumstance, reason: reason)
    }

    /// The overlay is out of place, unless a law demands it.
    public static func excluded(_ reason: String, when circumstance: Circumstance) -> Applicability {
        Applicability(ground: .exclusion, circumstance: circumstance, reason: reason)
    }

    private init(ground: Ground, circumstance: Circumstance, reason: String) {
        self.ground = ground
        self.circumstance = circumstance
        self.reason = reason
    }

    /// Names the sources of the reason.
    public func citing(_ sources: String...) -> Applicability {
        with { $0.cites = ($0.cites + sources).sortedAndUnique }
    }

    /// Sets options with which the overlay is used for this reason, by name.
    public func choosing(_ options: [String: String]) -> Applicability {
        with { $0.options.merge(options) { _, new in new } }
    }

    /// Adds to options that are lists joined with `+`, by name; advice unites what all reasons that count add.
    ///
    /// What a reason that counts chooses with ``choosing(_:)`` for the same option stands instead of the list.
    public func joining(_ parts: [String: String]) -> Applicability {
        with { $0.parts.merge(parts.mapValues { Self.union([$0]) }) { old, new in Self.union([old, new]) } }
    }

    /// The parts of some lists that are joined with `+`, in order and each once, as one such list.
    ///
    /// - Complexity: O(*n* log *n*) in the length of the lists.
    static func union(_ lists: [String]) -> String {
        lists.flatMap { $0.split(separator: "+") }.sortedAndUnique.joined(separator: "+")
    }

    private func with(_ change: (inout Applicability) -> Void) -> Applicability {
        var copy = self
        change(&copy)
        return copy
    }
}

extension Applicability.Ground: Comparable {
    /// Orders grounds by their strength.
    public static func < (one: Applicability.Ground, other: Applicability.Ground) -> Bool { one.rank < other.rank }

    private var rank: Int {
        switch self {
        case .exclusion: 0
        case .choice: 1
        case .contract: 2
        case .statute: 3
        }
    }
}
