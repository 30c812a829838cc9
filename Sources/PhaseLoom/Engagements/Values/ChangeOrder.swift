/// A piece of work in the signed scope of an engagement.
public struct ScopeItem: Hashable, Sendable {
    /// The identifier by which work on it starts.
    public let id: ID
    /// The title that people read.
    public let title: String
    /// What it costs, in the currency of the contract.
    public let cost: Double
    /// How long it takes, in days.
    public let days: Double

    /// Makes an item.
    ///
    /// - Parameters:
    ///   - id: the identifier by which work on it starts.
    ///   - title: the title that people read.
    ///   - cost: what it costs, in the currency of the contract; finite and not negative.
    ///   - days: how long it takes; finite and not negative.
    /// - Throws: ``InvalidValue`` for a cost or a time that is not a number or negative.
    public init(_ id: ID, _ title: String, cost: Double = 0, days: Double = 0) throws(InvalidValue) {
        guard cost.isFinite, cost >= 0, days.isFinite, days >= 0 else {
            throw InvalidValue("scope item '\(id)' costs \(cost) and takes \(days) days", hint: "use numbers from 0")
        }
        self.id = id
        self.title = title
        // A negative zero would be equal to zero and yet be written differently.
        self.cost = cost == 0 ? 0 : cost
        self.days = days == 0 ? 0 : days
    }
}

/// A wish to change the signed scope: pending until someone with authority decides.
public struct ChangeOrder: Hashable, Sendable {
    /// The identifier of the order.
    public let id: ID
    /// The finding outside the scope that asks for it.
    public let finding: String
    /// The items that it adds to the scope.
    public let adds: [ScopeItem]
    /// The items that it takes out of the scope.
    public let removes: [ID]
    /// What it costs beyond its items, in the currency of the contract; negative for a credit.
    public let cost: Double
    /// How much longer the engagement takes beyond its items, in days; negative for a gain.
    public let days: Double

    /// Makes an order.
    ///
    /// - Throws: ``InvalidValue`` for a cost or a time that is not a finite number.
    public init(
        _ id: ID, finding: String, adds: [ScopeItem] = [], removes: [ID] = [], cost: Double = 0, days: Double = 0
    ) throws(InvalidValue) {
        guard cost.isFinite, days.isFinite else {
            throw InvalidValue("change order '\(id)' costs \(cost) and \(days) days", hint: "use finite numbers")
        }
        self.id = id
        self.finding = finding
        self.adds = adds
        self.removes = removes
        self.cost = cost == 0 ? 0 : cost
        self.days = days == 0 ? 0 : days
    }
}

/// What is in scope, and what it costs and takes in total.
public struct Scope: Hashable, Sendable {
    /// The items, in the order in which they came into the scope.
    public internal(set) var items: [ScopeItem] = []
    /// What approved orders cost beyond items, in the currency of the contract.
    public internal(set) var extraCost: Double = 0
    /// How long approved orders take beyond items, in days.
    public internal(set) var extraDays: Double = 0

    /// What everything costs, in the currency of the contract.
    public var cost: Double { items.reduce(extraCost) { $0 + $1.cost } }
    /// How long everything takes, in days.
    public var days: Double { items.reduce(extraDays) { $0 + $1.days } }

    init() {}

    init(adding item: ScopeItem, to scope: Scope) {
        self = scope
        items.append(item)
    }

    /// The scope after an order.
    public func applying(_ order: ChangeOrder) -> Scope {
        var result = self
        result.items.removeAll { order.removes.contains($0.id) }
        result.items += order.adds
        result.extraCost += order.cost
        result.extraDays += order.days
        return result
    }
}
