import PhaseLoom

/// One standard of the Security Rule with its implementation specifications.
///
/// The table follows appendix A to subpart C of 45 CFR part 164: 18 standards, 14 required and 22 addressable
/// specifications, 6 standards without any. The words are this project's own.
struct SecurityStandard {
    /// The section of 45 CFR part 164 without the part's number.
    let section: String
    let specifications: [SecuritySpecification]

    /// Every standard, in the order of the rule.
    static let all = administrative + physical + technical
}

// MARK: Administrative safeguards

extension SecurityStandard {
    static let administrative = [
        management, responsibility, workforce, access, training, incidents, contingency, evaluation, contracts,
    ]

    private static let management = SecurityStandard(
        section: "308(a)(1)",
        specifications: [
            SecuritySpecification(
                "risk-analysis", .required, "308(a)(1)(ii)(A)",
                "Risks to electronic health information are analysed, system by system",
                record: "Risk analysis of the systems with electronic health information", at: .assessment),
            SecuritySpecification(
                "risk-management", .required, "308(a)(1)(ii)(B)",
                "Each risk found is reduced to a level that is accepted by name",
                record: "Plan that treats each risk of the analysis", at: .scoping),
            SecuritySpecification(
                "sanction-policy", .required, "308(a)(1)(ii)(C)",
                "Breaches of the security policies have consequences that the staff know",
                record: "Policy on sanctions against members of the workforce", at: .scoping),
            SecuritySpecification(
                "activity-review", .required, "308(a)(1)(ii)(D)",
                "Logs, access reports and incidents are reviewed regularly",
                record: "Review of the activity in the systems", at: .closeout),
        ])

    private static let responsibility = SecurityStandard(
        section: "308(a)(2)",
        specifications: [
            SecuritySpecification(
                "security-responsibility", .standard, "308(a)(2)", "One named person answers for the Security Rule",
                record: "Appointment of the security official", at: .intake)
        ])

    private static let workforce = SecurityStandard(
        section: "308(a)(3)",
        specifications: [
            SecuritySpecification(
                "workforce-supervision", .addressable, "308(a)(3)(ii)(A)",
                "Whoever works near health information is authorised or supervised",
                record: "Authorisation and supervision of the workforce", at: .execution),
            SecuritySpecification(
                "workforce-clearance", .addressable, "308(a)(3)(ii)(B)",
                "Access is fitting for each member of the workforce before it is given",
                record: "Clearance of members of the workforce", at: .scoping),
            SecuritySpecification(
                "access-termination", .addressable, "308(a)(3)(ii)(C)",
                "Access ends with the work for which it was given",
                record: "Procedure and record of access that ended", at: .closeout),
        ])

    private static let access = SecurityStandard(
        section: "308(a)(4)",
        specifications: [
            SecuritySpecification(
                "clearinghouse-isolation", .required, "308(a)(4)(ii)(A)",
                "A clearinghouse inside a larger organisation is shut off from the rest of it",
                record: "Isolation of clearinghouse functions, or the statement that there are none", at: .design),
            SecuritySpecification(
                "access-authorisation", .addressable, "308(a)(4)(ii)(B)",
                "Access to health information is granted by rule, for workstation, program and process",
                record: "Rules by which access is granted", at: .design),
            SecuritySpecification(
                "access-modification", .addressable, "308(a)(4)(ii)(C)",
                "Rights of access are set up, reviewed and changed as the rules say",
                record: "Procedure that sets up, reviews and changes rights of access", at: .design),
        ])

    private static let training = SecurityStandard(
        section: "308(a)(5)",
        specifications: [
            SecuritySpecification(
                "security-reminders", .addressable, "308(a)(5)(ii)(A)", "The staff are reminded of security",
                record: "Security reminders to the staff", at: .transfer),
            SecuritySpecification(
                "malware-protection", .addressable, "308(a)(5)(ii)(B)", "Malicious software is kept out and reported",
                record: "Protection from malicious software", at: .execution),
            SecuritySpecification(
                "log-in-monitoring", .addressable, "308(a)(5)(ii)(C)", "Attempts to log in are watched",
                record: "Monitoring of attempts to log in", at: .transfer),
            SecuritySpecification(
                "password-management", .addressable, "308(a)(5)(ii)(D)", "Passwords are made, changed and kept safely",
                record: "Management of passwords", at: .transfer),
        ])

    private static let incidents = SecurityStandard(
        section: "308(a)(6)",
        specifications: [
            SecuritySpecification(
                "incident-response", .required, "308(a)(6)(ii)",
                "Security incidents are recognised, contained and recorded with their outcome",
                record: "Procedure for security incidents", at: .design)
        ])

    private static let contingency = SecurityStandard(
        section: "308(a)(7)",
        specifications: [
            SecuritySpecification(
                "backup-plan", .required, "308(a)(7)(ii)(A)", "Exact copies of health information can be retrieved",
                record: "Plan of backups", at: .design),
            SecuritySpecification(
                "recovery-plan", .required, "308(a)(7)(ii)(B)", "Lost data can be restored",
                record: "Plan of the recovery from a disaster", at: .design),
            SecuritySpecification(
                "emergency-mode-plan", .required, "308(a)(7)(ii)(C)",
                "Critical processes that protect health information go on in an emergency",
                record: "Plan of operation in an emergency", at: .design),
            SecuritySpecification(
                "contingency-testing", .addressable, "308(a)(7)(ii)(D)", "Contingency plans are tested and revised",
                record: "Test and revision of the contingency plans", at: .validation),
            SecuritySpecification(
                "criticality-analysis", .addressable, "308(a)(7)(ii)(E)",
                "Applications and data are ranked by what depends on them",
                record: "Ranking of applications and data", at: .assessment),
        ])

