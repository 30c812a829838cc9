import PhaseLoom

extension OptionSyntax {
    fileprivate static let role = text("role", "ROLE", "The role in which it is signed")
    fileprivate static let evidence = text("evidence", "N", "The number of the evidence, as the log has it")
    fileprivate static let remark = text("remark", "R", "What the signer remarks")
}

extension Command {
    /// Signs evidence.
    static let sign = acting(
        .engagements(
            "sign", "Sign evidence in a role",
            [
                "Without a number it is the latest evidence of its kind that counts. The remark is kept with the "
                    + "signature."
            ],
            arguments: [.engagement, .artifact], options: [.role.required, .evidence, .remark],
            examples: [
                .init("sign campus statement-of-work --role client --by \"Grace Hopper\"", "Signs as the client.")
            ])
    ) { invocation throws(CommandFailure) in
        .sign(
            artifact: try invocation.id(at: 1), number: try invocation.count(.evidence),
            role: try Invocation.id(invocation.text(.role)), remark: invocation.text(.remark))
    }
}
