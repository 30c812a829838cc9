import PhaseLoom

/// An amendment as a command line asks for it, before it is worked out for an engagement.
struct AmendmentRequest: Sendable {
    let changes: OverlayChanges
    let incident: IncidentRequest?
    private let reason: String
    private let authority: String
    private let order: ID?
    private let due: Timestamp?
    private let landing: Amendment.Landing?
    /// What happens to single obligations and artifacts.
    private let landings: [(phase: ID, name: ID, landing: Amendment.Landing)]

    /// Reads what all amendments have from the arguments.
    init(_ changes: OverlayChanges, _ invocation: Invocation) throws(CommandFailure) {
        self.changes = changes
        incident = try invocation.incidentRequest()
        reason = invocation.text(.reason)
        authority = invocation.text(.authority)
        order = try invocation.id(.changeOrder)
        due = try invocation.dueMoment(.landingDue)
        let (owes, reopens) = (invocation.arguments.has(.owe), invocation.arguments.has(.reopen))
        if owes && reopens { throw .usage("'--owe' and '--reopen' exclude each other: see '--owe-one'") }
        landing = owes ? .owe : reopens ? .reopen : nil
        landings =
            try Self.landings(.oweOne, .owe, invocation) + Self.landings(.reopenOne, .reopen, invocation)
    }

    private static func landings(
        _ option: OptionSyntax, _ landing: Amendment.Landing, _ invocation: Invocation
    ) throws(CommandFailure) -> [(phase: ID, name: ID, landing: Amendment.Landing)] {
        var landings: [(phase: ID, name: ID, landing: Amendment.Landing)] = []
        for text in invocation.arguments.values(option) {
            let (phase, name) = try Invocation.place(text, as: "PHASE/NAME")
            landings.append((phase, name, landing))
        }
        return landings
    }

    /// The amendment of an engagement to a plan.
    func amendment(of engagement: Engagement, to plan: EngagementPlan, _ incident: Incident?) -> Amendment {
        var singles: [Debt: Amendment.Landing] = [:]
        for (phase, name, landing) in landings {
            for subject in [Decision.Subject.obligation(name), .artifact(name)] {
                singles[Debt(phase: phase, subject: subject)] = landing
            }
        }
        return Amendment(
            to: plan, reason: reason, authority: authority, order: order, incident: incident, landing: landing,
            landings: singles, due: due, base: engagement.plan)
    }

    /// Sees to it that what is singled out is new on a passed phase.
    func check(against impact: AmendmentImpact) throws(CommandFailure) {
        let known = impact.landed.map { "\($0.decision.phase)/\($0.decision.subject.name)" }
        for (phase, name, _) in landings where !known.contains("\(phase)/\(name)") {
            let nearest = Suggestion.nearest(to: "\(phase)/\(name)", among: known)
            let list = known.isEmpty ? "nothing does" : known.map { "'\($0)'" }.joined(separator: ", ") + " do"
            throw .refused(
                Refusal(
                    .unknown, "'\(phase)/\(name)' does not land on a passed phase",
                    hint: nearest.map { "did you mean '\($0)'?" } ?? list))
        }
    }
}

extension Decision.Subject {
    fileprivate var name: ID {
        switch self {
        case .obligation(let id), .artifact(let id), .predecessor(let id): id
        }
    }
}
