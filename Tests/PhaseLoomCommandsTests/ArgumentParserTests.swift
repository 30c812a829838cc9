import Testing

@testable import PhaseLoomCommands

@Suite struct ArgumentParserTests {
    private static let many = OptionSyntax(
        name: "many", letter: "m", value: ValueSyntax("X", .text), help: "Many", isRepeatable: true)
    private static let format = OptionSyntax(
        name: "format", letter: "f", value: ValueSyntax("F", .format), help: "Format")
    private static let flag = OptionSyntax(name: "flag", help: "Flag")
    private static let syntax = CommandSyntax(
        name: "do", summary: "Do", arguments: [.init(value: ValueSyntax("THING", .text), help: "The thing")],
        options: [many, format, flag])
    private static let vocabulary = Vocabulary(commands: [syntax], formats: ["text", "json"], bases: [], overlays: [])

    private func parse(_ arguments: [String]) throws(UsageError) -> ParsedArguments {
        try ArgumentParser.parse(arguments[...], for: Self.syntax, knowing: Self.vocabulary)
    }

    @Test(arguments: [
        ["--many", "1", "--many=2", "thing", "--format", "json"],
        ["-m", "1", "thing", "-m2", "-fjson"],
        ["--many=1", "--format=json", "-m", "2", "--", "thing"],
    ])
    func `reads every way to write an option`(arguments: [String]) throws {
        let parsed = try parse(arguments)
        #expect(parsed.values(Self.many) == ["1", "2"])
        #expect(parsed.value(Self.format) == "json")
        #expect(parsed.positionals == ["thing"])
        #expect(!parsed.has(Self.flag))
    }

    @Test func `values keep what looks like syntax`() throws {
        let parsed = try parse(["--many=--flag", "--many", "a=b", "--many=", "-m-x", "-m", "-", "--", "--flag"])
        #expect(parsed.values(Self.many) == ["--flag", "a=b", "", "-x", "-"])
        #expect(parsed.positionals == ["--flag"])
    }

    @Test(arguments: [
        (["--forma", "json"], "unknown option '--forma': did you mean '--format'?"),
        (["-format"], "'-f' cannot be 'ormat': use one of 'text', 'json'"),
        (["-flag"], "'-f' cannot be 'lag': use one of 'text', 'json'"),
        (["-x"], "unknown option '-x': see '--help'"),
        (["--format", "jso"], "'--format' cannot be 'jso': did you mean 'json'?"),
        (["--format", "zzzzzz"], "'--format' cannot be 'zzzzzz': use one of 'text', 'json'"),
        (["--format"], "option '--format' needs a value: '-f, --format F'"),
        (
            ["--format", "--flag"],
            "option '--format' needs a value before '--flag': write '--format=VALUE' if the value starts with '-'"
        ),
        (["--format=text", "--format=text"], "option '--format' is given twice"),
        (["--flag=yes"], "option '--flag' takes no value, but is given 'yes'"),
        (["a", "b"], "unexpected argument 'b': 'do' takes one argument"),
        (
            ["--fl\u{1B}[31mag"],
            "unknown option '--fl\u{FFFD}[31mag': use one of '--many', '--format', '--flag', '--help'"
        ),
    ])
    func `says what is wrong`(arguments: [String], message: String) {
        #expect(throws: UsageError(message)) { try parse(arguments) }
    }

    @Test func `help wins over later mistakes`() throws {
        #expect(try parse(["--help", "--nonsense"]).has(.help))
    }

    @Test func `a required argument may not be missing`() {
        var syntax = Self.syntax
        syntax.arguments = [.init(value: ValueSyntax("THING", .text), help: "The thing", isRequired: true)]
        #expect(throws: UsageError("'THING' is missing: the thing")) {
            try ArgumentParser.parse([], for: syntax, knowing: Self.vocabulary)
        }
    }
}
