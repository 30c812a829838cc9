import PhaseLoom
import PhaseLoomTesting
import Testing

@testable import Infrastructure

/// Expected values: `overlaps` of Python's `ipaddress` over the same prefixes; VLAN numbers of IEEE 802.1Q.
@Suite struct AddressPlanCollectorTests {
    private func report(_ text: String) async throws -> CollectorReport {
        let files = MemoryCollectorFiles(["plan.csv": Array(text.utf8)])
        let context = CollectorContext(files: files, clock: { Timestamp(milliseconds: 0) })
        return try await AddressPlanCollector(options: ["file": "plan.csv"]).collect(in: context)
    }

    private func findings(_ report: CollectorReport) -> [String] {
        report.evidence.flatMap(\.draft.findings).map { "\($0.subject): \($0.code)" }
    }

    @Test func `keeps the contract`() async {
        let plan = Array("prefix,site,vlan\n192.0.2.0/24,north,10\n2001:db8::/64,north,10\n".utf8)
        let violations = await CollectorContract.violations(
            of: AddressPlanCollector.self, given: ["file": "plan.csv"], reading: ["plan.csv": plan])
        #expect(violations == [])
    }

    @Test func `a plan without overlaps is met`() async throws {
        let report = try await report(
            "prefix,site,vlan\n198.51.100.0/25,a,1\n198.51.100.128/25,b,4094\n2001:db8::/33,a,\n2001:db8:8000::/33,b,2\n"
        )
        #expect(report.verdict == .met && findings(report) == [])
        #expect(report.evidence.map(\.draft.artifact) == ["network-address-plan"])
        #expect(
            report.evidence[0].draft.measurements.map(\.description) == [
                "invalid-prefixes 0", "invalid-vlans 0", "overlapping-prefixes 0",
            ])
    }

    @Test func `each prefix inside another is found, with the nearest one`() async throws {
        let prefixes = [
            "10.0.0.0/16", "10.1.0.0/16", "10.0.5.0/24", "10.0.5.128/25", "192.0.2.0/24", "192.0.2.0/24",
            "198.51.100.0/25", "198.51.100.128/25", "2001:db8::/32", "2001:db8:1::/48", "2001:db9::/32", "::/0",
        ]
        let report = try await report("prefix,site\n" + prefixes.map { "\($0),x\n" }.joined())
        #expect(report.verdict == .unmet)
        #expect(
            findings(report) == [4, 5, 7, 10, 11, 12].map { "line \($0): overlapping-prefix" })
        let overlapping = report.evidence[0].draft.measurements.last
        #expect(overlapping == Measurement("overlapping-prefixes", 6))
        #expect(
            report.evidence[0].draft.findings[1].message
                == "'10.0.5.128/25' of 'x' overlaps '10.0.5.0/24' of 'x' on line 4")
    }

    @Test func `the order of the rows does not hide an overlap`() async throws {
        let report = try await report("prefix,site\n10.0.5.0/24,b\n10.0.0.0/16,a\n10.0.5.0/24,c\n")
        #expect(findings(report) == ["line 2: overlapping-prefix", "line 4: overlapping-prefix"])
    }

    @Test func `bad prefixes and VLANs are findings, not the end`() async throws {
        let report = try await report(
            "prefix,site,vlan\n192.0.2.0/33,a,1\n192.0.2.1/24,a,0\n192.0.2.0/25,b,4095\nnonsense,c,99999\n")
        #expect(
            findings(report) == [
                "line 2: invalid-prefix", "line 3: host-bits", "line 5: invalid-prefix", "line 4: overlapping-prefix",
                "line 3: invalid-vlan", "line 4: invalid-vlan", "line 5: invalid-vlan",
            ])
        #expect(report.verdict == .unmet)
    }

    @Test(arguments: [
        "", "prefix\n192.0.2.0/24\n", "prefix,site\n", "prefix,site\n,a\n", "prefix,site,vlan\n::/0,a,-1\n",
        "prefix,site,vlan\n::/0,a,ten\n", "prefix,site\n\"::/0,a\n", "\u{0}\u{1}\u{2}",
    ])
    func `a file that is no such table is refused`(text: String) async {
        let error = await #expect(throws: CollectorError.self) { try await report(text) }
        #expect(error?.code == .data)
    }
}
