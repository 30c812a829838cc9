public import FieldLinks
import PhaseLoom

/// Carries out an order: writes, reads back, waits, and releases whatever happens meanwhile.
///
/// Each act is recorded before it happens. When one command fails, or the run is cancelled, all that was written is
/// released at once; a cancelled run ends only after that.
public actor CommandRun {
    private let pool: CommanderPool
    private let time: any CommandTime
    private let releasePatience: Duration
    private let record: @Sendable (CommandRecord) async throws -> Void
    /// The commands of other runs that may be set.
    private var others: Int
    private var set: [SetCommand] = []
    private var records: [CommandRecord] = []
    private var unrecorded: [String] = []

    /// Prepares a run.
    ///
    /// - Parameters:
    ///   - links: how the devices are reached.
    ///   - time: the clocks by which commands are released.
    ///   - patience: how long to wait for answers, and how often to ask.
    ///   - releasePatience: how long a release is tried again before it is given up.
    ///   - history: what the engagement's log says of commands.
    ///   - record: what puts a record into that log; when it throws, the act does not happen.
    public init(
        over links: CommandLinks, time: any CommandTime, patience: Patience = Patience(),
        releasePatience: Duration = .seconds(3600), after history: CommandHistory,
        record: @escaping @Sendable (CommandRecord) async throws -> Void
    ) {
        pool = CommanderPool(links, patience: patience)
        self.time = time
        self.releasePatience = releasePatience
        self.record = record
        others = history.unreleased
    }

    /// Carries out an order.
    ///
    /// Nothing is written when something stands against one of its commands.
    ///
    /// - Parameters:
    ///   - order: the order.
    ///   - progress: what is told the points that are set, and how many of them were released.
    /// - Returns: what became of it; also when it failed.
    public func carryOut(
        _ order: AuthorizedOrder, progress: @Sendable (_ step: String, _ done: Int) -> Void = { _, _ in }
    ) async -> CommandOutcome {
        var failure: (any Error)?
        do {
            let commands = order.commands.map(\.command)
            let rows = try await CommandSurvey(pool).rows(of: commands) { progress("looking at points", $0) }
            guard rows.allSatisfy(\.isFree) else { return outcome(rows.flatMap(\.findings)) }
            for (place, command) in order.commands.enumerated() {
                try Task.checkCancellation()
                try await carryOut(command)
                progress("writing commands", place + 1)
                if set.contains(where: { $0.isDue(time) }) { await Self.whatever { await self.releaseDue() } }
            }
            while let next = nextMoment {
                try await time.wait(until: next.due, or: next.moment)
                await Self.whatever { await self.releaseDue() }
                progress("releasing commands", records.count)
            }
        } catch {
            failure = error
        }
        await Self.whatever { await self.releaseAll() }
        return outcome([], failure)
    }

    /// Releases what an earlier run may have left set.
    ///
    /// - Parameter commands: what the log says of it.
    /// - Returns: what became of it.
    public func release(_ commands: [HeldCommand]) async -> CommandOutcome {
        others = max(0, others - commands.count)
        set = commands.map { SetCommand(held: $0, due: time.elapsed, moment: time.now) }
        await Self.whatever { await self.releaseAll() }
        return outcome([])
    }

    /// Does work that cancellation does not reach.
    private static func whatever(_ work: @escaping @Sendable () async -> Void) async {
        await Task { await work() }.value
    }

    private func outcome(_ conflicts: [CollectedFinding], _ failure: (any Error)? = nil) -> CommandOutcome {
        CommandOutcome(conflicts: conflicts, records: records, failure: failure, unrecorded: unrecorded)
    }

    // MARK: writing

    private func carryOut(_ authorized: AuthorizedCommand) async throws {
        let command = authorized.command
        let commander = try await pool.commander(for: command.target)
        // Somebody may have come first since the survey.
        let before = try await commander.standing(of: command)
        let findings = CommandSurvey.findings(before, command)
        guard let way = before.way(back: command), !findings.contains(where: { $0.severity == .error }) else {
            throw CommandFault(findings.map(\.message).joined(separator: "; "))
        }
        let held = HeldCommand(command, of: authorized.order, way)
        // A command that may have been written counts as set until its release is read back.
        try await record(entry(held, .begins, "; \(before)", adding: 1))
        let now = time.now
        let moment = command.release.moment(ofWritingAt: now)
        let length = Duration.milliseconds(max(0, moment.milliseconds(since: now)))
        set.append(SetCommand(held: held, due: time.elapsed + length, moment: moment))
        try await write(authorized, held, before, commander)
    }

    /// Writes a command, and reads back what became of it.
    private func write(
        _ authorized: AuthorizedCommand, _ held: HeldCommand, _ before: PointStanding, _ commander: any PointCommander
    ) async throws {
        let command = authorized.command
        var fault: CommandFault?
        do throws(CommandFault) { try await commander.write(authorized) } catch { fault = error }
        // A value without priorities may change by itself; a place that was free is taken by who wrote to it.
        if let fault, fault.isRefusal, before.place == .none { throw fault }
        // Cancellation does not reach this: what a device made of the value would be taken for somebody else's.
        let reading = await Task { try await commander.standing(of: command) }.result
        if let after = try? reading.get() { try await take(held, before, after) }
        if let fault { throw fault }
        let after = try reading.get()
        guard let own = after.own, command.target.isRounding(own, of: command.raw) else {
            throw CommandFault("'\(command.point)' was written, and does not read back: \(after)")
        }
    }

    /// Takes note of what a point holds after a write, which is what is released: what the device made of the value.
    private func take(_ held: HeldCommand, _ before: PointStanding, _ after: PointStanding) async throws {
        let command = held.command
        // What did not change was not written, unless it was so before.
        guard let own = after.own, own != before.own || command.target.isRounding(own, of: command.raw),
            let place = set.lastIndex(where: { $0.held == held })
        else { return }
        set[place].held.written = own
        let change = own == command.raw ? "" : "; the device made something else of it"
        try await record(entry(set[place].held, .holds, "\(change); \(after)"))
    }

    private func entry(
        _ held: HeldCommand, _ state: CommandRecord.State, _ detail: String, adding number: Int = 0
    ) -> CommandRecord {
        CommandRecord(held, state, detail: detail, unreleased: others + set.count + number)
    }

    // MARK: releasing

    private var nextMoment: (due: Duration, moment: Timestamp)? {
        guard let due = set.map(\.due).min() else { return nil }
        // Where a release failed, only the steady clock says when to try again.
        let moments = set.filter { $0.end == nil }.map(\.moment)
        return (due, moments.min() ?? Timestamp.range.upperBound)
    }

    private func releaseAll() async {
        for place in set.indices { set[place].due = min(set[place].due, time.elapsed) }
        await releaseDue()
        while let next = nextMoment {
            do {
                try await time.wait(until: next.due, or: next.moment)
                await releaseDue()
            } catch {
                // Nobody cancels this task; a clock that fails must not leave a command untold.
                for item in set { await end(item.held, .remains, ": nobody could wait until it is released") }
            }
        }
    }

    private func releaseDue() async {
        for item in set where item.isDue(time) { await release(item) }
    }

    private func release(_ item: SetCommand) async {
        let held = item.held
        do throws(CommandFault) {
            let isReleased = try await pool.commander(for: held.command.target).release(held)
            await end(held, isReleased ? .released : .overtaken, "")
        } catch {
            await pool.drop(held.command.target)
            var item = item
            if item.fail(at: time.elapsed, patience: releasePatience) {
                if let place = set.firstIndex(where: { $0.held == held }) { set[place] = item }
            } else {
                others += 1
                await end(held, .remains, ": \(error)")
            }
        }
    }

    /// Takes a command off the list, and records how it ended; that it cannot be recorded changes nothing in it.
    private func end(_ held: HeldCommand, _ state: CommandRecord.State, _ detail: String) async {
        set.removeAll { $0.held == held }
        let last = entry(held, state, detail)
        records.append(last)
        do {
            try await record(last)
        } catch {
            unrecorded.append("'\(held.command.point)' is '\(state.rawValue)': \(error)")
        }
    }
}
