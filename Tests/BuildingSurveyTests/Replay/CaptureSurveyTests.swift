import BACnet
import BuildingPoints
import FieldLinks
import Modbus
import PhaseLoom
import Testing

@testable import BuildingSurvey

/// Expected values: what the clients of the captured sessions printed, and what tshark 4.0.17 shows of them.
@Suite struct CaptureSurveyTests {
    private func report(_ octets: [UInt8], pieces: Int = 1 << 16, map: [RegisterPoint] = []) -> SurveyReport {
        var survey = CaptureSurvey(site: "Bench", map: map)
        for start in stride(from: 0, to: octets.count, by: pieces) {
            survey.take(Array(octets[start..<min(start + pieces, octets.count)]))
        }
        return survey.finish()
    }

    private func bacpypes3() throws -> [UInt8] {
        try ReplayFixture.octets(of: "bacpypes3.pcap", in: "BuildingSurveyTests")
    }

    /// The value as bacpypes3 prints it.
    private func printed(_ value: PointValue?, _ type: ObjectType) -> String {
        switch value {
        case .enumerated(let state) where type.isBinary: state == 0 ? "inactive" : "active"
        case .real(let number): "\(Float(number).description)"
        case let other: other?.text ?? ""
        }
    }

    @Test(arguments: [1, 7, 64, 1 << 16]) func `a capture gives what its client printed`(pieces: Int) throws {
        let inventory = report(try bacpypes3(), pieces: pieces).inventory
        let device = try #require(inventory.devices.first)
        #expect(inventory.devices.count == 1 && inventory.site == "Bench" && inventory.method == "replay")
        #expect(device.instance == 4242 && device.address == "127.0.0.42:47842" && device.objects.count == 22)
        let text = String(
            decoding: try ReplayFixture.octets(of: "bacpypes3.txt", in: "BuildingSurveyTests"), as: UTF8.self)
        let lines = text.split(separator: "\n")
        #expect(lines.count == 22)
        for line in lines {
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            let object = try #require(device.objects.first { "\($0.identifier)" == cells[0] })
            #expect(object.name == cells[1])
            let isReal = object.identifier.type.isAnalog
            let value = isReal ? "\(try #require(Float(cells[2])))" : cells[2]
            #expect(printed(object.presentValue, object.identifier.type) == value)
            #expect(object.units?.name ?? "" == cells[3])
        }
    }

