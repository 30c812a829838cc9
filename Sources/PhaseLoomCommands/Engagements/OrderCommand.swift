import PhaseLoom
import PhaseLoomFormats

extension OptionSyntax {
    fileprivate static let finding = text("finding", "F", "To raise: what was found outside the scope")
    fileprivate static let add = text(
        "add", "ITEM:TITLE[:COST[:DAYS]]", "To raise: an item that comes into the scope; ':' in a title is '\\:'",
        isRepeatable: true)
    fileprivate static let remove = text(
        "remove", "ITEM", "To raise: an item that leaves the scope", isRepeatable: true)
    fileprivate static let extraCost = text(
        "cost", "C", "To raise: what it costs beyond its items; negative for a credit")
    fileprivate static let extraDays = text(
        "days", "D", "To raise: how many days longer it takes beyond its items; negative for a gain")
    fileprivate static let decider = text("authority", "A", "To approve or reject: who decides so")
    fileprivate static let reopening = text(
        "reopen", "PHASE", "To approve: a phase that opens again, with all after it")
    fileprivate static let why = text("reason", "R", "To reject: why")
}

extension OrderAction {
    /// The options that go with it, and which of them it cannot do without.
    fileprivate var options: [OptionSyntax] {
        switch self {
        case .raise: [.finding.required, .add, .remove, .extraCost, .extraDays]
        case .approve: [.decider.required, .reopening]
        case .reject: [.decider.required, .why.required]
        }
    }
}

extension Command {
    /// Raises, decides and lists change orders.
    static let order = Command(
        syntax: .engagements(
            "order", "Raise, approve, reject or list change orders",
            [
                "A change order alters the signed scope. It changes nothing while it is pending. With the engagement "
                    + "alone the orders are listed, with the scope before and after each."
            ],
            arguments: [
                .engagement, .optional("ACTION", "What happens to an order", .orderAction),
                .optional("ORDER", "The identifier of the order"),
            ],
            options: [.finding, .add, .remove, .extraCost, .extraDays, .decider, .reopening, .why],
            examples: [
                .init("order campus", "Lists the orders."),
                .init(
                    "order campus raise CO-1 --finding \"the yard is dark\" --add \"lamps:12 lamps:4800:3\"",
                    "Asks for a change."),
                .init("order campus approve CO-1 --authority Client --reopen design", "Lets it change the scope."),
                .init(
                    "order campus reject CO-1 --authority Client --reason \"too dear\"", "Leaves the scope as it is."),
            ])
    ) { invocation async throws(CommandFailure) in
        guard let action = OrderAction(rawValue: invocation.argument(1)) else {
            return try await invocation.listOrders()
        }
        let (id, command) = (try invocation.id(at: 0), try invocation.order(action))
        let desk = try invocation.desk()
        var session = try await desk.load(id)
        let events = try await desk.perform(command, on: &session)
        return try invocation.answer(events, session)
    }
}

extension Invocation {
    fileprivate func listOrders() async throws(CommandFailure) -> ExitStatus {
        let given = OrderAction.allCases.flatMap(\.options).first { arguments.has($0) }
        if let given { throw .usage("'\(given.spelling)' says nothing without an action such as 'raise'") }
        let engagement = try await desk().load(id(at: 0)).engagement
        try console.answer(isJSON ? OrdersJSON.write(engagement) : OrdersText().render(engagement, for: surface))
        return .yes
    }

    fileprivate func order(_ action: OrderAction) throws(CommandFailure) -> PhaseLoom.Command {
        guard arguments.positionals.count > 2 else { throw .usage("'ORDER' is missing: the identifier of the order") }
        try checkOptions(of: action)
        let order = try id(at: 2)
        switch action {
        case .raise: return .raise(try changeOrder(order))
        case .approve: return .approve(order: order, authority: text(.decider), reopening: try id(.reopening))
        case .reject: return .reject(order: order, authority: text(.decider), reason: text(.why))
        }
    }

    private func checkOptions(of action: OrderAction) throws(CommandFailure) {
        let own = action.options
        for option in own where option.isRequired && !arguments.has(option) {
            throw .usage("'\(option.spelling)' is missing: '\(action.rawValue)' needs it")
        }
        let others = OrderAction.allCases.filter { $0 != action }.flatMap(\.options)
        let names = own.map(\.name)
        if let other = others.first(where: { arguments.has($0) && !names.contains($0.name) }) {
            throw .usage("'\(other.spelling)' does not go with '\(action.rawValue)'")
        }
    }

    private func changeOrder(_ id: ID) throws(CommandFailure) -> ChangeOrder {
        var (adds, removes): ([ScopeItem], [ID]) = ([], [])
        for text in arguments.values(.add) {
            adds.append(try Self.checking(.add) { () throws(InvalidValue) in try ScopeItem(parsing: text) })
        }
        for text in arguments.values(.remove) { removes.append(try Self.id(text)) }
        let (cost, days) = (try number(.extraCost) ?? 0, try number(.extraDays) ?? 0)
        let (added, removed) = (adds, removes)
        return try Self.checking(.extraCost) { () throws(InvalidValue) in
            try ChangeOrder(id, finding: text(.finding), adds: added, removes: removed, cost: cost, days: days)
        }
    }
}

extension ScopeItem {
    /// Reads an item as command lines name it: `ITEM:TITLE[:COST[:DAYS]]`, with `\:` for a colon in the title.
    init(parsing text: String) throws(InvalidValue) {
        let parts = text.splitEscaped(at: ":")
        guard (2...4).contains(parts.count) else {
            throw InvalidValue("'\(text.excerpt)' is no item", hint: "write 'ITEM:TITLE', 'ITEM:TITLE:COST:DAYS'")
        }
        let numbers = parts[2...].map { Double(decimal: $0) }
        guard let place = numbers.firstIndex(of: nil) else {
            let known = numbers.compactMap(\.self)
            try self.init(
                try ID(parts[0]), parts[1], cost: known.first ?? 0, days: known.count > 1 ? known[1] : 0)
            return
        }
        throw InvalidValue(
            "'\(parts[2 + place].excerpt)' is no number", hint: "write a cost and days such as '1200' and '2.5'")
    }
}

extension String {
    /// The parts between separators; a backslash takes its meaning from a separator or a backslash after it.
    func splitEscaped(at separator: Character) -> [String] {
        var parts = [""]
        var rest = self[...]
        while let character = rest.popFirst() {
            if character == "\\", let next = rest.first, next == separator || next == "\\" {
                parts[parts.count - 1].append(next)
                rest.removeFirst()
            } else if character == separator {
                parts.append("")
            } else {
                parts[parts.count - 1].append(character)
            }
        }
        return parts
    }
}
