extension Glossary {
    /// The figures by which delivery is judged.
    static let metrics: [Term] = [
        Term(
            "DORA metrics", also: ["DORA", "DevOps Research and Assessment"],
            "Measures of how fast and how safely software is delivered, from a research programme of that name; the "
                + "European regulation on operational resilience in finance has the same initials.",
            seeAlso: ["deployment frequency", "lead time for changes", "change failure rate"]),
        Term(
            "MTTR",
            "Mean time to repair, restore, resolve or respond: four figures with one abbreviation, so every contract "
                + "must say which.",
            seeAlso: ["mean time to repair", "MTRS", "mean time to resolve", "mean time to respond"]),
        Term(
            "mean time to repair",
            "The time spent on repairs divided by the number of failures.",
            references: ["IEC 60050-192"], seeAlso: ["MTTR", "MTBF", "availability"]),
        Term(
            "MTRS", also: ["mean time to restore service", "mean time to restore", "mean time to recovery"],
            "The average time from a failure until the service works again for its users, with all the waiting.",
            references: ["ITIL 4"], seeAlso: ["MTTR", "failed-deployment recovery time"]),
        Term(
            "mean time to resolve",
            "The average time until issues are closed for good, not only made bearable.",
            seeAlso: ["MTTR", "resolution time"]),
        Term(
            "mean time to respond",
            "The average time from an alert or report until somebody begins to work on it.",
            seeAlso: ["MTTR", "response time"]),
        Term(
            "MTBF", also: ["mean time between failures"],
            "The time in operation divided by the number of failures; without failures it is undefined, not zero.",
            references: ["IEC 60050-192"], seeAlso: ["MTBSI", "availability"]),
        Term(
            "MTBSI", also: ["mean time between service incidents"],
            "The average time from one failure to the next, which is the time in operation and the time of repair "
                + "together.",
            seeAlso: ["MTBF", "mean time to repair"]),
        Term(
            "availability", also: ["uptime", "service availability"],
            "The share of the agreed service time in which a service does what it should; agreed maintenance counts "
                + "neither way.",
            references: [.iso20000("3.2.16"), .iso20000("8.7.1"), .itil("availability management")],
            seeAlso: ["downtime", "MTBF", "maintenance window"]),
        Term(
            "downtime", also: ["outage"],
            "Agreed service time in which a service does not do what it should.",
            seeAlso: ["availability", "incident"]),
        Term(
            "recovery time objective", also: ["RTO"],
            "The longest time that may pass until a system works again after a disaster.",
            references: ["ISO 22301:2019"], seeAlso: ["recovery point objective", "service continuity"]),
        Term(
            "recovery point objective", also: ["RPO"],
            "The greatest age that the newest recovered data may have at the moment of failure.",
            references: ["ISO 22301:2019"], seeAlso: ["recovery time objective", "service continuity"]),
        Term(
            "response time",
            "The business time from a report until the first useful answer.",
            seeAlso: ["resolution time", "business time"]),
        Term(
            "resolution time",
            "The business time from a report until the issue is resolved, without pauses that count as waiting for the "
                + "user.",
            seeAlso: ["response time", "business time"]),
        Term(
            "business time", also: ["business hours", "service hours"],
            "Time that elapses within the agreed hours of a calendar, in its own time zone and without its holidays.",
            seeAlso: ["response time", "SLA clock"]),
        Term(
            "SLA clock",
            "The measurement of one service level target for one ticket, from its events, calendar and pauses alone.",
            seeAlso: ["business time", "service level target"]),
        Term(
            "SLA compliance", also: ["SLA attainment"],
            "The share of tickets or periods that met their target; exactly on target is met.",
            seeAlso: ["service level agreement", "breach of a service level"]),
        Term(
            "breach of a service level", also: ["SLA breach"],
            "A service level target that was not met.",
            seeAlso: ["service level target", "SLA compliance"]),
        Term(
            "first contact resolution", also: ["FCR", "first call resolution"],
            "The share of issues that are resolved the first time that a user turns to the service desk.",
            references: [.itil("service desk")], seeAlso: ["service desk", "reopening rate"]),
        Term(
            "reopening rate", also: ["ticket reopening"],
            "The share of closed tickets that had to be opened again.",
            seeAlso: ["rework rate", "first contact resolution"]),
        Term(
            "rework rate", also: ["deployment rework rate"],
            "The share of work that repairs earlier work; for deployments, of those nobody planned but a defect made "
                + "necessary.",
            references: ["DORA metrics"], seeAlso: ["change failure rate", "reopening rate"]),
        Term(
            "change failure rate", also: ["CFR"],
            "The share of deployments or changes that led to an incident, a rollback or a repair.",
            references: ["DORA metrics"], seeAlso: ["rollback effectiveness", "failed-deployment recovery time"]),
        Term(
            "failed-deployment recovery time",
            "The time from a deployment that failed until the service is as it should be again.",
            references: ["DORA metrics"], seeAlso: ["change failure rate", "MTRS"]),
        Term(
            "deployment frequency",
            "How often changes reach production in a period.",
            references: ["DORA metrics"], seeAlso: ["lead time for changes", "deployment"]),
        Term(
            "lead time for changes",
            "The time from the commit of a change until it runs in production.",
            references: ["DORA metrics"], seeAlso: ["lead time", "deployment frequency"]),
        Term(
            "lead time", also: ["delivery lead time"],
            "The time from a demand until its value is in production, which is longer than the lead time for changes.",
            seeAlso: ["lead time for changes"]),
        Term(
            "rollback effectiveness",
            "The share of rollbacks that brought the former state back.",
            seeAlso: ["rollback", "change failure rate"]),
        Term(
            "NPS", also: ["Net Promoter Score"],
            "The share of people who would warmly recommend a service minus the share of those who would not.",
            seeAlso: ["CSAT"]),
        Term(
            "CSAT", also: ["customer satisfaction", "customer satisfaction score"],
            "The share of satisfied answers in a survey; it says nothing about whether acceptance criteria were met.",
            seeAlso: ["NPS", "acceptance criterion"]),
        Term(
            "KPI", also: ["key performance indicator"],
            "A figure chosen to steer by, with a threshold and a rule for what happens beyond it.",
            references: [.itil("measurement and reporting")], seeAlso: ["bound", "continual improvement"]),
        Term(
            "test coverage",
            "The share of what could be tested that some test reaches.",
            seeAlso: ["validation"]),
    ]
}
