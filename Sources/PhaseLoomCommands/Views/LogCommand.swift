import PhaseLoom
import PhaseLoomFormats

extension OptionSyntax {
    fileprivate static let firstEvent = text("from", "N", "The number of the first event that is shown")
}

extension Command {
    /// Shows what happened in an engagement.
    static let log = Command(
        syntax: .engagements(
            "log", "Show what happened in an engagement", arguments: [.engagement], options: [.firstEvent],
            common: OptionSyntax.viewing,
            examples: [
                .init("log campus", "Shows everything."), .init("log campus --from 40", "Shows the end of it."),
            ])
    ) { invocation async throws(CommandFailure) in
        let first = try invocation.count(.firstEvent) ?? 1
        let id = try invocation.id(at: 0)
        let history = try await invocation.desk().history(of: id).drop { $0.event.number < first }
        try invocation.console.answer(
            invocation.isJSON
                ? LogJSON.write(history.map(\.record), of: id)
                : LogText().render(history.map(\.event), for: invocation.surface))
        return .yes
    }

    /// Writes the log of an engagement for other programs.
    static let export = Command(
        syntax: .engagements(
            "export", "Write the log of an engagement for other programs",
            [
                "'jsonl' is the log as it is stored, one event a line, over which the hashes were taken; 'json' is one "
                    + "document with the hashes; 'csv' is a table for spreadsheets, in which no cell is a formula."
            ],
            arguments: [.engagement],
            options: [
                OptionSyntax(name: "format", value: ValueSyntax("F", .logFormat), help: "The format").required, .output,
            ], common: [.store],
            examples: [.init("export campus --format csv -o campus.csv", "Writes a table.")])
    ) { invocation async throws(CommandFailure) in
        let id = try invocation.id(at: 0)
        let history = try await invocation.desk().history(of: id)
        let text =
            switch invocation.arguments.value(.format).flatMap(LogFormat.init(rawValue:)) {
            case .csv: LogCSV.write(history)
            case .json: LogJSON.write(history.map(\.record), of: id)
            case .jsonl, nil: String(decoding: LogJSON.lines(history.map(\.record)), as: UTF8.self)
            }
        try invocation.deliver(text)
        return .yes
    }
}

extension Desk {
    /// What happened in an engagement, with the records that hold it.
    func history(of id: ID) async throws(CommandFailure) -> [(event: Event, record: LogRecord)] {
        let history: [(event: Event, record: LogRecord)]
        do {
            history = try await ledger.history(of: id)
        } catch {
            throw .ledger(error)
        }
        // An engagement that is not there has no events; loading it says so.
        if history.isEmpty { _ = try await load(id) }
        return history
    }
}
