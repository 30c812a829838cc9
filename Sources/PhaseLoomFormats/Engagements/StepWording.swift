import PhaseLoom

extension NextStep {
    /// The command that takes the step, without the name of the program; words in capitals are left to fill in.
    func command(for engagement: ID) -> String {
        switch action {
        case .open(let phase): "open \(engagement) \(phase)"
        case .gate(let phase): "gate \(engagement) \(phase)"
        case .submit(let artifact, let measures):
            "submit \(engagement) \(artifact) FILE"
                + measures.map { " --measure \($0.measure)=VALUE\($0.suffix)" }.joined()
        case .sign(let artifact, let role, _): "sign \(engagement) \(artifact) --role \(role)"
        case .perform(let phase, let activity): "perform \(engagement) \(phase)/\(activity)"
        case .decide(let trigger): "decide \(engagement) \(trigger) yes|no --reason TEXT"
        case .waive(let phase, let obligation):
            "waive \(engagement) \(phase)/\(obligation) --reason TEXT --authority NAME"
        case .amend(_, let overlay):
            "amend \(engagement) " + (overlay.map { "--set \($0):OPTION=VALUE" } ?? "--overlay-file FILE")
                + " --reason TEXT --authority NAME"
        case .reopen: "order \(engagement) raise ORDER --finding TEXT"
        case .loop(let loop): "loop \(engagement) \(loop) --reason TEXT"
        case .settle(let order): "order \(engagement) approve|reject \(order) --authority NAME"
        case .resume: "resume \(engagement) --reason TEXT"
        case .close: "close \(engagement)"
        case .cancel: "cancel \(engagement) --reason TEXT --authority NAME"
        }
    }

    /// What else there is to know: what it serves, who does it, and until when.
    var notes: [Span] {
        var parts: [[Span]] = []
        if !serves.isEmpty { parts.append([Span("for \(serves.list)", .faint)]) }
        if case .sign(_, _, let recorder?) = action {
            parts.append([Span("by someone other than \(recorder)", .faint)])
        }
        if case .submit(_, let measures) = action {
            parts += measures.map { [Span("needs \($0)", .faint)] }
        }
        if case .amend(let loop, _) = action {
            parts.append([Span("a higher limit of \(loop), or another amendment; the gate is asked again", .faint)])
        }
        if case .reopen(let phase) = action {
            parts.append([Span("then approve it with '--reopen \(phase)'", .faint)])
        }
        if let owner { parts.append([Span(owner)]) }
        if let due { parts.append([due.span(isOverdue: isOverdue)]) }
        return .joined(parts, by: [Span(" · ", .faint)])
    }
}

extension Bound {
    fileprivate var suffix: String { unit.map { "[\($0)]" } ?? "" }
}

extension Timestamp {
    /// A promised date, and whether it was kept.
    func span(isOverdue: Bool) -> Span {
        isOverdue ? Span("overdue since \(short)", .error) : Span("due \(short)")
    }
}