    private static let evaluation = SecurityStandard(
        section: "308(a)(8)",
        specifications: [
            SecuritySpecification(
                "evaluation", .standard, "308(a)(8)",
                "Safeguards are evaluated, technically and otherwise, after the change that the engagement makes",
                record: "Evaluation of the safeguards", at: .validation)
        ])

    private static let contracts = SecurityStandard(
        section: "308(b)(1)",
        specifications: [
            SecuritySpecification(
                "business-associate-contract", .required, "308(b)(3)",
                "Whoever handles health information for another is bound by a written contract",
                record: "Business associate contract or other arrangement", at: .scoping)
        ])
}

// MARK: Physical safeguards

extension SecurityStandard {
    static let physical = [facility, workstationUse, workstationSecurity, media]

    private static let facility = SecurityStandard(
        section: "310(a)(1)",
        specifications: [
            SecuritySpecification(
                "contingency-access", .addressable, "310(a)(2)(i)",
                "Facilities can be entered to restore data in an emergency",
                record: "Access to facilities in an emergency", at: .design),
            SecuritySpecification(
                "facility-security-plan", .addressable, "310(a)(2)(ii)",
                "Facilities and equipment are guarded against entry, tampering and theft",
                record: "Security plan of the facilities", at: .design),
            SecuritySpecification(
                "facility-access-validation", .addressable, "310(a)(2)(iii)",
                "Access to facilities is checked by role, that of visitors too",
                record: "Control of access to facilities", at: .design),
            SecuritySpecification(
                "maintenance-records", .addressable, "310(a)(2)(iv)",
                "Repairs and changes of doors, locks and walls are recorded",
                record: "Records of the maintenance of facilities", at: .execution),
        ])

    private static let workstationUse = SecurityStandard(
        section: "310(b)",
        specifications: [
            SecuritySpecification(
                "workstation-use", .standard, "310(b)",
                "It is said what each kind of workstation is for, how it is used and where it stands",
                record: "Rules for the use of workstations", at: .design)
        ])

    private static let workstationSecurity = SecurityStandard(
        section: "310(c)",
        specifications: [
            SecuritySpecification(
                "workstation-security", .standard, "310(c)", "Only authorised users get at workstations",
                record: "Physical safeguards of workstations", at: .execution)
        ])

    private static let media = SecurityStandard(
        section: "310(d)(1)",
        specifications: [
            SecuritySpecification(
                "media-disposal", .required, "310(d)(2)(i)", "Health information is destroyed with what carries it",
                record: "Record of media and devices disposed of", at: .closeout),
            SecuritySpecification(
                "media-reuse", .required, "310(d)(2)(ii)", "Health information is removed before media are used again",
                record: "Record of media erased for use elsewhere", at: .execution),
            SecuritySpecification(
                "media-accountability", .addressable, "310(d)(2)(iii)",
                "Each movement of hardware and media has a person who answers for it",
                record: "Record of the movements of hardware and media", at: .execution),
            SecuritySpecification(
                "media-backup", .addressable, "310(d)(2)(iv)",
                "A retrievable copy exists before equipment is moved",
                record: "Copies made before equipment was moved", at: .execution),
        ])
}

// MARK: Technical safeguards

extension SecurityStandard {
    static let technical = [accessControl, audit, integrity, authentication, transmission]

    private static let accessControl = SecurityStandard(
        section: "312(a)(1)",
        specifications: [
            SecuritySpecification(
                "unique-user-identification", .required, "312(a)(2)(i)", "Each user has a name or number of their own",
                record: "Scheme of user identities", at: .design),
            SecuritySpecification(
                "emergency-access", .required, "312(a)(2)(ii)",
                "Health information that is needed can be reached in an emergency",
                record: "Procedure for access in an emergency", at: .design),
            SecuritySpecification(
                "automatic-logoff", .addressable, "312(a)(2)(iii)", "Sessions that nobody uses end by themselves",
                record: "Automatic end of idle sessions", at: .design),
            SecuritySpecification(
                "storage-encryption", .addressable, "312(a)(2)(iv)", "Stored health information is encrypted",
                record: "Encryption of stored health information", at: .design),
        ])

    private static let audit = SecurityStandard(
        section: "312(b)",
        specifications: [
            SecuritySpecification(
                "audit-log-design", .standard, "312(b)",
                "What is done in systems with health information is logged and can be examined",
                record: "Design of the audit logs: events, fields, protection, retention and review", at: .design)
        ])

    private static let integrity = SecurityStandard(
        section: "312(c)(1)",
        specifications: [
            SecuritySpecification(
                "integrity-mechanism", .addressable, "312(c)(2)",
                "It can be shown that health information was not altered or destroyed without authority",
                record: "Mechanism that detects alterations", at: .design)
        ])

    private static let authentication = SecurityStandard(
        section: "312(d)",
        specifications: [
            SecuritySpecification(
                "authentication", .standard, "312(d)", "Whoever seeks access proves to be who they claim to be",
                record: "Design of authentication", at: .design)
        ])

    private static let transmission = SecurityStandard(
        section: "312(e)(1)",
        specifications: [
            SecuritySpecification(
                "transmission-integrity", .addressable, "312(e)(2)(i)",
                "What is sent cannot be changed unnoticed",
                record: "Integrity controls of transmissions", at: .design),
            SecuritySpecification(
                "transmission-encryption", .addressable, "312(e)(2)(ii)", "What is sent is encrypted",
                record: "Encryption of transmissions", at: .design),
        ])
}
