import BuildingCommands
import BuildingPoints
import FieldLinks
import PhaseLoom

/// Writes to points under a signed order, and releases them again.
struct CommandCollector: Collector {
    static let id: ID = "command"
    static let help = "Writes to points under an order that the operator signed, and releases them again."
    static let order = OverlayOption<String>.file("order", help: "the order, as it was signed: a table or JSON")
    static let inventory = OverlayOption<String>.file(
        "inventory", help: "the baseline with which the order is compared", default: "")
    static let dryRun = OverlayOption<Bool>.flag(
        "dry-run", help: "whether to show what would be written, and write nothing", default: false)
    static let release = OverlayOption<Bool>.flag(
        "release", help: "whether to release only what an earlier run of the order left set", default: false)
    static let timeout = OverlayOption<Double>.number(
        "timeout", help: "seconds that a device has for its first answer", default: 1, in: 0.05...60)
    static let persistence = OverlayOption<Int>.integer(
        "persistence", help: "minutes for which a release that fails is tried again", default: 60, in: 1...1440)
    static let options = [
        order.descriptor, inventory.descriptor, dryRun.descriptor, release.descriptor, timeout.descriptor,
        persistence.descriptor,
    ]

    let values: OptionValues
    /// How devices are reached.
    var links = CommandLinks.live
    /// The clocks by which commands are released.
    var time: @Sendable (CollectorContext) -> any CommandTime = { context in
        SystemCommandTime { context.now }
    }

    init(_ values: OptionValues) throws(InvalidValue) {
        guard !(values[Self.dryRun] && values[Self.release]) else {
            throw InvalidValue("'dry-run' and 'release' are both given", hint: "give one of the two")
        }
        self.values = values
    }

    func collect(in context: CollectorContext) async throws -> CollectorReport {
        let order = try readOrder(in: context)
        try compare(order, in: context)
        if values[Self.dryRun] { return try await preview(order, in: context) }
        guard let engagement = context.engagement, context.keepsRecords else {
            throw CollectorError(
                .environment, at: values[Self.order], "points are written for an engagement only",
                hint: "give '--engagement ID', or look first with '--dry-run yes'")
        }
        return values[Self.release]
            ? try await release(order, in: engagement, context) : try await carryOut(order, in: engagement, context)
    }

    // MARK: reading

    private static let sizeLimit = 1 << 20

    private func readOrder(in context: CollectorContext) throws -> CommandOrder {
        var bytes: [UInt8] = []
        let file = try context.read(values[Self.order], limit: Self.sizeLimit) { bytes += $0 }
        do throws(OrderFault) {
            return try CommandOrder(bytes)
        } catch {
            throw CollectorError(error.problems, in: bytes, of: file.path ?? file.name)
        }
    }

    /// Compares the order with the baseline, if one is given: the one that the engagement has, if it has one.
    private func compare(_ order: CommandOrder, in context: CollectorContext) throws {
        let path = values[Self.inventory]
        guard !path.isEmpty else { return }
        var bytes: [UInt8] = []
        let file = try context.read(path, limit: PointInventory.sizeLimit) { bytes += $0 }
        let known = context.engagement?.evidence(of: "bms-baseline", inForceAt: context.now).last
        if let known, known.draft.digest != file.digest {
            throw CollectorError(
                .data, at: path, "this is not the baseline of the engagement", hint: "give the one that was handed in")
        }
        let findings: [CollectedFinding]
        do throws(RecordError) {
            findings = CommandBaseline.findings(of: order, in: try PointInventory(json: bytes, file: path))
        } catch {
            throw CollectorError(.data, [error.description])
        }
        guard findings.isEmpty else {
            throw CollectorError(.data, findings.map { "\(values[Self.order]): \($0.message): \($0.hint)" })
        }
    }

    // MARK: looking

    private var patience: Patience { Patience(first: .seconds(values[Self.timeout])) }

