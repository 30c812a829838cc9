import BuildingPoints
import FieldLinks
import Modbus
import PhaseLoom
import PhaseLoomTesting
import Testing

@testable import BuildingSurvey

/// Expected values: what the clients of the captured sessions printed; and what the same devices say live.
@Suite struct CapturedCheckoutTests {
    private static let noRegisters = RegisterBook([])

    @Test func `a capture gives the sheet that the devices gave`() throws {
        let bench = CheckoutBench()
        try bench.addDevice()
        let names = [
            "analog-input,1", "analog-input,2", "analog-input,3", "analog-input,6", "analog-input,7", "analog-input,99",
            "binary-input,1", "multi-state-value,1", "multi-state-value,2",
        ]
        var points: [PointReference] = []
        for name in names { points.append(try #require(PointReference("bacnet:1201/\(name)"))) }
        let empty = CheckoutSheet(
            rows: points.map {
                CheckoutRow(source: $0, target: .tag("t"), expectation: CheckoutExpectation("20", tolerance: 0.1))
            })
        var (live, replayed) = (empty, empty)
        var source = try bench.source()
        try live.check(Array(points.indices), with: &source)
        var capture = CapturedCheckout(points, Self.noRegisters)
        capture.take(bench.capture)
        #expect(capture.finish()?.code == .notACapture)
        try replayed.check(Array(points.indices), with: &capture)
        // An object that does not exist has an answer live, and in the capture an answer to no property.
        #expect(live.rows.map(\.result) == replayed.rows.map(\.result))
        for (one, other) in zip(live.rows, replayed.rows) where one.sourceReading?.value != nil {
            #expect(one == other)
        }
        #expect(live.rows.first?.result == .agrees && live.agreeingShare == 1.0 / 9)
    }

    /// Each station that tells the instance was compared with all before it, which took minutes for a small capture.
    @Test func `an instance that everybody claims is told with a few places`() throws {
        var script = CaptureScript()
        for number in UInt32(0)..<20_000 {
            try script.announce(1201, from: Endpoint(address: 0x0A01_0000 + number, port: 47808))
        }
        let point = try #require(PointReference("bacnet:1201/analog-input,1"))
        var capture = CapturedCheckout([point], Self.noRegisters)
        capture.take(script.events)
        let reading = capture.reading(of: point)
        #expect(reading.fault.hasPrefix("16 devices or more have the instance 1201: at '10.1.0.0:47808', "))
        #expect(reading.fault.hasSuffix(" and 8 more"))
    }

    @Test func `a real session gives what its client printed, and every value is trusted`() throws {
        let lines = try ReplayFixture.octets(of: "bacpypes3.txt", in: "BuildingSurveyTests")
        var rows: [CheckoutRow] = []
        for line in String(decoding: lines, as: UTF8.self).split(separator: "\n") {
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            guard cells.count > 3, !cells[2].isEmpty else { continue }
            var row = CheckoutRow(
                source: try #require(PointReference("bacnet:4242/\(cells[0])")), target: .tag(cells[1]),
                expectation: CheckoutExpectation(cells[2], tolerance: 1e-6))
            row.sourceUnits = cells[3]
            rows.append(row)
        }
        var capture = CapturedCheckout(rows.map(\.source), Self.noRegisters)
        capture.take(try ReplayFixture.octets(of: "bacpypes3.pcap", in: "BuildingSurveyTests"))
        #expect(capture.finish() == nil)
        var sheet = CheckoutSheet(rows: rows)
        try sheet.check(Array(rows.indices), with: &capture)
        #expect(rows.count >= 20)
        #expect(sheet.rows.flatMap(\.deficiencies).map(\.message) == [])
        #expect(sheet.agreeingShare == 1)
        #expect(sheet.rows.allSatisfy { $0.sourceReading?.octets.isEmpty == false })
        // One wrong unit is found.
        sheet.rows[0].sourceUnits = "°C"
        #expect(sheet.rows[0].deficiencies.map(\.kind) == [.units])
    }

    private static func book() -> RegisterBook {
        let orders: [ModbusOrder] = [.big, .wordSwapped, .byteSwapped, .little]
        var points: [RegisterPoint] = []
        for (place, order) in orders.enumerated() {
            var point = RegisterPoint("f\(place)", .holdingRegisters, UInt16(100 + 2 * place), .float32)
            point.order = order
            points.append(point)
        }
        points.append(RegisterPoint("a", .inputRegisters, 4, .uint16))
        points.append(RegisterPoint("b", .holdingRegisters, 9, .uint16))
        points.append(RegisterPoint("c", .holdingRegisters, 9_999, .uint16))
        return RegisterBook(points, trunks: ["bench": Endpoint(address: 0x7F00_0001, port: 15_020)])
    }

    @Test(
        arguments: [
            ("holding-registers/100", "21.5"), ("holding-registers/102", "21.5"), ("holding-registers/104", "21.5"),
            ("holding-registers/106", "21.5"), ("input-registers/4", "2004"), ("holding-registers/9", "9"),
            ("coils/0", "1"),
            ("coils/1", "0"), ("discrete-inputs/15", "1"), ("coils/16", nil), ("holding-registers/9999", nil),
            ("holding-registers/7", nil),
        ] as [(String, String?)])
    func `registers are read out of a session of mbpoll`(point: String, value: String?) throws {
        let reference = try #require(PointReference("modbus:bench/1/\(point)"))
        var capture = CapturedCheckout([reference], Self.book())
        capture.take(try ReplayFixture.octets(of: "mbpoll.pcap"))
        #expect(capture.finish() == nil)
        let reading = capture.reading(of: reference)
        #expect(reading.value == value)
        #expect(reading.fault.isEmpty == (value != nil) && reading.octets.isEmpty == (value == nil))
        #expect((reading.time == nil) == (value == nil))
    }

    @Test func `damaged captures give readings or reasons, and nothing else`() throws {
        let references = ["bacnet:4242/analog-input,1", "modbus:bench/1/holding-registers/100"]
        let points = references.compactMap { PointReference($0) }
        var generator = SeededGenerator(seed: 5)
        for name in [("bacpypes3.pcap", "BuildingSurveyTests"), ("mbpoll.pcap", "FieldLinksTests")] {
            let whole = try ReplayFixture.octets(of: name.0, in: name.1)
            for _ in 0..<200 {
                var octets = whole
                for _ in 0..<8 {
                    let place = Int.random(in: 0..<octets.count, using: &generator)
                    octets[place] = UInt8.random(in: 0...255, using: &generator)
                }
                var capture = CapturedCheckout(points, Self.book())
                capture.take(octets)
                _ = capture.finish()
                for point in points { _ = capture.reading(of: point) }
            }
        }
    }
}
