extension Fact {
    /// The facts that overlays of more than one domain ask for; an overlay may bring facts of its own.
    public static let common: [Fact] = [
        dataClasses, sector, criticalInfrastructure, client, publicCompany, consumers, locations, targetLocations,
        property, deliverables, devices, clauses, jurisdictions, duration, delivery, relation, staffing, situation,
        boards, organisationalChange, claims, homeVisits, productionChanges, impactLevel, greenfield, automation,
    ]

    // MARK: Data, client and law

    /// The classes of data that the engagement touches.
    public static let dataClasses = Fact(
        "data-classes", "Which classes of data does the engagement touch?",
        .anyOf([
            "ephi": "electronic protected health information",
            "cardholder": "payment card data",
            "customer-financial": "information on customers of a financial institution",
            "financial-reporting": "data from which financial statements are made",
            "personal": "other information on identifiable people",
            "fci": "federal contract information",
            "cui": "controlled unclassified information",
            "recordings": "images or sound of people",
        ]))
    /// The sector of the client.
    public static let sector = Fact(
        "sector", "In which sector does the client work?",
        .oneOf([
            "healthcare": "providers, plans and clearinghouses of healthcare, and who works for them",
            "finance": "financial institutions", "government": "federal, state or local authorities",
            "defence": "armed forces and their contractors", "telecom": "carriers and other telecommunications",
            "energy": "energy and utilities", "retail": "retail and hospitality",
            "education": "schools and universities",
            "manufacturing": "manufacturing", "real-estate": "owners and operators of buildings",
            "technology": "technology providers", "residential": "private homes", "other": "any other sector",
        ]))
    /// Whether the engagement touches critical infrastructure.
    public static let criticalInfrastructure = Fact(
        "critical-infrastructure", "Is critical infrastructure touched?", .flag)
    /// The kind of client.
    public static let client = Fact(
        "client", "What kind of client is it?",
        .oneOf([
            "household": "a private household", "small-business": "a small business", "mid-size": "a mid-size company",
            "enterprise": "an enterprise", "federal-agency": "an agency of the federal government",
            "state-agency": "an agency of a state or a local authority",
        ]))
    /// Whether the client's shares are publicly traded.
    public static let publicCompany = Fact("public-company", "Does the client file reports as a public company?", .flag)
    /// The number of consumers of whom information is held.
    public static let consumers = Fact(
        "consumers", "Of how many consumers is information held?", .number(unit: "consumers"))
    /// The jurisdictions whose law counts, such as `us`, `us-ca` or `eu`.
    public static let jurisdictions = Fact(
        "jurisdictions", "Under which jurisdictions do client, sites and people fall (such as 'us', 'us-ca', 'eu')?",
        .names)

    // MARK: What is there and what is to be delivered

    /// Where the resources of the inventory are.
    public static let locations = Fact(
        "locations", "Where are the resources of the inventory today?",
        .anyOf(["on-premises": "on the client's premises", "cloud": "with a cloud provider"]))
    /// Where resources shall be afterwards.
    public static let targetLocations = Fact(
        "target-locations", "Where shall the resources be afterwards?",
        .anyOf(["on-premises": "on the client's premises", "cloud": "with a cloud provider"]))
    /// The property on which work is done.
    public static let property = Fact(
        "property", "On what property is work done?",
        .oneOf([
            "none": "on none", "owned-home": "a home whose owner lives in it", "rented-home": "a rented home",
            "shared-building": "a unit in a shared building", "association": "a home governed by an association",
            "commercial": "a commercial building",
            "managed-building": "a commercial building with a management system",
        ]))
    /// What is delivered.
    public static let deliverables = Fact(
        "deliverables", "What is delivered?",
        .anyOf([
            "support": "support of users and systems", "network": "network infrastructure",
            "home-systems": "systems of a home", "building-integration": "integration with building systems",
            "cameras": "a camera system", "cloud-service": "a service in the cloud",
            "ai-service": "a service driven by AI",
            "ml-model": "a trained or tuned model", "serverless": "serverless functions", "software": "software",
            "data-platform": "a data platform", "recovery-capability": "the capability to recover",
            "modernisation": "the replacement of a legacy system", "telecom-repair": "repair of carrier equipment",
            "infrastructure": "servers and storage", "security-service": "a security service",
        ]))
    /// The kinds of devices that are delivered or repaired.
    public static let devices = Fact(
        "devices", "Which kinds of devices are delivered or repaired?",
        .anyOf(["radio": "devices with a radio", "digital": "other digital devices", "carrier": "carrier equipment"]))

