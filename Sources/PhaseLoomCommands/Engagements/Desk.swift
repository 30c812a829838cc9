import PhaseLoom
import PhaseLoomFormats

/// The place where a command works on engagements: the store, the evidence, the clock and the person.
struct Desk: Sendable {
    let place: EngagementPlace
    let ledger: Ledger
    let catalogue: Catalogue
    private let clock: @Sendable () -> Timestamp
    /// Who works here.
    let actor: String

    init(place: EngagementPlace, catalogue: Catalogue, clock: @escaping @Sendable () -> Timestamp, actor: String) {
        self.place = place
        self.catalogue = catalogue
        self.clock = clock
        self.actor = actor
        ledger = Ledger(store: place.store, format: SequencePlanFormat())
    }

    /// The present moment.
    var now: Timestamp { clock() }

    /// Sees to it that somebody stands behind what is done.
    ///
    /// - Throws: ``CommandFailure`` when nobody is named.
    func checkActor() throws(CommandFailure) {
        guard !actor.allSatisfy(\.isWhitespace) else { throw .usage("nobody says who does it: write '--by NAME'") }
    }

    /// What commands need from outside, with the code that decides criteria of some overlays.
    ///
    /// - Throws: ``CommandFailure`` when two overlays decide one criterion.
    func circumstances(of overlays: [DeclarativeOverlay]) throws(CommandFailure) -> Circumstances {
        Circumstances(at: now, by: actor, criteria: try criteria(of: overlays))
    }

    /// The code of some overlays, by the criterion that it decides.
    func criteria(of overlays: [DeclarativeOverlay]) throws(CommandFailure) -> [ID: any Criterion] {
        do {
            return try catalogue.criteria(of: overlays)
        } catch {
            throw .invalidInput(error.description)
        }
    }

    /// Loads an engagement.
    func load(_ id: ID) async throws(CommandFailure) -> EngagementSession {
        do {
            if let session = try await ledger.load(id) { return session }
        } catch {
            throw .ledger(error)
        }
        let names = try await summaries(EngagementQuery()).map(\.engagement.text)
        let nearest = Suggestion.nearest(to: id.text, among: names)
        let hint = names.isEmpty ? "there is none yet; start one" : "the status lists those that there are"
        throw .refused(
            Refusal(
                .unknown, "there is no engagement '\(id)'", hint: nearest.map { "did you mean '\($0)'?" } ?? hint))
    }

    /// What lists show of the engagements that a query asks for.
    func summaries(_ query: EngagementQuery) async throws(CommandFailure) -> [EngagementSummary] {
        do {
            return try await place.store.engagements(matching: query)
        } catch {
            throw .environment(error.description)
        }
    }

    /// Carries out a command and keeps what happened.
    ///
    /// - Parameters:
    ///   - command: what should happen.
    ///   - session: the engagement; afterwards as it is stored.
    ///   - overlays: the overlays whose code decides criteria; those that the engagement runs if not given.
    /// - Returns: what happened.
    /// - Throws: ``CommandFailure`` when the rules stand against it, the clock lags behind, or the store fails.
    func perform(
        _ command: PhaseLoom.Command, on session: inout EngagementSession,
        deciding overlays: [DeclarativeOverlay]? = nil
    ) async throws(CommandFailure) -> [Event] {
        try checkActor()
        while true {
            let circumstances = try circumstances(of: overlays ?? session.engagement.plan.sequence.overlays)
            do throws(LedgerError) {
                return try await ledger.perform(command, on: &session, in: circumstances)
            } catch {
                let last = session.engagement.updated
                guard case .refused(let refusal) = error, refusal.code == .invalid, circumstances.time < last else {
                    throw .ledger(error)
                }
                // Somebody was faster after the clock was read: it is read again, unless it lags behind.
                let time = now
                guard time < last else { continue }
                throw .refused(Self.lag(time, behind: last, of: session.engagement.id))
            }
        }
    }

    /// Tells what stands against a command, without doing anything.
    func check(
        _ command: PhaseLoom.Command, on engagement: Engagement, deciding overlays: [DeclarativeOverlay]? = nil
    ) throws(CommandFailure) {
        try checkActor()
        var trial = engagement
        let circumstances = try circumstances(of: overlays ?? engagement.plan.sequence.overlays)
        do {
            _ = try trial.perform(command, in: circumstances)
        } catch {
            guard circumstances.time < engagement.updated else { throw .refused(error) }
            throw .refused(Self.lag(circumstances.time, behind: engagement.updated, of: engagement.id))
        }
    }

    private static func lag(_ time: Timestamp, behind last: Timestamp, of id: ID) -> Refusal {
        Refusal(
            .invalid, "the clock of this machine says \(time), but the last event of '\(id)' happened at \(last)",
            hint: "set the clock right, or wait until it has caught up")
    }
}
