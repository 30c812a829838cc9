@testable import BACnet
import FieldLinks
import Testing

/// Answers and requests in segments, over good and bad lines, with devices that keep the rules and those that do not.
@Suite struct SegmentedExchangeTests {
    private static let device = ObjectIdentifier(rawValue: 8 << 22 | 1001)
    private static let peer = BACnetPeer(Line<ScriptedDevice>.home)
    private static let list = PropertyTarget(device, PropertyReference(.objectList))

    private static func objects(_ count: UInt32) -> [BACnetValue] {
        [.objectIdentifier(device)] + (0..<count).map { .objectIdentifier(ObjectIdentifier(rawValue: $0)) }
    }

    private static func server(_ count: UInt32) -> SegmentingDevice {
        SegmentingDevice(.readProperty(ReadPropertyAck(device, PropertyReference(.objectList), objects(count))))
    }

    private static func reader(
        _ line: Line<some LineDevice>, _ change: (inout ExchangeSettings) -> Void = { _ in }
    ) -> BACnetReader {
        var settings = ExchangeSettings()
        change(&settings)
        return BACnetReader(over: BACnetIPLink(line), settings)
    }

    /// 18,000 objects are the most that users told of; their list has 90,010 octets in 62 segments.
    @Test(arguments: [300, 500, 3563, 18_000] as [UInt32])
    func `a list longer than a message comes whole, with one request`(count: UInt32) throws {
        let line = Line(Self.server(count))
        let reader = Self.reader(line)
        let list = try reader.objectList(of: Self.device, at: Self.peer, maxAPDU: 1476)
        #expect(list.objects.count == Int(count) + 1 && list.refusal == nil)
        #expect(list.objects.last?.instance == count - 1)
        #expect(line.device.requests.count == 1 && reader.requestCount == 1)
        #expect(reader.observed(Self.peer).sendsSegments == true && reader.remarks.isEmpty)
    }

    @Test func `a request tells what is taken, by the codes of the standard`() throws {
        let line = Line(Self.server(500))
        _ = try Self.reader(line).read(Self.list, at: Self.peer)
        // Segmented response accepted; up to 64 segments (6), up to 1476 octets (5).
        #expect(line.sent.first.map { Array($0.octets[6...7]) } == [0x02, 0x65])
        let few = Line(Self.server(5))
        _ = try Self.reader(few) { ($0.segmentLimit, $0.maxAPDU) = (1, 480) }.read(Self.list, at: Self.peer)
        #expect(few.sent.first.map { Array($0.octets[6...7]) } == [0x00, 0x03])
    }

