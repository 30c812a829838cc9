extension Glossary {
    /// The words of laws and mandates that reach into delivery. None of it is legal advice.
    static let regulation: [Term] = [
        Term(
            "voluntary adoption", also: ["voluntary", "best practice"],
            "Following a standard that no law demands; a contract or grant that refers to it makes it binding.",
            seeAlso: ["contractual obligation", "mandated"]),
        Term(
            "contractual obligation", also: ["contractual"],
            "A duty that holds because a contract, a grant or a policy on purchases says so.",
            seeAlso: ["voluntary adoption", "mandated"]),
        Term(
            "HIPAA", also: ["HIPAA Security Rule"],
            "The United States law whose rules protect health information; its security rule has 18 standards with "
                + "required and addressable specifications.",
            references: ["45 CFR Part 164"],
            seeAlso: ["ePHI", "covered entity", "business associate", "required specification"]),
        Term(
            "ePHI", also: ["electronic protected health information"],
            "Health information about an identifiable person that is kept or sent electronically.",
            references: ["45 CFR 160.103"], seeAlso: ["HIPAA"]),
        Term(
            "covered entity",
            "A health plan, clearing house or provider of care to which the HIPAA rules apply directly.",
            references: ["45 CFR 160.103"], seeAlso: ["business associate", "HIPAA"]),
        Term(
            "business associate",
            "A party that handles protected health information on behalf of a covered entity.",
            references: ["45 CFR 160.103"], seeAlso: ["business associate agreement", "covered entity"]),
        Term(
            "business associate agreement", also: ["BAA", "business associate contract"],
            "The contract in which a business associate promises to protect health information.",
            references: ["45 CFR 164.314", "45 CFR 164.504"], seeAlso: ["business associate", "HIPAA"]),
        Term(
            "required specification", also: ["required implementation specification"],
            "A part of a HIPAA security standard that has to be implemented; there are 14 beside 22 addressable ones.",
            references: ["45 CFR 164.306"], seeAlso: ["addressable specification", "HIPAA"]),
        Term(
            "addressable specification", also: ["addressable implementation specification"],
            "A part of a HIPAA security standard that is implemented, or replaced with documented reasons; it is not "
                + "optional.",
            references: ["45 CFR 164.306"], seeAlso: ["required specification", "HIPAA"]),
        Term(
            "risk analysis", also: ["risk assessment"],
            "The documented study of what could go wrong, how likely it is and how grave.",
            references: ["45 CFR 164.308", "NIST SP 800-30", .itil("risk management")], seeAlso: ["risk", "control"]),
        Term(
            "GLBA", also: ["Gramm-Leach-Bliley Act", "Safeguards Rule"],
            "The United States law on privacy in finance; its safeguards rule demands a security programme from "
                + "financial institutions.",
            references: ["15 U.S.C. 6801", "16 CFR Part 314"], seeAlso: ["qualified individual", "breach notification"]),
        Term(
            "qualified individual",
            "The person whom a financial institution puts in charge of its security programme.",
            references: ["16 CFR 314.4"], seeAlso: ["GLBA"]),
        Term(
            "SOX", also: ["Sarbanes-Oxley Act"],
            "The United States law that makes leaders of listed companies answer for their financial reporting and its "
                + "controls.",
            references: ["Public Law 107-204"], seeAlso: ["segregation of duties", "change enablement"]),
        Term(
            "NIST CSF", also: ["Cybersecurity Framework", "CSF"],
            "A framework of outcomes of security for any organisation; version 2.0 has 6 functions, 22 categories and "
                + "106 subcategories.",
            references: ["NIST CSF 2.0"], seeAlso: ["profile", "voluntary adoption"]),
        Term(
            "FedRAMP", also: ["Federal Risk and Authorization Management Program"],
            "The United States programme by which cloud services are assessed once for use by federal agencies.",
            references: ["44 U.S.C. 3607-3616"], seeAlso: ["control baseline", "authorisation to operate"]),
        Term(
            "authorisation to operate", also: ["ATO", "authorization to operate"],
            "The decision of a federal official to accept the risk of running a system.",
            references: ["NIST SP 800-37"], seeAlso: ["FedRAMP"]),
        Term(
            "impact level", also: ["high-water mark"],
            "Low, moderate or high, by the worst harm that a loss of confidentiality, integrity or availability would do.",
            references: ["FIPS 199"], seeAlso: ["control baseline", "FedRAMP"]),
        Term(
            "continuous monitoring",
            "Watching controls all the time after a system was authorised, with reports at set times.",
            references: ["NIST SP 800-137"], seeAlso: ["monitoring", "authorisation to operate"]),
        Term(
            "CMMC", also: ["Cybersecurity Maturity Model Certification"],
            "The defence programme of the United States with three levels of assessed security requirements: 15, 110, "
                + "and 24 more.",
            references: ["32 CFR Part 170", "NIST SP 800-171"], seeAlso: ["CUI", "FCI", "POA&M", "affirmation"]),
        Term(
            "affirmation",
            "The yearly statement of a senior official that a contractor still meets its CMMC requirements.",
            references: ["32 CFR 170.22"], seeAlso: ["CMMC"]),
        Term(
            "CUI", also: ["controlled unclassified information"],
            "Information that is not secret but that a law or policy of the United States government tells its holders "
                + "to protect.",
            references: ["32 CFR Part 2002"], seeAlso: ["CMMC", "FCI"]),
        Term(
            "FCI", also: ["federal contract information"],
            "Information not meant for the public that a contract with the United States government provides or "
                + "creates.",
            references: ["48 CFR 52.204-21"], seeAlso: ["CMMC", "CUI"]),
        Term(
            "breach notification", also: ["data breach notification", "notification clock"],
            "The duty to tell persons and authorities about a loss of data within a set time, which differs by law.",
            references: ["45 CFR 164.404-410", "16 CFR 314.4", "GDPR, Article 33"], seeAlso: ["HIPAA", "GLBA"]),
        Term(
            "FTC Act section 5", also: ["unfair or deceptive practices"],
            "The United States rule against unfair or deceptive acts in commerce; claims about a service need grounds.",
            references: ["15 U.S.C. 45"], seeAlso: ["evidence"]),
        Term(
            "equipment authorisation", also: ["FCC ID", "FCC Part 15"],
            "The proof that a device that may radiate radio energy is allowed: a certification or the supplier's own "
                + "declaration.",
            references: ["47 CFR Part 2, Subpart J", "47 CFR Part 15"], seeAlso: ["entry requirement"]),
        Term(
            "GDPR", also: ["General Data Protection Regulation"],
            "The European law on information about identifiable people; it reaches providers elsewhere that offer goods "
                + "or services to people in the Union or watch what they do there.",
            references: ["Regulation (EU) 2016/679"], seeAlso: ["breach notification", "data residency"]),
        Term(
            "data residency",
            "The demand that data stay in certain countries or regions.",
            seeAlso: ["contractual obligation"]),
        Term(
            "PCI DSS", also: ["Payment Card Industry Data Security Standard"],
            "The security standard of the card companies for everyone who handles payment card data, with 12 "
                + "requirements.",
            references: ["PCI DSS 4.0.1"], seeAlso: ["contractual obligation"]),
    ]
}
