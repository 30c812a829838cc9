import PhaseLoom

extension OptionSyntax {
    fileprivate static let until = moment("until", "When the waiver ends; for good if not given")
}

extension Command {
    /// Decides a trigger.
    static let decide = acting(
        .engagements(
            "decide", "Decide whether a trigger holds, for the whole engagement",
            ["Triggers decide whether conditional phases and activities run. Evidence decides those that it can."],
            arguments: [
                .engagement, .required("TRIGGER", "The trigger"), .required("ANSWER", "Whether it holds", .answer),
            ],
            options: [.reason.required],
            examples: [
                .init(
                    "decide campus outage-likely no --reason \"the network is redundant\"", "Skips what depends on it.")
            ])
    ) { invocation throws(CommandFailure) in
        .decide(
            trigger: try invocation.id(at: 1), holds: invocation.argument(2) == "yes", reason: invocation.text(.reason))
    }

    /// Waives an obligation.
    static let waive = acting(
        .engagements(
            "waive", "Waive an obligation of a phase, for a time or for good",
            [
                "A waiver stays visible with who decided so and why. What a law or a contract mandates cannot be "
                    + "waived. When a waiver ends, closeout asks for the obligation again."
            ],
            arguments: [
                .engagement, .required("PHASE/OBLIGATION", "The criterion or entry requirement and its phase"),
            ],
            options: [.reason.required, .authority.required, .until],
            examples: [
                .init(
                    "waive campus validation/report-signed --reason \"the signer is away\" --authority Counsel "
                        + "--until 2026-12-01", "Lets the gate open without it, until a date.")
            ])
    ) { invocation throws(CommandFailure) in
        let (phase, obligation) = try invocation.place(at: 1)
        return .waive(
            WaiverGrant(
                phase: phase, obligation: obligation, authority: invocation.text(.authority),
                reason: invocation.text(.reason), expires: try invocation.moment(.until)))
    }

    /// Goes back by a loop.
    static let loop = acting(
        .engagements(
            "loop", "Go back by a loop, after a gate stayed shut because of it",
            [
                "The loop reopens its target and every phase after it that had opened; evidence of those has to be "
                    + "handed in again unless it says how long it is valid. Each loop has a limit that is never reset."
            ],
            arguments: [.engagement, .required("LOOP", "The loop")], options: [.reason.required],
            examples: [.init("loop campus rework --reason \"two cameras have blind spots\"", "Goes back once more.")])
    ) { invocation throws(CommandFailure) in .loop(try invocation.id(at: 1), reason: invocation.text(.reason)) }
}
