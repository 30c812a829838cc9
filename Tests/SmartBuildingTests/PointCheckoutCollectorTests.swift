import BACnet
import BuildingPoints
import FieldLinks
import Modbus
import PhaseLoom
import PhaseLoomTesting
import SimulatedBuilding
import Synchronization
import Testing

@testable import SmartBuilding

/// Expected values: what the simulated devices were given; IEEE 754 for 20.1 as 41A0CCCD; 20.1 °C are 68.18 °F.
@Suite struct PointCheckoutCollectorTests {
    static let matrix = Array(
        """
        source,target,scale,offset,source-units,target-units
        "bacnet:1201/analog-input,1",tag:sat,1.8,32,°C,°F
        "bacnet:1201/analog-input,1","modbus:gw/3/holding-registers/100",1.8,32,°C,°F
        "bacnet:1201/binary-input,2",tag:run,,,,
        modbus:gw/3/coils/7,tag:pump,,,,

        """.utf8)
    static let expected = Array(
        """
        point,expected,tolerance,state text,tester
        tag:sat,68.2,0.05,,AL
        "bacnet:1201/binary-input,2",active,,Running,AL
        modbus:gw/3/coils/7,1,,,AL

        """.utf8)
    static let map = Array(
        """
        name,address,convention,type,order,units,unit,trunk
        sat,100,zero-based,float32,CDAB,°F,3,gw

        """.utf8)
    static let files = ["matrix.csv": matrix, "expected.csv": expected, "map.csv": map]
    static let options = [
        "matrix": "matrix.csv", "expected": "expected.csv", "map": "map.csv", "bacnet": "10.0.0.2",
        "modbus": "gw=10.0.0.9", "site": "Campus",
    ]
    static let time = Timestamp(milliseconds: 1_795_000_000_000)

    /// A building of one device and one unit; a test changes what they show.
    struct Building {
        var temperature: Float = 20.1
        var flags = [false, false, false, false]
        var registers: [UInt16] = [0x5C29, 0x4288]
        var coil = true

        func links() throws -> (links: CheckoutLinks, network: SimulatedNetwork, stream: SimulatedStream) {
            let status: [BACnetValue] = [.bitString(BitString(flags))]
            let objects: [SimulatedObject] = [
                SimulatedObject(
                    try #require(ObjectIdentifier(.analogInput, 1)), "SAT",
                    [.presentValue: [.real(temperature)], .statusFlags: status, .units: [.enumerated(62)]]),
                SimulatedObject(
                    try #require(ObjectIdentifier(.binaryInput, 2)), "RUN",
                    [
                        .presentValue: [.enumerated(1)],
                        .statusFlags: [.bitString(BitString([false, false, false, false]))],
                        .inactiveText: [.characterString("Stopped")], .activeText: [.characterString("Running")],
                    ]),
            ]
            let network = SimulatedNetwork()
            network.add(
                try #require(SimulatedBACnetDevice(instance: 1201, objects)),
                at: BACnetPeer(Endpoint(address: 0x0A00_0002, port: 47_808)))
            var device = SimulatedModbusDevice(unit: 3)
            device.holdingRegisters = [100: registers[0], 101: registers[1]]
            device.coils = [7: coil]
            let stream = SimulatedStream(to: device)
            let link = OctetLink(network)
            return (CheckoutLinks(bacnet: { _, _ in link }, modbus: { _ in stream }), network, stream)
        }
    }

    private func check(
        _ building: Building = Building(), _ files: [String: [UInt8]] = files,
        _ options: [String: String] = options
    ) async throws -> (report: CollectorReport, sheet: CheckoutSheet, results: [String: [UInt8]]) {
        let place = MemoryCollectorFiles(files)
        let context = CollectorContext(files: place, clock: { Self.time })
        let report = try await PointCheckoutCollector(options: options).collect(
            in: context, over: building.links().links)
        let record = try #require(place.results["point-checkout.json"])
        return (report, try CheckoutSheet(json: record, file: "point-checkout.json"), place.results)
    }

    private func measured(_ report: CollectorReport, _ name: ID) -> Double? {
        report.evidence.flatMap(\.draft.measurements).first { $0.name == name }?.value
    }

