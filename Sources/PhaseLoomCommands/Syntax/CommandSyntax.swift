/// What a command is called and takes; parsing, help and completions all follow from it.
struct CommandSyntax: Sendable {
    let name: String
    /// What the command does, in a sentence without a full stop.
    var summary: String
    /// Under which heading help lists it.
    var topic = Topic.sequences
    /// What else there is to know, in paragraphs.
    var discussion: [String] = []
    var arguments: [ArgumentSyntax] = []
    var options: [OptionSyntax] = []
    var examples: [Example] = []

    /// A command line as somebody would type it, after the name of the program.
    struct Example: Sendable {
        let line: String
        let meaning: String

        init(_ line: String, _ meaning: String) {
            self.line = line
            self.meaning = meaning
        }
    }

    /// The headings of the list of commands.
    enum Topic: String, CaseIterable, Sendable {
        case sequences = "Sequences"
        case engagements = "Engagements"
        case program = "Program"
    }

    /// Every option, with the one that each command has.
    var allOptions: [OptionSyntax] { options + [.help] }

    func option(long name: String) -> OptionSyntax? { allOptions.first { $0.name == name } }

    func option(short letter: Character) -> OptionSyntax? { allOptions.first { $0.letter == letter } }
}
