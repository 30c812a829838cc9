import PhaseLoom

/// The words that a program with a certain catalogue knows.
struct Vocabulary: Sendable {
    let commands: [CommandSyntax]
    let formats: [String]
    let bases: [String]
    /// The outlines under whose headings sequences are shown.
    var views: [String] { Outline.shipped.map(\.id.text) + bases }
    /// The overlays of the catalogue.
    var overlays: [Overlay] { overlayWords() }
    /// The command `collect` for each collector, which is its only argument.
    var collectors: [CommandSyntax] { collectorWords() }
    /// Made only when they are needed: most runs complete nothing and collect nothing.
    private let overlayWords: @Sendable () -> [Overlay]
    private let collectorWords: @Sendable () -> [CommandSyntax]

    init(
        commands: [CommandSyntax], formats: [String], bases: [String],
        overlays: @autoclosure @escaping @Sendable () -> [Overlay],
        collectors: @autoclosure @escaping @Sendable () -> [CommandSyntax] = []
    ) {
        (self.commands, self.formats, self.bases) = (commands, formats, bases)
        (overlayWords, collectorWords) = (overlays, collectors)
    }

    /// An overlay of the catalogue with the names of its options.
    struct Overlay: Sendable {
        let id: String
        let title: String
        let options: [String]
    }

    /// The commands, and `collect` with each collector, by the words that stand before their options.
    var syntaxes: [(words: String, syntax: CommandSyntax)] {
        commands.map { ($0.name, $0) }
            + collectors.map { (([$0.name] + $0.arguments.map(\.value.placeholder)).joined(separator: " "), $0) }
    }

    /// The only words that a value of a kind may be; `nil` when it may be others.
    func closedWords(for kind: ValueSyntax.Kind) -> [String]? {
        switch kind {
        case .format: formats
        case .view: views
        case .base: bases
        case .command: commands.map(\.name)
        case .collector: collectors.compactMap { $0.arguments.first?.value.placeholder }
        case .shell: Shell.allCases.map(\.rawValue)
        case .answer: ["yes", "no"]
        case .state: EngagementState.allCases.map(\.rawValue)
        case .orderAction: OrderAction.allCases.map(\.rawValue)
        case .logFormat: LogFormat.allCases.map(\.rawValue)
        case .text, .file, .directory, .overlay, .overlayList: nil
        }
    }

    func command(named name: String) -> CommandSyntax? { commands.first { $0.name == name } }
}

/// What can happen to a change order.
enum OrderAction: String, CaseIterable, Sendable {
    case raise
    case approve
    case reject
}

/// The formats in which a log goes to other programs.
enum LogFormat: String, CaseIterable, Sendable {
    case jsonl
    case csv
    case json
}

/// The shells for which there are completions.
enum Shell: String, CaseIterable, Sendable {
    case bash
    case fish
    case zsh
}