    private func preview(_ order: CommandOrder, in context: CollectorContext) async throws -> CollectorReport {
        let survey = CommandSurvey(over: links, patience: patience)
        let rows = try await survey.rows(of: order.commands) { done in
            context.report("looking at points", done, of: order.commands.count)
        }
        let findings = rows.flatMap { row in row.findings + [Self.preview(row)].compactMap(\.self) }
        let isFree = rows.allSatisfy(\.isFree)
        let refusals = refusal(of: order, in: context)
        return CollectorReport(
            evidence: [], findings: findings + refusals, verdict: isFree && refusals.isEmpty ? .met : .unmet)
    }

    private static func preview(_ row: CommandSurvey.Row) -> CollectedFinding? {
        row.standing.map { standing in
            CollectedFinding(
                "command-preview", .note, "'\(row.command.point)': would write \(row.command); \(standing)",
                subject: row.command.point, hint: "nothing was written")
        }
    }

    /// What would stand against carrying the order out in the engagement, if there is one.
    private func refusal(of order: CommandOrder, in context: CollectorContext) -> [CollectedFinding] {
        guard let engagement = context.engagement else { return [] }
        do throws(CommandRefusal) {
            _ = try CommandAuthority.authorize(order, in: engagement, at: context.now)
            return []
        } catch {
            return [refused(error)]
        }
    }

    /// What stands against an order by the rules: an answer, not a failure.
    private func refused(_ refusal: CommandRefusal) -> CollectedFinding {
        CollectedFinding("command-refused", .error, refusal.message, subject: values[Self.order], hint: refusal.hint)
    }

    // MARK: writing

    private func carryOut(
        _ order: CommandOrder, in engagement: Engagement, _ context: CollectorContext
    ) async throws -> CollectorReport {
        let authorized: AuthorizedOrder
        do throws(CommandRefusal) {
            authorized = try CommandAuthority.authorize(order, in: engagement, at: context.now)
        } catch {
            return CollectorReport(evidence: [], findings: [refused(error)], verdict: .unmet)
        }
        let outcome = await run(of: order, in: engagement, context).carryOut(authorized) { step, done in
            context.report(step, done, of: order.commands.count)
        }
        return try report(outcome)
    }

    private func release(
        _ order: CommandOrder, in engagement: Engagement, _ context: CollectorContext
    ) async throws -> CollectorReport {
        let history = CommandHistory(engagement)
        guard history.firstEvent(of: order.digest) != nil else {
            throw CollectorError(
                .environment, at: values[Self.order], "the log tells of no command of this order",
                hint: "give the order that was carried out, unchanged")
        }
        let held = history.held(of: order)
        try context.checkCancellation()
        return try report(await run(of: order, in: engagement, context).release(held))
    }

    private func run(
        of order: CommandOrder, in engagement: Engagement, _ context: CollectorContext
    ) -> CommandRun {
        CommandRun(
            over: links, time: time(context), patience: patience,
            releasePatience: .seconds(60 * values[Self.persistence]), after: CommandHistory(engagement)
        ) { record in
            let place = (order.commands.firstIndex(of: record.command) ?? 0) + 1
            try await context.record(
                CommandAuthority.log, "\(record.state.rawValue)-\(place).json", record.json.canonicalBytes,
                measurements: record.measurements, findings: [record.finding])
        }
    }

    // MARK: reporting

    private func report(_ outcome: CommandOutcome) throws -> CollectorReport {
        guard outcome.conflicts.isEmpty else {
            return CollectorReport(evidence: [], findings: outcome.conflicts, verdict: .unmet)
        }
        let remaining = outcome.remaining.map { "\($0.finding.message): \($0.finding.hint)" }
        let problems = remaining + outcome.unrecorded.map { "what happened could not be recorded: \($0)" }
        if let failure = outcome.failure {
            // That something is still set is worse than that somebody ended the run.
            let isEnded = failure is CancellationError || (failure as? CommandFault)?.isCancellation == true
            if isEnded, problems.isEmpty { throw CancellationError() }
            let reasons = (failure as? CollectorError)?.problems ?? ["\(failure)"]
            throw CollectorError(.environment, problems + (isEnded ? ["cancelled"] : reasons))
        }
        guard outcome.unrecorded.isEmpty else { throw CollectorError(.environment, problems) }
        let isWell = outcome.records.allSatisfy { $0.state == .released }
        return CollectorReport(evidence: [], verdict: isWell ? .met : .unmet)
    }
}
