/// An option of a command, such as `--format F`.
struct OptionSyntax: Sendable {
    /// The long name, without the dashes.
    let name: String
    /// The letter of the short form.
    var letter: Character?
    /// What follows the option; `nil` for a flag.
    var value: ValueSyntax?
    let help: String
    var isRepeatable = false
    /// Whether the command cannot do without it.
    var isRequired = false
    /// Whether several commands share the option, which sets it apart in help.
    var isCommon = false

    /// The option as messages name it.
    var spelling: String { "--\(name)" }

    /// The option as help lists it, such as `-o, --output FILE`.
    var signature: String {
        (letter.map { "-\($0), " } ?? "") + spelling + (value.map { " \($0.placeholder)" } ?? "")
    }
}

extension OptionSyntax {
    /// The option as one that the command cannot do without.
    var required: OptionSyntax {
        var option = self
        option.isRequired = true
        return option
    }

    /// The option that every command has.
    static let help = OptionSyntax(name: "help", letter: "h", help: "Show this help")

    /// The option that the program itself has.
    static let version = OptionSyntax(name: "version", help: "Show the version")
}
