import PhaseLoom

/// A law that demands notices after a breach of data, as options name it.
enum NotificationLaw: String, CaseIterable {
    case banking
    case dfars
    case fcc
    case gdpr
    case glba
    case healthBreachRule = "health-breach-rule"
    case hipaa
    case hipaaAssociate = "hipaa-associate"
    case nydfs
    case sec
    case states = "us"
    case alabama = "us-al"
    case arizona = "us-az"
    case california = "us-ca"
    case colorado = "us-co"
    case delaware = "us-de"
    case florida = "us-fl"
    case louisiana = "us-la"
    case newYork = "us-ny"
    case oregon = "us-or"
    case texas = "us-tx"
    case washington = "us-wa"
    case wisconsin = "us-wi"
}

extension NotificationLaw {
    /// Reads a list of laws with `+` between them, each counted once, in order of their names.
    ///
    /// - Throws: `InvalidValue` for a law that is not known.
    static func list(_ text: String) throws(InvalidValue) -> [NotificationLaw] {
        var laws: [NotificationLaw] = []
        for name in text.split(separator: "+", omittingEmptySubsequences: false).map(String.init) {
            guard let law = NotificationLaw(rawValue: name) else {
                let names = allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
                throw InvalidValue("option 'laws' cannot name '\(name)'", hint: "join some of \(names) with '+'")
            }
            if !laws.contains(law) { laws.append(law) }
        }
        return laws.sorted { $0.rawValue < $1.rawValue }
    }

    /// What the law's clocks rest on that is not settled; `nil` when nothing is.
    var caution: String? {
        self == .fcc ? "the amended text was published with an effective date that was delayed" : nil
    }

    /// The notices that the law demands, each with its clock.
    ///
    /// The limits are outer limits: most laws also ask for notice without unreasonable delay.
    var duties: [NotificationDuty] {
        switch self {
        case .hipaa, .hipaaAssociate, .healthBreachRule: health
        case .banking, .glba, .nydfs, .sec: finance
        case .dfars, .fcc, .gdpr: otherLaws
        default: individuals + (authority.map { [$0] } ?? [])
        }
    }

    private var health: [NotificationDuty] {
        switch self {
        case .hipaa:
            [
                NotificationDuty("individuals", "45 CFR 164.404(b)", .days(60)),
                NotificationDuty("media", "45 CFR 164.406(b)", .days(60), when: .residents(501)),
                NotificationDuty("secretary", "45 CFR 164.408(b)", .days(60), when: .persons(500)),
                NotificationDuty("secretary", "45 CFR 164.408(c)", .daysAfterYear(60), when: .fewerPersons(500)),
            ]
        case .hipaaAssociate: [NotificationDuty("covered entity", "45 CFR 164.410(b)", .days(60))]
        default:
            [
                NotificationDuty("individuals", "16 CFR 318.4(a)", .days(60)),
                NotificationDuty("media", "16 CFR 318.5(b)", .days(60), when: .residents(500)),
                NotificationDuty("commission", "16 CFR 318.5(c)", .days(60), when: .persons(500)),
                NotificationDuty("commission", "16 CFR 318.5(c)", .daysAfterYear(60), when: .fewerPersons(500)),
            ]
        }
    }

    private var finance: [NotificationDuty] {
        switch self {
        case .banking: [NotificationDuty("regulator", "12 CFR 53.3", .hours(36), from: .determination)]
        case .glba: [NotificationDuty("commission", "16 CFR 314.4(j)", .days(30), when: .persons(500))]
        case .nydfs: [NotificationDuty("superintendent", "23 NYCRR 500.17(a)", .hours(72), from: .determination)]
        default: [NotificationDuty("investors", "Form 8-K, item 1.05", .businessDays(4), from: .determination)]
        }
    }

    private var otherLaws: [NotificationDuty] {
        switch self {
        case .dfars: [NotificationDuty("department of defense", "DFARS 252.204-7012(c)", .hours(72))]
        case .gdpr:
            [NotificationDuty("supervisory authority", "Regulation (EU) 2016/679, article 33(1)", .hours(72))]
        default:
            [
                NotificationDuty("agencies", "47 CFR 64.2011(a)", .businessDays(7), from: .determination),
                NotificationDuty("customers", "47 CFR 64.2011(b)", .days(30), from: .determination),
            ]
        }
    }
}

// MARK: States

extension NotificationLaw {
    /// The laws of one state each, in order of their names.
    static let ofOneState = allCases.filter { $0.rawValue.hasPrefix("us-") }

    /// The law's name as an identifier; of a state, the code that jurisdictions give it.
    var code: ID { ID(stringLiteral: rawValue) }

    private var individuals: [NotificationDuty] {
        [NotificationDuty("individuals", stateLimit.citation, .days(stateLimit.days), from: stateLimit.start)]
    }

    /// The notice to the attorney general, which is due from a number of residents of the state on.
    private var authority: NotificationDuty? {
        let (citation, days, start) = stateLimit
        let due: (days: Int, threshold: NotificationDuty.Threshold)? =
            switch self {
            case .alabama, .arizona: (days, .residents(1001))
            // Fifteen days after the notice to individuals, for which there are thirty.
            case .california: (days + 15, .residents(501))
            case .colorado, .florida: (days, .residents(500))
            case .delaware, .washington: (days, .residents(501))
            case .newYork: (days, .always)
            case .oregon: (days, .residents(251))
            case .texas: (30, .residents(250))
            default: nil
            }
        return due.map {
            NotificationDuty("attorney general", citation, .days($0.days), from: start, when: $0.threshold)
        }
    }

    /// The limit for notices to individuals; for a state that is not in the table the strictest one that is.
    var stateLimit: (citation: String, days: Int, start: NotificationDuty.Start) {
        switch self {
        case .alabama: ("Ala. Code 8-38-5", 45, .determination)
        case .arizona: ("A.R.S. 18-552", 45, .determination)
        case .california: ("Cal. Civ. Code 1798.82", 30, .discovery)
        case .colorado: ("C.R.S. 6-1-716", 30, .determination)
        case .delaware: ("6 Del. C. 12B-102", 60, .determination)
        case .florida: ("Fla. Stat. 501.171", 30, .determination)
        case .louisiana: ("La. R.S. 51:3074", 60, .discovery)
        case .newYork: ("N.Y. Gen. Bus. Law 899-aa", 30, .discovery)
        case .oregon: ("ORS 646A.604", 45, .discovery)
        case .texas: ("Tex. Bus. & Com. Code 521.053", 60, .determination)
        case .washington: ("RCW 19.255.010", 30, .discovery)
        case .wisconsin: ("Wis. Stat. 134.98", 45, .discovery)
        default: ("State breach notification laws (as Fla. Stat. 501.171)", 30, .discovery)
        }
    }
}
