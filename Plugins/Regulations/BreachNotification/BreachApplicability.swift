public import PhaseLoom

extension BreachNotification {
    /// When it applies: as soon as data on people are touched; each law that binds adds its clocks.
    public static let applicability: [Applicability] = federal + states + elsewhere

    private static let people =
        Fact.dataClasses.includes("personal", "ephi", "customer-financial", "cardholder")
        && !Fact.client.includes("household")
    private static let health = Fact.dataClasses.includes("ephi") && .underUSLaw
    private static let finance = Fact.sector.includes("finance")

    private static let federal: [Applicability] = [
        .byStatute("A breach of health information is notified to individuals and the department", when: health)
            .citing("45 CFR 164.404", "45 CFR 164.408").joining(["laws": "hipaa"]),
        .byStatute(
            "Another organisation that handles health information tells the covered entity",
            when: health && Fact.relation.includes("external")
        ).citing("45 CFR 164.410").joining(["laws": "hipaa-associate"]),
        .byStatute(
            "A breach of customer information is notified to the Federal Trade Commission",
            when: Fact.dataClasses.includes("customer-financial") && Fact.ftcJurisdiction.holds && .underUSLaw
        ).citing("16 CFR 314.4(j)").joining(["laws": "glba"]),
        .byStatute(
            "A bank tells its regulator of an incident",
            when: people && finance && !Fact.ftcJurisdiction.holds
                && .underUSLaw
        ).citing("12 CFR 53.3").joining(["laws": "banking"]),
        .byStatute(
            "A public company tells investors of a material incident",
            when: people && Fact.publicCompany.holds && .underUSLaw
        ).citing("Form 8-K, item 1.05").joining(["laws": "sec"]),
        .byStatute(
            "A carrier tells agencies and customers of a breach",
            when: people && Fact.sector.includes("telecom") && .underUSLaw
        ).citing("47 CFR 64.2011").joining(["laws": "fcc"]),
        .byContract("The contract asks for reports of cyber incidents", when: Fact.clauses.includes("dfars-7012"))
            .citing("DFARS 252.204-7012(c)").joining(["laws": "dfars"]),
    ]

    private static let elsewhere: [Applicability] = [
        .byStatute(
            "Financial institutions in New York tell the superintendent",
            when: people && finance && Fact.jurisdictions.includes("us-ny")
        ).citing("23 NYCRR 500.17(a)").joining(["laws": "nydfs"]),
        .byStatute(
            "A breach of personal data of people in Europe is notified to the supervisory authority",
            when: people && Fact.jurisdictions.includes("eu")
        ).citing("Regulation (EU) 2016/679, article 33").joining(["laws": "gdpr"]),
    ]
}

// MARK: States

extension BreachNotification {
    private static let states: [Applicability] =
        NotificationLaw.ofOneState.map { law in
            Applicability.byStatute(
                "The law of \(law.rawValue) on breaches of personal data counts",
                when: people && .includes(Fact.jurisdictions, [law.code])
            ).citing(law.stateLimit.citation).joining(["laws": law.rawValue])
        } + [
            Applicability.byStatute("Every state has a law on breaches of personal data", when: people && otherState)
                .citing(NotificationLaw.states.stateLimit.citation).joining(["laws": NotificationLaw.states.rawValue])
        ]

    /// A state that is not in the table counts, or it is not said which state does.
    private static let otherState: Circumstance = {
        let known = NotificationLaw.ofOneState.map(\.code)
        let others = UnitedStates.codes.filter { !known.contains($0) }
        return .includes(Fact.jurisdictions, others)
            || (Fact.jurisdictions.includes("us") && !Circumstance.includes(Fact.jurisdictions, known))
    }()
}
