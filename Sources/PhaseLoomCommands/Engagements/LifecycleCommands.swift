import PhaseLoom

extension Command {
    /// Puts an engagement on hold.
    static let hold = acting(
        .engagements(
            "hold", "Put an engagement on hold",
            ["Nothing but resuming and cancelling is possible then."], arguments: [.engagement],
            options: [.reason.required],
            examples: [.init("hold campus --reason \"the building is closed\"", "Stops the work for a while.")])
    ) { invocation throws(CommandFailure) in .hold(reason: invocation.text(.reason)) }

    /// Goes on after a hold.
    static let resume = acting(
        .engagements(
            "resume", "Go on with an engagement after a hold", arguments: [.engagement], options: [.reason.required],
            examples: [.init("resume campus --reason \"the building is open again\"", "Goes on.")])
    ) { invocation throws(CommandFailure) in .resume(reason: invocation.text(.reason)) }

    /// Ends an engagement without its result.
    static let cancel = acting(
        .engagements(
            "cancel", "End an engagement without its result", ["It cannot go on afterwards."],
            arguments: [.engagement], options: [.reason.required, .authority.required],
            examples: [.init("cancel campus --reason \"the client withdrew\" --authority Client", "Ends it.")])
    ) { invocation throws(CommandFailure) in
        .cancel(reason: invocation.text(.reason), authority: invocation.text(.authority))
    }

    /// Ends an engagement by the book.
    static let close = acting(
        .engagements(
            "close", "End an engagement by the book",
            [
                "Every phase has to be finished, every change order decided and nothing owed; otherwise the exit status is 1."
            ],
            arguments: [.engagement], examples: [.init("close campus", "Ends it, or tells what is still owed.")])
    ) { _ in .close }
}
