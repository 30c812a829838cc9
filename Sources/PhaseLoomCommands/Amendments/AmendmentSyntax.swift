/// The options of the commands that change the sequence under an engagement.
extension OptionSyntax {
    static let owe = OptionSyntax(
        name: "owe", help: "Let what is new on passed phases be owed until closeout")
    static let reopen = OptionSyntax(
        name: "reopen", help: "Let what is new on passed phases open them again, with all after them")
    static let oweOne = text(
        "owe-one", "PHASE/NAME", "Let one new obligation or artifact be owed", isRepeatable: true)
    static let reopenOne = text(
        "reopen-one", "PHASE/NAME", "Let one new obligation or artifact open its phase again", isRepeatable: true)
    static let landingDue = moment("due", "When what is owed has to be met; at closeout if not given")
    static let changeOrder = text("order", "ORDER", "The approved change order behind it")
    static let dryRun = OptionSyntax(name: "dry-run", help: "Tell what would happen, and do nothing")

    /// What every amendment has: why, who, and what happens to what lands on passed phases.
    static let amending = [
        reason.required, authority.required, owe, reopen, oweOne, reopenOne, landingDue, changeOrder, dryRun,
    ]
}
