import PhaseLoom

/// The reading of the values that commands of engagements take.
extension Invocation {
    /// The identifier that stands at a place; the syntax of the command has seen to it that there is something.
    func id(at place: Int) throws(CommandFailure) -> ID { try Self.id(argument(place)) }

    /// What stands at a place; nothing where the arguments end before.
    func argument(_ place: Int) -> String {
        arguments.positionals.indices.contains(place) ? arguments.positionals[place] : ""
    }

    /// The phase and the name in it that stand at a place, such as `design/design-reviewed`.
    func place(at place: Int) throws(CommandFailure) -> (phase: ID, name: ID) {
        try Self.place(argument(place), as: "PHASE/NAME")
    }

    func id(_ option: OptionSyntax) throws(CommandFailure) -> ID? {
        guard let text = arguments.value(option) else { return nil }
        return try Self.id(text)
    }

    /// The text of an option; empty if it is not given.
    func text(_ option: OptionSyntax) -> String { arguments.value(option) ?? "" }

    func moment(_ option: OptionSyntax) throws(CommandFailure) -> Timestamp? {
        guard let text = arguments.value(option) else { return nil }
        return try Self.checking(option) { () throws(InvalidValue) in try Timestamp(parsing: text) }
    }

    /// The moment of an option until which something has to be done; it is told when that moment is past already.
    func dueMoment(_ option: OptionSyntax) throws(CommandFailure) -> Timestamp? {
        let moment = try moment(option)
        if let moment, moment < environment.clock() {
            console.say(["'\(option.spelling)': \(moment) is past, so it is overdue from the beginning"])
        }
        return moment
    }

    func digest(_ option: OptionSyntax) throws(CommandFailure) -> Digest? {
        guard let text = arguments.value(option) else { return nil }
        return try Self.checking(option) { () throws(InvalidValue) in try Digest(parsing: text) }
    }

    func number(_ option: OptionSyntax) throws(CommandFailure) -> Double? {
        guard let text = arguments.value(option) else { return nil }
        guard let number = Double(decimal: text) else {
            throw .usage("'\(option.spelling)' cannot be '\(text.excerpt)': write a number such as '1200' or '2.5'")
        }
        return number
    }

    /// The number of an option that counts something.
    func count(_ option: OptionSyntax) throws(CommandFailure) -> Int? {
        guard let text = arguments.value(option) else { return nil }
        guard let number = Int(text), number > 0 else {
            throw .usage("'\(option.spelling)' cannot be '\(text.excerpt)': write a whole number from 1")
        }
        return number
    }

    static func id(_ text: String) throws(CommandFailure) -> ID {
        do {
            return try ID(text)
        } catch {
            throw .usage(error.description)
        }
    }

    /// Two identifiers with a slash between them.
    static func place(_ text: String, as form: String) throws(CommandFailure) -> (phase: ID, name: ID) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2 else { throw .usage("'\(text.excerpt)' names no place: write '\(form)'") }
        return (try id(String(parts[0])), try id(String(parts[1])))
    }

    /// The value of an option, with the option named if it is invalid.
    static func checking<Value>(
        _ option: OptionSyntax, _ read: () throws(InvalidValue) -> Value
    ) throws(CommandFailure) -> Value {
        do {
            return try read()
        } catch {
            throw .usage("'\(option.spelling)': \(error)")
        }
    }
}

extension Double {
    /// Reads a decimal number such as `-12.5` or `1e3`, and nothing else: no words, no hexadecimal digits.
    init?(decimal text: String) {
        guard text.utf8.count <= 64, text.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }),
            let number = Double(text), number.isFinite
        else { return nil }
        self = number
    }
}
