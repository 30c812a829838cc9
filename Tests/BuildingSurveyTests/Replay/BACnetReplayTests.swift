import BACnet
import BuildingPoints
import FieldLinks
import PhaseLoom
import PhaseLoomTesting
import Testing

@testable import BuildingSurvey

/// Expected values: the rules of ANSI/ASHRAE 135-2020, clauses 5.4 and 6.2, and annex J.2.
@Suite struct BACnetReplayTests {
    private typealias Script = CaptureScript
    private let point = ObjectIdentifier(rawValue: 5)
    private let device = ObjectIdentifier(rawValue: 8 << 22 | 77)

    @Test func `a request and its answer belong together, whatever the ports`() throws {
        var script = Script()
        try script.ask(.property(point, .presentValue))
        try script.answer(.property(point, .presentValue, nil, [.real(20.5)]))
        let (exchanges, replay) = script.exchanges()
        #expect(exchanges.count == 1 && replay.unanswered == 0 && replay.unasked == 0)
        let exchange = try #require(exchanges.first)
        #expect(exchange.server.description == "10.0.0.2:12345")
        #expect(exchange.requestPacket == 1 && exchange.responsePacket == 2 && exchange.time.milliseconds == 2)
        #expect(try exchange.outcome.get() == .property(point, .presentValue, nil, [.real(20.5)]))
        #expect(exchange.octets.first == 0x81 && !exchange.isSegmented)
    }

    @Test func `each way to refuse is an outcome`() throws {
        let refusals: [(APDU, BACnetError)] = [
            (
                .error(ErrorAnswer(.readProperty, ServiceError(.object, .unknownObject), invokeID: 1)),
                .error(.object, .unknownObject)
            ),
            (.reject(RejectAnswer(.unrecognizedService, invokeID: 1)), .rejected(.unrecognizedService)),
            (
                .abort(AbortAnswer(.segmentationNotSupported, isFromServer: true, invokeID: 1)),
                .aborted(.segmentationNotSupported)
            ),
        ]
        for (answer, error) in refusals {
            var script = Script()
            try script.ask(.property(point, .presentValue))
            try script.answer(answer)
            #expect(script.exchanges().exchanges.map(\.outcome) == [.failure(error)])
        }
        var silence = Script()
        try silence.ask(.property(point, .presentValue))
        #expect(silence.exchanges().exchanges.map(\.outcome) == [.failure(.timedOut)])
    }

    /// WriteGroup has no answer: group 23, priority 8, channel 12 gets 100.0, by ANSI/ASHRAE 135, clause 15.11.
    @Test func `a write that is not answered is counted as well`() throws {
        var script = Script()
        let octets: [UInt8] = [
            0x81, 0x0B, 0x00, 0x17, 0x01, 0x00, 0x10, 0x0A, 0x09, 0x17, 0x19, 0x08, 0x2E, 0x09, 0x0C, 0x44, 0x42, 0xC8,
            0x00, 0x00, 0x2F, 0x39, 0x00,
        ]
        script.add(octets, from: Script.client, to: Script.server)
        let (exchanges, replay) = script.exchanges()
        #expect(exchanges.isEmpty && replay.writes == 1 && replay.malformed == 0)
    }

    /// 60 segments of 1400 octets, held as such and as evidence, are 168,000 octets of each request.
    @Test func `answers that never end are bounded, and given up in their order`() throws {
        var script = Script()
        for id in UInt8(0)..<150 {
            try script.ask(.property(device, .objectList), id)
            for number in UInt8(0)..<60 {
                let fragment = MessageFragment(
                    sequence: number, proposedWindow: 8, moreFollows: true, octets: [UInt8](repeating: 0, count: 1400))
                try script.answer(.fragment(.readProperty, fragment), id)
            }
        }
        var replay = BACnetReplay()
        var (given, most) = (0, 0)
        for event in script.events {
            given += replay.news(in: event).count
            most = max(most, replay.unanswered)
        }
        #expect(most <= (16 << 20) / 168_000 + 1 && given > 0 && given + replay.unanswered == 150)
        #expect(replay.finish().count == 150 - given && replay.unanswered == 0)
    }

