import BACnet
import FieldLinks
import SimulatedBuilding
import Testing

/// Expected values: ANSI/ASHRAE 135-2020, clauses 5.2 to 5.4 and 20.1.
@Suite struct DeviceSegmentTests {
    private let list = ConfirmedRequest.Content.readProperty(
        ReadPropertyRequest(.device77, PropertyReference(.objectList)))

    private func limits(_ maxAPDU: Int, segments: Int? = 64) -> ReceptionLimits {
        ReceptionLimits(acceptsSegments: segments != nil, maxSegments: segments, maxAPDU: maxAPDU)
    }

    private func segment(_ apdu: APDU) -> MessageFragment? {
        if case .complexAck(let ack) = apdu, case .fragment(_, let fragment) = ack.content { fragment } else { nil }
    }

    private func acknowledge(
        _ bench: inout Bench, _ sequence: UInt8, window: UInt8, negative: Bool = false, id: UInt8 = 1
    ) -> [APDU] {
        let ack = SegmentAck(
            isNegative: negative, isFromServer: false, invokeID: id, sequence: sequence, actualWindow: window)
        return bench.device.take(.segmentAck(ack), from: Bench.client).map(\.apdu)
    }

    @Test func `a long answer comes in segments, as many at once as the client takes`() throws {
        var bench = try Bench(segmentation: .segmentedBoth, extra: 500)
        var sent = bench.ask(list, limits: limits(480))
        #expect(sent.count == 1)
        var body: [UInt8] = []
        var sizes: [Int] = []
        while let last = sent.last.flatMap(segment) {
            for apdu in sent {
                body += try #require(segment(apdu)).octets
                sizes.append(try apdu.encode().count)
            }
            sent = acknowledge(&bench, last.sequence, window: 2)
            #expect(sent.count <= 2)
        }
        #expect(sizes.dropLast().allSatisfy { $0 == 480 })
        let whole = try ComplexAck.Content.decode(.readProperty, body)
        guard case .readProperty(let answer) = whole else { return }
        #expect(answer.values.count == 506)
        #expect(answer.values.first == .objectIdentifier(.device77))
    }

    @Test(
        arguments: [
            (.noSegmentation, 64, .segmentationNotSupported), (.segmentedReceive, 64, .segmentationNotSupported),
            (.segmentedBoth, nil, .segmentationNotSupported), (.segmentedBoth, 2, .bufferOverflow),
        ] as [(Segmentation, Int?, AbortReason)])
    func `what cannot be sent in segments is aborted`(
        segmentation: Segmentation, segments: Int?, reason: AbortReason
    ) throws {
        var bench = try Bench(segmentation: segmentation, extra: 500)
        #expect(bench.ask(list, limits: limits(480, segments: segments)).abort == reason)
    }

    @Test func `a lost segment is asked for again`() throws {
        var bench = try Bench(segmentation: .segmentedBoth, extra: 500)
        bench.device.faults.lostSegments = [2]
        _ = bench.ask(list, limits: limits(480))
        #expect(acknowledge(&bench, 0, window: 3).compactMap(segment).map(\.sequence) == [1, 3])
        #expect(acknowledge(&bench, 1, window: 3, negative: true).compactMap(segment).map(\.sequence) == [2, 3, 4])
    }

    @Test func `segments that nobody acknowledges are sent four times`() throws {
        var bench = try Bench(segmentation: .segmentedBoth, extra: 500)
        _ = bench.ask(list, limits: limits(480))
        var times: [Duration] = []
        while let moment = bench.device.nextMoment {
            if !bench.device.advance(to: moment).isEmpty { times.append(moment) }
        }
        #expect(times == [.seconds(2), .seconds(4), .seconds(6)])
        #expect(acknowledge(&bench, 0, window: 3).isEmpty)
    }

    @Test func `segments may be longer than was asked for, as some devices send them`() throws {
        var bench = try Bench(segmentation: .segmentedBoth, extra: 500)
        bench.device.faults.oversizeSegments = 5
        #expect(try bench.ask(list, limits: limits(480)).map { try $0.encode().count } == [485])
    }

