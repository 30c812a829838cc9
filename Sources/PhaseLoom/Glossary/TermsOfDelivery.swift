extension Glossary {
    /// The words of contracts, sourcing and the people who deliver.
    static let delivery: [Term] = [
        Term(
            "statement of work", also: ["SOW"],
            "The signed document that bounds one piece of work: deliverables, dates, acceptance criteria, price and "
                + "exclusions.",
            seeAlso: ["master services agreement", "deliverable", "acceptance criterion", "scope"]),
        Term(
            "master services agreement", also: ["MSA", "framework agreement"],
            "The contract with the terms that hold for all work between two parties; statements of work refer to it.",
            seeAlso: ["statement of work", "service level agreement"]),
        Term(
            "scope", also: ["scope of work"],
            "What the work covers and what it leaves out, as the parties signed it.",
            seeAlso: ["statement of work", "scope creep", "exclusion"]),
        Term(
            "exclusion", also: ["out of scope"],
            "What a contract or a calculation says that it does not cover.",
            seeAlso: ["scope", "maintenance window"]),
        Term(
            "deliverable",
            "A result that the provider owes the client, with at least one acceptance criterion.",
            seeAlso: ["artifact", "acceptance criterion", "statement of work"]),
        Term(
            "acceptance criterion", also: ["acceptance condition"],
            "A measurable statement that decides whether a deliverable is accepted; it is agreed before execution "
                + "opens.",
            references: [.itil("service validation and testing")], seeAlso: ["criterion", "deliverable", "validation"]),
        Term(
            "milestone",
            "A named moment of a plan at which something must have been reached.",
            seeAlso: ["gate", "resource plan"]),
        Term(
            "resource plan",
            "Who and what an engagement needs, for which time.",
            seeAlso: ["statement of work", "milestone"]),
        Term(
            "runbook", also: ["operating manual", "playbook"],
            "The document by which others run a system: its purpose, procedures, contacts and the way back.",
            seeAlso: ["transfer", "rollback", "procedure"]),
        Term(
            "retrospective", also: ["lessons learned", "post-implementation review"],
            "The look back at the end of an engagement or incident, which turns what happened into actions with owners.",
            references: [.itil("continual improvement")], seeAlso: ["closeout", "continual improvement"]),
        Term(
            "billing reconciliation",
            "The check that what was billed equals the statement of work and its approved change orders.",
            seeAlso: ["closeout", "change order"]),
        Term(
            "RACI", also: ["RACI matrix", "responsibility assignment matrix"],
            "A table that says for each piece of work who is responsible, accountable, consulted and informed.",
            seeAlso: ["responsible", "accountable", "consulted", "informed"]),
        Term(
            "responsible",
            "Who does a piece of work.",
            seeAlso: ["RACI", "accountable"]),
        Term(
            "accountable", also: ["accountability", "accountable party"],
            "Who answers for a piece of work; there is exactly one at any time, and only a handoff changes who.",
            seeAlso: ["RACI", "handoff"]),
        Term(
            "consulted",
            "Who is asked before a piece of work is decided.",
            seeAlso: ["RACI", "informed"]),
        Term(
            "informed",
            "Who is told about a piece of work once it is decided or done.",
            seeAlso: ["RACI", "consulted"]),
        Term(
            "client", also: ["customer", "requesting party"],
            "The party that orders a service, agrees to its terms and pays for it.",
            references: [.iso20000("3.2.3")], seeAlso: ["user", "provider"]),
        Term(
            "provider", also: ["service provider", "vendor"],
            "The organisation that runs and delivers services, inside or outside the client's own.",
            references: [.iso20000("3.2.24")], seeAlso: ["client", "supplier"]),
        Term(
            "supplier", also: ["subcontractor", "external supplier"],
            "A party on which the provider relies for a part of a service.",
            references: [.iso20000("8.3.4"), .itil("supplier management")],
            seeAlso: ["underpinning contract", "provider"]),
        Term(
            "stakeholder", also: ["interested party"],
            "Anyone who can affect the work, is affected by it, or believes so.",
            references: [.iso20000("3.1.8")], seeAlso: ["sponsor"]),
        Term(
            "sponsor", also: ["executive sponsor"],
            "The person in the client's leadership who wants the result and clears the way for it.",
            seeAlso: ["stakeholder", "governance board"]),
        Term(
            "governance board", also: ["steering committee"],
            "The group that decides at set points whether an engagement goes on, and how.",
            seeAlso: ["gate", "sponsor"]),
        Term(
            "authority to commission", also: ["proof of authority"],
            "Documented proof that whoever orders the work may do so, such as ownership or a tenant's authorisation.",
            seeAlso: ["entry requirement", "client"]),
        Term(
            "homeowners' association", also: ["HOA", "homeowners association"],
            "The body of owners in a development or building whose rules bind them and whose consent some work needs.",
            seeAlso: ["authority to commission"]),
        Term(
            "NAICS", also: ["North American Industry Classification System"],
            "The system of six-digit codes by which the statistical offices of North America sort businesses by "
                + "industry; buyers in government use it to say what they buy.",
            references: ["NAICS 2022"], seeAlso: ["engagement type", "delivery model"]),
        Term(
            "building management system", also: ["BMS", "building automation system", "BAS"],
            "The controllers, network and software that run a building's heating, air, light and power together.",
            seeAlso: ["BACnet", "Modbus"]),
        Term(
            "BACnet",
            "A protocol by which devices of different makers in one building exchange values and alarms.",
            references: ["ASHRAE 135", "ISO 16484-5"], seeAlso: ["building management system", "Modbus"]),
        Term(
            "Modbus",
            "A simple protocol in which one device reads and writes numbered registers and bits of others.",
            references: ["Modbus Application Protocol 1.1b3"], seeAlso: ["building management system", "BACnet"]),
        Term(
            "due diligence", also: ["vendor due diligence"],
            "The checks of a provider before a contract: licences, insurance, form of contract.",
            seeAlso: ["provider", "master services agreement"]),
        Term(
            "delivery model",
            "Where a service runs: on premises, in the cloud, or both.",
            seeAlso: ["hybrid delivery", "engagement type"]),
        Term(
            "engagement type",
            "How provider and client share the work: staff augmentation or outsourced delivery.",
            seeAlso: ["staff augmentation", "outsourced delivery"]),
        Term(
            "staff augmentation",
            "People of the provider join a team of the client, which stays accountable for the result.",
            seeAlso: ["outsourced delivery", "accountable"]),
        Term(
            "outsourced delivery", also: ["outsourcing"],
            "A team of the provider delivers a service or result and is accountable for it.",
            references: [.iso20000("3.1.15")], seeAlso: ["staff augmentation", "accountable"]),
        Term(
            "managed services", also: ["managed technology services"],
            "Continuing responsibility for defined systems, measured month by month against service levels instead of "
                + "by deliverables.",
            seeAlso: ["service level agreement", "professional services", "operations"]),
        Term(
            "professional services",
            "Work of specialists by project: implementation, integration, migration or advice.",
            seeAlso: ["managed services", "statement of work"]),
        Term(
            "time and materials", also: ["T&M"],
            "Pricing by the hours and goods that were used, best with a cap and time sheets.",
            seeAlso: ["fixed fee", "statement of work"]),
        Term(
            "fixed fee", also: ["fixed price", "lump sum"],
            "Pricing by one sum for a defined result; what is added later needs a change order.",
            seeAlso: ["time and materials", "change order"]),
        Term(
            "greenfield engagement", also: ["greenfield"],
            "An engagement that builds something new, without an older system to replace.",
            seeAlso: ["engagement", "legacy modernisation"]),
        Term(
            "legacy modernisation",
            "The replacement of an old system in several stages, often over years.",
            seeAlso: ["greenfield engagement", "decommissioning"]),
        Term(
            "organisational change management", also: ["OCM"],
            "The work with people beside the technical work: roles, training, sponsorship and acceptance.",
            references: [.itil("organizational change management")], seeAlso: ["business readiness", "sponsor"]),
        Term(
            "business readiness",
            "The state in which the people and processes of the client are prepared for a new system, apart from "
                + "whether the system is.",
            seeAlso: ["go-live", "organisational change management"]),
        Term(
            "go-live", also: ["launch"],
            "The moment at which a system first serves its real users.",
            seeAlso: ["cut-over", "deployment", "business readiness"]),
        Term(
            "exit", also: ["termination", "offboarding"],
            "The ordered end of a service: data returned, access revoked, documents handed over.",
            seeAlso: ["vendor lock-in", "access-change log"]),
        Term(
            "vendor lock-in", also: ["lock-in"],
            "Dependence on one vendor's own technology that makes leaving hard or dear.",
            seeAlso: ["exit", "provider"]),
        Term(
            "shared responsibility", also: ["shared responsibility model"],
            "The division of duties between a cloud provider and its client, which differs by kind of cloud service.",
            references: ["NIST SP 800-145", "NIST SP 500-292"], seeAlso: ["provider", "RACI"]),
        Term(
            "total cost of ownership", also: ["TCO"],
            "All that a solution costs over its life: licences, labour, upkeep, patching and its end.",
            seeAlso: ["fixed fee", "time and materials"]),
    ]
}
