import BACnet
import BuildingCommands
import BuildingPoints
import FieldLinks
import Modbus
import PhaseLoom
import PhaseLoomTesting
import SimulatedBuilding
import Synchronization
import Testing

@testable import SmartBuilding

/// Expected values: the rules of section 7 of the domain's page, "writes": signed, with priority and release.
@Suite struct CommandCollectorTests {
    private static let start = Timestamp(milliseconds: 1_795_000_000_000)
    private static let order = """
        point,protocol,endpoint,unit-id,table,register,type,value,release,reason,person
        pump,modbus,192.0.2.9:502,3,coils,7,,1,15m,run test,Ada
        speed,modbus,192.0.2.9:502,3,holding-registers,100,uint16,60,15m,run test,Ada

        """

    /// The clocks of a test: the steady one goes on when somebody waits.
    private final class Clock: CommandTime {
        private let state = Mutex(Duration.zero)
        var elapsed: Duration { state.withLock { $0 } }
        var now: Timestamp { CommandCollectorTests.start.advanced(byMilliseconds: elapsed.components.seconds * 1000) }
        func wait(until elapsed: Duration, or moment: Timestamp) async throws(CancellationError) {
            if Task.isCancelled { throw CancellationError() }
            state.withLock { $0 = max($0, elapsed) }
        }
    }

    private let stream: SimulatedStream
    private let clock = Clock()
    private let engagement: MemoryEngagement
    private let files: MemoryCollectorFiles

    init() throws {
        var device = SimulatedModbusDevice(unit: 3)
        device.coils[7] = false
        device.holdingRegisters[100] = 25
        stream = SimulatedStream(to: device)
        engagement = MemoryEngagement(try Self.engagement(Self.order))
        files = MemoryCollectorFiles(["order.csv": Array(Self.order.utf8), "other.csv": Array(Self.other.utf8)])
    }

    private static let other = order.replacing("60", with: "61")

    private static func engagement(_ order: String, signed: Bool = true, writes: Bool = true) throws -> Engagement {
        let overlay = try SmartBuilding(options: ["writes": writes ? "yes" : "no"])
        let sequence = try BaseSequence.standard.composed(with: [overlay])
        var journey = try Journey(through: sequence, at: start)
        let digest = Digest(of: Array(order.utf8))
        journey.drafts["command-order"] = EvidenceDraft(artifact: "command-order", digest: digest)
        if !signed { journey.signers = ["operator": ""] }
        do throws(Refusal) {
            try journey.lead(to: "execution")
        } catch {
            #expect(!signed && error.code == .entry)
        }
        return journey.engagement
    }

    private func collector(_ options: [String: String] = [:]) throws -> CommandCollector {
        var collector = try CommandCollector(options: ["order": "order.csv"].merging(options) { $1 })
        collector.links = CommandLinks(
            bacnet: { () throws(LinkError) in throw LinkError(.unreachable, "no network") },
            modbus: { [stream] _ in stream })
        collector.time = { [clock] _ in clock }
        return collector
    }

    private func context(_ engagement: MemoryEngagement? = nil) -> CollectorContext {
        (engagement ?? self.engagement).context(reading: files, at: { [clock] in clock.now })
    }

    private func codes(_ evidence: [Evidence]) -> [String] { evidence.flatMap { $0.draft.findings.map(\.code.text) } }

    @Test func `keeps the contract`() async throws {
        // What was released already needs no device.
        let held = MemoryEngagement(try Self.engagement(Self.order))
        let report = try await collector().collect(in: context(held))
        #expect(report.verdict == .met)
        let violations = await CollectorContract.violations(
            of: CommandCollector.self, given: ["order": "order.csv", "release": "yes"],
            reading: ["order.csv": Array(Self.order.utf8)], for: held.engagement)
        #expect(violations == [])
    }

