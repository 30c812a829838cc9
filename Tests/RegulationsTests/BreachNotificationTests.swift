import PhaseLoom
import Testing

@testable import Regulations

/// Expected values: row 14 of the framework's overlay catalogue (clocks by jurisdiction, beside any phase; the earliest
/// clock wins) and the limits of the laws that each case names.
@Suite struct BreachNotificationTests {
    @Test(arguments: [
        ("us", 720.0), ("hipaa", 1440), ("hipaa+us", 720), ("glba", 720), ("sec", 96), ("banking", 36),
        ("banking+gdpr+hipaa", 36), ("gdpr", 72), ("nydfs", 72), ("dfars", 72), ("us-al", 1080), ("us-de", 1440),
        ("us-tx", 720), ("us-or+us-wi", 1080), ("health-breach-rule", 1440), ("hipaa-associate", 1440), ("fcc", 168),
        ("us-ca", 720), ("us-ny", 720),
    ])
    func `the earliest clock is planned for before execution`(laws: String, hours: Double) throws {
        let sequence = try Sample.composed(try BreachNotification(options: ["laws": laws]))
        let planned = try #require(sequence.phase("design")?.gate.first { $0.id == "breach-clock-planned" })
        #expect(planned.status == .mandated)
        #expect(planned.bound == Bound("notification-hours", .atMost(hours), unit: "h"))
    }

