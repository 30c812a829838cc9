import PhaseLoom
import PhaseLoomTesting
import Testing

@testable import Infrastructure

/// Expected values: a port of a device takes one plug.
@Suite struct PortMapCollectorTests {
    private func report(_ text: String) async throws -> CollectorReport {
        let files = MemoryCollectorFiles(["map.csv": Array(text.utf8)])
        let context = CollectorContext(files: files, clock: { Timestamp(milliseconds: 0) })
        return try await PortMapCollector(options: ["file": "map.csv"]).collect(in: context)
    }

    @Test func `keeps the contract`() async {
        let map = Array("device,port,link\nsw1,1,L1\nsw1,2,L2\nsw2,1,L1\n".utf8)
        let violations = await CollectorContract.violations(
            of: PortMapCollector.self, given: ["file": "map.csv"], reading: ["map.csv": map])
        #expect(violations == [])
    }

    @Test func `a link has two ends, a port one link`() async throws {
        let report = try await report("device,port,link\nsw1,1,L1\nsw2,1,L1\nsw1,2,L2\nsw2,2,L2\n")
        #expect(report.verdict == .met)
        #expect(report.evidence[0].draft.measurements == [Measurement("duplicate-ports", 0)])
    }

    @Test func `each further link on a port is found, with the first one`() async throws {
        let report = try await report("device,port,link\nsw1,1,L1\nsw1,1,L2\nsw1,1,L1\nsw1,01,L3\n")
        #expect(report.verdict == .unmet)
        #expect(report.evidence[0].draft.measurements == [Measurement("duplicate-ports", 2)])
        #expect(report.evidence[0].draft.findings.map(\.subject) == ["line 3", "line 4"])
        #expect(report.evidence[0].draft.findings[0].message == "port '1' of 'sw1' serves 'L2' and the link of line 2")
    }

    @Test(arguments: ["", "device,port\nsw1,1\n", "device,port,link\nsw1,,L1\n", "device,port,link\nsw1,1\n"])
    func `a file that is no such table is refused`(text: String) async {
        let error = await #expect(throws: CollectorError.self) { try await report(text) }
        #expect(error?.code == .data)
    }
}
