import BACnet
import SimulatedBuilding
import Testing

/// Expected values: ANSI/ASHRAE 135-2020, clauses 12, 15.5, 15.7, 15.8 and 16.
@Suite struct DeviceReadingTests {
    private func properties(_ bench: inout Bench, _ property: PropertyIdentifier) -> [PropertyIdentifier] {
        let request = ReadPropertyMultipleRequest([.init(.input, [PropertyReference(property)])])
        guard case .complexAck(let ack)? = bench.ask(.readPropertyMultiple(request)).first,
            case .readPropertyMultiple(let answer) = ack.content
        else { return [] }
        return answer.results.flatMap(\.properties).map(\.reference.property)
    }

    @Test func `all, required and optional are what the object has, without the list of them`() throws {
        var bench = try Bench()
        let required: [PropertyIdentifier] = [
            .eventState, .objectIdentifier, .objectName, .objectType, .outOfService, .presentValue, .statusFlags,
            .units,
        ]
        let optional: [PropertyIdentifier] = [.covIncrement, .maxPresValue, .minPresValue, .reliability]
        #expect(properties(&bench, .required) == required)
        #expect(properties(&bench, .optional) == optional)
        #expect(properties(&bench, .all) == (required + optional).sorted())
        #expect(
            bench.ask(.readProperty(ReadPropertyRequest(.input, PropertyReference(.all)))).error?.errorCode
                == .unknownProperty)
    }

    @Test func `the list of properties leaves out the three that name the object`() throws {
        var bench = try Bench()
        let listed = bench.values(.input, .propertyList)
        #expect(listed.count == 9 && !listed.contains(.enumerated(PropertyIdentifier.objectName.number)))
        #expect(bench.values(.input, .propertyList, index: 0) == [.unsigned(9)])
        #expect(bench.values(.input, .propertyList, index: 1) == [listed[0]])
    }

    @Test func `the device tells what it can`() throws {
        var bench = try Bench(maxAPDU: 480, segmentation: .segmentedBoth)
        #expect(bench.values(.device77, .maxApduLengthAccepted) == [.unsigned(480)])
        #expect(bench.values(.device77, .segmentationSupported) == [.enumerated(0)])
        #expect(bench.values(.device77, .protocolVersion) == [.unsigned(1)])
        guard case .bitString(let services)? = bench.values(.device77, .protocolServicesSupported).first,
            case .bitString(let types)? = bench.values(.device77, .protocolObjectTypesSupported).first
        else {
            Issue.record("the device does not tell what it can")
            return
        }
        // subscribe-cov, read-property, -multiple, write-property, -multiple, who-has, who-is, read-range, cov-property
        #expect(services.bits.indices.filter { services[$0] } == [5, 12, 14, 15, 16, 33, 34, 35, 38])
        #expect(types.bits.indices.filter { types[$0] } == [0, 2, 4, 8, 19, 20])
    }

    @Test func `the clock of the device begins on a Monday at eight and goes on`() throws {
        var bench = try Bench()
        let monday = try #require(BACnetDate(year: 2026, month: 11, day: 2, weekday: 1))
        #expect(bench.values(.device77, .localDate) == [.date(monday)])
        _ = bench.device.advance(to: .seconds(16 * 3600 + 61))
        let tuesday = try #require(BACnetDate(year: 2026, month: 11, day: 3, weekday: 2))
        let time = try #require(BACnetTime(hour: 0, minute: 1, second: 1, hundredth: 0))
        #expect(bench.values(.device77, .localDate) == [.date(tuesday)])
        #expect(bench.values(.device77, .localTime) == [.time(time)])
    }

    @Test func `who has an object tells its name, and only in range`() throws {
        var bench = try Bench()
        func ask(_ question: WhoHas) -> [APDU] {
            bench.device.take(.unconfirmedRequest(.whoHas(question)), from: Bench.client).map(\.apdu)
        }
        let found = APDU.unconfirmedRequest(.iHave(IHave(device: .device77, object: .value, name: "Value")))
        #expect(ask(WhoHas(.name("Value"))) == [found])
        #expect(ask(WhoHas(.identifier(.value), range: 70...80)) == [found])
        #expect(ask(WhoHas(.identifier(.value), range: 1...2)).isEmpty)
        #expect(ask(WhoHas(.name("value"))).isEmpty)
    }

    @Test(
        arguments: [
            (nil, 0...9, [true, true, false], nil),
            (.position(1, count: 4), 0...3, [true, false, false], nil),
            (.position(10, count: -3), 7...9, [false, true, false], nil),
            (.position(3, count: -9), 0...2, [true, false, false], nil),
            (.position(0, count: 4), nil, [false, false, false], nil),
            (.position(11, count: -4), nil, [false, false, false], nil),
            (.sequence(105, count: 2), 4...5, [false, false, false], 105),
            (.sequence(110, count: 9), 9...9, [false, true, false], 110),
            (.sequence(111, count: 1), nil, [false, false, false], nil),
            (.sequence(7, count: .min), nil, [false, false, false], nil),
        ] as [(ReadRangeRequest.Range?, ClosedRange<Int>?, [Bool], UInt64?)])
    func `a part of a log is what was asked for`(
        range: ReadRangeRequest.Range?, places: ClosedRange<Int>?, flags: [Bool], first: UInt64?
    ) throws {
        var bench = try Bench()
        try check(&bench, range, places, flags, first)
    }

    @Test func `a part of a log by time begins after the moment, or ends before it`() throws {
        var bench = try Bench()
        try check(&bench, .time(try Bench.noon(3), count: 2), 4...5, [false, false, false], 105)
        try check(&bench, .time(try Bench.noon(3), count: -2), 1...2, [false, false, false], 102)
        try check(&bench, .time(try Bench.noon(30), count: 2), nil, [false, false, false], nil)
    }

    private func check(
        _ bench: inout Bench, _ range: ReadRangeRequest.Range?, _ places: ClosedRange<Int>?, _ flags: [Bool],
        _ first: UInt64?
    ) throws {
        let answer = try #require(part(&bench, range, maxAPDU: 1476))
        #expect(answer.flags.bits == flags && answer.firstSequence == first)
        #expect(answer.count == UInt64(places?.count ?? 0))
        let values = answer.items.compactMap { item -> Float? in
            guard case .constructed(1, let datum) = item, case .context(2, let octets)? = datum.first else {
                return nil
            }
            return Float(bitPattern: octets.reduce(0) { $0 << 8 | UInt32($1) })
        }
        #expect(values == (places.map { $0.map(Float.init) } ?? []))
    }

    private func part(
        _ bench: inout Bench, _ range: ReadRangeRequest.Range?, maxAPDU: Int
    ) -> ReadRangeAck? {
        let limits = ReceptionLimits(acceptsSegments: false, maxAPDU: maxAPDU)
        let request = ReadRangeRequest(.trend, PropertyReference(.logBuffer), range)
        guard case .complexAck(let ack)? = bench.ask(.readRange(request), limits: limits).first,
            case .readRange(let answer) = ack.content
        else { return nil }
        return answer
    }

    @Test func `what does not fit one answer is left for the next`() throws {
        var bench = try Bench()
        let answer = try #require(part(&bench, .sequence(101, count: 10), maxAPDU: 128))
        #expect(answer.hasFirst && !answer.hasLast && answer.hasMore)
        #expect(answer.count > 2 && answer.count < 10)
        #expect(try APDU.complexAck(ComplexAck(.readRange(answer), invokeID: 1)).encode().count <= 128)
    }

    @Test func `a log is read in ranges only, and nothing else is`() throws {
        var bench = try Bench()
        let denied = ServiceError(.property, .readAccessDenied)
        let request = ReadPropertyRequest(.trend, PropertyReference(.logBuffer))
        #expect(bench.ask(.readProperty(request)).error == denied)
        let other = ReadRangeRequest(.device77, PropertyReference(.objectList))
        #expect(bench.ask(.readRange(other)).error == ServiceError(.services, .propertyIsNotAList))
        let unknown = ReadRangeRequest(.input, PropertyReference(.logBuffer))
        #expect(bench.ask(.readRange(unknown)).error == ServiceError(.property, .unknownProperty))
    }

    @Test func `values follow their signals, unless they are out of service`() throws {
        var bench = try Bench()
        bench.device[.input]?.signal = SimulatedSignal(from: 10, to: 20, period: 100)
        var found: [[BACnetValue]] = []
        for second in [25, 50, 75, 100] {
            _ = bench.device.advance(to: .seconds(second))
            found.append(bench.values(.input, .presentValue))
        }
        #expect(found == [[.real(15)], [.real(20)], [.real(15)], [.real(10)]])
        #expect(bench.write(.input, .outOfService, [.boolean(true)]) == nil)
        _ = bench.device.advance(to: .seconds(150))
        #expect(bench.values(.input, .presentValue) == [.real(10)])
    }
}
