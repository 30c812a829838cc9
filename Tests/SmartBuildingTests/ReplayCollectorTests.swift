import BuildingPoints
import FieldLinks
import PhaseLoom
import PhaseLoomTesting
import Testing

@testable import SmartBuilding

/// Expected values: what tshark 4.0.17 shows of a capture of mbpoll and pymodbus.
@Suite struct ReplayCollectorTests {
    private func run(
        _ options: [String: String], _ files: [String: [UInt8]], pieceSize: Int = 1 << 16
    ) async throws -> (report: CollectorReport, files: MemoryCollectorFiles) {
        let files = MemoryCollectorFiles(files, pieceSize: pieceSize)
        let context = CollectorContext(files: files, clock: { Timestamp(milliseconds: 0) })
        return (try await ReplayCollector(options: options).collect(in: context), files)
    }

    @Test func `keeps the contract`() async throws {
        let violations = await CollectorContract.violations(
            of: ReplayCollector.self, given: ["pcap": "a.pcap"],
            reading: ["a.pcap": try SmartBuildingFixture.octets(of: "mbpoll.pcap")])
        #expect(violations == [])
    }

    @Test(arguments: [1, 100, 1 << 16]) func `a capture becomes a baseline`(pieceSize: Int) async throws {
        let map = Array("name,address,type,convention\nfirst,1,uint16,zero-based\n".utf8)
        let (report, files) = try await run(
            ["pcap": "a.pcap", "map": "map.csv", "site": "Bench"],
            ["a.pcap": try SmartBuildingFixture.octets(of: "mbpoll.pcap"), "map.csv": map], pieceSize: pieceSize)
        let inventory = try PointInventory(json: files.results["bms-baseline.json"] ?? [], file: "x")
        #expect(inventory.method == "replay" && inventory.site == "Bench" && inventory.taken != nil)
        #expect(inventory.units.map(\.endpoint) == ["127.0.0.1:15020"])
        #expect(inventory.units.first?.registers.map(\.raw) == [[1]])
        #expect(report.verdict == .met && report.evidence.last?.draft.artifact == "bms-baseline")
    }

    @Test func `a damaged capture gives what it has, and what is none is refused`() async throws {
        let octets = try SmartBuildingFixture.octets(of: "mbpoll.pcap")
        let (report, _) = try await run(["pcap": "a.pcap"], ["a.pcap": Array(octets.prefix(octets.count / 2))])
        let draft = try #require(report.evidence.last?.draft)
        #expect(draft.findings.contains { $0.code == "damaged-capture" } && report.verdict == .met)
        await #expect(throws: CollectorError.self) {
            try await run(["pcap": "a.pcap"], ["a.pcap": Array("no capture at all, just text".utf8)])
        }
        #expect(throws: InvalidValue.self) { try ReplayCollector(options: [:]) }
    }

    @Test func `a capture in which nobody reads anything says so`() async throws {
        let octets = try SmartBuildingFixture.octets(of: "mbpoll.pcap")
        let (report, _) = try await run(["pcap": "a.pcap"], ["a.pcap": Array(octets.prefix(24))])
        #expect(report.verdict == .undefined)
        #expect(report.evidence.last?.draft.findings.map(\.code) == ["nothing-found"])
    }
}
