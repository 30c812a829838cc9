public import PhaseLoom

/// Decides whether an engagement lets an order be carried out.
public enum CommandAuthority: Sendable {
    /// The requirement by which an engagement asks for a signed order.
    public static let requirement: ID = "commands-ordered"
    /// The artifact that the order is.
    public static let order: ID = "command-order"
    /// The artifact that the log of its commands is.
    public static let log: ID = "command-log"
    /// The role that signs, and no other: who runs the building answers for what is written to it.
    public static let role: ID = "operator"

    /// Checks that an order is signed, that its file is the signed one, and that it may be carried out now.
    ///
    /// - Parameters:
    ///   - order: the order, as it was read from its file.
    ///   - engagement: the engagement with its log.
    ///   - now: the present moment.
    /// - Returns: the order with its commands ready to write.
    /// - Throws: ``CommandRefusal``.
    /// - Complexity: O(*n*) in the evidence of the engagement and the commands.
    public static func authorize(
        _ order: CommandOrder, in engagement: Engagement, at now: Timestamp
    ) throws(CommandRefusal) -> AuthorizedOrder {
        try checkSignature(in: engagement, at: now)
        guard let signed = engagement.evidence(of: Self.order, inForceAt: now).last, signed.draft.digest == order.digest
        else {
            throw CommandRefusal(
                code: .changed, message: "the file is not the order that was signed: its hash is \(order.digest)",
                hint: "give the signed file, or hand in this one and have it signed")
        }
        let history = CommandHistory(engagement)
        if let event = history.firstEvent(of: order.digest) {
            throw CommandRefusal(
                code: .repeated, message: "the order was carried out already, see event \(event)",
                hint: history.outstanding(of: order.digest).isEmpty
                    ? "have a new order signed" : "release what is still set, then have a new order signed")
        }
        try checkPhase(of: engagement)
        for command in order.commands { try check(command, at: now) }
        return AuthorizedOrder(order, signedAs: signed)
    }

    // MARK: signature

    private static func checkSignature(in engagement: Engagement, at now: Timestamp) throws(CommandRefusal) {
        let circumstances = Circumstances(at: now, by: "command")
        let phases = engagement.plan.sequence.phases.filter { phase in
            phase.entry.contains { $0.id == requirement && $0.proof.map(asksForSignature) ?? false }
        }
        let decisions = phases.flatMap { engagement.entryDecisions(of: $0.id, in: circumstances) }
            .filter { $0.subject == .obligation(requirement) }
        guard !decisions.isEmpty else {
            throw CommandRefusal(
                code: .notForeseen, message: "the engagement asks for no signed order",
                hint: "compose it with the option 'writes' of 'smart-building'")
        }
        // A waiver opens a phase, and signs nothing.
        if let open = decisions.first(where: { $0.judgement.verdict != .met }) {
            throw CommandRefusal(
                code: .unsigned, message: open.judgement.reasons.joined(separator: "; "),
                hint: "have the building's operator sign it, someone other than who handed it in")
        }
    }

    /// Whether a proof holds only with the operator's signature under the order.
    private static func asksForSignature(_ proof: Proof) -> Bool {
        switch proof {
        case .signed(order, by: role, separately: true): true
        case .all(let parts): parts.contains(where: asksForSignature)
        case .any(let parts): !parts.isEmpty && parts.allSatisfy(asksForSignature)
        default: false
        }
    }

    // MARK: phase and time

    private static func checkPhase(of engagement: Engagement) throws(CommandRefusal) {
        guard engagement.state != .held, engagement.ending == nil else {
            throw CommandRefusal(
                code: .phase, message: "the engagement is \(engagement.state.rawValue)", hint: "see how it goes on")
        }
        let phases = engagement.plan.sequence.phases
        let isOpen = phases.contains { phase in
            let concerns = phase.produces.contains(log) || phase.points.contains(.validation)
            return concerns && engagement.progress(of: phase.id)?.state == .open
        }
        guard isOpen else {
            throw CommandRefusal(
                code: .phase, message: "commands are carried out in execution and validation, and neither is open",
                hint: "open the phase")
        }
    }

    private static func check(_ command: PointCommand, at now: Timestamp) throws(CommandRefusal) {
        if let begin = command.notBefore, now < begin {
            throw CommandRefusal(
                code: .time, message: "'\(command.point)' may not be written before \(begin)", hint: "wait until then")
        }
        let release = command.release.moment(ofWritingAt: now)
        guard release > now else {
            throw CommandRefusal(
                code: .time, message: "the release of '\(command.point)', \(release), is past",
                hint: "have an order signed that is released later")
        }
        guard release.milliseconds(since: now) <= CommandRelease.limit else {
            throw CommandRefusal(
                code: .time, message: "the release of '\(command.point)', \(release), is more than 24 hours away",
                hint: "have an order signed that is released earlier")
        }
    }
}
