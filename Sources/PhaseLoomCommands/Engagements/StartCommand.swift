import PhaseLoom
import PhaseLoomFormats

extension Command {
    /// Starts an engagement.
    static let start = Command(
        syntax: .engagements(
            "start", "Start an engagement that runs a composed sequence",
            [
                "The engagement is pinned to the sequence: it is always shown and decided by it, whatever becomes of "
                    + "the overlays. Overlays that contradict each other, or with which the sequence cannot run, are "
                    + "reported as 'check' does. Overlays that compress phases through design, or put off what they owe, need "
                    + "the record of an incident."
            ],
            arguments: [.required("NAME", "The identifier of the engagement"), .overlays],
            options: [.title] + OptionSyntax.incidentRecord, common: OptionSyntax.common + OptionSyntax.acting,
            examples: [
                .init("start campus smart-building cctv:retention=30", "Starts one with two overlays."),
                .init("start campus --title \"Hospital campus\" --by Ada", "Starts one by the standard sequence."),
            ])
    ) { invocation async throws(CommandFailure) in try await invocation.start() }
}

extension Invocation {
    func start() async throws(CommandFailure) -> ExitStatus {
        let id = try id(at: 0)
        let (composition, incident) = (
            try composition(of: Array(arguments.positionals.dropFirst())), try incidentRequest()
        )
        let sequence: ComposedSequence
        do throws(ConflictReport) {
            sequence = try composition.compose()
        } catch {
            return try refuse(error, inJSON: isJSON)
        }
        guard sequence.isSound else { return try report(sequence) }
        let desk = try desk(creating: true)
        let session = try await desk.start(
            id, title: text(.title), sequence, incident: try incident?.keep(in: desk, self))
        return try answer(try await desk.events(of: session), session)
    }
}

extension Desk {
    fileprivate func start(
        _ id: ID, title: String, _ sequence: ComposedSequence, incident: Incident?
    ) async throws(CommandFailure) -> EngagementSession {
        try checkActor()
        let circumstances = try circumstances(of: sequence.overlays)
        let plan = try plan(sequence)
        do {
            return try await ledger.start(id, title: title, plan: plan, incident: incident, in: circumstances)
        } catch {
            throw .ledger(error)
        }
    }

    /// The plan of a sequence, with the criteria that code decides.
    func plan(_ sequence: ComposedSequence) throws(CommandFailure) -> EngagementPlan {
        let coded = try criteria(of: sequence.overlays).keys
        do {
            return try ledger.plan(sequence, coded: coded)
        } catch {
            throw .refused(error)
        }
    }

    /// What happened in an engagement so far.
    fileprivate func events(of session: EngagementSession) async throws(CommandFailure) -> [Event] {
        do {
            return try await ledger.history(of: session.engagement.id).map(\.event)
        } catch {
            throw .ledger(error)
        }
    }
}
