import FoundationEssentials
import PhaseLoom
import PhaseLoomTesting
import Testing

@testable import Regulations

/// Expected values: `Fixtures/notification-clocks.json`, deadlines worked out by hand from the text of each law.
@Suite struct NotificationClocksTests {
    /// Which notice of which law a case means.
    static let meant: [(id: String, law: NotificationLaw, addressee: String, persons: Int)] = [
        ("B01", .hipaa, "individuals", 1), ("B03", .hipaa, "secretary", 499), ("B05", .hipaa, "media", 501),
        ("B07", .glba, "commission", 500), ("B09", .sec, "investors", 1), ("B11", .fcc, "customers", 1),
        ("B13", .dfars, "department of defense", 1), ("B15", .healthBreachRule, "individuals", 500),
        ("B15", .healthBreachRule, "commission", 500), ("B17", .florida, "individuals", 1),
        ("B17", .florida, "attorney general", 500), ("B19", .texas, "individuals", 1),
        ("B19", .texas, "attorney general", 250), ("B21", .washington, "individuals", 1),
        ("B21", .washington, "attorney general", 501),
    ]

    @Test(arguments: meant)
    func `each deadline is the one worked out by hand`(
        id: String, law: NotificationLaw, addressee: String, persons: Int
    ) throws {
        let expected = try #require(try Self.cases().first { $0.id == id })
        let collector = try NotificationClocks(options: [
            "laws": law.rawValue, "discovered": expected.start, "persons": "\(persons)",
        ])
        let clock = try #require(collector.clocks.first { $0.duty.addressee == addressee })
        let name = addressee == "attorney general" ? "attorneyGeneral" : addressee
        let deadline = expected.deadline[name] ?? expected.deadline[""]
        switch clock.deadline {
        case .day(let day): #expect(day.description == deadline)
        case .moment(let moment): #expect(try moment == Timestamp(parsing: deadline ?? ""))
        }
    }

    @Test func `the period of the one case that is no breach is counted alike`() throws {
        let expected = try #require(try Self.cases().first { $0.id == "B23" })
        let duty = NotificationDuty("department of defense", "32 CFR 170.21", .days(180))
        let deadline = duty.deadline(from: try Timestamp(parsing: expected.start), offset: 0)
        #expect(deadline.description == expected.deadline[""])
    }

    @Test func `no case is left out`() throws {
        #expect(Set(try Self.cases().map(\.id)) == Set(Self.meant.map(\.id) + ["B23"]))
    }

    @Test(arguments: [
        (NotificationLaw.hipaa, 499, 499, ["individuals", "secretary 164.408(c)"]),
        (.hipaa, 500, 500, ["individuals", "secretary 164.408(b)"]),
        (.hipaa, 501, 501, ["individuals", "media", "secretary 164.408(b)"]),
        (.hipaa, 900, 500, ["individuals", "secretary 164.408(b)"]),
        (.glba, 499, 1, []), (.glba, 500, 1, ["commission"]), (.texas, 249, 249, ["individuals"]),
        (.texas, 250, 250, ["individuals", "attorney general"]), (.washington, 500, 500, ["individuals"]),
        (.florida, 500, 500, ["individuals", "attorney general"]), (.hipaaAssociate, 1, 1, ["covered entity"]),
        (.florida, 900, 499, ["individuals"]), (.texas, 900, 249, ["individuals"]),
        (.washington, 501, 501, ["individuals", "attorney general"]), (.delaware, 500, 500, ["individuals"]),
        (.delaware, 501, 501, ["individuals", "attorney general"]),
        (.colorado, 500, 500, ["individuals", "attorney general"]),
        (.alabama, 1000, 1000, ["individuals"]), (.alabama, 1001, 1001, ["individuals", "attorney general"]),
        (.arizona, 1000, 1000, ["individuals"]), (.arizona, 1001, 1001, ["individuals", "attorney general"]),
        (.oregon, 250, 250, ["individuals"]), (.oregon, 251, 251, ["individuals", "attorney general"]),
        (.california, 500, 500, ["individuals"]), (.california, 501, 501, ["individuals", "attorney general"]),
        (.newYork, 1, 1, ["individuals", "attorney general"]), (.wisconsin, 5000, 5000, ["individuals"]),
        (.healthBreachRule, 500, 499, ["individuals", "commission"]),
        (.healthBreachRule, 500, 500, ["individuals", "commission", "media"]),
    ])
    func `numbers decide who is told`(law: NotificationLaw, persons: Int, residents: Int, told: [String]) throws {
        let clocks = try NotificationClocks(options: [
            "laws": law.rawValue, "discovered": "2026-11-02", "persons": "\(persons)", "residents": "\(residents)",
        ]).clocks
        let names = clocks.map { clock in
            let duty = clock.duty
            return duty.addressee == "secretary" ? "secretary \(duty.citation.dropFirst(7))" : duty.addressee
        }
        #expect(Set(names) == Set(told) && names.count == told.count)
    }

