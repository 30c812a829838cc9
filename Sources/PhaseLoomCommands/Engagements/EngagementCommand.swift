import PhaseLoom
import PhaseLoomFormats

extension CommandSyntax {
    /// The syntax of a command of engagements, with the options that those share.
    static func engagements(
        _ name: String, _ summary: String, _ discussion: [String] = [], arguments: [ArgumentSyntax],
        options: [OptionSyntax] = [], common: [OptionSyntax] = OptionSyntax.acting, examples: [Example]
    ) -> CommandSyntax {
        CommandSyntax(
            name: name, summary: summary, topic: .engagements, discussion: discussion, arguments: arguments,
            options: options + common, examples: examples)
    }
}

extension Command {
    /// A command that lets one thing happen in an engagement.
    static func acting(
        _ syntax: CommandSyntax,
        _ command: @escaping @Sendable (Invocation) throws(CommandFailure) -> PhaseLoom.Command
    ) -> Command {
        Command(syntax: syntax) { invocation async throws(CommandFailure) in
            let (id, command) = (try invocation.id(at: 0), try command(invocation))
            let desk = try invocation.desk()
            var session = try await desk.load(id)
            let events = try await desk.perform(command, on: &session)
            return try invocation.answer(events, session)
        }
    }
}

extension Invocation {
    var isJSON: Bool { arguments.has(.answerInJSON) }

    /// The place where engagements are kept, as it is asked for.
    func desk(creating creates: Bool = false) throws(CommandFailure) -> Desk {
        let actor = arguments.value(.actor) ?? environment.user
        switch environment.stores.open(arguments.value(.store) ?? environment.storePath, creates: creates) {
        case .success(let place):
            return Desk(place: place, catalogue: tool.catalogue, clock: environment.clock, actor: actor)
        case .failure(let error): throw .environment(error.description)
        }
    }

    /// Tells what happened.
    func answer(_ events: [Event], _ session: EngagementSession) throws(CommandFailure) -> ExitStatus {
        do {
            try console.answer(
                isJSON
                    ? EventsJSON.write(events, of: session.engagement, head: session.log.head)
                    : EventsText().render(events, of: session.engagement, for: surface))
        } catch {
            // Who reads only that something failed would do it again.
            throw .environment(
                "it happened and is recorded, but the answer is lost (\(error.messages.joined(separator: "; ")))")
        }
        return events.contains { $0.content.isGateRefusal } ? .no : .yes
    }

    /// Tells which rule stands against it; names and values that make no sense are mistakes and not answers.
    func answer(_ refusal: Refusal, _ failure: CommandFailure) throws(CommandFailure) -> ExitStatus {
        if arguments.has(.answerInJSON) {
            try console.answer(RefusalJSON.write(refusal))
        } else if failure.status == .no {
            try console.answer(RefusalText().render(refusal, for: surface))
        } else {
            console.say(failure.messages)
        }
        return failure.status
    }
}

extension Event.Content {
    /// Whether a gate stayed shut.
    fileprivate var isGateRefusal: Bool {
        if case .refused = self { true } else { false }
    }
}