    @Test func `the clocks that count are cited`() throws {
        let sequence = try Sample.composed(try BreachNotification(options: ["laws": "gdpr+us-fl"]))
        #expect(
            sequence.obligation("breach-clock-planned")?.attribution.cites == [
                "Fla. Stat. 501.171", "Regulation (EU) 2016/679, article 33(1)",
            ])
    }

    @Test(arguments: Sample.bases)
    func `the response runs beside any phase when a breach is found`(base: BaseSequence) throws {
        let sequence = try Sample.composed(try BreachNotification(), on: base)
        let response = try #require(sequence.phase("breach-response"))
        #expect(response.after.isEmpty && response.track == "breach-response")
        #expect(sequence.phases.allSatisfy { !$0.after.contains("breach-response") })
        #expect(response.condition.triggers.map(\.id) == ["data-breach"])
        #expect(response.gate.map(\.id) == ["breach-notified-in-time", "breach-recorded"])
        #expect(response.gate.first?.bound?.description == "breach-missed-deadlines exactly 0")
        #expect(sequence.findings.map(\.code) == [.phaseFloating])
    }

    @Test func `the plan is released before execution`() throws {
        let entry = try Sample.composed(try BreachNotification()).phase("execution")?.entry ?? []
        let released = try #require(entry.first { $0.id == "breach-plan-released" })
        #expect(released.proof == .signed("breach-notification-plan", by: "privacy-official", separately: false))
        #expect(released.status == .plain)
    }

    @Test(arguments: ["hippa", "", "hipaa+", "hipaa,glba", "us-xx", "HIPAA", "hipaa + glba", "+"])
    func `a law that is not known is refused with a hint`(laws: String) {
        let error = #expect(throws: InvalidValue.self) { try BreachNotification(options: ["laws": laws]) }
        #expect(error?.description.hasPrefix("option 'laws' cannot") == true)
    }

    @Test func `laws are named once, whatever their order`() throws {
        #expect(try NotificationLaw.list("us-tx+glba+us-tx").map(\.rawValue) == ["glba", "us-tx"])
        let hint = #expect(throws: InvalidValue.self) { try NotificationLaw.list("hippa") }?.hint
        #expect(hint?.contains("'hipaa', 'hipaa-associate'") == true)
    }

    @Test(arguments: ["breach-clock-planned"])
    func `nobody waives the plan`(obligation: String) throws {
        #expect(try Sample.conflicts(waiving: obligation, of: try BreachNotification()) == [.mandate])
    }

    @Test(
        arguments: [
            (["ephi"], ["us"], Advice.Verdict.mandatory, ["laws": "hipaa+us"]),
            (["ephi"], ["us", "eu"], .mandatory, ["laws": "gdpr+hipaa+us"]),
            (["ephi", "customer-financial"], ["us"], .mandatory, ["laws": "glba+hipaa+us"]),
            (["customer-financial"], ["us-ca"], .mandatory, ["laws": "glba+us-ca"]),
            (["personal"], ["us", "us-tx"], .mandatory, ["laws": "us-tx"]),
            (["personal"], ["us-tx", "us-oh"], .mandatory, ["laws": "us+us-tx"]),
            (["personal"], ["eu"], .mandatory, ["laws": "gdpr"]), (["ephi"], ["jp"], .unneeded, [:]),
            (["recordings"], ["us"], .unneeded, [:]), (["fci"], ["us"], .unneeded, [:]),
        ] as [([ID], [ID], Advice.Verdict, [String: String])])
    func `data on people bring it, with the clocks of their kind`(
        data: [ID], jurisdictions: [ID], verdict: Advice.Verdict, options: [String: String]
    ) {
        let facts = Sample.facts([
            Fact.dataClasses: .words(data), Fact.jurisdictions: .words(jurisdictions), Fact.clauses: .words([]),
            Fact.client: .words(["enterprise"]), Fact.sector: .words(["other"]), Fact.ftcJurisdiction: .flag(true),
            Fact.publicCompany: .flag(false), Fact.relation: .words(["internal"]),
        ])
        let advice = Sample.advice(on: BreachNotification.self, knowing: facts)
        #expect(advice.verdict == verdict && advice.options == options)
    }

    @Test(
        arguments: [
            ("finance", false, false, "internal", ["us", "us-ny"], "banking+nydfs+us-ny"),
            ("finance", true, true, "internal", ["us-fl"], "sec+us-fl"),
            ("telecom", false, false, "external", ["us"], "fcc+us"),
        ] as [(ID, Bool, Bool, ID, [ID], String)])
    func `the client adds the clocks that bind it`(
        sector: ID, ftc: Bool, isPublic: Bool, relation: ID, jurisdictions: [ID], laws: String
    ) {
        let facts = Sample.facts([
            Fact.dataClasses: .words(["personal"]), Fact.jurisdictions: .words(jurisdictions),
            Fact.clauses: .words([]), Fact.client: .words(["enterprise"]), Fact.sector: .words([sector]),
            Fact.ftcJurisdiction: .flag(ftc), Fact.publicCompany: .flag(isPublic), Fact.relation: .words([relation]),
        ])
        #expect(Sample.advice(on: BreachNotification.self, knowing: facts).options == ["laws": laws])
    }

    @Test func `an associate tells the covered entity, and a contract adds its clock`() {
        let facts = Sample.facts([
            Fact.dataClasses: .words(["ephi"]), Fact.clauses: .words(["dfars-7012"]),
            Fact.relation: .words(["external"]),
        ])
        let advice = Sample.advice(on: BreachNotification.self, knowing: facts)
        #expect(advice.verdict == .mandatory && advice.options == ["laws": "dfars+hipaa+hipaa-associate"])
    }

    @Test func `a private household owes no notices`() {
        let facts = Sample.facts([
            Fact.dataClasses: .words(["personal"]), Fact.clauses: .words([]), Fact.client: .words(["household"]),
        ])
        #expect(Sample.advice(on: BreachNotification.self, knowing: facts).verdict == .unneeded)
    }

    @Test func `a contract with the department of defense brings its clock`() {
        let facts = Sample.facts([Fact.dataClasses: .words(["cui"]), Fact.clauses: .words(["dfars-7012"])])
        let advice = Sample.advice(on: BreachNotification.self, knowing: facts)
        #expect(advice.verdict == .contractual && advice.options == ["laws": "dfars"])
    }

    @Test func `what is not known is asked for`() {
        let advice = Sample.advice(on: BreachNotification.self, knowing: Facts())
        #expect(advice.verdict == .unknown)
        #expect(
            advice.questions.map(\.id) == [
                "clauses", "client", "data-classes", "ftc-jurisdiction", "public-company", "relation", "sector",
            ])
    }

    @Test(arguments: NotificationLaw.allCases)
    func `what advice chooses and every law can be chosen`(law: NotificationLaw) throws {
        let duties = law.duties
        #expect(!duties.isEmpty && duties.allSatisfy { !$0.citation.isEmpty && $0.leastHours >= 36 })
        for rule in BreachNotification.applicability { _ = try BreachNotification(options: rule.parts) }
    }
}

