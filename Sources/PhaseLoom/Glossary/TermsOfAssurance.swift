extension Glossary {
    /// The words of audits, certificates and reports.
    static let assurance: [Term] = [
        Term(
            "assurance",
            "Grounds for confidence that a provider does what a standard or contract demands, given by somebody else.",
            seeAlso: ["certificate", "attestation report"]),
        Term(
            "audit", also: ["compliance audit"],
            "An orderly and independent examination of evidence against stated criteria.",
            references: [.iso20000("3.1.1"), "ISO 19011:2018"], seeAlso: ["internal audit", "audit trail"]),
        Term(
            "internal audit",
            "An audit that an organisation holds of itself, by people who did not do the work.",
            references: [.iso20000("9.2")], seeAlso: ["audit", "management review"]),
        Term(
            "management review",
            "The planned look of an organisation's leaders at whether its management system still works.",
            references: [.iso20000("9.3")], seeAlso: ["internal audit", "continual improvement"]),
        Term(
            "audit trail",
            "Records from which an outsider can tell who did what, when and why.",
            seeAlso: ["log", "access-change log"]),
        Term(
            "audit right", also: ["right to audit"],
            "A clause that lets the client, or someone it names, examine the provider.",
            seeAlso: ["audit", "master services agreement"]),
        Term(
            "conformity", also: ["conformance"],
            "The state in which a requirement is met.",
            references: [.iso20000("3.1.3")], seeAlso: ["nonconformity", "requirement"]),
        Term(
            "nonconformity", also: ["nonconformance"],
            "The state in which a requirement is missed.",
            references: [.iso20000("3.1.12"), .iso20000("10.1")], seeAlso: ["conformity", "corrective action"]),
        Term(
            "requirement",
            "What somebody is entitled to see met, whether it is written down or goes without saying.",
            references: [.iso20000("3.1.19")], seeAlso: ["obligation", "acceptance criterion"]),
        Term(
            "corrective action", also: ["remediation"],
            "What is done so that the cause of a nonconformity is gone and it does not come back.",
            references: [.iso20000("3.1.5"), .iso20000("10.1")], seeAlso: ["nonconformity", "root cause"]),
        Term(
            "certificate", also: ["certification"],
            "The document in which an accredited body confirms conformity with a standard; management system "
                + "certificates run for three years.",
            references: ["ISO/IEC 17021-1:2015"],
            seeAlso: ["surveillance audit", "recertification", "attestation report"]),
        Term(
            "certification body", also: ["registrar"],
            "The organisation that audits others and issues certificates.",
            references: ["ISO/IEC 17021-1:2015"], seeAlso: ["accreditation", "certificate"]),
        Term(
            "accreditation",
            "The confirmation that a certification body or laboratory is competent to do its work.",
            references: ["ISO/IEC 17011:2017"], seeAlso: ["certification body"]),
        Term(
            "surveillance audit",
            "The yearly audit that keeps a certificate in force between its issue and its renewal.",
            references: ["ISO/IEC 17021-1:2015"], seeAlso: ["certificate", "recertification"]),
        Term(
            "recertification", also: ["recertification audit"],
            "The audit that renews a certificate before it expires.",
            references: ["ISO/IEC 17021-1:2015"], seeAlso: ["certificate", "surveillance audit"]),
        Term(
            "attestation report", also: ["SOC 2 report", "attestation"],
            "An auditor's opinion on controls at a date, or over a period of usually 6 to 12 months; it is no "
                + "certificate and has no expiry.",
            references: ["AICPA SOC 2"], seeAlso: ["SOC 2 Type I", "SOC 2 Type II", "bridge letter", "certificate"]),
        Term(
            "SOC 2", also: ["System and Organization Controls 2"],
            "The kind of attestation in which an accountant examines a provider's controls for security, availability, "
                + "processing integrity, confidentiality or privacy.",
            references: ["AICPA SOC 2"], seeAlso: ["attestation report", "SOC 2 Type I", "SOC 2 Type II"]),
        Term(
            "SOC 2 Type I", also: ["Type I report"],
            "An attestation report on how controls are designed at one date.",
            references: ["AICPA SOC 2"], seeAlso: ["SOC 2 Type II", "attestation report"]),
        Term(
            "SOC 2 Type II", also: ["Type II report"],
            "An attestation report on how controls worked over a period, usually 6 to 12 months.",
            references: ["AICPA SOC 2"], seeAlso: ["SOC 2 Type I", "bridge letter"]),
        Term(
            "bridge letter", also: ["gap letter"],
            "A provider's own statement about the time between the end of one attestation period and the next report.",
            seeAlso: ["SOC 2 Type II", "attestation report"]),
        Term(
            "information security management system", also: ["ISMS"],
            "The policies, risks, controls and reviews by which an organisation directs how it protects information.",
            references: ["ISO/IEC 27001:2022"], seeAlso: ["information security", "control", "management review"]),
        Term(
            "control",
            "A measure that lowers a risk or meets a requirement.",
            references: ["NIST SP 800-53", "ISO/IEC 27001:2022"], seeAlso: ["control family", "control enhancement"]),
        Term(
            "control family",
            "A group of related controls in a catalogue, such as access control; NIST SP 800-53 revision 5 has 20.",
            references: ["NIST SP 800-53"], seeAlso: ["control", "control baseline"]),
        Term(
            "SP 800-53", also: ["NIST SP 800-53", "control catalogue"],
            "NIST's catalogue of security and privacy controls; release 5.0.1 has 1,007 active entries (298 controls and "
                + "709 enhancements), and 182 more that are withdrawn.",
            references: ["NIST SP 800-53"], seeAlso: ["control family", "control enhancement"]),
        Term(
            "control enhancement",
            "An addition that strengthens a control and counts as an entry of its own in a catalogue.",
            references: ["NIST SP 800-53"], seeAlso: ["control"]),
        Term(
            "control baseline", also: ["baseline of controls"],
            "The controls that a catalogue's owner selects for a level of impact as the place to start.",
            references: ["NIST SP 800-53B"], seeAlso: ["control", "profile", "configuration baseline"]),
        Term(
            "profile",
            "A selection and adaptation of controls or outcomes for one use; of the Cybersecurity Framework, the "
                + "current or the wanted state.",
            references: ["NIST CSF 2.0", "NIST OSCAL"], seeAlso: ["control baseline", "gap analysis"]),
        Term(
            "gap analysis",
            "The comparison of what is with what should be, which ends in a list of what is missing.",
            seeAlso: ["profile", "POA&M"]),
        Term(
            "POA&M", also: ["POAM", "plan of action and milestones"],
            "The list of open weaknesses with an owner, the steps and a date for each.",
            references: ["NIST SP 800-53", "32 CFR 170.21"], seeAlso: ["corrective action", "CMMC"]),
        Term(
            "OSCAL", also: ["Open Security Controls Assessment Language"],
            "The formats of NIST in which catalogues, profiles, plans and results of assessments pass between programs.",
            references: ["NIST OSCAL"], seeAlso: ["control", "profile"]),
        Term(
            "penetration test", also: ["pen test"],
            "An agreed attack on a system by people who report what they could reach.",
            references: ["NIST SP 800-115"], seeAlso: ["information security", "validation"]),
        Term(
            "segregation of duties", also: ["separation of duties"],
            "The rule that no one person can both do a thing and approve it.",
            references: ["NIST SP 800-53, AC-5"], seeAlso: ["sign-off", "control"]),
    ]
}
