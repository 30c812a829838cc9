extension Engagement {
    /// Whether the gate of scoping has opened for good: the scope is the signed baseline.
    public var isScopeSigned: Bool { plan.index(holding: .scoping).map { phases[$0].isFinished } ?? false }

    mutating func addToScope(
        _ item: ScopeItem, _ circumstances: Circumstances, _ events: inout [Event]
    ) throws(Refusal) {
        try checkAdding(item)
        try Words.check(item.title, "title")
        try emit(.scoped(item), circumstances, &events)
    }

    func checkAdding(_ item: ScopeItem) throws(Refusal) {
        guard !isScopeSigned else {
            throw Refusal(.signed, "the scope is signed", hint: "raise a change order for '\(item.id)'")
        }
        try check(item, against: scope)
        try checkSums(of: Scope(adding: item, to: scope))
    }

    private func check(_ item: ScopeItem, against scope: Scope) throws(Refusal) {
        guard !scope.items.contains(where: { $0.id == item.id }) else {
            throw Refusal(.repeated, "'\(item.id)' is in the scope already", hint: "use another identifier")
        }
    }

    mutating func startWork(
        on item: ID, in phase: ID, _ circumstances: Circumstances, _ events: inout [Event]
    ) throws(Refusal) {
        let index = try place(of: phase)
        try checkWorking(on: item, in: phase)
        try emit(.worked(item: item, phase: plan.sequence.phases[index].id), circumstances, &events)
    }

    func checkWorking(on item: ID, in phase: ID) throws(Refusal) {
        let index = try place(of: phase)
        guard scope.items.contains(where: { $0.id == item }) else {
            let pending = orders.first { order in
                order.state == .pending && order.order.adds.contains { $0.id == item }
            }
            throw Refusal(
                .unscoped, "'\(item)' is not in the signed scope",
                hint: pending.map {
                    "change order '\($0.order.id)' is pending and changes nothing until it is approved"
                }
                    ?? "raise a change order for it")
        }
        guard isScopeSigned else {
            throw Refusal(.unscoped, "the scope is not signed yet", hint: "pass the gate of scoping first")
        }
        guard !worked.contains(item) else {
            throw Refusal(
                .repeated, "work on '\(item)' began already",
                hint: "'perform \(id) \(phase)/ACTIVITY' notes what is done")
        }
        try checkIsOpen(index)
    }

    mutating func raise(
        _ order: ChangeOrder, _ circumstances: Circumstances, _ events: inout [Event]
    ) throws(Refusal) {
        try checkRaising(order)
        try Words.check(order.finding, "finding")
        for item in order.adds { try Words.check(item.title, "title") }
        try emit(.ordered(order), circumstances, &events)
    }

    func checkRaising(_ order: ChangeOrder) throws(Refusal) {
        guard !orders.contains(where: { $0.order.id == order.id }) else {
            throw Refusal(.repeated, "there is a change order '\(order.id)' already", hint: "use another identifier")
        }
        guard Set(order.adds.map(\.id)).count == order.adds.count else {
            throw Refusal(.invalid, "change order '\(order.id)' adds an item twice", hint: "name each once")
        }
        try check(order, against: scope)
    }

    /// Checks that an order fits the scope as it is; what fits when it is raised may not when it is approved.
    private func check(_ order: ChangeOrder, against scope: Scope) throws(Refusal) {
        for item in order.adds { try check(item, against: scope) }
        let items = scope.items.map(\.id)
        if let missing = order.removes.first(where: { !items.contains($0) }) {
            throw unknown("item in the scope", missing, among: items)
        }
        if let begun = order.removes.first(where: { worked.contains($0) }) {
            throw Refusal(.repeated, "work on '\(begun)' began already", hint: "it cannot leave the scope any more")
        }
        try checkSums(of: scope.applying(order))
    }

    private func checkSums(of scope: Scope) throws(Refusal) {
        guard scope.cost.isFinite, scope.days.isFinite else {
            throw Refusal(.invalid, "the scope would cost or take more than can be counted", hint: "use real figures")
        }
    }

    func pendingOrder(_ id: ID) throws(Refusal) -> OrderProgress {
        guard let order = orders.first(where: { $0.order.id == id }) else {
            throw unknown("change order", id, among: orders.map(\.order.id))
        }
        guard order.state == .pending else {
            throw Refusal(.repeated, "change order '\(id)' is \(order.state.rawValue)", hint: "raise another one")
        }
        return order
    }

    func checkApproving(_ id: ID) throws(Refusal) {
        let order = try pendingOrder(id).order
        do throws(Refusal) {
            try check(order, against: scope)
        } catch {
            // What fitted when the order was raised does not after another one was approved.
            throw Refusal(error.code, error.message, hint: "reject '\(id)' and raise another order")
        }
    }

    mutating func reject(
        _ id: ID, _ authority: String, _ reason: String, _ circumstances: Circumstances, _ events: inout [Event]
    ) throws(Refusal) {
        _ = try pendingOrder(id)
        try Words.check(name: authority)
        try Words.check(reason, "reason")
        try emit(.rejected(order: id, authority: authority, reason: reason), circumstances, &events)
    }

    mutating func approve(
        _ id: ID, _ authority: String, _ target: ID?, _ circumstances: Circumstances, _ events: inout [Event]
    ) throws(Refusal) {
        try checkApproving(id)
        try Words.check(name: authority)
        var reopened: [ID] = []
        if let target {
            let index = try place(of: target)
            guard phases[index].isFinished || phases[index].isOpen else {
                throw Refusal(.phase, "phase '\(target)' was not opened yet", hint: "there is nothing to reopen")
            }
            reopened = reopening(index)
        }
        try emit(.approved(order: id, authority: authority, reopened: reopened), circumstances, &events)
        try skipIdle(besides: plan.conditional, circumstances, &events)
    }
}
