extension Glossary {
    /// The vocabulary of service management.
    static let serviceManagement: [Term] = [
        Term(
            "service",
            "What a provider keeps working on behalf of clients, so that they can get on with their own affairs.",
            references: [.iso20000("3.2.15"), .itil("service")], seeAlso: ["provider", "client", "value"]),
        Term(
            "value",
            "How much something matters to those whom it is for.",
            references: [.iso20000("3.2.29"), .itil("value")], seeAlso: ["service", "stakeholder"]),
        Term(
            "user", also: ["end user"],
            "A person who works with a service, whoever pays for it.",
            references: [.iso20000("3.2.28")], seeAlso: ["client", "service desk"]),
        Term(
            "service management system", also: ["SMS"],
            "The policies, plans, processes and people by which an organisation directs its services.",
            references: [.iso20000("3.2.23")], seeAlso: ["process", "continual improvement"]),
        Term(
            "process",
            "A chain of activities with a known start, a known end and a result that somebody wants.",
            references: [.iso20000("3.1.18")], seeAlso: ["procedure", "practice"]),
        Term(
            "ITIL", also: ["ITIL 4", "IT Infrastructure Library"],
            "A body of guidance on service management, organised in version 4 around practices; people are certified in "
                + "it, organisations are not.",
            references: ["ITIL 4"], seeAlso: ["practice", "service management system"]),
        Term(
            "practice", also: ["management practice"],
            "In ITIL 4, the people, processes, tools and partners for one kind of work; there are 34, all of them "
                + "advice.",
            references: ["ITIL 4"], seeAlso: ["process"]),
        Term(
            "procedure",
            "How an activity is done, step by step, as somebody has laid it down.",
            references: [.iso20000("3.2.11")], seeAlso: ["process", "runbook"]),
        Term(
            "record",
            "A document about the past: what was found, done or decided; nobody alters it afterwards.",
            references: [.iso20000("3.2.12")], seeAlso: ["artifact", "evidence"]),
        Term(
            "service catalogue", also: ["service catalog"],
            "The list of services that a provider offers, in words that its clients understand.",
            references: [.iso20000("8.2.4"), .itil("service catalogue management")],
            seeAlso: ["service request", "intake"]),
        Term(
            "service level",
            "How well a service works for those who use it, in figures such as availability or time to repair.",
            references: [.itil("service level management")],
            seeAlso: ["service level agreement", "service level target"]),
        Term(
            "service level agreement", also: ["SLA"],
            "What provider and client agree about a service and how well it must work, with figures that can be "
                + "measured.",
            references: [.iso20000("3.2.20"), .itil("service level management")],
            seeAlso: ["service level target", "operational level agreement", "underpinning contract"]),
        Term(
            "service level target", also: ["SLT", "service level objective", "SLO"],
            "One figure that a service must reach, with unit, period, calendar and exclusions.",
            references: [.iso20000("3.2.21")], seeAlso: ["service level agreement", "SLA compliance"]),
        Term(
            "operational level agreement", also: ["OLA"],
            "An agreement between teams of one provider that lets it keep what it promised outside.",
            references: [.itil("service level management")],
            seeAlso: ["service level agreement", "underpinning contract"]),
        Term(
            "underpinning contract",
            "A contract with a supplier on which a promise to the client rests.",
            references: [.itil("supplier management")], seeAlso: ["supplier", "operational level agreement"]),
        Term(
            "service desk", also: ["help desk"],
            "The place where users turn with whatever they need from a service.",
            references: [.itil("service desk")], seeAlso: ["incident", "service request", "support tier"]),
        Term(
            "incident",
            "Something that stops or spoils a service when nobody meant it to, or is about to.",
            references: [.iso20000("3.2.5"), .iso20000("8.6.1"), .itil("incident management")],
            seeAlso: ["problem", "major incident", "service request"]),
        Term(
            "major incident", also: ["emergency", "production outage"],
            "An incident with such effect that it is handled by its own shorter path.",
            references: [.iso20000("8.6.1"), .itil("incident management")],
            seeAlso: ["incident", "triage", "compression"]),
        Term(
            "problem",
            "What lies behind incidents, proven or only suspected, whether they have struck already or still may.",
            references: [.iso20000("3.2.10"), .iso20000("8.6.3"), .itil("problem management")],
            seeAlso: ["known error", "root cause", "incident"]),
        Term(
            "known error",
            "A problem whose workings are understood, or can be got around, while it is still there.",
            references: [.iso20000("3.2.9"), .itil("problem management")], seeAlso: ["problem", "workaround"]),
        Term(
            "workaround",
            "A makeshift that spares users the effect of an incident or problem while its cause remains.",
            references: [.itil("problem management")], seeAlso: ["known error"]),
        Term(
            "root cause",
            "What must be removed so that a problem does not come back.",
            references: [.itil("problem management")], seeAlso: ["problem", "corrective action"]),
        Term(
            "service request", also: ["request"],
            "A user's wish for something that is a normal part of a service, such as access or information.",
            references: [.iso20000("3.2.25"), .iso20000("8.6.2"), .itil("service request management")],
            seeAlso: ["incident", "service catalogue"]),
        Term(
            "ticket",
            "The record by which a service desk follows one incident or request from start to end.",
            seeAlso: ["incident", "service request"]),
        Term(
            "priority",
            "How soon an issue is dealt with, derived from its impact and its urgency.",
            references: [.itil("incident management")], seeAlso: ["impact", "urgency"]),
        Term("impact", "How far an issue or change reaches: who and what it touches.", seeAlso: ["priority"]),
        Term("urgency", "How long one can wait before an issue does harm.", seeAlso: ["priority"]),
        Term(
            "escalation",
            "The move of an issue to those with more skill, or to those with more authority.",
            seeAlso: ["support tier", "trigger"]),
        Term(
            "support tier", also: ["support level", "tiered support"],
            "One of the levels of skill through which an issue may pass, usually three.",
            seeAlso: ["first tier", "second tier", "third tier", "escalation"]),
        Term(
            "first tier", also: ["L1", "level 1 support", "tier 1"],
            "The service desk itself: it takes every issue, solves what is known and passes on the rest.",
            seeAlso: ["support tier", "service desk", "second tier"]),
        Term(
            "second tier", also: ["L2", "level 2 support", "tier 2"],
            "Technicians with more time and deeper knowledge, who take what the desk cannot solve.",
            seeAlso: ["support tier", "first tier", "third tier"]),
        Term(
            "third tier", also: ["L3", "level 3 support", "tier 3"],
            "Specialists, often engineers of a product or its vendor, who change what others can only operate.",
            seeAlso: ["support tier", "second tier", "escalation"]),
        Term(
            "request for change", also: ["RFC"],
            "The proposal of a change to a service or its parts, which is assessed before anyone acts.",
            references: [.iso20000("3.2.14"), .itil("change enablement")],
            seeAlso: ["change enablement", "change order"]),
        Term(
            "change enablement", also: ["change management", "change control"],
            "The practice that weighs the risk of changes, has them approved and keeps their calendar.",
            references: [.itil("change enablement"), .iso20000("8.5.1")],
            seeAlso: ["request for change", "standard change", "emergency change"]),
        Term(
            "standard change", also: ["preapproved change"],
            "A routine change whose recipe is proven, so that nobody has to approve it each time.",
            references: [.itil("change enablement")], seeAlso: ["change enablement"]),
        Term(
            "emergency change",
            "A change that cannot wait for the usual path, such as one that ends a major incident.",
            references: [.itil("change enablement")], seeAlso: ["change enablement", "major incident"]),
        Term(
            "maintenance window", also: ["change window"],
            "A time agreed in advance in which changes may be made and interruptions do not count as downtime.",
            seeAlso: ["change enablement", "availability"]),
        Term(
            "rollback", also: ["back-out", "way back"],
            "The return to the state before a change, by a plan that was tested.",
            seeAlso: ["request for change", "rollback effectiveness"]),
        Term(
            "release",
            "New and altered parts of a service that reach its users in one go.",
            references: [.iso20000("3.2.13"), .iso20000("8.5.3"), .itil("release management")],
            seeAlso: ["deployment", "transition"]),
        Term(
            "deployment",
            "Moving new or changed parts into an environment, which need not make them available to users yet.",
            references: [.itil("deployment management"), .iso20000("8.5.3")], seeAlso: ["release", "go-live"]),
        Term(
            "transition", also: ["service transition"],
            "The steps that bring a new or changed service into use.",
            references: [.iso20000("3.2.27"), .iso20000("8.5.2")], seeAlso: ["transfer", "release"]),
        Term(
            "configuration item", also: ["CI", "configuration record"],
            "A part whose state and changes are recorded because a service depends on it.",
            references: [.iso20000("3.2.2"), .iso20000("8.2.6"), .itil("service configuration management")],
            seeAlso: ["configuration baseline", "configuration management database"]),
        Term(
            "configuration management database", also: ["CMDB"],
            "The store of configuration items and of how they depend on each other.",
            references: [.itil("service configuration management")], seeAlso: ["configuration item"]),
        Term(
            "configuration baseline", also: ["baseline record", "baseline configuration"],
            "The recorded state of an environment at one moment, against which later findings are compared.",
            references: [.itil("service configuration management")],
            seeAlso: ["configuration item", "scope creep", "drift"]),
        Term(
            "baseline",
            "A state that was recorded or agreed at one moment and against which later ones are compared. Of controls, "
                + "the set to start from.",
            seeAlso: ["configuration baseline", "control baseline", "drift"]),
        Term(
            "drift", also: ["baseline drift"],
            "The gap that opens between what was recorded or agreed and what is there.",
            seeAlso: ["configuration baseline", "managed services"]),
        Term(
            "asset", also: ["IT asset"],
            "Anything of value that helps to deliver a service.",
            references: [.iso20000("3.2.1"), .iso20000("8.2.5"), .itil("IT asset management")],
            seeAlso: ["configuration item"]),
        Term(
            "capacity",
            "The most that a service or part can handle while it keeps what was agreed.",
            references: [.iso20000("8.4.3"), .itil("capacity and performance management")], seeAlso: ["demand"]),
        Term(
            "demand",
            "How much of a service its users call for, now and in time to come.",
            references: [.iso20000("8.4.2")], seeAlso: ["capacity"]),
        Term(
            "service continuity", also: ["continuity", "business continuity", "disaster recovery"],
            "The ability to keep or restore a service to an agreed level when something grave happens; untested, it "
                + "does not count as delivered.",
            references: [.iso20000("3.2.19"), .iso20000("8.7.2"), .itil("service continuity management")],
            seeAlso: ["recovery time objective", "recovery point objective"]),
        Term(
            "information security",
            "Keeping information from the wrong eyes, from being altered, and from being out of reach.",
            references: [.iso20000("8.7.3"), .itil("information security management"), "ISO/IEC 27001:2022"],
            seeAlso: ["control", "risk"]),
        Term(
            "monitoring", also: ["observability"],
            "Watching services and their parts so that changes of state are noticed and acted on.",
            references: [.itil("monitoring and event management")], seeAlso: ["event", "operations"]),
        Term(
            "knowledge management",
            "Keeping what is known current, found and shared, so that no work hangs on one person.",
            references: [.itil("knowledge management")], seeAlso: ["runbook", "transfer"]),
        Term(
            "risk",
            "Something uncertain that could help or harm what is to be reached.",
            references: [.iso20000("3.1.20"), .itil("risk management")],
            seeAlso: ["risk analysis", "information security"]),
        Term(
            "continual improvement", also: ["continuous improvement"],
            "Repeated work to make services and the way of working better, led by measurements.",
            references: [.iso20000("3.1.4"), .iso20000("10.2"), .itil("continual improvement")],
            seeAlso: ["retrospective", "corrective action"]),
    ]
}
