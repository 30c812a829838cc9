import PhaseLoom
import PhaseLoomFormats

extension OptionSyntax {
    fileprivate static let verify = OptionSyntax(
        name: "verify", help: "Read the whole log, check every hash and perform every command again")
    fileprivate static let head = text(
        "head", "HASH", "Check that the log has a record of this hash, as somebody wrote it down")
}

extension Command {
    /// Verifies the log of an engagement.
    static let audit = Command(
        syntax: .engagements(
            "audit", "Verify the log of an engagement",
            [
                "Every event names the hash of the one before it. '--verify' checks the hashes, their chain and the "
                    + "plans, and performs every command again: the rules have to give exactly the events that are "
                    + "recorded. What was handed in and what criteria in code judged is taken as recorded. "
                    + "Anything else makes the exit status 1.",
                "Who can change the store can still make another log that keeps the rules: write the head down "
                    + "elsewhere, and verify against it with '--head'. "
                    + "Without either, the length and the head are shown as the store has them.",
            ],
            arguments: [.engagement], options: [.verify, .head], common: OptionSyntax.viewing,
            examples: [
                .init("audit campus", "Shows the head, to write it down."),
                .init("audit campus --verify", "Verifies the log."),
                .init("audit campus --head sha256:0123…", "Verifies it against a head that was written down."),
            ])
    ) { invocation async throws(CommandFailure) in try await invocation.audit() }
}

extension Invocation {
    fileprivate func audit() async throws(CommandFailure) -> ExitStatus {
        let id = try id(at: 0)
        let head = try digest(.head)
        let desk = try desk()
        guard arguments.has(.verify) || head != nil else { return try await showHead(of: id, desk) }
        let audit: Audit?
        do {
            audit = try await desk.ledger.audit(id, against: head)
        } catch {
            throw .ledger(error)
        }
        guard let audit else {
            _ = try await desk.load(id)
            throw .environment("the log of '\(id)' is gone")
        }
        try console.answer(isJSON ? AuditJSON.write(audit) : AuditText().render(audit, for: surface))
        return audit.isWhole ? .yes : .no
    }

    private func showHead(of id: ID, _ desk: Desk) async throws(CommandFailure) -> ExitStatus {
        let summary: EngagementSummary?
        do {
            summary = try await desk.place.store.summary(of: id)
        } catch {
            throw .environment(error.description)
        }
        guard let summary else {
            _ = try await desk.load(id)
            throw .environment("the log of '\(id)' is gone")
        }
        let audit: JSONValue = [
            "engagement": .string(id.text), "format": "phaseloom.head/1", "head": .string(summary.head.description),
            "length": .integer(summary.length),
        ]
        let events = summary.length == 1 ? "event" : "events"
        let text = "\(id): \(summary.length) \(events), head \(summary.head); '--verify' checks them\n"
        try console.answer(isJSON ? audit.canonicalText : text)
        return .yes
    }
}
