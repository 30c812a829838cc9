import PhaseLoom
import Testing

/// Scope creep: unscoped work cannot start, and only approved orders change the signed scope.
@Suite struct ScopeTests {
    static func item(_ id: ID, cost: Double = 100, days: Double = 2) throws -> ScopeItem {
        try ScopeItem(id, "Item \(id)", cost: cost, days: days)
    }

    /// An engagement with two items in its signed scope, in execution.
    static func desk() throws -> Desk {
        var desk = try Desk()
        try desk.perform(.scope(item("doors")))
        try desk.perform(.scope(item("windows", cost: 250.5, days: 3)))
        try desk.pass("plan")
        try desk.perform(.open(phase: "build"))
        return desk
    }

    static func order(
        _ id: ID = "CO-1", adds: [ScopeItem] = [], removes: [ID] = [], cost: Double = 0, days: Double = 0
    ) throws -> Command {
        .raise(
            try ChangeOrder(
                id, finding: "Found on site", adds: adds, removes: removes, cost: cost, days: days))
    }

    @Test func `the scope is free until it is signed`() throws {
        var desk = try Desk()
        #expect(!desk.engagement.isScopeSigned)
        try desk.perform(.scope(Self.item("doors")))
        #expect(desk.code(of: .scope(try Self.item("doors"))) == .repeated)
        #expect(desk.code(of: .work(item: "doors", phase: "plan")) == .unscoped)
        try desk.pass("plan")
        #expect(desk.engagement.isScopeSigned)
        #expect(desk.code(of: .scope(try Self.item("gates"))) == .signed)
    }

    @Test func `only work in the signed scope starts, once, in an open phase`() throws {
        var desk = try Self.desk()
        let refusal = desk.refusal(of: .work(item: "gates", phase: "build"))
        #expect(refusal?.code == .unscoped)
        #expect(refusal?.hint == "raise a change order for it")
        #expect(desk.code(of: .work(item: "doors", phase: "check")) == .phase)
        try desk.perform(.work(item: "doors", phase: "build"))
        #expect(desk.code(of: .work(item: "doors", phase: "build")) == .repeated)
    }

    @Test func `a pending order changes nothing, an approved one adds up`() throws {
        var desk = try Self.desk()
        let before = desk.engagement.scope
        #expect(before.cost == 350.5 && before.days == 5)
        try desk.perform(
            Self.order(adds: [Self.item("gates", cost: 40, days: 1)], removes: ["windows"], cost: -10, days: 0.5))
        #expect(desk.engagement.scope == before)
        let refusal = desk.refusal(of: .work(item: "gates", phase: "build"))
        #expect(refusal?.hint == "change order 'CO-1' is pending and changes nothing until it is approved")
        try desk.perform(.approve(order: "CO-1", authority: "Board"))
        let after = desk.engagement.scope
        // 350.5 + 40 - 250.5 - 10, and 5 + 1 - 3 + 0.5.
        #expect(after.cost == 130 && after.days == 3.5)
        #expect(after.items.map(\.id) == ["doors", "gates"])
        let progress = try #require(desk.engagement.orders.first)
        #expect(progress.before == before && progress.state == .approved && progress.authority == "Board")
        try desk.perform(.work(item: "gates", phase: "build"))
    }

    @Test func `a rejected order changes nothing, and each is decided once`() throws {
        var desk = try Self.desk()
        let before = desk.engagement.scope
        try desk.perform(Self.order(adds: [Self.item("gates")]))
        #expect(desk.code(of: try Self.order()) == .repeated)
        try desk.perform(.reject(order: "CO-1", authority: "Board", reason: "No money"))
        #expect(desk.engagement.scope == before)
        #expect(desk.code(of: .approve(order: "CO-1", authority: "Board")) == .repeated)
        #expect(desk.code(of: .reject(order: "CO-1", authority: "Board", reason: "x")) == .repeated)
        #expect(desk.code(of: .approve(order: "CO-2", authority: "Board")) == .unknown)
        #expect(desk.code(of: .work(item: "gates", phase: "build")) == .unscoped)
    }

    @Test func `orders fit the scope when they are raised and when they are approved`() throws {
        var desk = try Self.desk()
        #expect(desk.code(of: try Self.order(adds: [Self.item("doors")])) == .repeated)
        #expect(desk.code(of: try Self.order(adds: [Self.item("a"), Self.item("a")])) == .invalid)
        #expect(desk.code(of: try Self.order(removes: ["window"])) == .unknown)
        for id in ["CO-1", "CO-2", "CO-3"] as [ID] { try desk.perform(Self.order(id, removes: ["windows"])) }
        for id in ["CO-4", "CO-5"] as [ID] { try desk.perform(Self.order(id, adds: [Self.item("gates")])) }
        try desk.perform(.work(item: "doors", phase: "build"))
        #expect(desk.code(of: try Self.order("CO-6", removes: ["doors"])) == .repeated)
        try desk.perform(.approve(order: "CO-1", authority: "Board"))
        #expect(desk.code(of: .approve(order: "CO-2", authority: "Board")) == .unknown)
        try desk.perform(.approve(order: "CO-4", authority: "Board"))
        #expect(desk.code(of: .approve(order: "CO-5", authority: "Board")) == .repeated)
    }

    @Test func `work that began while an order was pending keeps its item in the scope`() throws {
        var desk = try Self.desk()
        try desk.perform(Self.order(removes: ["doors"]))
        try desk.perform(.work(item: "doors", phase: "build"))
        #expect(desk.code(of: .approve(order: "CO-1", authority: "Board")) == .repeated)
    }

    @Test func `an order reopens what was opened, and nothing else`() throws {
        var desk = try Self.desk()
        try desk.perform(Self.order())
        #expect(desk.code(of: .approve(order: "CO-1", authority: "Board", reopening: "check")) == .phase)
        #expect(desk.code(of: .approve(order: "CO-1", authority: "Board", reopening: "chek")) == .unknown)
        #expect(desk.code(of: .approve(order: "CO-1", authority: "")) == .invalid)
        try desk.perform(.approve(order: "CO-1", authority: "Board", reopening: "plan"))
        #expect(desk.states == [.ready, .pending, .pending, .pending])
        #expect(desk.engagement.orders[0].reopened == ["plan", "build"])
    }

    static let figures: [(Double, Double)] = [(.nan, 0), (.infinity, 0), (-1, 0), (0, -1), (0, .nan)]

    @Test(arguments: figures) func `costs and times are numbers from zero`(cost: Double, days: Double) {
        #expect(throws: InvalidValue.self) { try ScopeItem("a", "A", cost: cost, days: days) }
    }

    @Test func `sums stay numbers`() throws {
        var desk = try Self.desk()
        #expect(throws: InvalidValue.self) { try ChangeOrder("a", finding: "x", cost: .infinity) }
        let greatest = Double.greatestFiniteMagnitude
        try desk.perform(Self.order("CO-1", cost: greatest))
        try desk.perform(Self.order("CO-2", cost: greatest))
        try desk.perform(.approve(order: "CO-1", authority: "Board"))
        #expect(desk.code(of: .approve(order: "CO-2", authority: "Board")) == .invalid)
        #expect(try ScopeItem("a", "A", cost: -0.0) == ScopeItem("a", "A", cost: 0))
    }
}