    @Test func `an order is carried out, and its log says so`() async throws {
        let report = try await collector().collect(in: context())
        #expect(report.verdict == .met && report.evidence.isEmpty)
        #expect(
            codes(engagement.recorded) == [
                "command-begins", "command-holds", "command-begins", "command-holds", "command-released",
                "command-released",
            ])
        #expect(engagement.recorded.allSatisfy { $0.draft.artifact == "command-log" && $0.phase == "execution" })
        #expect(engagement.recorded.last?.draft.measurements.first { $0.name == "unreleased-commands" }?.value == 0)
        #expect(stream.device.coils == [7: false] && stream.device.holdingRegisters == [100: 25])
        #expect(files.results.count == 6)
        let first = try #require(files.results["command-begins-1.json"])
        #expect(try JSONReader.read(first).value["reason"] == .string("run test"))
        // The order was carried out: it is not carried out again.
        let again = try await collector().collect(in: context())
        #expect(again.verdict == .unmet && again.findings.map(\.code) == ["command-refused"])
        #expect(again.findings.first?.message.contains("the order was carried out already") == true)
    }

    @Test(
        arguments: [
            (false, true, [:], "'command-order' is not signed by the operator"),
            (true, false, [:], "the engagement asks for no signed order"),
            (true, true, ["order": "other.csv"], "the file is not the order that was signed"),
            (true, false, ["dry-run": "yes"], "the engagement asks for no signed order"),
        ] as [(Bool, Bool, [String: String], String)])
    func `what is not signed is not written`(signed: Bool, writes: Bool, options: [String: String], reason: String)
        async throws
    {
        let engagement = MemoryEngagement(try Self.engagement(Self.order, signed: signed, writes: writes))
        let report = try await collector(options).collect(in: context(engagement))
        #expect(report.verdict == .unmet && report.findings.last?.code == "command-refused")
        #expect(report.findings.last?.message.contains(reason) == true, "\(report.findings)")
        #expect(stream.device.coils == [7: false] && engagement.recorded.isEmpty)
    }

    @Test func `what was never written is not released`() async throws {
        let error = await #expect(throws: CollectorError.self) {
            try await collector(["order": "other.csv", "release": "yes"]).collect(in: context())
        }
        #expect(error?.description.contains("the log tells of no command of this order") == true)
        #expect(stream.traffic.isEmpty)
    }

    @Test func `without an engagement nothing is written`() async throws {
        let context = CollectorContext(files: files, clock: { Self.start })
        let error = await #expect(throws: CollectorError.self) { try await collector().collect(in: context) }
        #expect(error?.description.contains("points are written for an engagement only") == true)
        #expect(stream.traffic.isEmpty)
    }

    @Test func `a dry run shows what would be written`() async throws {
        let context = CollectorContext(files: files, clock: { Self.start })
        let report = try await collector(["dry-run": "yes"]).collect(in: context)
        #expect(report.verdict == .met)
        #expect(
            report.findings.map(\.message) == [
                "'pump': would write 1 to coils 7 of unit 3 at 192.0.2.9:502; it holds 0",
                "'speed': would write 60 to holding-registers 100 of unit 3 at 192.0.2.9:502; it holds 25",
            ])
        #expect(stream.device.coils == [7: false] && stream.device.holdingRegisters == [100: 25])
        let unsigned = MemoryEngagement(try Self.engagement(Self.order, signed: false))
        let preview = try await collector(["dry-run": "yes"]).collect(in: self.context(unsigned))
        #expect(preview.verdict == .unmet && preview.findings.last?.code == "command-refused")
        #expect(unsigned.recorded.isEmpty)
    }

    @Test func `what cannot be read stops an order before anything is written`() async throws {
        let order = Self.order + "fan,modbus,192.0.2.9:502,3,coils,99,,1,15m,run test,Ada\n"
        let files = MemoryCollectorFiles(["order.csv": Array(order.utf8)])
        let engagement = MemoryEngagement(try Self.engagement(order))
        let report = try await collector().collect(
            in: engagement.context(reading: files, at: { [clock] in clock.now }))
        #expect(report.verdict == .unmet && report.findings.map(\.code) == ["command-unreadable"])
        #expect(engagement.recorded.isEmpty && stream.device.coils == [7: false])
    }

    @Test func `a run that is cancelled leaves nothing set`() async throws {
        let collector = try collector()
        let context = context()
        let stream = stream
        let task = Task {
            var collector = collector
            let links = collector.links
            collector.links = CommandLinks(bacnet: links.bacnet) { endpoint throws(LinkError) in
                withUnsafeCurrentTask { $0?.cancel() }
                return try links.modbus(endpoint)
            }
            return try await collector.collect(in: context)
        }
        await #expect(throws: (any Error).self) { try await task.value }
        #expect(stream.device.coils == [7: false] && stream.device.holdingRegisters == [100: 25])
    }

    @Test(arguments: [
        (["dry-run": "yes", "release": "yes"], "'dry-run' and 'release' are both given"), ([:], "order"),
    ])
    func `options that do not go together are refused`(options: [String: String], reason: String) {
        let given = options.isEmpty ? [:] : options.merging(["order": "order.csv"]) { $1 }
        let error = #expect(throws: InvalidValue.self) { try CommandCollector(options: given) }
        #expect(error?.message.contains(reason) == true)
    }

    @Test func `an order is compared with the baseline`() async throws {
        var register = RegisterPoint("pump", .coils, 7, .bit)
        register.access = .read
        var unit = InventoryUnit(endpoint: "192.0.2.9:502", unit: 3)
        unit.registers = [InventoryRegister(register)]
        let inventory = PointInventory(site: "campus", units: [unit])
        let files = MemoryCollectorFiles([
            "order.csv": Array(Self.order.utf8), "baseline.json": inventory.json.canonicalBytes,
        ])
        let context = CollectorContext(files: files, clock: { Self.start })
        let error = await #expect(throws: CollectorError.self) {
            try await collector(["inventory": "baseline.json", "dry-run": "yes"]).collect(in: context)
        }
        #expect(error?.problems.count == 2)
        #expect(error?.description.contains("'pump' can only be read") == true)
        #expect(error?.description.contains("the baseline has no holding-registers 100 of unit 3") == true)
        // The engagement has another baseline.
        let other = self.engagement.context(reading: files, at: { Self.start })
        let refusal = await #expect(throws: CollectorError.self) {
            try await collector(["inventory": "baseline.json"]).collect(in: other)
        }
        #expect(refusal?.description.contains("this is not the baseline of the engagement") == true)
    }
}
