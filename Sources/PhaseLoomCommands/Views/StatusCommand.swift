import PhaseLoom
import PhaseLoomFormats

extension Command {
    /// Shows where engagements stand.
    static let status = Command(
        syntax: .engagements(
            "status", "Show where an engagement stands, or all of them",
            [
                "Of one engagement it shows the sequence with a mark for each phase, what is missing at the next gates, "
                    + "what comes due, and the commands that go on from here. Without an engagement it lists them all."
            ],
            arguments: [.optional("ID", "The engagement")], options: OptionSyntax.filters, common: OptionSyntax.viewing,
            examples: [
                .init("status campus", "Shows one engagement."),
                .init("status --state active --state blocked", "Lists those in which work goes on."),
                .init("status --phase validation --json", "Lists those that are at a phase, for another program."),
            ])
    ) { invocation async throws(CommandFailure) in
        let desk = try invocation.desk()
        guard !invocation.arguments.positionals.isEmpty else { return try await invocation.portfolio(desk) }
        let option = OptionSyntax.filters.first { invocation.arguments.has($0) }
        if let option { throw .usage("'\(option.spelling)' goes only without an engagement") }
        let engagement = try await desk.load(try invocation.id(at: 0)).engagement
        let outlook = engagement.outlook(in: try desk.circumstances(of: engagement.plan.sequence.overlays))
        try invocation.console.answer(
            invocation.isJSON
                ? StatusJSON.write(engagement, outlook)
                : StatusText(program: invocation.tool.name).render(engagement, outlook, for: invocation.surface))
        return .yes
    }
}

extension Desk {
    /// Sees to it that a phase exists somewhere, where none is found that has it open.
    fileprivate func checkRuns(_ phase: ID) async throws(CommandFailure) {
        let states = Set(EngagementState.allCases.filter { !$0.isFinal })
        var known: [ID] = []
        for summary in try await summaries(EngagementQuery(states: states)) {
            let phases = try await load(summary.engagement).engagement.plan.sequence.phases.map(\.id)
            if phases.contains(phase) { return }
            known += phases.filter { !known.contains($0) }
        }
        guard !known.isEmpty else { return }
        let nearest = Suggestion.nearest(to: phase.text, among: known.map(\.text))
        throw .refused(
            Refusal(
                .unknown, "no running engagement has a phase '\(phase)'",
                hint: nearest.map { "did you mean '\($0)'?" } ?? "'status ID' draws the phases of an engagement"))
    }
}

extension Invocation {
    fileprivate func portfolio(_ desk: Desk) async throws(CommandFailure) -> ExitStatus {
        let query = try query()
        let summaries = try await desk.summaries(query)
        if summaries.isEmpty, let phase = query.phase { try await desk.checkRuns(phase) }
        try console.answer(
            isJSON
                ? PortfolioJSON.write(summaries, at: desk.now)
                : PortfolioText().render(summaries, at: desk.now, for: surface))
        return .yes
    }
}
