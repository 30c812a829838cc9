extension Engagement {
    /// Starts an engagement.
    ///
    /// - Parameters:
    ///   - id: its identifier.
    ///   - title: the title that people read; the identifier if empty.
    ///   - plan: the plan that it runs.
    ///   - incident: the record that allows compressed phases; needed if there are some.
    ///   - circumstances: who starts it, and when.
    /// - Returns: the engagement and the events that began it.
    /// - Throws: ``Refusal`` when phases are compressed without an incident, or validation is.
    public static func starting(
        _ id: ID, title: String = "", plan: EngagementPlan, incident: Incident? = nil, in circumstances: Circumstances
    ) throws(Refusal) -> (engagement: Engagement, events: [Event]) {
        try Words.check(name: circumstances.actor)
        try Words.check(title, "title", isOptional: true)
        try plan.checkCompressions(since: nil, incident)
        let start = Start(
            engagement: id, title: title.isEmpty ? id.text : title, plan: plan.pinned, incident: incident)
        let events = [
            Event(number: 1, time: circumstances.time, actor: circumstances.actor, content: .started(start))
        ]
        return (try Engagement(replaying: events[0], plan: plan), events)
    }

    /// Carries out a command.
    ///
    /// - Parameters:
    ///   - command: what should happen.
    ///   - circumstances: who gives the command, and when.
    /// - Returns: what happened, at least one event; they are applied already.
    /// - Throws: ``Refusal`` when the command is not possible now; the engagement is as before.
    /// - Complexity: independent of the number of events so far, but for commands that reopen phases or change the
    ///   sequence; O(*n*) in the obligations of the phase concerned and the evidence that they need.
    public mutating func perform(_ command: Command, in circumstances: Circumstances) throws(Refusal) -> [Event] {
        try check(command, circumstances)
        // Whatever can stand against a command is found before its first event.
        var events: [Event] = []
        switch command {
        case .open(let phase): try open(phase, circumstances, &events)
        case .record(let draft): try record(draft, circumstances, &events)
        case .sign(let artifact, let number, let role, let remark):
            try sign(artifact, number, role, remark, circumstances, &events)
        case .perform(let phase, let activity): try perform(activity, of: phase, circumstances, &events)
        case .assign(let phase, let owner, let due): try assign(phase, to: owner, due, circumstances, &events)
        case .decide(let trigger, let holds, let reason):
            try decide(trigger, holds, reason, circumstances, &events)
        case .gate(let phase): try gate(phase, circumstances, &events)
        case .waive(let waiver): try waive(waiver, circumstances, &events)
        case .loop(let loop, let reason): try goBack(by: loop, reason, circumstances, &events)
        case .hold(let reason): try hold(reason, circumstances, &events)
        case .resume(let reason): try resume(reason, circumstances, &events)
        case .cancel(let reason, let authority): try cancel(reason, authority, circumstances, &events)
        case .close: try close(circumstances, &events)
        case .scope(let item): try addToScope(item, circumstances, &events)
        case .work(let item, let phase): try startWork(on: item, in: phase, circumstances, &events)
        case .raise(let order): try raise(order, circumstances, &events)
        case .approve(let order, let authority, let target):
            try approve(order, authority, target, circumstances, &events)
        case .reject(let order, let authority, let reason):
            try reject(order, authority, reason, circumstances, &events)
        case .amend(let amendment): try amend(amendment, circumstances, &events)
        }
        return events
    }

    /// Records and applies what happened.
    mutating func emit(
        _ content: Event.Content, _ circumstances: Circumstances, _ events: inout [Event],
        amended: EngagementPlan? = nil
    ) throws(Refusal) {
        let event = Event(
            number: length + 1, time: circumstances.time, actor: circumstances.actor, content: content)
        try apply(event, amended: amended)
        events.append(event)
    }

    private func check(_ command: Command, _ circumstances: Circumstances) throws(Refusal) {
        try Words.check(name: circumstances.actor)
        guard circumstances.time >= updated else {
            throw Refusal(
                .invalid, "\(circumstances.time) is before the last event, of \(updated)",
                hint: "the log goes forward in time")
        }
        if let ending {
            throw Refusal(.ended, "engagement '\(id)' is \(ending.rawValue)", hint: "start another one")
        }
        guard isHeld else { return }
        switch command {
        case .resume, .cancel: break
        default: throw Refusal(.held, "engagement '\(id)' is on hold", hint: "resume it first")
        }
    }

    /// The place of a phase by its name, or by that of one that it took in.
    func place(of phase: ID) throws(Refusal) -> Int {
        if let index = plan.places[phase] { return index }
        throw unknown("phase", phase, among: plan.sequence.phases.map(\.id))
    }

    func unknown(_ kind: String, _ id: ID, among known: some Sequence<ID>) -> Refusal {
        let names = known.map(\.text).sorted()
        let nearest = Suggestion.nearest(to: id.text, among: names)
        let hint = nearest.map { "did you mean '\($0)'?" } ?? "there are " + Words.list(names)
        return Refusal(.unknown, "there is no \(kind) '\(id)'", hint: names.isEmpty ? "there is none" : hint)
    }
}