    // MARK: The contract

    /// What clauses of the contract, a grant or the client's policy ask for.
    public static let clauses = Fact(
        "clauses", "What do clauses of the contract, a grant or the client's procurement policy ask for?",
        .anyOf([
            "nist-csf": "the NIST Cybersecurity Framework", "iso-20000-1": "ISO/IEC 20000-1",
            "iso-27001": "ISO/IEC 27001", "itil-4": "practices of ITIL 4", "hipaa": "the HIPAA Security Rule",
            "pci-dss": "PCI DSS", "fedramp": "FedRAMP", "cmmc": "CMMC", "dfars-7012": "DFARS 252.204-7012",
            "certificate": "a certificate", "attestation": "an attestation report", "audit-rights": "audit rights",
            "change-control": "approved changes only", "service-levels": "service levels",
            "recovery-objectives": "objectives for recovery", "acceptance-criteria": "formal acceptance criteria",
        ]))
    /// How long the engagement lasts.
    public static let duration = Fact("duration", "How many months does the engagement last?", .number(unit: "months"))
    /// How the engagement is delivered.
    public static let delivery = Fact(
        "delivery", "How is the service delivered?",
        .oneOf([
            "project": "as a project that ends", "continuous": "as a service without an end date",
            "ticket": "as a single request for support",
        ]))
    /// Whether the provider is a part of the client's organisation.
    public static let relation = Fact(
        "relation", "Is the provider internal or external?",
        .oneOf(["internal": "a part of the client's organisation", "external": "another organisation"]))
    /// Who directs the people who do the work.
    public static let staffing = Fact(
        "staffing", "Who directs the people who do the work?",
        .oneOf(["augmentation": "the client, into whose team they go", "outsourced": "the provider"]))

    // MARK: The situation

    /// What has happened, or what the engagement is about to end.
    public static let situation = Fact(
        "situation", "What has happened?",
        .anyOf([
            "outage": "a system in production failed", "emergency": "an emergency was declared",
            "out-of-scope": "something outside the signed scope was found or asked for",
            "compliance-failure": "an obligation was not met", "scope-dispute": "the parties disagree on the scope",
            "security-incident": "security was breached", "regulatory-demand": "an authority demands something",
            "audit-finding": "an audit, a penetration test or a risk assessment found something",
            "data-breach": "data may have been disclosed", "termination": "the contract ends",
        ]))
    /// Whether several vendors or governance boards take part.
    public static let boards = Fact(
        "boards", "Do governance boards decide, or do several vendors take part?", .flag)
    /// Whether the organisation of the client changes with the engagement.
    public static let organisationalChange = Fact(
        "organisational-change", "Do roles, processes or the organisation of the client change?", .flag)
    /// Whether statements on the product or service are made to the public.
    public static let claims = Fact(
        "claims", "Are claims about the product or service made to customers or the public?", .flag)
    /// Whether technicians work in homes.
    public static let homeVisits = Fact("home-visits", "Do technicians work in people's homes?", .flag)
    /// Whether systems in production are changed.
    public static let productionChanges = Fact(
        "production-changes", "Are systems in production changed?", .flag)
    /// The highest impact of a loss of confidentiality, integrity or availability.
    public static let impactLevel = Fact(
        "impact-level",
        "What is the highest impact of a loss of confidentiality, integrity or availability (FIPS 199)?",
        .oneOf(["low": "limited", "moderate": "serious", "high": "severe or catastrophic"]))
    /// Whether the engagement begins on an empty site.
    public static let greenfield = Fact("greenfield", "Is something new built, without an existing environment?", .flag)
    /// Whether decisions about people are automated.
    public static let automation = Fact(
        "automated-decisions", "Are decisions about people automated?", .flag)
}