    @Test func `a capture gives all that the device says of itself`() throws {
        let report = report(try bacpypes3())
        let device = try #require(report.inventory.devices.first)
        #expect(device.name == "SIM-4242" && device.vendorName == "loopback-sim" && device.vendorIdentifier == 999)
        #expect(device.modelName == "bacpypes3-sim" && device.firmwareRevision == "1" && device.maxAPDU == 1476)
        #expect(device.segmentation == .segmentedBoth && device.observedSegmentation == .segmented)
        #expect(
            device.services == [
                "acknowledge-alarm", "confirmed-cov-notification", "confirmed-event-notification", "subscribe-cov",
                "atomic-write-file", "add-list-element", "read-property", "read-property-multiple", "write-property",
                "write-property-multiple", "read-range",
            ])
        #expect(device.objectTypes == [] && device.protocolVersion == 1)
        let state = try #require(device.objects.first { $0.identifier.type == .multiStateValue })
        #expect(state.stateTexts == ["Off", "Low", "Mid", "High"] && state.numberOfStates == 4)
        #expect(state.stateText == "Low" && state.statusFlags == [] && state.outOfService == false)
        #expect(state.isCommandable == false && state.eventState == 0)
        let input = try #require(device.objects.first { $0.identifier.type == .analogInput })
        #expect(input.covIncrement == 0.5 && input.presentValue == .real(20.1) && input.valueTime != nil)
        #expect(device.faults == [] && device.objects.allSatisfy { $0.readErrors.isEmpty })
        #expect(report.findings == [] && report.unreadPoints == 0 && report.clashes == 0)
    }

    @Test func `a capture that ends in the middle gives what stands before, and the place`() throws {
        let octets = try bacpypes3()
        let report = report(Array(octets.prefix(octets.count / 2)))
        let device = try #require(report.inventory.devices.first)
        #expect(device.objects.count == 22)
        let unread = device.objects.filter { $0.readErrors == [InventoryFault(subject: "all", code: "not-read")] }
        #expect(!unread.isEmpty && unread.count < 22)
        // The answer to the last request is not in the capture any more.
        let waiting = device.objects.filter { $0.readErrors == [InventoryFault(subject: "all", code: "time-out")] }
        #expect(waiting.count <= 1 && report.unreadPoints == unread.count + waiting.count)
        let finding = try #require(report.findings.first { $0.code == "damaged-capture" })
        #expect(finding.message.contains("octet") && finding.severity == .error)
        #expect(report.findings.contains { $0.code == "unread-points" })
    }

    @Test(arguments: [[], Array("hello, world, this is text".utf8)] as [[UInt8]])
    func `what is no capture is told`(octets: [UInt8]) {
        let report = report(octets)
        #expect(report.inventory.devices.isEmpty && report.findings.contains { $0.code == "damaged-capture" })
    }

    @Test func `registers that were read are points`() throws {
        let report = report(try ReplayFixture.octets(of: "mbpoll.pcap"))
        let unit = try #require(report.inventory.units.first)
        #expect(report.inventory.units.count == 1 && unit.endpoint == "127.0.0.1:15020" && unit.unit == 1)
        // 10, 8 and 125 holding registers, 5 input registers, 16 coils and 16 discrete inputs.
        #expect(unit.registers.count == 180)
        let first = try #require(unit.registers.first { $0.point.name == "holding-registers 1" })
        #expect(first.raw == [1] && first.value == .unsigned(1) && first.valueTime != nil)
        let coil = try #require(unit.registers.first { $0.point.name == "coils 3" })
        #expect(coil.value == .boolean(true))
        #expect(unit.faults.map(\.code) == ["exception 02 illegal-data-address"])
        #expect(report.findings.map(\.code) == ["device-fault"])
    }

    @Test func `a map names the points, and those that were not read are told`() throws {
        let map = [
            RegisterPoint("here", .holdingRegisters, 5, .uint16),
            RegisterPoint("gone", .holdingRegisters, 3000, .uint32),
        ]
        let report = report(try ReplayFixture.octets(of: "mbpoll.pcap"), map: map)
        let registers = try #require(report.inventory.units.first).registers
        #expect(registers.map(\.point.name) == ["here", "gone"])
        #expect(registers.map(\.raw) == [[5], []])
        #expect(registers.map { $0.readErrors.map(\.code) } == [[], ["not-read"]])
    }

    @Test func `two devices with one instance are both there, and told`() throws {
        var script = CaptureScript()
        let places = [UInt32(0x0A00_0002), 0x0A00_0003].map { Endpoint(address: $0, port: 47808) }
        for place in places { try script.announce(7, from: place) }
        let inventory = PointInventory(devices: script.devices().records)
        let report = SurveyReport(inventory, others: [])
        #expect(report.inventory.devices.map(\.address) == ["10.0.0.2:47808", "10.0.0.3:47808"])
        #expect(report.clashes == 2)
        let clash = try #require(report.findings.first)
        #expect(clash.code == "instance-clash" && clash.severity == .error)
        #expect(clash.message == "2 devices have the instance 7: at '10.0.0.2:47808', '10.0.0.3:47808'")
    }

    @Test func `who never says who it is has the instance that stands for none`() throws {
        var script = CaptureScript()
        let point = ObjectIdentifier(rawValue: 5)
        try script.ask(.property(point, .presentValue))
        try script.answer(.property(point, .presentValue, nil, [.real(1)]))
        let device = try #require(script.devices().records.first)
        #expect(device.instance == 4_194_303 && device.objects.map(\.identifier) == [point])
        #expect(device.faults.contains { $0.code == "unknown-instance" })
    }

    @Test func `who never answers is named`() throws {
        var script = CaptureScript()
        try script.ask(.property(ObjectIdentifier(rawValue: 5), .presentValue))
        #expect(script.devices().silent.map(\.description) == ["10.0.0.2:12345"])
        #expect(script.devices().records.isEmpty)
    }

    @Test func `notifications and answers to who has an object count as readings`() throws {
        let (point, device) = (ObjectIdentifier(rawValue: 5), ObjectIdentifier(rawValue: 8 << 22 | 7))
        var script = CaptureScript()
        try script.announce(7)
        try script.answer(
            .unconfirmedRequest(
                .covNotification(
                    COVNotification(
                        process: 1, device: device, object: point, timeRemaining: 60,
                        values: [PropertyValue(PropertyReference(.presentValue), [.real(21)])]))))
        try script.answer(.unconfirmedRequest(.iHave(IHave(device: device, object: point, name: "T-1"))))
        let object = try #require(script.devices().records.first?.objects.first)
        #expect(object.name == "T-1" && object.presentValue == .real(21))
    }
}
