import PhaseLoom

extension CommandSyntax {
    /// The syntax of `collect` once its collector is known: the collector's options join those of the command.
    func narrowed(to collector: CollectorEntry) -> CommandSyntax {
        var syntax = self
        syntax.summary = collector.help.hasSuffix(".") ? String(collector.help.dropLast()) : collector.help
        syntax.discussion = []
        syntax.arguments = [
            ArgumentSyntax(value: ValueSyntax(collector.name, .collector), help: "", isRequired: true)
        ]
        // An option of the command itself wins: without it nobody could use the command.
        syntax.options = collector.options.filter { option(long: $0.name) == nil }.map(OptionSyntax.init) + options
        let needed = collector.options.filter(\.isRequired).map { " --\($0.name) \(OptionSyntax($0).placeholder)" }
        syntax.examples = [.init("collect \(collector.name)\(needed.joined())", "Gives what has to be given.")]
        return syntax
    }
}

extension OptionSyntax {
    /// The option of a collector as an option of the command line.
    init(_ option: OptionDescriptor) {
        let usual = option.isRequired ? "has to be given" : option.defaultValue
        let help = option.help.prefix(1).uppercased() + option.help.dropFirst()
        let note = usual.isEmpty || option.isRequired ? usual : "'\(usual)' if not given"
        self.init(
            name: option.name, value: ValueSyntax(option.isFile ? "FILE" : "VALUE", option.isFile ? .file : .text),
            help: "\(help) (\(option.expects)\(note.isEmpty ? "" : "; \(note)"))")
    }

    fileprivate var placeholder: String { value?.placeholder ?? "" }
}