    @Test(arguments: [("2027-11-02", "2028-02-29"), ("2026-01-01", "2027-03-01"), ("2026-12-31", "2027-03-01")])
    func `sixty days after the year end in a leap year's February or in March`(start: String, end: String) throws {
        let clocks = try NotificationClocks(options: ["laws": "hipaa", "discovered": start]).clocks
        #expect(clocks.last?.deadline.description == end)
    }

    @Test func `hours elapse across a change of clocks, and days end where the people are`() throws {
        let given = ["laws": "gdpr+us-wa", "discovered": "2026-10-24T23:30:00Z", "offset": "120"]
        let clocks = try NotificationClocks(options: given).clocks
        #expect(clocks.map(\.deadline.description) == ["2026-10-27T23:30:00Z", "2026-11-24"])
        #expect(clocks[1].end.description == "2026-11-24T21:59:59.999Z")
    }

    @Test func `the determination starts the clocks that wait for it`() throws {
        let given = ["laws": "dfars+sec", "discovered": "2026-11-10", "determined": "2026-11-13"]
        let clocks = try NotificationClocks(options: given).clocks
        #expect(clocks.map(\.law) == [.dfars, .sec])
        #expect(clocks.map(\.deadline.description) == ["2026-11-13T00:00:00Z", "2026-11-19"])
    }
}

// MARK: The collector

extension NotificationClocksTests {
    /// When the last notice went out, what was missed then, and the milliseconds that were left until the first deadline.
    static let notices: [(notified: String, missed: Int, left: Double)] = [
        ("2026-12-01T12:00:00Z", 0, 129_599_999), ("2026-12-02T23:59:59Z", 0, 999),
        ("2026-12-03T00:00:00Z", 1, -1), ("2027-02-01T00:00:00Z", 2, -5_184_000_001),
    ]

    @Test(arguments: notices)
    func `a notice after its deadline is missed`(
        notified: String, missed: Int, left: Double
    ) async throws {
        let files = MemoryCollectorFiles()
        let report = try await run(
            ["laws": "us-de+us-fl", "discovered": "2026-11-02", "notified": notified], on: files)
        let evidence = try #require(report.evidence.first)
        #expect(evidence.draft.artifact == "breach-clock-report")
        #expect(evidence.draft.measurements.map(\.name) == ["breach-hours-left", "breach-missed-deadlines"])
        #expect(evidence.draft.measurements.last?.value == Double(missed))
        let hours = try #require(evidence.draft.measurements.first?.value)
        #expect(abs(hours * 3_600_000 - left) < 1e-3)
        #expect(report.verdict == (missed == 0 ? .met : .unmet))
        #expect(evidence.draft.findings.count == missed)
    }