/// Expected values: the Gregorian calendar, and the holidays of 5 U.S.C. 6103 as the Office of Personnel Management
/// lists them for 2026 and 2027.
@Suite struct CalendarDayTests {
    @Test(arguments: [
        ("1970-01-01", 3), ("2026-11-21", 5), ("2026-11-23", 0), ("2000-02-29", 1), ("1969-12-31", 2),
        ("0000-01-01", 5), ("9999-12-31", 4),
    ])
    func `a day knows its place in the week`(date: String, weekday: Int) throws {
        let day = CalendarDay(of: try Timestamp(parsing: date))
        #expect(day.weekday == weekday && day.description == date)
    }

    @Test(arguments: [
        ("2026-01-01", false), ("2026-01-19", false), ("2026-02-16", false), ("2026-05-25", false),
        ("2026-06-19", false), ("2026-07-03", false), ("2026-09-07", false), ("2026-10-12", false),
        ("2026-11-11", false), ("2026-11-26", false), ("2026-12-25", false), ("2026-11-27", true),
        ("2026-07-06", true), ("2026-07-02", true), ("2026-11-21", false), ("2026-11-22", false),
        ("2027-01-18", false), ("2027-02-15", false), ("2027-05-31", false), ("2027-06-18", false),
        ("2027-07-05", false), ("2027-12-24", false), ("2027-12-31", false), ("2027-06-21", true),
    ])
    func `federal authorities work or do not`(date: String, isBusinessDay: Bool) throws {
        #expect(CalendarDay(of: try Timestamp(parsing: date)).isBusinessDay == isBusinessDay)
    }

    @Test(arguments: [2026, 2027])
    func `a year has eleven holidays on weekdays`(year: Int) throws {
        let first = CalendarDay(of: try Timestamp(parsing: "\(year)-01-01"))
        let days = (0..<365).map { first + $0 }
        // New Year's Day of 2028 is a Saturday and is observed on the last Friday of 2027.
        #expect(days.filter { $0.weekday < 5 && !$0.isBusinessDay }.count == (year == 2027 ? 12 : 11))
    }

    @Test(arguments: [
        ("2026-11-13", 4, "2026-11-19"), ("2026-11-23", 4, "2026-11-30"), ("2026-11-14", 4, "2026-11-19"),
        ("2026-12-24", 1, "2026-12-28"), ("2026-11-20", 7, "2026-12-02"), ("2026-11-21", 0, "2026-11-21"),
    ])
    func `business days skip weekends and holidays`(from: String, days: Int, to: String) throws {
        let day = CalendarDay(of: try Timestamp(parsing: from))
        #expect(day.addingBusinessDays(days).description == to)
    }

    @Test(arguments: [
        ("2026-11-02T03:00:00Z", -300, "2026-11-01"), ("2026-11-02T03:00:00Z", 0, "2026-11-02"),
        ("2026-11-02T23:30:00Z", 60, "2026-11-03"), ("1969-12-31T23:59:59Z", 0, "1969-12-31"),
        ("0000-01-01T00:00:00Z", 0, "0000-01-01"),
    ])
    func `the offset decides the day`(moment: String, offset: Int, date: String) throws {
        let day = CalendarDay(of: try Timestamp(parsing: moment), offset: offset)
        #expect(day.description == date)
        #expect(day.start(offset: offset) <= (try Timestamp(parsing: moment)))
    }

    @Test(arguments: [("2026-11-02", "2026-12-31"), ("2028-02-29", "2028-12-31"), ("0000-12-31", "0000-12-31")])
    func `a day knows the end of its year`(date: String, last: String) throws {
        #expect(CalendarDay(of: try Timestamp(parsing: date)).lastOfYear.description == last)
    }
}
