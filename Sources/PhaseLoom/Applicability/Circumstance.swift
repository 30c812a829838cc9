/// A statement over facts that decides whether an overlay applies.
///
/// ```swift
/// Fact.dataClasses.includes("ephi") && !Fact.client.includes("household")
/// ```
///
/// Truth has three values (Kleene's strong logic): a statement over unknown facts is unknown unless what is known
/// decides it already.
public indirect enum Circumstance: Hashable, Sendable {
    /// Whatever is known.
    case always
    /// A flag is set.
    case holds(Fact)
    /// The value is one of some words, or has one of them among its own.
    case includes(Fact, [ID])
    /// A number is at least another.
    case atLeast(Fact, Double)
    /// Every part is true; true without parts.
    case all([Circumstance])
    /// At least one part is true; false without parts.
    case any([Circumstance])
    /// The statement is false.
    case not(Circumstance)
}

extension Circumstance {
    /// Both are true.
    public static func && (one: Circumstance, other: Circumstance) -> Circumstance { .all([one, other]) }

    /// At least one is true.
    public static func || (one: Circumstance, other: Circumstance) -> Circumstance { .any([one, other]) }

    /// The statement is false.
    public static prefix func ! (circumstance: Circumstance) -> Circumstance { .not(circumstance) }

    /// Whether it is true; `nil` when what is known does not decide it.
    ///
    /// - Complexity: O(*n*) in the number of parts.
    public func isTrue(_ facts: Facts) -> Bool? {
        switch self {
        case .always: return true
        case .holds(let fact):
            guard case .flag(let value) = facts[fact] else { return nil }
            return value
        case .includes(let fact, let words):
            guard case .words(let values) = facts[fact] else { return nil }
            return values.contains(where: words.contains)
        case .atLeast(let fact, let least):
            guard case .number(let value) = facts[fact] else { return nil }
            return value >= least
        case .all(let parts): return Self.settled(parts, by: false, facts)
        case .any(let parts): return Self.settled(parts, by: true, facts)
        case .not(let part): return part.isTrue(facts).map { !$0 }
        }
    }

    /// One part with the value settles it; without one it is unknown if a part is, else the other value.
    private static func settled(_ parts: [Circumstance], by value: Bool, _ facts: Facts) -> Bool? {
        var isUnknown = false
        for part in parts {
            switch part.isTrue(facts) {
            case value: return value
            case nil: isUnknown = true
            default: break
            }
        }
        return isUnknown ? nil : !value
    }

    /// The facts that are not known and could decide it, in order of their names; none when it is decided.
    public func openFacts(_ facts: Facts) -> [Fact] {
        guard isTrue(facts) == nil else { return [] }
        let open: [Fact] =
            switch self {
            case .always: []
            case .holds(let fact), .includes(let fact, _), .atLeast(let fact, _): [fact]
            case .all(let parts), .any(let parts): parts.flatMap { $0.openFacts(facts) }
            case .not(let part): part.openFacts(facts)
            }
        return open.inOrder
    }

    /// Every fact that it mentions, in order of their names.
    public var facts: [Fact] {
        let mentioned: [Fact] =
            switch self {
            case .always: []
            case .holds(let fact), .includes(let fact, _), .atLeast(let fact, _): [fact]
            case .all(let parts), .any(let parts): parts.flatMap(\.facts)
            case .not(let part): part.facts
            }
        return mentioned.inOrder
    }
}

extension Circumstance: CustomStringConvertible {
    /// The statement in words, such as `data-classes includes ephi and not client is household`.
    public var description: String {
        switch self {
        case .always: "always"
        case .holds(let fact): fact.id.text
        case .includes(let fact, let words):
            fact.id.text + (fact.isSingle ? " is " : " includes ") + words.map(\.text).joined(separator: " or ")
        case .atLeast(let fact, let least): "\(fact.id) is at least \(least.canonicalText)"
        case .all(let parts): parts.isEmpty ? "always" : Self.list(parts, "and")
        case .any(let parts): parts.isEmpty ? "never" : Self.list(parts, "or")
        case .not(let part): "not " + (part.isCompound ? "(\(part))" : part.description)
        }
    }

    private static func list(_ parts: [Circumstance], _ word: String) -> String {
        parts.map { $0.isCompound ? "(\($0))" : $0.description }.joined(separator: " \(word) ")
    }

    private var isCompound: Bool {
        switch self {
        case .all(let parts), .any(let parts): parts.count > 1
        default: false
        }
    }
}

extension Fact {
    fileprivate var isSingle: Bool { if case .word = kind { true } else { false } }
}

extension [Fact] {
    /// The facts in order of their names, each once.
    var inOrder: [Fact] {
        var seen: Set<ID> = []
        return sorted { $0.id < $1.id }.filter { seen.insert($0.id).inserted }
    }
}
