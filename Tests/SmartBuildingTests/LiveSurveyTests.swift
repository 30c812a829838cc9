import BACnet
import BuildingPoints
import FieldLinks
import PhaseLoom
import PhaseLoomTesting
import SimulatedBuilding
import Testing

@testable import SmartBuilding

/// The collector as it is used: through its options, over sockets, with a device that another thread serves.
@Suite struct LiveSurveyTests {
    /// Serves a device until nobody wants it any more.
    private actor Host {
        private let executor: TrunkExecutor
        nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

        init(_ executor: TrunkExecutor) { self.executor = executor }

        func serve(_ device: SimulatedBACnetDevice, on socket: UDPSocket) {
            var server = SimulatedBACnetServer(
                [SimulatedStation(device, at: BACnetPeer(socket.local))], at: socket.local)
            // It ends with the task.
            try? server.serve(socket, until: .seconds(1 << 30))
        }
    }

    private func inventory(of device: SimulatedBACnetDevice, depth: String) async throws -> PointInventory {
        let socket = try UDPSocket(local: try #require(Endpoint("127.0.0.1:0")))
        let host = Host(try TrunkExecutor())
        let served = Task { await host.serve(device, on: socket) }
        defer { served.cancel() }
        let files = MemoryCollectorFiles([:])
        let options = [
            "bacnet": "\(socket.local)", "local": "127.0.0.1", "rate": "100000", "timeout": "60000",
            "listening": "60000", "depth": depth,
        ]
        let report = try await SurveyCollector(options: options).collect(
            in: CollectorContext(files: files, clock: { Timestamp(milliseconds: 0) }))
        #expect(report.verdict == .met && report.evidence.last?.draft.findings == [])
        return try PointInventory(json: files.results["bms-baseline.json"] ?? [], file: "bms-baseline.json")
    }

    @Test(arguments: ["full", "brief"]) func `a device behind a socket becomes a baseline`(depth: String) async throws {
        let objects = (0..<UInt32(300)).map { number in
            SimulatedObject(
                ObjectIdentifier(rawValue: number), CharacterString("P-\(number)"),
                [.presentValue: [.real(Float(number) / 4)], .units: [.enumerated(62)]])
        }
        let device = try #require(SimulatedBACnetDevice(instance: 42, objects))
        let first = try await inventory(of: device, depth: depth)
        #expect(first.devices.map(\.instance) == [42] && first.pointCount == 300)
        let points = try #require(first.devices.first).points
        #expect(points.map(\.name) == (0..<300).map { "P-\($0)" })
        #expect(points.map(\.presentValue) == (0..<300).map { .real(Double($0) / 4) })
        #expect(points.allSatisfy { $0.units?.number == 62 && $0.readErrors.isEmpty })
    }
}
