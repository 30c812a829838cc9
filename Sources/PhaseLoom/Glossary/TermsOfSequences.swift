extension Glossary {
    /// The words of sequences, overlays and their composition.
    static let sequences: [Term] = [
        Term(
            "phase", also: ["step of a sequence"],
            "One step of a sequence, with the artifacts that it consumes and produces, its activities, its entry "
                + "requirements and its gate.",
            seeAlso: ["sequence", "gate", "activity"]),
        Term(
            "gate", also: ["phase gate", "stage gate", "quality gate"],
            "The criteria that must all be met before the phases after it may open.",
            seeAlso: ["criterion", "phase", "waiver"]),
        Term(
            "criterion", also: ["gate criterion"],
            "One checkable statement over evidence, with an optional bound on a measurement.",
            seeAlso: ["gate", "bound", "acceptance criterion"]),
        Term(
            "entry requirement", also: ["entry", "entry criterion", "precondition"],
            "What must hold before a phase may open, such as a finished bandwidth assessment before scoping.",
            seeAlso: ["phase", "obligation"]),
        Term(
            "activity", also: ["task"],
            "A piece of work inside a phase; the activities of a phase are partially ordered.",
            seeAlso: ["phase", "partial order"]),
        Term(
            "artifact", also: ["artefact"],
            "A named kind of document or record that phases consume and produce.",
            seeAlso: ["evidence", "deliverable"]),
        Term(
            "evidence",
            "One concrete artifact handed in: its kind and digest, who recorded it and when, its measurements, "
                + "sign-offs and validity.",
            seeAlso: ["artifact", "criterion", "digest", "sign-off"]),
        Term(
            "extension point", also: ["point"],
            "A stable, named place in every sequence at which overlays aim without knowing the names of its phases.",
            seeAlso: [
                "intake", "assessment", "scoping", "design", "execution", "validation", "transfer", "closeout",
                "operations",
            ]),
        Term(
            "overlay", also: ["domain overlay"],
            "A value that contributes changes to a sequence and collectors that do the work at its gates, for one "
                + "domain or rule book.",
            seeAlso: ["change", "collector", "composition"]),
        Term(
            "change",
            "In an overlay, one statement of the closed set that reshapes sequences, with who makes it and what it "
                + "cites. In operation, whatever becomes new, different or absent and may be felt in a service.",
            references: [.itil("change enablement"), .iso20000("8.5.1")],
            seeAlso: ["overlay", "change enablement", "request for change"]),
        Term(
            "collector",
            "The code of an overlay that does real work, such as reading meters or scoring a model, and returns "
                + "evidence.",
            seeAlso: ["evidence", "overlay"]),
        Term(
            "track", also: ["workstream"],
            "A named stream of phases that runs beside others.",
            seeAlso: ["phase", "hybrid delivery"]),
        Term(
            "loopback", also: ["loop", "iteration"],
            "A bounded return from a later phase to an earlier one while a criterion fails.",
            seeAlso: ["criterion", "attempt"]),
        Term(
            "trigger",
            "A criterion that decides whether a conditional phase or activity runs, such as the move of an issue to "
                + "the next support tier.",
            seeAlso: ["criterion", "escalation"]),
        Term(
            "compression", also: ["phase compression"],
            "An interval of phases collapsed into one; what they owed is kept, or deferred to a named later phase.",
            seeAlso: ["deferral", "triage", "deviation"]),
        Term(
            "carve-out", also: ["regulatory carve-out"],
            "A regulatory overlay whose obligations are mandated, so that no other overlay can waive them.",
            seeAlso: ["mandated", "waiver", "deviation"]),
        Term(
            "resolution",
            "An integrator's named decision on exactly one conflict, with a reason. Of an incident, the act that ends "
                + "its effect on the service.",
            seeAlso: ["conflict", "resolution time"]),
        Term(
            "sequence", also: ["composed sequence", "delivery sequence"],
            "The phases of an engagement in their partial order, with everything that they owe.",
            seeAlso: ["phase", "base sequence", "composition"]),
        Term(
            "base sequence", also: ["base"],
            "The standard phases from which a composition starts; it says which of them hold which extension points.",
            seeAlso: ["sequence", "extension point"]),
        Term(
            "composition",
            "Joining a base sequence with overlays into one sequence, or into a report of every conflict, whatever "
                + "order they are named in.",
            seeAlso: ["overlay", "conflict", "base sequence"]),
        Term(
            "conflict", also: ["contradiction"],
            "Two demands that cannot both hold, reported with the target, the claims of both sides and the ways out.",
            seeAlso: ["composition", "resolution"]),
        Term(
            "finding",
            "Something that a check noticed, with a stable code, a severity, the parties behind it and what to do.",
            seeAlso: ["verification", "nonconformity"]),
        Term(
            "verification",
            "The checks that every composed sequence passes before it may run: nothing waits for what can never come.",
            seeAlso: ["finding", "validation"]),
        Term(
            "obligation",
            "What a phase owes: a criterion at its gate, or a requirement to enter it.",
            seeAlso: ["criterion", "entry requirement", "mandated", "waiver", "deferral"]),
        Term(
            "plain",
            "The status of an obligation that an overlay may waive, and has not.",
            seeAlso: ["obligation", "mandated", "waived"]),
        Term(
            "mandated", also: ["mandate", "mandatory", "mandatory obligation"],
            "The status of an obligation that nobody may waive, because a law or contract demands it.",
            seeAlso: ["obligation", "carve-out", "voluntary adoption"]),
        Term(
            "waived",
            "The status of an obligation that somebody set aside; it stays visible with who did so and why.",
            seeAlso: ["waiver", "obligation"]),
        Term(
            "waiver",
            "A recorded decision that an obligation need not be met, with the authority, the reason and the time for "
                + "which it holds.",
            seeAlso: ["waived", "mandated", "obligation"]),
        Term(
            "deferral", also: ["deferred obligation"],
            "The move of an obligation to the gate of a named later phase, which stays shut until it is met.",
            seeAlso: ["compression", "obligation"]),
        Term(
            "bound", also: ["limit", "threshold"],
            "The interval in which a measurement must lie for a criterion to hold; of several the strictest counts.",
            seeAlso: ["measurement", "criterion"]),
        Term(
            "measurement", also: ["measure"],
            "A number with its unit that evidence carries; one that is undefined never meets a bound.",
            references: [.iso20000("3.1.10")], seeAlso: ["bound", "evidence"]),
        Term(
            "partial order", also: ["precedence"],
            "An order in which some things come before others and the rest may run at the same time.",
            seeAlso: ["sequence", "track"]),
        Term(
            "anchor",
            "The phase or extension point after or before which a change puts something.",
            seeAlso: ["selector", "change"]),
        Term(
            "selector",
            "A way to aim one change at many phases: all of them, those of a track, or those that produce an artifact.",
            seeAlso: ["anchor", "change"]),
        Term(
            "interaction",
            "Changes that an overlay makes only when certain other overlays are present.",
            seeAlso: ["overlay", "change"]),
        Term(
            "citation", also: ["source", "reference"],
            "The standard, law or document on which a change rests.",
            seeAlso: ["change", "overlay"]),
        Term(
            "catalogue",
            "The base sequences, overlays and collectors that a program offers by name.",
            seeAlso: ["overlay", "service catalogue"]),
        Term(
            "conditional phase", also: ["condition"],
            "A phase that runs only if one of its triggers holds, and is skipped with the reason otherwise.",
            seeAlso: ["trigger", "phase"]),
    ]
}