    @Test func `the datagrams of the last answer are kept as evidence`() throws {
        let line = Line(Self.server(500))
        let reader = Self.reader(line)
        let values = try reader.read(Self.list, at: Self.peer)
        var octets = reader.lastAnswer[...]
        var body: [UInt8] = []
        var count = 0
        while octets.count > 3 {
            let length = Int(octets[octets.startIndex + 2]) << 8 | Int(octets[octets.startIndex + 3])
            let message = try BACnetMessage.decode(datagram: Array(octets.prefix(length)))
            if case .complexAck(let ack) = message.apdu, case .fragment(_, let fragment) = ack.content {
                body += fragment.octets
            }
            octets = octets.dropFirst(length)
            count += 1
        }
        #expect(count == 2)
        guard case .readProperty(let ack) = try ComplexAck.Content.decode(.readProperty, body) else {
            Issue.record("another service")
            return
        }
        #expect(ack.values == values)
        #expect(throws: BACnetError.timedOut) {
            try Self.reader(Line(ScriptedDevice { _, _ in [] })).read(Self.list, at: Self.peer)
        }
    }

    /// bacpypes3 0.0.110 fills segments with 1,476 octets and sends 1,481.
    @Test func `segments that are a little too long are taken and told`() throws {
        var server = Self.server(500)
        server.size = 1476
        let reader = Self.reader(Line(server))
        #expect(try reader.read(Self.list, at: Self.peer).count == 501)
        #expect(reader.remarks.map(\.kind) == [.oversizeSegment])
    }

    @Test(arguments: [1, 4, 127] as [UInt8])
    func `segments come in windows that both sides take`(window: UInt8) throws {
        var server = Self.server(5000)
        server.size = 500
        let line = Line(server)
        _ = try Self.reader(line) { $0.window = window }.read(Self.list, at: Self.peer)
        let windows = line.messages.compactMap { apdu -> UInt8? in
            if case .segmentAck(let ack) = apdu { ack.actualWindow } else { nil }
        }
        #expect(windows.allSatisfy { $0 == min(window, 8) })
        // 25,018 octets are 51 segments: the first is acknowledged alone, the others by windows.
        #expect(windows.count == 1 + (50 + Int(min(window, 8)) - 1) / Int(min(window, 8)))
    }

    @Test(arguments: 0..<100) func `a list arrives over a bad line`(seed: Int) throws {
        var server = Self.server(700)
        server.size = 100
        server.window = 5
        let line = Line(server, trouble: 12, seed: seed)
        let reader = Self.reader(line) { $0.patience = Patience(first: .seconds(1), attempts: 12) }
        #expect(try reader.read(Self.list, at: Self.peer) == Self.objects(700))
        #expect(line.now < .seconds(60))
    }

    /// A request for 300 properties, which has 3,000 octets and more.
    private static let long = ReadPropertyMultipleRequest(
        (0..<300).map { .init(ObjectIdentifier(rawValue: $0), [PropertyReference(.presentValue)]) })

    private static func multiple() -> SegmentingDevice {
        let values = (0..<300 as Range<UInt32>).map { number in
            ReadPropertyMultipleAck.ObjectResult(
                ObjectIdentifier(rawValue: number),
                [.init(PropertyReference(.presentValue), .values([.real(Float(number))]))])
        }
        var server = SegmentingDevice(.readPropertyMultiple(ReadPropertyMultipleAck(values)))
        server.size = 201
        return server
    }

    private static func exchange(
        _ line: Line<SegmentingDevice>, claiming segmentation: Segmentation = .segmentedBoth, _ patience: Patience
    ) -> BACnetExchange {
        var settings = ExchangeSettings()
        settings.patience = patience
        let exchange = BACnetExchange(over: BACnetIPLink(line), settings)
        exchange.observe(peer) { ($0.claimedMaxAPDU, $0.claimedSegmentation) = (206, segmentation) }
        return exchange
    }

    @Test func `a request that is too long for a device goes in segments that are not`() throws {
        let line = Line(Self.multiple())
        let exchange = Self.exchange(line, Patience())
        let answer = try exchange.perform(.readPropertyMultiple(Self.long), at: Self.peer)
        #expect(answer == line.device.answer)
        #expect(line.device.requests == [.readPropertyMultiple(Self.long)])
        #expect(line.device.longestRequest == 206)
        let seen = exchange.observed(Self.peer)
        #expect(seen.receivesSegments == true && seen.sendsSegments == true && !seen.contradictsItself)
    }

    @Test(arguments: 0..<60) func `a long request arrives over a bad line`(seed: Int) throws {
        let line = Line(Self.multiple(), trouble: 12, seed: seed)
        let exchange = Self.exchange(line, Patience(first: .seconds(1), attempts: 12))
        #expect(try exchange.perform(.readPropertyMultiple(Self.long), at: Self.peer) == line.device.answer)
        #expect(line.device.requests.allSatisfy { $0 == .readPropertyMultiple(Self.long) })
    }

    @Test(arguments: [Segmentation.segmentedTransmit, .noSegmentation])
    func `a request that is too long does not leave when the device does not take segments`(
        segmentation: Segmentation
    ) {
        let line = Line(Self.multiple())
        let exchange = Self.exchange(line, claiming: segmentation, Patience())
        #expect(throws: BACnetError.requestTooLong(octets: 2704, limit: 206)) {
            try exchange.perform(.readPropertyMultiple(Self.long), at: Self.peer)
        }
        #expect(line.sent.isEmpty)
    }

    @Test func `what a device announces is what it is held to`() throws {
        let announcement = ScriptedDevice { _, _ in
            let device = IAm(device: Self.device, maxAPDU: 480, segmentation: .segmentedBoth, vendor: 5)
            return [ScriptedDevice.datagram(.unconfirmedRequest(.iAm(device)))]
        }
        let reader = Self.reader(Line(announcement))
        try reader.ask(nil, at: Self.peer, asBroadcast: false)
        _ = try reader.nextAnnouncement(until: .seconds(1))
        let seen = reader.observed(Self.peer)
        #expect(seen.claimedMaxAPDU == 480 && seen.claimedSegmentation == .segmentedBoth)
        #expect(seen.sendsSegments == nil && !seen.contradictsItself)
    }

    @Test func `a device that claims segments and sends none contradicts itself`() throws {
        let line = Line(
            ScriptedDevice { apdu, _ in
                guard case .confirmedRequest(let request) = apdu else { return [] }
                let abort = AbortAnswer(.segmentationNotSupported, isFromServer: true, invokeID: request.invokeID)
                return [ScriptedDevice.datagram(.abort(abort))]
            })
        let reader = Self.reader(line)
        reader.observe(Self.peer) { $0.claimedSegmentation = .segmentedBoth }
        #expect(throws: BACnetError.aborted(.segmentationNotSupported)) { try reader.read(Self.list, at: Self.peer) }
        let seen = reader.observed(Self.peer)
        #expect(seen.sendsSegments == false && seen.contradictsItself)
    }

    @Test func `a receipt that got lost is sent again when the device repeats the end of its answer`() throws {
        let body: [UInt8] = [1, 2, 3]
        let end = MessageFragment(sequence: 0, proposedWindow: 1, moreFollows: false, octets: body)
        let line = Line(
            ScriptedDevice { apdu, _ in
                guard case .confirmedRequest(let request) = apdu else { return [] }
                let old = ComplexAck(.fragment(.readProperty, end), invokeID: 1)
                if request.invokeID == 1 { return [ScriptedDevice.datagram(.complexAck(old))] }
                let reject = RejectAnswer(.other, invokeID: request.invokeID)
                return [ScriptedDevice.datagram(.complexAck(old)), ScriptedDevice.datagram(.reject(reject))]
            })
        let reader = Self.reader(line)
        for _ in 0..<2 { _ = try? reader.read(Self.list, at: Self.peer) }
        let receipts = line.messages.compactMap { apdu -> UInt8? in
            if case .segmentAck(let ack) = apdu { ack.invokeID } else { nil }
        }
        #expect(receipts == [1, 1] && reader.remarks.isEmpty)
    }
}
