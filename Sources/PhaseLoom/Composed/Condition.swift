/// When something runs: each clause must hold, and a clause holds when any of its triggers does.
///
/// A conditional phase has one clause. An element that came out of conditional phases inside one another has one for
/// each of them. No clause means always.
public struct Condition: Hashable, Sendable {
    /// The clauses, each a list of triggers in order of identifiers.
    public let clauses: [[Trigger]]

    /// The condition that always holds.
    public static let always = Condition(clauses: [])

    /// Makes a condition of its clauses, leaving out those that another one decides.
    package init(clauses: [[Trigger]]) {
        if clauses.isEmpty {
            self.clauses = []
            return
        }
        // A clause that another one contains decides alone: `a` makes `a or b` redundant.
        let sorted = clauses.map { Array(Set($0)).sorted { $0.id < $1.id } }
        let minimal = sorted.filter { clause in
            !sorted.contains { $0.count < clause.count && Set($0).isSubset(of: clause) }
        }
        self.clauses = Array(Set(minimal)).sorted { $0.map(\.id).lexicographicallyPrecedes($1.map(\.id)) }
    }

    /// Makes a condition of the clauses that another one had.
    ///
    /// - Complexity: O(1); nothing is sorted or left out.
    package init(minimal clauses: [[Trigger]]) {
        self.clauses = clauses
    }

    /// Whether it holds whatever happens.
    public var isAlways: Bool { clauses.isEmpty }

    /// The triggers that it names, in order of identifiers.
    public var triggers: [Trigger] { Array(Set(clauses.joined())).sorted { $0.id < $1.id } }

    /// Whether it holds when just these triggers do.
    public func holds(with triggers: Set<ID>) -> Bool {
        clauses.allSatisfy { clause in clause.contains { triggers.contains($0.id) } }
    }

    /// Whether the other condition holds whenever this one does.
    public func implies(_ other: Condition) -> Bool {
        other.clauses.allSatisfy { wanted in clauses.contains { Set($0).isSubset(of: wanted) } }
    }

    /// The condition that holds when both do.
    func and(_ other: Condition) -> Condition {
        if isAlways { return other }
        if other.isAlways { return self }
        return Condition(clauses: clauses + other.clauses)
    }

    /// The condition that holds when either does.
    func or(_ other: Condition) -> Condition {
        if isAlways || other.isAlways { return .always }
        return Condition(clauses: clauses.flatMap { one in other.clauses.map { Array(Set(one + $0)) } })
    }
}

extension ComposedSequence {
    /// The triggers that it names, in order of identifiers.
    public var triggers: [Trigger] {
        var conditions: [Condition] = []
        for phase in phases {
            conditions.append(phase.condition)
            conditions += phase.activities.map(\.condition)
            conditions += phase.productionConditions.values
            conditions += (phase.entry + phase.gate).map(\.condition)
        }
        return Array(Set(conditions.flatMap(\.triggers))).sorted { $0.id < $1.id }
    }
}