    @Test func `requests with one invoke id to several devices behind one router are kept apart`() throws {
        var script = Script()
        let routes = [UInt8(7), 9].map { NetworkAddress(network: 3, address: [$0]) }
        for route in routes {
            try script.ask(.property(point, .presentValue), 1, at: Script.server, NPDU(destination: route))
        }
        for (place, route) in routes.enumerated().reversed() {
            let ack = ComplexAck(.property(point, .presentValue, nil, [.unsigned(UInt64(place))]), invokeID: 1)
            try script.answer(.complexAck(ack), from: Script.server, NPDU(source: route))
        }
        let (exchanges, _) = script.exchanges()
        #expect(exchanges.map(\.server.description) == ["10.0.0.2:12345 3:09", "10.0.0.2:12345 3:07"])
        #expect(
            try exchanges.map { try $0.outcome.get() } == [
                .property(point, .presentValue, nil, [.unsigned(1)]),
                .property(point, .presentValue, nil, [.unsigned(0)]),
            ])
    }

    @Test func `segments are put together, also when some come twice`() throws {
        let list = (0..<60).map { BACnetValue.objectIdentifier(ObjectIdentifier(rawValue: $0)) }
        let whole = try BACnetMessage(
            apdu: .complexAck(ComplexAck(.property(device, .objectList, nil, list), invokeID: 1))
        ).encode().dropFirst(3)
        var script = Script()
        try script.ask(.property(device, .objectList))
        let pieces = stride(from: whole.startIndex, to: whole.endIndex, by: 100).map {
            Array(whole[$0..<min($0 + 100, whole.endIndex)])
        }
        for (number, piece) in pieces.enumerated() {
            let fragment = MessageFragment(
                sequence: UInt8(number), proposedWindow: 2, moreFollows: number + 1 < pieces.count, octets: piece)
            let ack = APDU.complexAck(ComplexAck(.fragment(.readProperty, fragment), invokeID: 1))
            try script.answer(ack)
            if number == 1 { try script.answer(ack) }
        }
        let (exchanges, replay) = script.exchanges()
        #expect(exchanges.count == 1 && exchanges.first?.isSegmented == true && replay.unasked == 0)
        #expect(try exchanges.first?.outcome.get() == .property(device, .objectList, nil, list))
        #expect(script.devices().records.first?.objects.count == 61)
    }

    @Test func `an answer without all of its segments is told as such`() throws {
        var script = Script()
        try script.ask(.property(device, .objectList))
        let fragment = MessageFragment(sequence: 0, proposedWindow: 2, moreFollows: true, octets: [1, 2])
        try script.answer(.complexAck(ComplexAck(.fragment(.readProperty, fragment), invokeID: 1)))
        guard case .failure(.unexpected) = try #require(script.exchanges().exchanges.first).outcome else {
            Issue.record("it counts as another outcome")
            return
        }
    }

    @Test func `a request in segments is put together`() throws {
        let content = ConfirmedRequest.Content.readPropertyMultiple(
            ReadPropertyMultipleRequest([.init(point, [PropertyReference(.presentValue)])]))
        let limits = ReceptionLimits(acceptsSegments: true, maxAPDU: 480)
        let body = Array(
            try BACnetMessage(apdu: .confirmedRequest(ConfirmedRequest(content, invokeID: 1, limits: limits))).encode()
                .dropFirst(4))
        var script = Script()
        for number in 0..<2 {
            let part = number == 0 ? body.prefix(4) : body.dropFirst(4)
            let fragment = MessageFragment(
                sequence: UInt8(number), proposedWindow: 1, moreFollows: number == 0, octets: Array(part))
            try script.ask(.fragment(.readPropertyMultiple, fragment))
        }
        let ack = ReadPropertyMultipleAck([.init(point, [.init(PropertyReference(.presentValue), .values([.null]))])])
        try script.answer(.readPropertyMultiple(ack))
        #expect(script.exchanges().exchanges.map(\.request) == [content])
    }

    @Test func `an answer from elsewhere counts where only one request can be meant`() throws {
        let other = Endpoint(address: 0x0A00_0003, port: 47808)
        var script = Script()
        try script.ask(.property(point, .presentValue))
        try script.answer(.property(point, .presentValue, nil, [.null]), from: other)
        let (exchanges, replay) = script.exchanges()
        #expect(exchanges.map(\.server.description) == ["10.0.0.3:47808"] && replay.fromElsewhere == 1)

        var two = Script()
        try two.ask(.property(point, .presentValue))
        try two.ask(.property(point, .presentValue), at: Endpoint(address: 9, port: 9))
        try two.answer(.property(point, .presentValue, nil, [.null]), from: other)
        #expect(two.exchanges().replay.unasked == 1)
    }

    @Test func `a request that is sent again is one request`() throws {
        var script = Script()
        for _ in 0..<3 { try script.ask(.property(point, .presentValue)) }
        try script.answer(.property(point, .presentValue, nil, [.null]))
        let (exchanges, replay) = script.exchanges()
        #expect(exchanges.count == 1 && exchanges.first?.requestPacket == 1 && replay.unasked == 0)
    }

    @Test func `a forwarded message comes from its origin`() throws {
        let origin = Endpoint(address: 0x0A00_0009, port: 47808)
        var script = Script()
        let device = IAm(device: device, maxAPDU: 480, segmentation: .noSegmentation, vendor: 7)
        try script.add(
            .unconfirmedRequest(.iAm(device)), from: Script.server, to: Script.client, bvll: .forwardedNPDU(origin))
        #expect(script.devices().records.map(\.address) == ["10.0.0.9:47808"])
    }

    @Test func `frames of other links count as well`() throws {
        let ask = try BACnetMessage(
            npdu: NPDU(expectsReply: true),
            apdu: .confirmedRequest(
                ConfirmedRequest(
                    .property(point, .objectName), invokeID: 3,
                    limits: ReceptionLimits(acceptsSegments: false, maxAPDU: 480)))
        ).encode()
        let ack = try BACnetMessage(
            npdu: NPDU(),
            apdu: .complexAck(
                ComplexAck(.property(point, .objectName, nil, [.characterString("T")]), invokeID: 3))
        ).encode()
        var replay = BACnetReplay()
        func news(_ octets: [UInt8], _ from: UInt8, _ to: UInt8) -> [BACnetNews] {
            replay.news(
                in: .frame(
                    CapturedFrame(
                        packet: 1, time: .init(milliseconds: 0), source: [from], destination: [to], octets: octets,
                        medium: .mstp)))
        }
        #expect(news(ask, 1, 7) == [])
        guard case .exchange(let exchange)? = news(ack, 7, 1).first else {
            Issue.record("there is no exchange")
            return
        }
        #expect(exchange.server.description == "mstp 07")
    }

    @Test func `writes are counted, and change nothing in what was read`() throws {
        var script = Script()
        try script.ask(
            .writeProperty(WritePropertyRequest(point, PropertyValue(PropertyReference(.presentValue), [.real(1)]))))
        try script.answer(.simpleAck(SimpleAck(.writeProperty, invokeID: 1)))
        #expect(script.exchanges().replay.writes == 1)
        #expect(script.devices().records.isEmpty)
    }

    @Test func `what is no BACnet is passed over, what is broken is told`() {
        var script = Script()
        for octets in [[], [0x81], [0x81, 0x0A, 0, 9, 1, 2], [0x16, 3, 1], [0x81, 0x0A, 0, 6, 9, 9]] as [[UInt8]] {
            script.add(octets, from: Script.client, to: Script.server)
        }
        let (exchanges, replay) = script.exchanges()
        #expect(exchanges.isEmpty && replay.malformed == 1 && replay.firstFault?.packet == 5)
    }

    @Test func `what is held is bounded`() throws {
        var script = Script()
        for number in 0..<9000 {
            try script.ask(
                .property(point, .presentValue), UInt8(number % 256),
                at: Endpoint(address: UInt32(number / 256 + 1), port: 1))
        }
        let (exchanges, _) = script.exchanges()
        #expect(exchanges.count == 9000 && exchanges.map(\.requestPacket) == Array(1...9000))
        var replay = BACnetReplay()
        for event in script.events { _ = replay.news(in: event) }
        #expect(replay.unanswered == BACnetReplay.mostPending)
    }

    @Test func `mutated captures never trap`() throws {
        var random = SeededGenerator(seed: 5)
        let file = try ReplayFixture.octets(of: "bacpypes3.pcap", in: "BuildingSurveyTests")
        for _ in 0..<400 {
            var octets = file
            for _ in 0..<Int.random(in: 1...40, using: &random) {
                octets[Int.random(in: 40..<octets.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            var survey = CaptureSurvey()
            survey.take(octets)
            #expect(survey.finish().inventory.devices.count < 1000)
        }
    }
}
