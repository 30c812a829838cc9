/// The arguments and options that the commands of engagements share.
extension ArgumentSyntax {
    static let engagement = required("ID", "The engagement")
    static let phase = required("PHASE", "The phase")
    static let artifact = required("ARTIFACT", "The kind of artifact")

    static func required(_ placeholder: String, _ help: String, _ kind: ValueSyntax.Kind = .text) -> ArgumentSyntax {
        ArgumentSyntax(value: ValueSyntax(placeholder, kind), help: help, isRequired: true)
    }

    static func optional(_ placeholder: String, _ help: String, _ kind: ValueSyntax.Kind = .text) -> ArgumentSyntax {
        ArgumentSyntax(value: ValueSyntax(placeholder, kind), help: help)
    }
}

extension OptionSyntax {
    static let store = OptionSyntax(
        name: "store", value: ValueSyntax("PATH", .file),
        help: "Where engagements are kept; if not given, what PHASELOOM_STORE says, else 'phaseloom.db' here",
        isCommon: true)
    static let actor = OptionSyntax(
        name: "by", value: ValueSyntax("NAME", .text), help: "Who does it; if not given, the one who is logged in",
        isCommon: true)
    static let answerInJSON = OptionSyntax(name: "json", help: "Answer in JSON", isCommon: true)

    /// The options of every command that looks at engagements.
    static let viewing = [store, answerInJSON]
    /// The options of every command that does something in an engagement.
    static let acting = [store, actor, answerInJSON]

    static let reason = text("reason", "R", "Why")
    static let authority = text("authority", "A", "Who decides so")
    static let due = moment("due", "When it has to be done")
    static let title = text("title", "T", "The title that people read")
    static let cost = text("cost", "C", "What it costs, in the currency of the contract")
    static let days = text("days", "D", "How long it takes, in days")

    static func text(
        _ name: String, _ placeholder: String, _ help: String, isRepeatable: Bool = false
    ) -> OptionSyntax {
        OptionSyntax(name: name, value: ValueSyntax(placeholder, .text), help: help, isRepeatable: isRepeatable)
    }

    /// An option that takes a date, or a date with a time.
    static func moment(_ name: String, _ help: String) -> OptionSyntax { text(name, "DATE", help) }
}
