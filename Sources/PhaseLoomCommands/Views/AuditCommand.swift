import PhaseLoom
import PhaseLoomFormats

extension OptionSyntax {
    fileprivate static let verify = OptionSyntax(
        name: "verify",
        help: "Read the whole log and all files of evidence, check every hash and perform every command again")
    fileprivate static let head = text(
        "head", "HASH", "Check that the log has a record of this hash, as somebody wrote it down")
    fileprivate static let all = OptionSyntax(name: "all", help: "Every engagement, and the store itself")
}

extension Command {
    /// Verifies the logs of engagements.
    static let audit = Command(
        syntax: .engagements(
            "audit", "Verify the log of an engagement, or all of them",
            [
                "Every event names the hash of the one before it. '--verify' checks the hashes, their chain and the "
                    + "plans, and performs every command again: the rules have to give exactly the events that are "
                    + "recorded. It also finds a list that says something else than the log, and files of evidence "
                    + "that are missing or changed. What people handed in and what criteria in code judged is taken as "
                    + "recorded. Anything else makes the exit status 1.",
                "Who can change the store can still make another log that keeps the rules: write the head down "
                    + "elsewhere, and verify against it with '--head'. "
                    + "Without either, the length and the head are shown as the store has them.",
                "'--all --verify' also checks the store itself, and so finds what an engagement that is gone left.",
            ],
            arguments: [.optional("ID", "The engagement; all if none is named")], options: [.verify, .head, .all],
            common: OptionSyntax.viewing,
            examples: [
                .init("audit campus", "Shows the head, to write it down."),
                .init("audit campus --verify", "Verifies the log and the files of evidence."),
                .init("audit campus --head sha256:0123…", "Verifies it against a head that was written down."),
                .init("audit --all --verify", "Verifies the whole store."),
            ])
    ) { invocation async throws(CommandFailure) in try await invocation.audit() }
}

extension Invocation {
    fileprivate func audit() async throws(CommandFailure) -> ExitStatus {
        let head = try digest(.head)
        guard !arguments.positionals.isEmpty else { return try await auditAll() }
        guard !arguments.has(.all) else { throw .usage("'--all' goes only without an engagement") }
        let id = try id(at: 0)
        let desk = try desk()
        guard arguments.has(.verify) || head != nil else { return try await showHead(of: id, desk) }
        guard let audit = try await desk.audit(id, against: head) else {
            _ = try await desk.load(id)
            throw .environment("the log of '\(id)' is gone")
        }
        try console.answer(isJSON ? AuditJSON.write(audit) : AuditText().render(audit, for: surface))
        return audit.isWhole ? .yes : .no
    }

    private func auditAll() async throws(CommandFailure) -> ExitStatus {
        guard !arguments.has(.head) else { throw .usage("'--head' is that of one engagement: name it") }
        let desk = try desk()
        guard arguments.has(.verify) else { return try await showHeads(desk) }
        let damage = try await desk.damage()
        var audits: [Audit] = []
        do throws(CommandFailure) {
            for summary in try await desk.summaries(EngagementQuery()) {
                if let audit = try await desk.audit(summary.engagement) { audits.append(audit) }
            }
        } catch {
            // Where the store itself is damaged, that is the answer, whatever else cannot be read for it.
            if damage == nil { throw error }
        }
        try console.answer(
            isJSON ? AuditJSON.write(audits, of: damage) : AuditText().render(audits, of: damage, for: surface))
        return damage == nil && audits.allSatisfy(\.isWhole) ? .yes : .no
    }

    private func showHeads(_ desk: Desk) async throws(CommandFailure) -> ExitStatus {
        let summaries = try await desk.summaries(EngagementQuery())
        let heads: JSONValue = [
            "engagements": .array(summaries.map(\.headJSON)), "format": "phaseloom.heads/1",
        ]
        let text = summaries.map { "\($0.engagement): \($0.headWords)\n" }.joined()
        try console.answer(
            isJSON ? heads.canonicalText : summaries.isEmpty ? "There is no engagement.\n" : text)
        return .yes
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
        let head = summary.headJSON.adding(["format": "phaseloom.head/1"])
        try console.answer(isJSON ? head.canonicalText : "\(id): \(summary.headWords); '--verify' checks them\n")
        return .yes
    }
}

extension Desk {
    fileprivate func audit(_ id: ID, against head: Digest? = nil) async throws(CommandFailure) -> Audit? {
        do {
            return try await ledger.audit(id, against: head, filesIn: place.archive)
        } catch {
            throw .ledger(error)
        }
    }

    /// What is wrong with the store as such; `nil` when nothing is.
    ///
    /// - Throws: ``CommandFailure`` when it cannot be read at all.
    fileprivate func damage() async throws(CommandFailure) -> StoreError? {
        do {
            try await place.store.verify()
            return nil
        } catch {
            guard error.code == .damaged else { throw .environment(error.description) }
            return error
        }
    }
}

extension EngagementSummary {
    fileprivate var headJSON: JSONValue {
        [
            "engagement": .string(engagement.text), "head": .string(head.description), "length": .integer(length),
        ]
    }

    fileprivate var headWords: String { "\(length) \(length == 1 ? "event" : "events"), head \(head)" }
}
