import BACnet
import BuildingPoints
import FieldLinks
import PhaseLoom
import SimulatedBuilding
import Testing

@testable import BuildingSurvey

/// Expected values: what the simulated device was given, and ANSI/ASHRAE 135, clauses 12 and 21.
@Suite struct LiveObjectsTests {
    private func reading(
        _ point: String, _ change: (inout DeviceFaults) -> Void = { _ in }
    ) throws -> (reading: CheckoutReading, bench: CheckoutBench) {
        let bench = CheckoutBench()
        try bench.addDevice(change)
        var source = try bench.source()
        let reference = try #require(PointReference("bacnet:\(point)"))
        return (try source.reading(of: reference), bench)
    }

    private static let points: [(String, String, String, String, [String])] = [
        ("analog-input,1", "20.1", "degrees-celsius", "", []), ("analog-input,2", "nan", "degrees-celsius", "", []),
        ("analog-input,3", "20.1", "degrees-celsius", "", ["fault"]),
        ("analog-input,4", "20.1", "degrees-celsius", "", ["out-of-service"]),
        ("analog-input,5", "20.1", "degrees-celsius", "", ["in-alarm"]),
        ("analog-input,6", "20.1", "", "", ["reliability-7"]),
        ("analog-input,7", "20.1", "degrees-celsius", "", ["status-unknown"]),
        ("binary-input,1", "1", "", "Running", []), ("multi-state-value,1", "3", "", "Auto", []),
        ("multi-state-value,2", "0", "", "", []), ("multi-state-value,3", "4", "", "", []),
    ]

    @Test(arguments: points)
    func `a point is read with its units, its state and its status`(
        object: String, value: String, units: String, state: String, status: [String]
    ) throws {
        let (reading, bench) = try reading("1201/\(object)")
        #expect(reading.value == value && reading.units == units && reading.stateText == state)
        #expect(reading.status == status && reading.fault == "" && reading.time == CheckoutBench.time)
        // The evidence is the answer that carried it, and nothing else.
        let octets = try #require(reading.octets.first)
        let message = try BACnetMessage.decode(datagram: octets)
        guard case .complexAck(let ack) = message.apdu, case .readPropertyMultiple(let answer) = ack.content else {
            Issue.record("the evidence is no answer")
            return
        }
        #expect(reading.octets.count == 1 && answer.results.map(\.object.description) == [object])
        #expect(bench.sent.count == 2 && bench.sent.allSatisfy(ReadingLink.allows))
    }

    @Test func `a device that reads one property at a time gives the same`() throws {
        let together = try reading("1201/multi-state-value,1").reading
        let alone = try reading("1201/multi-state-value,1") { $0.rejectsMultiple = true }.reading
        #expect(
            alone.value == together.value && alone.stateText == together.stateText && alone.status == together.status)
        // Value, flags, reliability and texts: four answers, of which one is that there is no reliability.
        #expect(alone.octets.count == 4)
    }

    @Test func `a device that fails a request as a whole is asked for each property`() throws {
        let object = try #require(ObjectIdentifier(.analogInput, 1))
        let reading = try reading("1201/analog-input,1") { $0.spoilers = [object] }.reading
        #expect(reading.value == "20.1" && reading.units == "degrees-celsius" && reading.fault == "")
    }

    @Test(arguments: [
        ("1201/analog-input,99", "unknown-object", true), ("77/analog-input,1", "device 77 was not found", false),
        ("1201/device,1201", "unknown-property", true),
    ])
    func `what cannot be read has a reason`(point: String, reason: String, hasEvidence: Bool) throws {
        let reading = try reading(point).reading
        #expect(reading.value == nil && reading.fault.contains(reason), "\(reading.fault)")
        #expect(reading.octets.isEmpty != hasEvidence)
    }

    @Test func `a device that falls silent is unread`() throws {
        let object = try #require(ObjectIdentifier(.analogInput, 1))
        let reading = try reading("1201/analog-input,1") { $0.silent = [object] }.reading
        #expect(reading.value == nil && reading.fault == "the device does not answer" && reading.octets.isEmpty)
    }

    @Test func `of two devices with one instance none is picked`() throws {
        let bench = CheckoutBench()
        let other = Endpoint(address: 0x0A00_0003, port: 47_808)
        try bench.addDevice()
        try bench.addDevice(at: other)
        var source = try bench.source(asking: [CheckoutBench.server, other])
        let reading = try source.reading(of: try #require(PointReference("bacnet:1201/analog-input,1")))
        #expect(reading.value == nil)
        #expect(reading.fault == "2 devices have the instance 1201: at '10.0.0.2:47808', '10.0.0.3:47808'")
    }

    @Test(arguments: [(1201 as UInt32, true), (5, false)])
    func `a device of an inventory is asked who it is`(instance: UInt32, isRight: Bool) throws {
        let bench = CheckoutBench()
        try bench.addDevice()
        var book = DeviceBook()
        let added = ["10.0.0.2", "nowhere"].map { book.add(InventoryDevice(instance: instance, address: $0)) }
        #expect(added == [true, false])
        var source = LiveObjects(BACnetReader(over: bench), book, at: { CheckoutBench.time })
        let point = try #require(PointReference("bacnet:\(instance)/analog-input,1"))
        for _ in 0..<2 {
            let reading = try source.reading(of: point)
            #expect(isRight ? reading.value == "20.1" : reading.fault.contains("another device than 5"))
        }
        #expect(bench.sent.count == (isRight ? 3 : 2))
    }

    @Test func `a point that belongs to several rows is read once`() throws {
        let bench = CheckoutBench()
        try bench.addDevice()
        let source = try #require(PointReference("bacnet:1201/analog-input,1"))
        var sheet = CheckoutSheet(
            rows: ["a", "b"].map { CheckoutRow(source: source, target: .tag($0)) })
        var live = try bench.source()
        var progress: [Int] = []
        try sheet.check([0, 1, 7], with: &live) { progress.append($0) }
        #expect(sheet.rows.map { $0.sourceReading?.value } == ["20.1", "20.1"])
        #expect(bench.sent.count == 2 && progress == [1, 2])
    }
}
