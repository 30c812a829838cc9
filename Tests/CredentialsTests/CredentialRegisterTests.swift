import Credentials
import PhaseLoom
import PhaseLoomTesting
import Testing

/// Expected values: rows 3-10 to 3-15, 3-20, 3-21, 3-56 and 3-57 of the framework; the terms that issuers publish.
@Suite struct CredentialRegisterTests {
    private let first = Day(daysSince1970: 20_000)
    private let last = Day(daysSince1970: 20_030)

    private func verdict(_ need: CredentialNeed, _ entries: HeldCredential...) -> CredentialVerdict {
        CredentialRegister(entries).verdict(on: need, of: "kim", from: first, until: last)
    }

    private func held(
        _ credential: ID, holder: ID = "kim", licenceClass: ID? = nil, status: HeldCredential.Status = .active,
        issued: Day? = nil, expiry: HeldCredential.Expiry = .never, hours: Int = 0
    ) -> HeldCredential {
        HeldCredential(
            holder: holder, credential: credential, issuer: "issuer", licenceClass: licenceClass, status: status,
            issued: issued, expiry: expiry, hours: hours)
    }

    @Test(
        arguments: [
            (.active, nil, .never, .covered), (.active, nil, .unknown, .unknown), (.unknown, nil, .never, .unknown),
            (.suspended, nil, .never, .uncovered), (.revoked, nil, .never, .uncovered),
            (.active, nil, .day(Day(daysSince1970: 20_030)), .covered),
            (.active, nil, .day(Day(daysSince1970: 20_029)), .expired),
            (.active, Day(daysSince1970: 20_000), .never, .covered),
            (.active, Day(daysSince1970: 20_001), .never, .uncovered),
        ] as [(HeldCredential.Status, Day?, HeldCredential.Expiry, CredentialVerdict)])
    func `a credential counts while it is in force`(
        status: HeldCredential.Status, issued: Day?, expiry: HeldCredential.Expiry, expected: CredentialVerdict
    ) {
        #expect(
            verdict(.credential(anyOf: ["x"]), held("x", status: status, issued: issued, expiry: expiry)) == expected)
    }

    @Test(arguments: [
        ("cissp", 3), ("pmp", 3), ("aws-solutions-architect", 3), ("google-cloud-architect", 2), ("cka", 2),
    ])
    func `the term of a known credential ends it where its record does not`(name: ID, years: Int) {
        let start = last.adding(years: -years)
        let need = CredentialNeed.credential(anyOf: [name])
        #expect(verdict(need, held(name, issued: start, expiry: .unknown)) == .covered)
        #expect(verdict(need, held(name, issued: start.adding(days: -1), expiry: .unknown)) == .expired)
        #expect(verdict(need, held(name, expiry: .unknown)) == .unknown)
    }

    @Test func `automation needs a vendor-neutral credential and one for the language`() {
        #expect(verdict(.automation, held("cka"), held("pcap")) == .covered)
        #expect(verdict(.automation, held("cka")) == .uncovered)
        #expect(verdict(.automation, held("pcap"), held("aws-solutions-architect")) == .uncovered)
        #expect(verdict(.automation, held("cka"), held("pcap", holder: "lee")) == .uncovered)
    }

    @Test func `a credential that nobody knows leaves its kind open`() {
        #expect(verdict(.emphasis(.language), held("swift-guild")) == .unknown)
        #expect(verdict(.emphasis(.language), held("licence", licenceClass: "c-7")) == .uncovered)
    }

    @Test func `no examination stands in for experience`() {
        let need = CredentialNeed.all([.credential(anyOf: ["pmp"]), .experience(hours: 2000)])
        #expect(verdict(need, held("pmp", hours: 1999)) == .uncovered)
        #expect(verdict(need, held("pmp", hours: 2000)) == .covered)
        #expect(verdict(.experience(hours: 1), held("pcep"), held("pcap"), held("pcpp")) == .uncovered)
    }

    @Test(arguments: [
        ("us-ca", "low-voltage", CredentialVerdict.covered), ("us-ca", "line-voltage", .uncovered),
        ("us-tx", "low-voltage", .unknown), ("us-ca", "cleaning", .covered),
    ])
    func `a licence is asked for where a rule is known`(place: ID, task: ID, expected: CredentialVerdict) {
        let rules = [
            LicenceRule("us-ca", "low-voltage", licenceClasses: ["c-7", "c-10"], source: "16 CCR 832.07"),
            LicenceRule("us-ca", "line-voltage", licenceClasses: ["c-10"], source: "16 CCR 832.10"),
            LicenceRule("us-ca", "cleaning", licenceClasses: [], source: "an example"),
        ]
        let register = CredentialRegister([held("contractor-licence", licenceClass: "c-7")])
        let verdict = register.verdict(on: task, in: place, of: "kim", from: first, until: last, under: rules)
        #expect(verdict == expected)
    }

    @Test func `several rules on the same work must all be met`() {
        let rules = [
            LicenceRule("us-tx", "alarm", licenceClasses: ["company"], source: "an example"),
            LicenceRule("us-tx", "alarm", licenceClasses: ["installer"], source: "an example"),
        ]
        let need = rules.need(for: "alarm", in: "us-tx") ?? .all([])
        #expect(verdict(need, held("licence", licenceClass: "installer")) == .uncovered)
        #expect(
            verdict(need, held("licence", licenceClass: "installer"), held("permit", licenceClass: "company"))
                == .covered)
    }

    @Test func `of several entries the best counts`() {
        let old = held("cissp", expiry: .day(first))
        #expect(verdict(.credential(anyOf: ["cissp"]), old, held("cissp")) == .covered)
        #expect(verdict(.credential(anyOf: ["cissp"])) == .uncovered)
        #expect(verdict(.all([])) == .covered)
    }

    @Test func `needs read as sentences`() {
        let need = CredentialNeed.all([.licence(anyOf: ["c-7", "c-10"]), .experience(hours: 10)])
        #expect(need.description == "a licence of class 'c-7' or 'c-10' and 10 hours of experience")
        #expect(
            CredentialNeed.automation.description == "a vendor-neutral credential and a language-specific credential")
    }

    // MARK: tables

    private func read(_ text: String) throws -> CredentialRegister {
        let context = CollectorContext(
            files: MemoryCollectorFiles(["r.csv": Array(text.utf8)]), clock: { Timestamp(milliseconds: 0) })
        return try CredentialRegister(
            Table(
                "r.csv", columns: CredentialRegister.columns, optional: CredentialRegister.optionalColumns,
                in: context))
    }

    @Test func `a register is read from a table`() throws {
        let text = """
            holder,credential,issuer,status,class,number,issued,expires,hours
            kim,cissp,ISC2,active,,12345,2026-01-15,2029-01-14,2000
            lee,contractor-licence,CSLB,active,c-7,998877,,never,
            """
        #expect(
            try read(text).entries == [
                HeldCredential(
                    holder: "kim", credential: "cissp", issuer: "ISC2", number: "12345",
                    issued: Day(parsing: "2026-01-15"), expiry: .day(Day(parsing: "2029-01-14")), hours: 2000),
                HeldCredential(
                    holder: "lee", credential: "contractor-licence", issuer: "CSLB", licenceClass: "c-7",
                    number: "998877", expiry: .never),
            ])
    }

    @Test(arguments: [
        ("kim,cissp,ISC2,valid,,", "column 'status' cannot be 'valid'"),
        ("kim,cissp,ISC2,active,2026-01-02,2026-01-01", "it expires on 2026-01-01, before it was issued"),
        ("kim,cissp,ISC2,active,,soon", "column 'expires' cannot be 'soon'"),
        (",cissp,ISC2,active,,", "column 'holder' is empty"),
    ])
    func `a wrong row is told with its place`(row: String, message: String) {
        let error = #expect(throws: CollectorError.self) {
            try read("holder,credential,issuer,status,issued,expires\n" + row)
        }
        #expect(error?.problems.count == 1)
        #expect(error?.problems.first?.contains(message) == true)
    }
}
