/// What a command line says, checked against the syntax of its command.
struct ParsedArguments: Sendable {
    /// The arguments that stand by their place.
    var positionals: [String] = []
    private(set) var given: [String: [String]] = [:]

    /// Whether an option is given at all.
    func has(_ option: OptionSyntax) -> Bool { given[option.name] != nil }

    /// The value of an option that can be given once.
    func value(_ option: OptionSyntax) -> String? { given[option.name]?.last }

    /// The values of an option in the order in which they are given.
    func values(_ option: OptionSyntax) -> [String] { given[option.name] ?? [] }

    mutating func add(_ option: OptionSyntax, _ value: String?) {
        given[option.name, default: []] += value.map { [$0] } ?? []
    }
}
