import PhaseLoom

extension Command {
    /// Opens a phase.
    static let open = acting(
        .engagements(
            "open", "Open a phase of an engagement",
            [
                "A phase opens when the phases before it are finished and its entry requirements are met; otherwise "
                    + "the exit status is 1, and what is missing is listed."
            ],
            arguments: [.engagement, .phase], examples: [.init("open campus design", "Opens the design phase.")])
    ) { invocation throws(CommandFailure) in .open(phase: try invocation.id(at: 1)) }

    /// Notes that an activity is done.
    static let perform = acting(
        .engagements(
            "perform", "Note that an activity of an open phase is done",
            arguments: [.engagement, .required("PHASE/ACTIVITY", "The activity and its phase")],
            examples: [.init("perform campus execution/cable-runs", "Notes that an activity of a phase is done.")])
    ) { invocation throws(CommandFailure) in
        let (phase, activity) = try invocation.place(at: 1)
        return .perform(phase: phase, activity: activity)
    }

    /// Puts someone in charge of a phase.
    static let assign = acting(
        .engagements(
            "assign", "Put someone in charge of a phase, until a date",
            ["The dates are what the metrics measure promises by."],
            arguments: [.engagement, .phase, .required("PERSON", "Who is in charge")], options: [.due],
            examples: [
                .init("assign campus design Ada --due 2026-12-01", "Puts Ada in charge, with a date.")
            ])
    ) { invocation throws(CommandFailure) in
        .assign(phase: try invocation.id(at: 1), to: invocation.argument(2), due: try invocation.dueMoment(.due))
    }

    /// Asks a gate for its decision.
    static let gate = acting(
        .engagements(
            "gate", "Ask the gate of a phase for its decision",
            [
                "The gate opens when every criterion is met or waived. Otherwise it stays shut and says why, and the "
                    + "exit status is 1. Both are recorded."
            ],
            arguments: [.engagement, .phase],
            examples: [.init("gate campus design", "Passes the design phase, or tells what is missing.")])
    ) { invocation throws(CommandFailure) in .gate(phase: try invocation.id(at: 1)) }
}
