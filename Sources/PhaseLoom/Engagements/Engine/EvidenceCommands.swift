extension Engagement {
    mutating func record(
        _ draft: EvidenceDraft, _ circumstances: Circumstances, _ events: inout [Event]
    ) throws(Refusal) {
        try check(draft)
        let phase = try phase(handingIn: draft.artifact, at: circumstances.time)
        var draft = draft
        draft.measurements.sort { $0.name < $1.name }
        try emit(.recorded(draft, phase: phase), circumstances, &events)
    }

    /// The phase to which an artifact belongs; `nil` for what is brought to the engagement.
    ///
    /// - Throws: ``Refusal`` when nothing hands it on, or the phase that does has not opened yet.
    func phase(handingIn artifact: ID, at time: Timestamp) throws(Refusal) -> ID? {
        let producers = plan.artifacts[artifact].map { plan.producers[$0] } ?? []
        if producers.isEmpty {
            if plan.entryArtifacts.contains(artifact) { return nil }
            throw unknown("artifact", artifact, among: plan.sequence.artifacts.map(\.id))
        }
        // Later evidence may complete a passed phase: for what is owed, or because a waiver ended.
        let ranked: [PhaseProgress.State] = [.open, .blocked, .passed]
        for state in ranked {
            let able = producers.filter { phases[$0].state == state }
            // Of several that have passed, the one that lacks it.
            if let index = able.last(where: { !hasHandedOn(artifact, $0, at: time) }) ?? able.last {
                return plan.sequence.phases[index].id
            }
        }
        if plan.entryArtifacts.contains(artifact) { return nil }
        let names = producers.map { plan.sequence.phases[$0].id.text }
        throw Refusal(
            .phase, "'\(artifact)' cannot be handed in yet", hint: "open " + Words.list(names) + " first")
    }

    private func check(_ draft: EvidenceDraft) throws(Refusal) {
        if let file = draft.file {
            try Words.check(file, "file name", limit: 255, hint: "rename the file")
            guard file.isFileName else {
                throw Refusal(.invalid, "'\(file.excerpt)' is not the name of a file", hint: "leave the folders out")
            }
        }
        let names = draft.measurements.map(\.name)
        guard Set(names).count == names.count, names.count <= 10_000 else {
            throw Refusal(.invalid, "a measurement is given twice", hint: "give each once, and at most 10000")
        }
        if let collector = draft.collector { try Words.check(collector, "collector", limit: 300) }
        for measurement in draft.measurements {
            if let unit = measurement.unit { try Words.check(unit, "unit", limit: 64) }
        }
        if let from = draft.validFrom, let until = draft.validUntil, from >= until {
            throw Refusal(.invalid, "evidence valid from \(from) until \(until) never counts", hint: "swap them")
        }
        guard draft.size >= 0, draft.findings.count <= 100_000 else {
            throw Refusal(.invalid, "the evidence is too large", hint: "keep at most 100000 findings")
        }
        for finding in draft.findings {
            try Words.check(finding.message, "finding")
            try Words.check(finding.subject, "subject", isOptional: true)
            try Words.check(finding.hint, "hint", isOptional: true)
        }
    }

    mutating func sign(
        _ artifact: ID, _ number: Int?, _ role: ID, _ remark: String, _ circumstances: Circumstances,
        _ events: inout [Event]
    ) throws(Refusal) {
        let latest = number == nil ? latestEvidence(of: artifact, at: circumstances.time) : nil
        guard let place = number.map({ evidencePlace(of: $0) }) ?? latest, evidence[place].draft.artifact == artifact
        else {
            throw Refusal(
                .unknown, number.map { "evidence \($0) is no '\(artifact)'" } ?? "there is no '\(artifact)' to sign",
                hint: "hand it in first")
        }
        let item = evidence[place]
        guard item.isInForce(at: circumstances.time) else {
            throw Refusal(
                .phase, "evidence \(item.number) does not count any more", hint: "sign what was handed in since")
        }
        guard !item.signatures.contains(where: { $0.role == role && $0.signer == circumstances.actor }) else {
            throw Refusal(
                .repeated, "'\(circumstances.actor)' signed evidence \(item.number) as \(role) already",
                hint: "once is enough")
        }
        try Words.check(remark, "remark", isOptional: true)
        try emit(.signed(evidence: item.number, role: role, remark: remark), circumstances, &events)
    }
}

extension String {
    /// Whether it names a file without any folder.
    fileprivate var isFileName: Bool {
        !utf8.contains(UInt8(ascii: "/")) && !utf8.contains(UInt8(ascii: "\\")) && self != "." && self != ".."
    }
}