    @Test func `the table has the most urgent notice first`() async throws {
        let files = MemoryCollectorFiles()
        _ = try await run(["laws": "gdpr+us-tx", "discovered": "2026-11-02", "persons": "250"], on: files)
        let text = String(decoding: files.results["breach-clocks.csv"] ?? [], as: UTF8.self)
        #expect(
            text == """
                law,addressee,citation,from,start,deadline
                gdpr,supervisory authority,"Regulation (EU) 2016/679, article 33(1)",discovery,2026-11-02T00:00:00Z,\
                2026-11-05T00:00:00Z
                us-tx,attorney general,Tex. Bus. & Com. Code 521.053,determination,2026-11-02T00:00:00Z,2026-12-02
                us-tx,individuals,Tex. Bus. & Com. Code 521.053,determination,2026-11-02T00:00:00Z,2027-01-01

                """)
    }

    @Test func `nobody to tell is nothing to miss`() async throws {
        let report = try await run(
            ["laws": "glba", "discovered": "2020-11-02", "persons": "499"], on: MemoryCollectorFiles())
        #expect(report.verdict == .met)
        #expect(report.evidence.first?.draft.measurements == [Measurement("breach-missed-deadlines", 0)])
    }

    @Test func `law that is not settled is noted`() async throws {
        let report = try await run(["laws": "fcc", "discovered": "2026-11-20"], on: MemoryCollectorFiles())
        #expect(report.findings.map(\.code) == ["law-unsettled"])
    }

    @Test(arguments: [
        (["laws": "us"], "option 'discovered' is missing"),
        (["discovered": "yesterday"], "option 'discovered' cannot be 'yesterday'"),
        (["discovered": "2026-11-31"], "option 'discovered' cannot be '2026-11-31'"),
        (["discovered": "2026-11-02", "laws": "us+mars"], "option 'laws' cannot name 'mars'"),
        (["discovered": "2026-11-02", "determined": "2026-11-01"], "option 'determined' cannot be"),
        (["discovered": "2026-11-02", "notified": "2026-11-01"], "option 'notified' cannot be"),
        (["discovered": "2026-11-02", "persons": "5", "residents": "6"], "option 'residents' cannot be '6'"),
        (["discovered": "2026-11-02", "persons": "-1"], "option 'persons' cannot be '-1'"),
        (["discovered": "2026-11-02", "offset": "841"], "option 'offset' cannot be '841'"),
    ])
    func `options that cannot be are refused`(options: [String: String], message: String) {
        let error = #expect(throws: InvalidValue.self) { try NotificationClocks(options: options) }
        #expect(error?.description.hasPrefix(message) == true)
    }

    @Test(arguments: ["9999-12-31T23:59:59Z", "0000-01-01"])
    func `the ends of the calendar break nothing`(moment: String) async throws {
        let laws = NotificationLaw.allCases.map(\.rawValue).joined(separator: "+")
        for offset in ["-720", "840"] {
            let given = ["laws": laws, "discovered": moment, "offset": offset, "persons": "1000"]
            #expect(try NotificationClocks(options: given).clocks.count > NotificationLaw.allCases.count)
        }
    }

    @Test func `it keeps the contract`() async {
        let given = ["laws": "hipaa+us-tx", "discovered": "2026-11-02", "persons": "600"]
        #expect(await CollectorContract.violations(of: NotificationClocks.self, given: given) == [])
    }

    private func run(_ given: [String: String], on files: MemoryCollectorFiles) async throws -> CollectorReport {
        let context = CollectorContext(files: files, clock: { Timestamp(milliseconds: 1_795_253_400_000) })
        return try await NotificationClocks(options: given).collect(in: context)
    }
}

// MARK: The fixture

extension NotificationClocksTests {
    struct Case: Decodable {
        let id: String
        let start: String
        /// The deadlines by addressee, or under no name where there is only one.
        let deadline: [String: String]

        private enum CodingKeys: String, CodingKey { case id, start, deadline }

        init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: CodingKeys.self)
            id = try values.decode(String.self, forKey: .id)
            start = try values.decode(String.self, forKey: .start)
            if let one = try? values.decode(String.self, forKey: .deadline) {
                deadline = ["": one]
            } else {
                deadline = try values.decode([String: String].self, forKey: .deadline)
            }
        }
    }

    static func cases() throws -> [Case] {
        struct File: Decodable { let clocks: [Case] }
        return try JSONDecoder().decode(File.self, from: try Fixture.data("notification-clocks.json")).clocks
    }
}
