import PhaseLoom

extension OptionSyntax {
    fileprivate static let role = text("role", "ROLE", "The role in which it is signed")
    fileprivate static let evidence = text("evidence", "N", "The number of the evidence, as the log has it")
    fileprivate static let remark = text("remark", "R", "What the signer remarks")
}

extension Command {
    /// Signs evidence.
    static let sign = Command(
        syntax: .engagements(
            "sign", "Sign evidence in a role",
            [
                "Without a number it is the latest evidence of its kind that counts. The remark is kept with the "
                    + "signature."
            ],
            arguments: [.engagement, .artifact], options: [.role.required, .evidence, .remark],
            examples: [
                .init("sign campus statement-of-work --role client --by \"Grace Hopper\"", "Signs as the client.")
            ])
    ) { invocation async throws(CommandFailure) in
        let (id, artifact) = (try invocation.id(at: 0), try invocation.id(at: 1))
        let (role, number) = (try Invocation.id(invocation.text(.role)), try invocation.count(.evidence))
        let desk = try invocation.desk()
        var session = try await desk.load(id)
        try session.engagement.plan.sequence.check(role, signing: artifact)
        let events = try await desk.perform(
            .sign(artifact: artifact, number: number, role: role, remark: invocation.text(.remark)), on: &session)
        return try invocation.answer(events, session)
    }
}

extension ComposedSequence {
    /// Sees to it that a role is no slip of the pen: a signature cannot be taken back, and would serve nothing.
    fileprivate func check(_ role: ID, signing artifact: ID) throws(CommandFailure) {
        let proofs = phases.flatMap { $0.entry + $0.gate }.compactMap(\.proof)
        let roles = proofs.flatMap { $0.roles(signing: artifact) }.map(\.text)
        guard !roles.contains(role.text), let nearest = Suggestion.nearest(to: role.text, among: roles) else { return }
        throw .refused(
            Refusal(.unknown, "nothing asks '\(role)' to sign '\(artifact)'", hint: "did you mean '\(nearest)'?"))
    }
}

extension Proof {
    fileprivate func roles(signing artifact: ID) -> [ID] {
        switch self {
        case .signed(artifact, let role, _): [role]
        case .all(let parts), .any(let parts): parts.flatMap { $0.roles(signing: artifact) }
        case .signed, .present, .measured: []
        }
    }
}