    @Test func `every point of a sound building agrees`() async throws {
        let (report, sheet, results) = try await check()
        #expect(sheet.rows.flatMap(\.deficiencies).map(\.message) == [])
        #expect(sheet.rows.map { $0.sourceReading?.value } == ["20.1", "20.1", "1", "1"])
        #expect(sheet.rows.map { $0.targetReading?.value } == [nil, "68.18", nil, nil])
        #expect(measured(report, "checked-share") == 1 && measured(report, "agrees-points") == 4)
        #expect(measured(report, "points") == 4 && measured(report, "unread-points") == 0)
        #expect(
            report.verdict == .met
                && report.evidence.map(\.draft.artifact.text) == Array(repeating: "point-checkout", count: 3))
        #expect(report.evidence.flatMap(\.draft.findings) == [] && sheet.site == "Campus")
        #expect(results.keys.sorted() == ["point-checkout.csv", "point-checkout.html", "point-checkout.json"])
        #expect(sheet.rows.allSatisfy { $0.sourceReading?.time == Self.time && $0.sourceReading?.octets.count == 1 })
    }

    private typealias Defect = @Sendable (inout Building) -> Void
    private static let unreliable = ["unreliable-value", "unreliable-value"]
    private static let firstTwo: [CheckoutResult] = [.unreliable, .unreliable, .agrees, .agrees]
    private static let defects: [(Defect, [String], [CheckoutResult])] = [
        (
            { @Sendable in $0.temperature = 21 }, ["value-differs", "ends-differ"],
            [.differs, .differs, .agrees, .agrees]
        ),
        ({ @Sendable in $0.temperature = .nan }, ["value-not-finite", "value-not-finite"], firstTwo),
        ({ @Sendable in $0.flags[1] = true }, unreliable, firstTwo),
        ({ @Sendable in $0.flags[3] = true }, unreliable, firstTwo),
        ({ @Sendable in $0.flags[0] = true }, [], [.agrees, .agrees, .agrees, .agrees]),
        ({ @Sendable in $0.registers.swapAt(0, 1) }, ["ends-differ"], [.agrees, .differs, .agrees, .agrees]),
        ({ @Sendable in $0.registers = [0, 0x7FC0] }, ["value-not-finite"], [.agrees, .unreliable, .agrees, .agrees]),
        ({ @Sendable in $0.coil = false }, ["value-differs"], [.agrees, .agrees, .agrees, .differs]),
    ]

    @Test(arguments: 0..<8)
    func `a defect keeps its points from passing`(number: Int) async throws {
        let (defect, codes, results) = Self.defects[number]
        var building = Building()
        defect(&building)
        let (report, sheet, _) = try await check(building)
        #expect(sheet.rows.map(\.result) == results)
        #expect(report.evidence.flatMap(\.draft.findings).map(\.code.text) == codes)
        #expect(report.verdict == (codes.isEmpty ? .met : .unmet))
        let agreeing = Double(results.count { $0 == .agrees })
        #expect(measured(report, "checked-share") == agreeing / 4)
    }

    @Test func `the network hears nothing but reading`() async throws {
        let (links, network, stream) = try Building().links()
        let context = CollectorContext(files: MemoryCollectorFiles(Self.files), clock: { Self.time })
        _ = try await PointCheckoutCollector(options: Self.options).collect(in: context, over: links)
        #expect(!network.sent.isEmpty && network.sent.map(\.message).allSatisfy(ReadingLink.allows))
        let frames = stream.traffic.compactMap { if case .sent(let octets) = $0 { octets } else { nil } }
        #expect(frames.map { $0[7] } == [3, 1])
    }

    @Test func `the rate is kept`() async throws {
        let (links, network, _) = try Building().links()
        let context = CollectorContext(files: MemoryCollectorFiles(Self.files), clock: { Self.time })
        let options = Self.options.merging(["rate": "2"]) { $1 }
        _ = try await PointCheckoutCollector(options: options).collect(in: context, over: links)
        let times = network.sent.map(\.time)
        #expect(zip(times, times.dropFirst()).allSatisfy { $1 - $0 >= .milliseconds(500) })
    }

    @Test(arguments: ["point-checkout.json", "point-checkout.csv"])
    func `a sheet is gone on with, and what passed is not read again`(name: String) async throws {
        var building = Building()
        building.coil = false
        let (_, first, results) = try await check(building)
        #expect(first.rows.map(\.result) == [.agrees, .agrees, .agrees, .differs])
        let files = Self.files.merging(["sheet": try #require(results[name])]) { $1 }
        let place = MemoryCollectorFiles(files)
        let (links, network, stream) = try Building().links()
        let options = Self.options.merging(["sheet": "sheet"]) { $1 }
        let report = try await PointCheckoutCollector(options: options).collect(
            in: CollectorContext(files: place, clock: { Self.time.advanced(byMilliseconds: 1000) }), over: links)
        #expect(measured(report, "checked-share") == 1)
        // Only the coil is read; no device of BACnet is even looked for.
        #expect(network.sent.isEmpty && stream.traffic.count == 2)
        let sheet = try CheckoutSheet(json: try #require(place.results["point-checkout.json"]), file: "s")
        #expect(sheet.rows.prefix(3) == first.rows.prefix(3))
        #expect(sheet.rows.last?.sourceReading?.time == Self.time.advanced(byMilliseconds: 1000))
    }

    @Test func `a capture gives the sheet as well`() async throws {
        let files = [
            "capture.pcap": try SmartBuildingFixture.octets(of: "mbpoll.pcap"),
            "matrix.csv": Array(
                """
                source,target,expected
                modbus:127.0.0.1:15020/1/holding-registers/104,modbus:127.0.0.1:15020/1/holding-registers/100,21.5
                modbus:127.0.0.1:15020/1/input-registers/4,tag:a,2004
                modbus:127.0.0.1:15020/1/coils/3,tag:b,1
                modbus:127.0.0.1:15020/1/coils/4,tag:c,1
                modbus:127.0.0.1:15020/1/coils/99,tag:d,1

                """.utf8),
            "map.csv": Array(
                """
                name,address,convention,type,order,table
                a,100,zero-based,float32,ABCD,holding-registers
                b,104,zero-based,float32,BADC,holding-registers
                c,4,zero-based,uint16,,input-registers

                """.utf8),
        ]
        let options = ["matrix": "matrix.csv", "map": "map.csv", "pcap": "capture.pcap"]
        let (report, sheet, _) = try await check(Building(), files, options)
        #expect(sheet.rows.map(\.result) == [.agrees, .agrees, .agrees, .differs, .unread])
        #expect(measured(report, "checked-share") == 0.6)
        let violations = await CollectorContract.violations(
            of: PointCheckoutCollector.self, given: options, reading: files)
        #expect(violations == [])
    }

    @Test(arguments: [
        ("matrix.csv", "tag:sat,1.8", "tag:sat,x", "bad-cell"),
        ("matrix.csv", "bacnet:1201/bin", "bacnet:1201/bon", "bad-cell"),
        ("expected.csv", "68.2", "68.2,9", "bad-cell"), ("expected.csv", "tag:sat", "tag:set", "unknown-point"),
        ("map.csv", "float32", "float", ""), ("map.csv", "100,", "1x,", "bad-address"),
        ("map.csv", "address", "place", "missing-column"),
    ])
    func `a file that would leave points unchecked is refused`(
        file: String, text: String, replacement: String, rule: String
    ) async throws {
        let content = String(decoding: try #require(Self.files[file]), as: UTF8.self)
        let files = Self.files.merging([file: Array(content.replacing(text, with: replacement).utf8)]) { $1 }
        if rule.isEmpty {
            #expect(try await check(Building(), files).sheet.agreeingShare == 1)
            return
        }
        let error = await #expect(throws: CollectorError.self) { _ = try await check(Building(), files) }
        #expect(error?.code == .data && error?.problems.first?.contains(rule) == true, "\(String(describing: error))")
        #expect(error?.problems.first?.hasPrefix(file + ":") == true)
    }

    @Test(arguments: [
        (["devices": "d.csv"], "device,address\n1201,nowhere\n", "is no address"),
        (["devices": "d.csv"], "device,address\nx,10.0.0.2\n", "bad-cell"),
        (["devices": "d.csv"], "{}", "format"), (["sheet": "d.csv"], "{}", "format"),
        (["sheet": "d.csv"], "source,target\n", "missing-column"),
    ])
    func `other files are refused with their place`(
        options: [String: String], content: String, reason: String
    ) async throws {
        let files = Self.files.merging(["d.csv": Array(content.utf8)]) { $1 }
        let error = await #expect(throws: CollectorError.self) {
            _ = try await check(Building(), files, Self.options.merging(options) { $1 })
        }
        #expect(error?.description.contains(reason) == true, "\(String(describing: error))")
    }

    @Test func `a capture that is none is refused, and so is a file that is too large`() async throws {
        let files = Self.files.merging(["a.pcap": Array("no capture at all, but long".utf8)]) { $1 }
        let options = ["matrix": "matrix.csv", "pcap": "a.pcap"]
        let error = await #expect(throws: CollectorError.self) { _ = try await check(Building(), files, options) }
        #expect(error?.description.contains("the capture cannot be read") == true)
    }

    @Test(arguments: [
        (["bacnet": "here"], "write it like '192.0.2.7:47808'"), ([:], "give 'bacnet' or 'devices'"),
        (["bacnet": "10.0.0.2", "pcap": "a"], "read from devices, or from a capture"),
        (["modbus": "a=10.0.0.1,a=10.0.0.2"], "name each trunk once"), (["modbus": "10.0.0.1,10.0.0.2"], "at most one"),
        (["modbus": "a="], "write it like '192.0.2.7:502'"),
    ])
    func `options that do not go together are refused`(options: [String: String], hint: String) {
        let error = #expect(throws: InvalidValue.self) {
            try PointCheckoutCollector(options: options.merging(["matrix": "m"]) { $1 })
        }
        #expect(error?.hint.contains(hint) == true, "\(String(describing: error))")
    }

    @Test func `a link that cannot be opened is told, and cancelling ends the work`() async throws {
        let context = CollectorContext(files: MemoryCollectorFiles(Self.files), clock: { Self.time })
        for code in [LinkError.Code.inUse, .cancelled] {
            let links = CheckoutLinks(
                bacnet: { _, _ throws(LinkError) in throw LinkError(code, "the address is in use") },
                modbus: { _ throws(LinkError) in throw LinkError(code, "refused") })
            await #expect {
                _ = try await PointCheckoutCollector(options: Self.options).collect(in: context, over: links)
            } throws: { error in
                code == .cancelled ? error is CancellationError : (error as? CollectorError)?.code == .environment
            }
        }
    }

    @Test func `a trunk that refuses leaves its points unread`() async throws {
        let working = try Building().links().links
        let links = CheckoutLinks(
            bacnet: working.bacnet,
            modbus: { _ throws(LinkError) in throw LinkError(.refused, "nobody listens at 10.0.0.9:502") })
        let place = MemoryCollectorFiles(Self.files)
        let context = CollectorContext(files: place, clock: { Self.time })
        let report = try await PointCheckoutCollector(options: Self.options).collect(in: context, over: links)
        #expect(measured(report, "unread-points") == 2 && measured(report, "agrees-points") == 2)
    }

    @Test func `a matrix without points decides nothing`() async throws {
        let files = Self.files.merging([
            "matrix.csv": Array("source,target\n".utf8), "expected.csv": Array("point\n".utf8),
        ]) { $1 }
        let report = try await check(Building(), files).report
        #expect(measured(report, "checked-share") == nil && report.verdict != .met)
    }
}

/// A simulated network whose messages are octets on the way.
private struct OctetLink: MessageLink {
    private let network: SimulatedNetwork

    init(_ network: SimulatedNetwork) { self.network = network }

    var now: Duration { network.now }
    func wait(until moment: Duration) { network.wait(until: moment) }
    func send(_ message: BACnetMessage, to destination: Endpoint) throws(BACnetError) {
        network.send(message, to: destination)
    }

    func receive(until deadline: Duration) throws(BACnetError) -> ReceivedMessage? {
        guard let received = network.receive(until: deadline) else { return nil }
        guard case .success(let message) = received.content, let octets = try? message.encode() else { return received }
        return ReceivedMessage(received.content, from: received.source, octets: octets)
    }
}
