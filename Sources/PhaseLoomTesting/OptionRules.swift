import PhaseLoom

/// What the contract asks of options, whoever takes them.
enum OptionRules {
    /// The options of the command line itself, which a collector's options would hide.
    static let reserved = ["engagement", "help", "json", "output", "store"]

    /// Everything that is wrong with some options.
    ///
    /// - Parameters:
    ///   - options: the options.
    ///   - given: values with which all of them are accepted.
    ///   - isAccepted: whether some values are accepted.
    /// - Returns: the violations; nothing if all is well.
    static func violations(
        of options: [OptionDescriptor], given: [String: String] = [:], isAccepted: ([String: String]) -> Bool
    ) -> [Violation] {
        var found: [Violation] = []
        let names = options.map(\.name)
        if Set(names).count != names.count { found.append(violation("two options have one name")) }
        for option in options {
            if option.help.count < 10 { found.append(violation("option '\(option.name)' needs a help text")) }
            if (try? ID(option.name)) == nil {
                found.append(violation("'\(option.name)' cannot be given on a command line"))
            }
            // No option but a path takes a text like this one: it has spaces, letters and a control character.
            if !option.isFile, isAccepted(given.merging([option.name: " \u{7} not a value "]) { $1 }) {
                found.append(violation("option '\(option.name)' takes anything"))
            }
            if option.isRequired, isAccepted(given.filter { $0.key != option.name }) {
                found.append(violation("option '\(option.name)' has to be given, but is not missed"))
            }
        }
        if isAccepted(given.merging(["no-such-option": "1"]) { $1 }) {
            found.append(violation("an option that does not exist is taken"))
        }
        return found
    }

    private static func violation(_ message: String) -> Violation { Violation(rule: .option, message: message) }
}
