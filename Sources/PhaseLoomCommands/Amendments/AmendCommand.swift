import PhaseLoom
import PhaseLoomFormats

extension OptionSyntax {
    fileprivate static let all = OptionSyntax(name: "all", help: "Amend many engagements, with one report")
    fileprivate static let add = OptionSyntax(
        name: "add", value: ValueSyntax("OVERLAY", .overlay), help: "An overlay that comes in", isRepeatable: true)
    fileprivate static let remove = OptionSyntax(
        name: "remove", value: ValueSyntax("OVERLAY", .overlay), help: "An overlay that goes", isRepeatable: true)
    fileprivate static let set = OptionSyntax(
        name: "set", value: ValueSyntax("OVERLAY:KEY=VALUE", .overlay), help: "An option that changes",
        isRepeatable: true)
}

extension Command {
    /// Changes the sequence under a running engagement.
    static let amend = Command(
        syntax: .engagements(
            "amend", "Change the sequence under a running engagement, or under many",
            [
                "The sequence is composed anew with the overlays that come in, go or change. What passed stays passed. "
                    + "Where something new lands on a passed phase, '--owe' or '--reopen' says what happens. "
                    + "'--dry-run' tells the impact and changes nothing.",
                "With '--all' every engagement that has not ended is amended, or those that '--state' and '--phase' "
                    + "name; one that runs the new sequence already is left alone, so that the command can be "
                    + "repeated. The exit status is 1 when any was refused.",
            ],
            arguments: [.optional("ID", "The engagement")],
            options: [.all, .add, .remove, .set] + OptionSyntax.amending + OptionSyntax.filters
                + OptionSyntax.incidentRecord, common: [.overlayFile, .resolutions] + OptionSyntax.acting,
            examples: [
                .init(
                    "amend campus --add cctv --reason \"cameras are wanted\" --authority Client --dry-run",
                    "Tells what would happen."),
                .init(
                    "amend campus --set cctv:retention=60 --reason \"new law\" --authority Counsel --owe",
                    "Changes an option."),
                .init(
                    "amend --all --set cctv:retention=60 --reason \"new law\" --authority Counsel --reopen",
                    "Changes it everywhere."),
            ])
    ) { invocation async throws(CommandFailure) in
        let isBulk = invocation.arguments.has(.all)
        guard isBulk == invocation.arguments.positionals.isEmpty else {
            throw .usage("either the engagement or '--all' is needed, and not both")
        }
        let changes = try invocation.overlayChanges(adding: .add, removing: .remove, setting: .set)
        guard !changes.isEmpty else {
            throw .usage(
                "nothing is to change: write '--add', '--remove', '--set', '--overlay-file' or '--resolutions'")
        }
        let request = try AmendmentRequest(changes, invocation)
        if isBulk { return try await invocation.amendAll(request) }
        let option = OptionSyntax.filters.first { invocation.arguments.has($0) }
        if let option { throw .usage("'\(option.spelling)' goes only with '--all'") }
        return try await invocation.amend(try invocation.id(at: 0), request)
    }
}

extension Invocation {
    /// Amends an engagement, or tells what would happen.
    func amend(_ id: ID, _ request: AmendmentRequest) async throws(CommandFailure) -> ExitStatus {
        let desk = try desk()
        var session = try await desk.load(id)
        while true {
            switch try desk.recompose(session.engagement.plan.sequence, with: request.changes) {
            case .conflicts(let report):
                let status = try refuse(report, inJSON: isJSON)
                console.say(request.changes.waysOut(of: report, running: session.engagement.plan.sequence))
                return status
            case .unsound(let sequence): return try report(sequence)
            case .plan(let plan):
                if arguments.has(.dryRun) { return try preview(plan, request, session.engagement, desk) }
                do throws(CommandFailure) {
                    try check(request, plan, session.engagement, desk)
                    let events = try await desk.amend(&session, to: plan, request, self)
                    return try answer(events, session)
                } catch {
                    // Somebody else amended it first; what is wanted is worked out again for what they left.
                    guard error.refusal?.code == .outdated else { throw error }
                }
            }
        }
    }

    /// Sees to it that what the request singles out exists.
    private func check(
        _ request: AmendmentRequest, _ plan: EngagementPlan, _ engagement: Engagement, _ desk: Desk
    ) throws(CommandFailure) {
        let incident = try request.incident?.trial(in: desk, self)
        let amendment = request.amendment(of: engagement, to: plan, incident)
        try request.check(against: try desk.impact(of: amendment, on: engagement))
    }

    /// Tells what an amendment would do.
    private func preview(
        _ plan: EngagementPlan, _ request: AmendmentRequest, _ engagement: Engagement, _ desk: Desk
    ) throws(CommandFailure) -> ExitStatus {
        let incident = try request.incident?.trial(in: desk, self)
        let amendment = request.amendment(of: engagement, to: plan, incident)
        let impact = try desk.impact(of: amendment, on: engagement)
        try request.check(against: impact)
        try console.answer(
            isJSON
                ? ImpactJSON.write(impact, on: engagement.id)
                : ImpactText().render(impact, on: engagement.id, for: surface))
        do throws(CommandFailure) {
            try desk.check(.amend(amendment), on: engagement, deciding: plan.sequence.overlays)
            return .yes
        } catch {
            // In JSON the impact says it all: a landing that nobody decided is null.
            guard !isJSON, let refusal = error.refusal else { return error.status }
            return try answer(refusal, error)
        }
    }
}

extension Desk {
    /// Amends an engagement to a plan.
    func amend(
        _ session: inout EngagementSession, to plan: EngagementPlan, _ request: AmendmentRequest,
        _ invocation: Invocation
    ) async throws(CommandFailure) -> [Event] {
        let overlays = plan.sequence.overlays
        let incident = try request.incident?.trial(in: self, invocation)
        let amendment = request.amendment(of: session.engagement, to: plan, incident)
        // The record of the incident is kept only when the rules take the amendment.
        try check(.amend(amendment), on: session.engagement, deciding: overlays)
        if let incident = request.incident { _ = try incident.keep(in: self, invocation) }
        return try await perform(.amend(amendment), on: &session, deciding: overlays)
    }

    /// What an amendment would do.
    func impact(of amendment: Amendment, on engagement: Engagement) throws(CommandFailure) -> AmendmentImpact {
        let circumstances = try circumstances(of: amendment.plan.sequence.overlays)
        do {
            return try engagement.impact(of: amendment, in: circumstances)
        } catch {
            throw .refused(error)
        }
    }
}
