@testable import BACnet
import FieldLinks
import Testing

@Suite struct TrendRecordTests {
    /// The answer of the example of ANSI/ASHRAE 135, annex F.3.8, as the vectors beside these tests have it.
    private static let example = BACnetFixtures.octets(
        "30011a0c0500000119833a05c049025e0ea462031701b413361b000f1e2c419000001f2a0400"
            + "0ea462031701b413381b000f1e2c4190cccd1f2a04005f6b013561")

    @Test func `the records of the example of the standard are read`() throws {
        guard case .complexAck(let message) = try APDU.decode(Self.example), case .readRange(let ack) = message.content
        else {
            Issue.record("another message")
            return
        }
        let records = try TrendRecord.read(ack.items)
        #expect(records.map(\.content) == [.value(.real(18)), .value(.real(18.1))])
        #expect(records.map(\.time.description) == ["1998-03-23 monday 19:54:27.00", "1998-03-23 monday 19:56:27.00"])
        #expect(records.allSatisfy { $0.statusFlags == BitString([false, false, false, false]) })
        #expect(ack.firstSequence == 79_201 && ack.hasFirst && ack.hasLast && !ack.hasMore)
    }

    private static let moment = BACnetValue.constructed(
        0, [.date(BACnetDate(rawValue: 0x6203_1701) ?? .unspecified), .time(.unspecified)])

    @Test(
        arguments: [
            (.context(0, [6, 0x40]), .status(BitString([false, true]))), (.context(1, [1]), .value(.boolean(true))),
            (.context(3, [1]), .value(.enumerated(1))), (.context(4, [9]), .value(.unsigned(9))),
            (.context(5, [0xFF]), .value(.signed(-1))), (.context(7, []), .value(.null)),
            (.constructed(8, [.enumerated(2), .enumerated(32)]), .failure(ServiceError(.property, .unknownProperty))),
            (.context(9, [0x3F, 0x80, 0, 0]), .timeChange(1)),
            (.constructed(10, [.double(1)]), .other([.constructed(10, [.double(1)])])),
        ] as [(BACnetValue, TrendRecord.Content)])
    func `a record holds what its tag says`(held: BACnetValue, content: TrendRecord.Content) throws {
        #expect(try TrendRecord.read([Self.moment, .constructed(1, [held])]).map(\.content) == [content])
    }

    @Test(
        arguments: [
            [.null], [Self.moment], [Self.moment, .null], [Self.moment, .constructed(1, [.context(2, [1])])],
            [Self.moment, .constructed(1, [.context(7, [])]), .context(2, [])],
            [.constructed(0, []), .constructed(1, [.context(7, [])])],
        ] as [[BACnetValue]])
    func `what is no record is told`(items: [BACnetValue]) {
        #expect(throws: BACnetError.self) { try TrendRecord.read(items) }
    }
}

/// A trend log of many records, of which a device gives a few with each answer.
@Suite struct ReadRecordsTests {
    private static let log = ObjectIdentifier(rawValue: 20 << 22 | 1)
    private static let peer = BACnetPeer(Line<ScriptedDevice>.home)
    private static let moment = BACnetDateTime(BACnetDate(rawValue: 0x7E0B_1506) ?? .unspecified, .unspecified)

    /// A log whose records from 1 to `total` have the sequence numbers from 101 on and hold their positions.
    private static func reader(
        _ total: Int, page: Int, isTight: Bool = false
    ) -> (BACnetReader, Line<ScriptedDevice>) {
        let line = Line(
            ScriptedDevice { apdu, _ in
                guard case .confirmedRequest(let request) = apdu, case .readRange(let range) = request.content else {
                    return []
                }
                let (start, count) = first(of: range)
                if isTight, count > page {
                    let abort = AbortAnswer(.segmentationNotSupported, isFromServer: true, invokeID: request.invokeID)
                    return [ScriptedDevice.datagram(.abort(abort))]
                }
                let end = min(total, start + min(count, page) - 1)
                let items = (start...max(start, end)).flatMap { number -> [BACnetValue] in
                    number > end ? [] : record(number)
                }
                let flags = BitString([start == 1, end >= total, end < total && count > page])
                var ack = ReadRangeAck(
                    log, range.reference, flags: flags, count: UInt64(max(0, end - start + 1)), items: items)
                if case .position? = range.range {} else { ack.firstSequence = UInt64(100 + start) }
                return [
                    ScriptedDevice.datagram(.complexAck(ComplexAck(.readRange(ack), invokeID: request.invokeID)))
                ]
            })
        return (BACnetReader(over: BACnetIPLink(line)), line)
    }

    private static func first(of request: ReadRangeRequest) -> (Int, Int) {
        switch request.range {
        case .position(let first, let count): (Int(first), Int(count))
        case .sequence(let first, let count): (Int(first) - 100, Int(count))
        case .time(_, let count): (11, Int(count))
        case nil: (1, 1000)
        }
    }

    private static func record(_ number: Int) -> [BACnetValue] {
        [
            .constructed(0, [.date(moment.date), .time(moment.time)]),
            .constructed(1, [.context(4, [UInt8(number >> 8), UInt8(number & 255)])]),
        ]
    }

    @Test(
        arguments: [
            (.position(1, count: 60), 1...60), (.sequence(141, count: 20), 41...60),
            (.time(moment, count: 30), 11...40),
            (.position(90, count: 50), 90...100),
        ] as [(ReadRangeRequest.Range, ClosedRange<Int>)])
    func `what does not fit an answer comes with the next`(
        range: ReadRangeRequest.Range, numbers: ClosedRange<Int>
    ) throws {
        let (reader, line) = Self.reader(100, page: 7)
        let reading = try reader.records(of: Self.log, range, at: Self.peer)
        #expect(reading.records.map(\.content) == numbers.map { .value(.unsigned(UInt64($0))) })
        #expect(reading.isComplete)
        #expect(line.sent.count == (numbers.count + 6) / 7)
        if case .position = range {} else { #expect(reading.firstSequence == UInt64(100 + numbers.lowerBound)) }
    }

    @Test func `a device that cannot give as many is asked for fewer`() throws {
        let (reader, _) = Self.reader(40, page: 6, isTight: true)
        let reading = try reader.records(of: Self.log, .position(1, count: 40), at: Self.peer)
        #expect(reading.records.count == 40 && reading.isComplete)
    }

    @Test func `no more records are read than the limit`() throws {
        let (reader, _) = Self.reader(1000, page: 50)
        let reading = try reader.records(of: Self.log, .position(1, count: .max), at: Self.peer, limit: 120)
        #expect(reading.records.count == 120)
    }
}
