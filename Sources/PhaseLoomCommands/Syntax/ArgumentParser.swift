import PhaseLoom

/// Reads the arguments of one command.
///
/// Options may stand before, between and after arguments, as `--name value`, `--name=value`, `-n value` or `-nvalue`;
/// `--` ends them. A value that starts with a dash must be attached.
struct ArgumentParser {
    private let syntax: CommandSyntax
    private let vocabulary: Vocabulary
    private var rest: ArraySlice<String>
    private var parsed = ParsedArguments()

    /// Reads the arguments after the name of a command.
    ///
    /// - Throws: ``UsageError`` for the first mistake, unless help is asked for.
    static func parse(
        _ arguments: ArraySlice<String>, for syntax: CommandSyntax, knowing vocabulary: Vocabulary
    ) throws(UsageError) -> ParsedArguments {
        var parser = ArgumentParser(syntax: syntax, vocabulary: vocabulary, rest: arguments)
        try parser.run()
        return parser.parsed
    }

    private init(syntax: CommandSyntax, vocabulary: Vocabulary, rest: ArraySlice<String>) {
        self.syntax = syntax
        self.vocabulary = vocabulary
        self.rest = rest
    }

    private mutating func run() throws(UsageError) {
        while let next = rest.popFirst() {
            if next == "--" {
                for argument in rest { try take(argument: argument) }
                break
            } else if next.hasPrefix("--") {
                try take(long: next.dropFirst(2))
            } else if next.hasPrefix("-"), next != "-" {
                try take(short: next.dropFirst())
            } else {
                try take(argument: next)
            }
            // Who asks for help gets it, whatever else is wrong.
            if parsed.has(.help) { return }
        }
        try checkCompleteness()
    }

    private func checkCompleteness() throws(UsageError) {
        for (argument, place) in zip(syntax.arguments, 0...) where argument.isRequired {
            guard parsed.positionals.count > place else {
                throw Self.missing(argument.value.placeholder, argument.help)
            }
        }
        for option in syntax.options where option.isRequired {
            guard parsed.has(option) else {
                throw Self.missing("\(option.spelling)\(option.value.map { " \($0.placeholder)" } ?? "")", option.help)
            }
        }
    }

    private static func missing(_ what: String, _ help: String) -> UsageError {
        UsageError("'\(what)' is missing: \(help.prefix(1).lowercased() + help.dropFirst())")
    }

    private mutating func take(long text: Substring) throws(UsageError) {
        let end = text.firstIndex(of: "=")
        let name = String(text[..<(end ?? text.endIndex)])
        guard let option = syntax.option(long: name) else {
            let names = syntax.allOptions.map(\.name)
            throw UsageError("unknown option '--\(name.excerpt)'", for: name, among: names, quotedWith: "--")
        }
        try take(option, spelt: option.spelling, attached: end.map { String(text[text.index(after: $0)...]) })
    }

    private mutating func take(short text: Substring) throws(UsageError) {
        guard let letter = text.first, let option = syntax.option(short: letter) else {
            let text = String(text)
            if syntax.option(long: text) != nil {
                throw UsageError("unknown option '-\(text)': did you mean '--\(text)'?")
            }
            throw UsageError("unknown option '-\(text.excerpt)': see '--help'")
        }
        let attached = text.dropFirst()
        try take(option, spelt: "-\(letter)", attached: attached.isEmpty ? nil : String(attached))
    }

    private mutating func take(_ option: OptionSyntax, spelt: String, attached: String?) throws(UsageError) {
        if parsed.has(option), !option.isRepeatable {
            throw UsageError("option '\(option.spelling)' is given twice")
        }
        guard let value = option.value else {
            if let attached { throw UsageError("option '\(spelt)' takes no value, but is given '\(attached.excerpt)'") }
            return parsed.add(option, nil)
        }
        let text = if let attached { attached } else { try detached(value, of: option, spelt: spelt) }
        try check(text, value, for: "'\(spelt)'")
        parsed.add(option, text)
    }

    private mutating func detached(
        _ value: ValueSyntax, of option: OptionSyntax, spelt: String
    ) throws(UsageError) -> String {
        guard let next = rest.first else { throw UsageError("option '\(spelt)' needs a value: '\(option.signature)'") }
        if next.hasPrefix("-"), next != "-" {
            throw UsageError(
                "option '\(spelt)' needs a value before '\(next.excerpt)': "
                    + "write '\(option.spelling)=VALUE' if the value starts with '-'")
        }
        rest.removeFirst()
        return next
    }

    private mutating func take(argument text: String) throws(UsageError) {
        let place = parsed.positionals.count
        guard let argument = place < syntax.arguments.count ? syntax.arguments[place] : syntax.arguments.last,
            place < syntax.arguments.count || argument.isRepeatable
        else {
            throw UsageError("unexpected argument '\(text.excerpt)': '\(syntax.name)' takes \(expectation)")
        }
        try check(text, argument.value, for: argument.value.placeholder)
        parsed.positionals.append(text)
    }

    private var expectation: String {
        switch syntax.arguments.count {
        case 0: "no arguments"
        case 1: "one argument"
        default: "\(syntax.arguments.count) arguments"
        }
    }

    private func check(_ text: String, _ value: ValueSyntax, for subject: String) throws(UsageError) {
        if let words = vocabulary.closedWords(for: value.kind) {
            guard words.contains(text) else {
                throw UsageError("\(subject) cannot be '\(text.excerpt)'", for: text, among: words)
            }
        } else if text.isEmpty, value.kind != .overlayList, value.kind != .text {
            throw UsageError("\(subject) cannot be empty")
        }
    }
}
