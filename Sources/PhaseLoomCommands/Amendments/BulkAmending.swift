import PhaseLoom
import PhaseLoomFormats

extension OptionSyntax {
    static let state = OptionSyntax(
        name: "state", value: ValueSyntax("S", .state), help: "Only engagements that stand there", isRepeatable: true)
    static let phaseFilter = text("phase", "P", "Only engagements in which this phase is open or may open")

    /// The options that choose among engagements.
    static let filters = [state, phaseFilter]
}

extension Invocation {
    /// The engagements that the arguments choose.
    ///
    /// - Parameter states: the states that are meant where none is given; empty for all.
    /// - Returns: the query.
    /// - Throws: ``CommandFailure`` for a phase that cannot be one.
    func query(defaultStates states: Set<EngagementState> = []) throws(CommandFailure) -> EngagementQuery {
        let given = Set(arguments.values(.state).compactMap(EngagementState.init(rawValue:)))
        return EngagementQuery(states: given.isEmpty ? states : given, phase: try id(.phaseFilter))
    }

    /// Amends every engagement that is chosen, one by one, and tells what became of each.
    func amendAll(_ request: AmendmentRequest) async throws(CommandFailure) -> ExitStatus {
        let desk = try desk()
        let query = try query(defaultStates: Set(EngagementState.allCases.filter { !$0.isFinal }))
        var results: [BulkAmendment] = []
        let summaries = try await desk.summaries(query)
        try await desk.check(request.changes, forAll: summaries.map(\.engagement))
        for summary in summaries {
            results.append(BulkAmendment(summary.engagement, await amendOne(summary.engagement, request, desk)))
        }
        let isDryRun = arguments.has(.dryRun)
        try console.answer(
            isJSON
                ? BulkAmendmentJSON.write(results, isDryRun: isDryRun)
                : BulkAmendmentText().render(results, isDryRun: isDryRun, for: surface))
        return results.allSatisfy(\.outcome.isDone) ? .yes : .no
    }

    private func amendOne(
        _ id: ID, _ request: AmendmentRequest, _ desk: Desk
    ) async -> BulkAmendment.Outcome {
        while true {
            do {
                return try await attempt(id, request, desk)
            } catch {
                switch error.refusal {
                case let refusal? where refusal.code == .outdated: continue
                case let refusal?: return .refused(refusal)
                case nil: return .failed(error.messages.joined(separator: "; "))
                }
            }
        }
    }

    private func attempt(
        _ id: ID, _ request: AmendmentRequest, _ desk: Desk
    ) async throws(CommandFailure) -> BulkAmendment.Outcome {
        var session = try await desk.load(id)
        let sequence = session.engagement.plan.sequence
        switch try desk.recompose(sequence, with: request.changes, isLenient: true) {
        case .conflicts(let report):
            return .failed(
                "the overlays contradict each other: \(report.conflicts.map(\.message).joined(separator: "; "))")
        case .unsound(let sequence):
            let errors = sequence.findings.filter { $0.severity == .error }
            return .failed("the sequence cannot run: \(errors.map(\.message).joined(separator: "; "))")
        case .plan(let plan):
            if plan == session.engagement.plan { return .unchanged }
            let incident = try request.incident?.trial(in: desk, self)
            let amendment = request.amendment(of: session.engagement, to: plan, incident)
            let impact = try desk.impact(of: amendment, on: session.engagement)
            if arguments.has(.dryRun) {
                try desk.check(.amend(amendment), on: session.engagement, deciding: plan.sequence.overlays)
            } else {
                _ = try await desk.amend(&session, to: plan, request, self)
            }
            return .amended(impact)
        }
    }
}

extension BulkAmendment.Outcome {
    /// Whether the engagement runs the sequence that is wanted, or would.
    fileprivate var isDone: Bool {
        switch self {
        case .amended, .unchanged: true
        case .refused, .failed: false
        }
    }
}
