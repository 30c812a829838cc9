extension Glossary {
    /// The words of running engagements, and the nine points that every one of them passes.
    static let engagements: [Term] = [
        Term(
            "engagement", also: ["project"],
            "One running instance of a composed sequence, kept as an append-only log of events.",
            references: [.itil("project management")], seeAlso: ["sequence", "log"]),
        Term(
            "change order", also: ["contract change", "variation order", "scope change"],
            "An amendment of a running engagement: what changes in scope, cost and time, why, and who approved it.",
            seeAlso: ["scope creep", "amendment", "statement of work"]),
        Term(
            "intake", also: ["intake and qualification"],
            "The point at which a request is taken in and checked against what the provider can do.",
            seeAlso: ["extension point", "entry requirement"]),
        Term(
            "assessment", also: ["needs assessment", "discovery"],
            "The point at which the existing environment is examined and its baseline recorded.",
            seeAlso: ["configuration baseline", "extension point"]),
        Term(
            "scoping", also: ["proposal and scoping"],
            "The point at which the work is bounded and signed.",
            seeAlso: ["statement of work", "scope", "extension point"]),
        Term(
            "design", also: ["service design"],
            "The point at which the logical and physical solution is specified and reviewed.",
            references: [.itil("service design"), .iso20000("8.5.2")], seeAlso: ["extension point"]),
        Term(
            "execution", also: ["implementation"],
            "The point at which the designed solution is built; it stays shut until acceptance criteria are agreed.",
            seeAlso: ["acceptance criterion", "extension point"]),
        Term(
            "validation", also: ["testing", "acceptance testing"],
            "The point at which evidence shows, criterion by criterion, whether the result is what was agreed.",
            references: [.itil("service validation and testing")],
            seeAlso: ["acceptance criterion", "verification", "extension point"]),
        Term(
            "transfer", also: ["knowledge transfer"],
            "The point at which the result, its documents and the knowledge about them pass to those who will run it.",
            seeAlso: ["handoff", "runbook", "extension point"]),
        Term(
            "closeout", also: ["closure"],
            "The point at which bills are reconciled, service levels reviewed and lessons recorded.",
            seeAlso: ["retrospective", "deferral", "extension point"]),
        Term(
            "operations", also: ["live operation"],
            "The point at which the result is in use and is watched, supported and reviewed.",
            seeAlso: ["managed services", "monitoring", "extension point"]),
        Term(
            "pillar", also: ["functional pillar"],
            "One of the five groups into which the phases of a sequence fall: intake, scoping and design, execution, "
                + "validation, closeout.",
            seeAlso: ["phase"]),
        Term(
            "log", also: ["engagement log", "ledger"],
            "All that happened in an engagement, in order; every event is chained to the one before it by a digest.",
            seeAlso: ["event", "digest", "audit trail"]),
        Term(
            "event",
            "In a log, one thing that happened, with who did it and when. In operation, a sign from a system that "
                + "whoever runs it should know of.",
            references: [.itil("monitoring and event management")], seeAlso: ["log", "monitoring"]),
        Term(
            "digest", also: ["hash", "checksum"],
            "A short number computed from bytes, here by SHA-256, that shows whether they are still the same.",
            references: ["FIPS 180-4"], seeAlso: ["evidence", "log"]),
        Term(
            "verdict",
            "What the judgement of evidence comes to: met, unmet, or undefined where it shows neither.",
            seeAlso: ["criterion", "evidence"]),
        Term(
            "sign-off", also: ["signature"],
            "The recorded statement of a person in a role that a piece of evidence is right.",
            seeAlso: ["evidence", "segregation of duties"]),
        Term(
            "attempt", also: ["round"],
            "One pass through a phase; going back by a loop starts the next one.",
            seeAlso: ["loopback", "stale evidence"]),
        Term(
            "stale evidence",
            "Evidence of an earlier attempt, or past its validity, that no longer counts at a gate.",
            seeAlso: ["evidence", "attempt"]),
        Term(
            "amendment",
            "The move of a running engagement to another composition: what passed stays passed unless something new "
                + "lands on it.",
            seeAlso: ["change order", "composition"]),
        Term(
            "hold",
            "A recorded pause of an engagement; nothing but ending the pause or the engagement is possible meanwhile.",
            seeAlso: ["engagement"]),
        Term(
            "deviation",
            "A recorded way in which an engagement leaves the standard path: scope creep, compression, hybrid delivery "
                + "or a regulatory carve-out.",
            seeAlso: ["scope creep", "compression", "hybrid delivery", "carve-out"]),
        Term(
            "scope creep", also: ["unauthorised work expansion"],
            "Work that grows beyond the signed scope; here a finding outside the baseline opens a change order "
                + "instead.",
            seeAlso: ["scope", "change order", "configuration baseline"]),
        Term(
            "hybrid delivery",
            "Delivery on premises and in the cloud at the same time, as tracks that depend on each other.",
            seeAlso: ["track", "cut-over", "decommissioning"]),
        Term(
            "triage",
            "The short step that stands in for discovery and planning in an emergency: impact, urgency, suspected "
                + "cause and chosen action.",
            seeAlso: ["compression", "major incident", "priority"]),
        Term(
            "handoff", also: ["handover"],
            "The formal move of accountability from one party or phase to the next, with what is handed over and who "
                + "accepted it.",
            seeAlso: ["handoff package", "accountable", "transfer"]),
        Term(
            "handoff package", also: ["closeout package"],
            "The folder that ends an engagement: configuration records, test results, access changes, evidence index "
                + "and the head of the log.",
            seeAlso: ["handoff", "audit trail"]),
        Term(
            "access-change log", also: ["access log"],
            "The record of every right of access that was granted, altered or revoked, by whom and when.",
            seeAlso: ["handoff package", "audit trail", "exit"]),
        Term(
            "cut-over", also: ["switch-over"],
            "The moment at which users move from the old system to the new one.",
            seeAlso: ["decommissioning", "rollback", "go-live"]),
        Term(
            "decommissioning", also: ["decommission"],
            "Taking a system out of use for good, which waits until its replacement has been verified.",
            seeAlso: ["cut-over", "hybrid delivery"]),
    ]
}