    @Test func `the client may end the exchange`() throws {
        var bench = try Bench(segmentation: .segmentedBoth, extra: 500)
        _ = bench.ask(list, limits: limits(480))
        let abort = AbortAnswer(.other, isFromServer: false, invokeID: 1)
        #expect(bench.device.take(.abort(abort), from: Bench.client).isEmpty)
        #expect(bench.device.nextMoment == nil)
    }

    /// A request for the present values of 60 objects in segments of 100 octets.
    private func parts() throws -> [MessageFragment] {
        var octets: [UInt8] = []
        let references = [PropertyReference(.presentValue)]
        let request = ReadPropertyMultipleRequest((0..<60).map { _ in .init(.input, references) })
        try ConfirmedRequest.Content.readPropertyMultiple(request).encode(into: &octets)
        let starts = Array(stride(from: 0, to: octets.count, by: 100))
        return starts.map { start in
            MessageFragment(
                sequence: UInt8(start / 100), proposedWindow: 4, moreFollows: start + 100 < octets.count,
                octets: Array(octets[start..<min(octets.count, start + 100)]))
        }
    }

    private func send(_ bench: inout Bench, _ part: MessageFragment) -> [APDU] {
        let content = ConfirmedRequest.Content.fragment(.readPropertyMultiple, part)
        let request = ConfirmedRequest(content, invokeID: 9, limits: limits(1476))
        return bench.device.take(.confirmedRequest(request), from: Bench.client).map(\.apdu)
    }

    @Test func `a request in segments is put together and answered`() throws {
        var bench = try Bench(segmentation: .segmentedBoth)
        let parts = try parts()
        #expect(parts.count == 6)
        var answers: [[APDU]] = []
        for part in parts { answers.append(send(&bench, part)) }
        func receipt(_ sequence: UInt8) -> APDU {
            .segmentAck(SegmentAck(isFromServer: true, invokeID: 9, sequence: sequence, actualWindow: 4))
        }
        #expect(answers[0] == [receipt(0)] && answers[4] == [receipt(4)])
        #expect(answers[1].isEmpty && answers[5].first == receipt(5))
        guard case .complexAck(let ack)? = answers[5].last, case .readPropertyMultiple(let answer) = ack.content else {
            Issue.record("the request is not answered")
            return
        }
        #expect(answer.results.count == 60)
    }

    @Test func `segments are refused by a device without them, and out of place`() throws {
        var plain = try Bench()
        #expect(send(&plain, try parts()[0]).abort == .segmentationNotSupported)
        var bench = try Bench(segmentation: .segmentedBoth)
        #expect(send(&bench, try parts()[3]).abort == .invalidApduInThisState)
    }

    @Test func `a message in segments that cannot be read is rejected`() throws {
        var bench = try Bench(segmentation: .segmentedBoth)
        let part = MessageFragment(sequence: 0, proposedWindow: 1, moreFollows: false, octets: [0x0C, 0])
        let answers = send(&bench, part)
        #expect(answers.last == .reject(RejectAnswer(.missingRequiredParameter, invokeID: 9)))
    }

    @Test func `no more than 64 segments are taken, and not from too many at once`() throws {
        var bench = try Bench(maxAPDU: 480, segmentation: .segmentedBoth)
        var last: [APDU] = []
        for number in 0..<65 {
            let octets = [UInt8](repeating: 0, count: 100)
            let part = MessageFragment(
                sequence: UInt8(number), proposedWindow: 127, moreFollows: true, octets: octets)
            last = send(&bench, part)
        }
        #expect(last.abort == .bufferOverflow)
        let first = MessageFragment(sequence: 0, proposedWindow: 1, moreFollows: true, octets: [0])
        for number in UInt32(0)..<33 {
            let peer = BACnetPeer(Endpoint(address: number, port: 1))
            let content = ConfirmedRequest.Content.fragment(.readPropertyMultiple, first)
            let request = ConfirmedRequest(content, invokeID: 9, limits: limits(1476))
            last = bench.device.take(.confirmedRequest(request), from: peer).map(\.apdu)
        }
        #expect(last.abort == .outOfResources)
    }
}
