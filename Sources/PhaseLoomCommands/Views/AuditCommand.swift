import PhaseLoom
import PhaseLoomFormats

extension OptionSyntax {
    fileprivate static let verify = OptionSyntax(
        name: "verify", help: "Read the whole log again and check every event, hash and rule")
    fileprivate static let head = text(
        "head", "HASH", "Check that the log has a record of this hash, as somebody wrote it down")
}

extension Command {
    /// Verifies the log of an engagement.
    static let audit = Command(
        syntax: .engagements(
            "audit", "Verify the log of an engagement",
            [
                "Every event names the hash of the one before it. '--verify' finds any event that was changed, dropped, "
                    + "exchanged or cut off; the exit status is 1 then. Who can change the store can also make a new "
                    + "log that is whole: write the head down elsewhere, and verify against it with '--head'. "
                    + "Without either, the length and the head are shown as the store has them."
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
