import PhaseLoom

extension OptionSyntax {
    fileprivate static let phase = text("in", "PHASE", "The open phase in which the work is done")
}

extension Command {
    /// Adds an item to the scope.
    static let scope = acting(
        .engagements(
            "scope", "Add an item to the scope before it is signed",
            ["The gate of scoping signs the scope. Afterwards only change orders alter it: see 'order'."],
            arguments: [.engagement, .required("ITEM", "The identifier of the item")],
            options: [.title.required, .cost, .days],
            examples: [.init("scope campus cameras --title \"48 cameras\" --cost 61000 --days 20", "Adds an item.")])
    ) { invocation throws(CommandFailure) in
        let (id, cost, days) = (try invocation.id(at: 1), try invocation.number(.cost), try invocation.number(.days))
        return .scope(
            try Invocation.checking(.cost) { () throws(InvalidValue) in
                try ScopeItem(id, invocation.text(.title), cost: cost ?? 0, days: days ?? 0)
            })
    }

    /// Starts work on an item of the scope.
    static let work = acting(
        .engagements(
            "work", "Start work on an item of the signed scope",
            [
                "Work that is not in the signed scope cannot start: the exit status is 1, and a change order has to come first."
            ],
            arguments: [.engagement, .required("ITEM", "The item")], options: [.phase.required],
            examples: [.init("work campus cameras --in execution", "Starts the work in a phase.")])
    ) { invocation throws(CommandFailure) in
        .work(item: try invocation.id(at: 1), phase: try Invocation.id(invocation.text(.phase)))
    }
}
