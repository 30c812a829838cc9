import PhaseLoom
import PhaseLoomFormats

extension Command {
    /// Shows what logs say in numbers.
    static let metrics = Command(
        syntax: .engagements(
            "metrics", "Show what the logs of engagements say in numbers",
            [
                "Lead time, time in each phase, rework, gates passed at first, waivers, change orders, and the dates "
                    + "that were kept; of several engagements also what they come to together. What nobody can know "
                    + "yet is a dash, or null."
            ],
            arguments: [
                ArgumentSyntax(
                    value: ValueSyntax("ID", .text), help: "An engagement; all if none is named", isRepeatable: true)
            ],
            options: OptionSyntax.filters, common: OptionSyntax.viewing,
            examples: [
                .init("metrics campus", "Shows the numbers of one."),
                .init("metrics --state closed --json", "Gives those of all that are done to another program."),
            ])
    ) { invocation async throws(CommandFailure) in
        let desk = try invocation.desk()
        var metrics: [EngagementMetrics] = []
        for id in try await invocation.chosenEngagements(desk) { metrics.append(try await desk.metrics(of: id)) }
        try invocation.console.answer(
            invocation.isJSON ? MetricsJSON.write(metrics) : MetricsText().render(metrics, for: invocation.surface))
        return .yes
    }
}

extension Invocation {
    /// The engagements that the arguments name, or all that the options choose.
    fileprivate func chosenEngagements(_ desk: Desk) async throws(CommandFailure) -> [ID] {
        guard !arguments.positionals.isEmpty else { return try await desk.summaries(try query()).map(\.engagement) }
        let option = OptionSyntax.filters.first { arguments.has($0) }
        if let option { throw .usage("'\(option.spelling)' goes only without an engagement") }
        var ids: [ID] = []
        for place in arguments.positionals.indices {
            let id = try id(at: place)
            if !ids.contains(id) { ids.append(id) }
        }
        return ids
    }
}

extension Desk {
    fileprivate func metrics(of id: ID) async throws(CommandFailure) -> EngagementMetrics {
        do {
            if let metrics = try await ledger.metrics(of: id, at: now) { return metrics }
        } catch {
            throw .ledger(error)
        }
        _ = try await load(id)
        throw .environment("the log of '\(id)' is gone")
    }
}
