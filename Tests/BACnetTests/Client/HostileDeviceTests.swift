@testable import BACnet
import FieldLinks
import Testing

/// Devices that break the rules: each ends in a typed outcome, in bounded time and memory.
@Suite struct HostileDeviceTests {
    private static let peer = BACnetPeer(Line<ScriptedDevice>.home)
    private static let target = PropertyTarget(.anyDevice, PropertyReference(.objectList))
    private static let stranger = Endpoint(address: 0x0808_0808, port: 47808)

    private static func fragment(
        _ sequence: UInt8, of request: ConfirmedRequest, moreFollows: Bool = true, window: UInt8 = 8,
        from source: Endpoint? = nil, _ octets: [UInt8] = [UInt8](repeating: 0, count: 1400)
    ) -> Datagram {
        let fragment = MessageFragment(
            sequence: sequence, proposedWindow: window, moreFollows: moreFollows, octets: octets)
        let ack = ComplexAck(.fragment(request.service, fragment), invokeID: request.invokeID)
        return ScriptedDevice.datagram(.complexAck(ack), from: source)
    }

    /// Reads from a device that follows a script.
    private static func read(
        _ script: @escaping @Sendable (ConfirmedRequest?, SegmentAck?, Int) -> [Datagram]
    ) -> (line: Line<ScriptedDevice>, error: BACnetError?, remarks: [ExchangeRemark]) {
        let line = Line(
            ScriptedDevice { apdu, number in
                switch apdu {
                case .confirmedRequest(let request): script(request, nil, number)
                case .segmentAck(let ack): script(nil, ack, number)
                default: []
                }
            })
        let reader = BACnetReader(over: BACnetIPLink(line))
        do throws(BACnetError) {
            _ = try reader.read(target, at: peer)
            return (line, nil, reader.remarks)
        } catch {
            return (line, error, reader.remarks)
        }
    }

    private static let request = ConfirmedRequest(
        .readProperty(ReadPropertyRequest(.anyDevice, PropertyReference(.objectList))), invokeID: 1,
        limits: ReceptionLimits(acceptsSegments: true, maxAPDU: 1476))

    private static func aborts(_ line: Line<ScriptedDevice>) -> [AbortReason] {
        line.messages.compactMap { if case .abort(let abort) = $0 { abort.reason } else { nil } }
    }

    @Test func `segments without an end are taken up to the limit`() {
        let (line, error, _) = Self.read { request, ack, _ in
            if request != nil { return [Self.fragment(0, of: Self.request)] }
            return (0..<8).map { Self.fragment((ack?.sequence ?? 0) &+ 1 &+ $0, of: Self.request) }
        }
        #expect(error == .tooLarge)
        #expect(Self.aborts(line) == [.bufferOverflow])
        #expect(line.sent.count < 16)
    }

    @Test func `empty segments without an end are taken up to the limit`() {
        let (_, error, _) = Self.read { _, ack, _ in
            [Self.fragment(ack.map { $0.sequence &+ 1 } ?? 0, of: Self.request, window: 1, [])]
        }
        #expect(error == .tooLarge)
    }

    @Test func `a jump of the sequence is asked for and then given up`() {
        let (line, error, _) = Self.read { request, ack, _ in
            request != nil ? [Self.fragment(0, of: Self.request)] : [Self.fragment(100, of: Self.request)]
        }
        #expect(error == .timedOut)
        #expect(Self.aborts(line) == [.tsmTimeout])
        #expect(line.now < .seconds(20))
    }

    @Test func `the same segment again and again does not last for ever`() {
        let (line, error, _) = Self.read { _, _, _ in [Self.fragment(0, of: Self.request)] }
        #expect(error == .timedOut)
        #expect(line.now <= .seconds(61))
    }

    /// Octet 9 of the datagram is the window of the segment.
    @Test(arguments: [0, 128, 255] as [UInt8])
    func `a window that does not exist is told`(window: UInt8) {
        let (_, error, remarks) = Self.read { request, _, _ in
            guard request != nil else { return [] }
            var octets = Self.fragment(0, of: Self.request).octets
            octets[9] = window
            return [Datagram(octets, from: Self.peer.endpoint)]
        }
        #expect(error == .timedOut)
        #expect(remarks.map(\.kind) == [.malformed])
    }

    @Test func `a stranger cannot tell that a network is not reached`() {
        let refusal = BACnetMessage(
            bvll: .originalUnicastNPDU, npdu: NPDU(message: .rejectMessageToNetwork(7, reason: 1)))
        let octets = (try? refusal.encode()) ?? []
        let routed = BACnetPeer(Self.peer.endpoint, route: NetworkAddress(network: 7, address: [1]))
        func error(from source: Endpoint) -> BACnetError? {
            let reader = BACnetReader(
                over: BACnetIPLink(Line(ScriptedDevice { _, _ in [Datagram(octets, from: source)] })))
            do throws(BACnetError) {
                _ = try reader.read(Self.target, at: routed)
                return nil
            } catch {
                return error
            }
        }
        #expect(error(from: Self.peer.endpoint) == .unreachable(network: 7, reason: 1))
        #expect(error(from: Self.stranger) == .timedOut)
    }

    /// 1476 octets are the longest APDU on BACnet/IP (ANSI/ASHRAE 135-2020, table 6-1).
    @Test func `a device that claims to take more than any is not sent more`() throws {
        let line = Line(ScriptedDevice { _, _ in [] })
        let reader = BACnetReader(over: BACnetIPLink(line))
        reader.observe(Self.peer) { $0.claimedMaxAPDU = 65_535 }
        let targets = (0..<1000).map {
            PropertyTarget(ObjectIdentifier(rawValue: $0), PropertyReference(.presentValue))
        }
        _ = try reader.read(targets, at: Self.peer, maxAPDU: 65_535)
        // The headers of the layers below have 4 and 2 octets.
        #expect(!line.sent.isEmpty && line.sent.allSatisfy { $0.octets.count <= 1476 + 6 })
    }

    @Test func `a stranger's segments are not taken`() {
        let (line, error, remarks) = Self.read { request, _, _ in
            request == nil ? [] : [Self.fragment(0, of: Self.request, moreFollows: false, from: Self.stranger)]
        }
        #expect(error == .timedOut)
        #expect(remarks.map(\.kind) == [.answerFromElsewhere])
        #expect(line.messages.allSatisfy { if case .confirmedRequest = $0 { true } else { false } })
    }

    /// Whoever answers from elsewhere, where that is allowed, is who the receipts go to and nobody else.
    @Test func `segments from another port are taken from that one alone, where that is allowed`() throws {
        let line = Line(
            ScriptedDevice { apdu, _ in
                switch apdu {
                case .confirmedRequest(let request):
                    [
                        Self.fragment(0, of: request, from: Self.stranger, [0x0C, 2, 0, 0, 1, 0x19]),
                        Self.fragment(1, of: request, moreFollows: false, [0, 0, 0]),
                    ]
                case .segmentAck:
                    [
                        Self.fragment(
                            1, of: Self.request, moreFollows: false, from: Self.stranger, [0x4C, 0x3E, 0x3F])
                    ]
                default: []
                }
            })
        var settings = ExchangeSettings()
        settings.takesAnswersFromElsewhere = true
        let exchange = BACnetExchange(over: BACnetIPLink(line), settings)
        let answer = try exchange.perform(Self.request.content, at: Self.peer)
        let device = ObjectIdentifier(rawValue: 8 << 22 | 1)
        #expect(answer == .readProperty(ReadPropertyAck(device, PropertyReference(.objectList), [])))
        #expect(line.destinations.dropFirst().allSatisfy { $0 == Self.stranger } && line.destinations.count == 3)
    }

    /// Only what goes to all is passed on: an answer that was passed on could be anybody's.
    @Test(arguments: [BVLL.forwardedNPDU(Line<ScriptedDevice>.home), .originalBroadcastNPDU])
    func `an answer that was passed on or sent to all is not taken`(bvll: BVLL) {
        let (_, error, remarks) = Self.read { request, _, _ in
            guard let request else { return [] }
            let ack = ComplexAck(
                .readProperty(ReadPropertyAck(Self.target.object, Self.target.reference, [])),
                invokeID: request.invokeID)
            let message = BACnetMessage(bvll: bvll, npdu: NPDU(), apdu: .complexAck(ack))
            return [Datagram((try? message.encode()) ?? [], from: Self.stranger)]
        }
        #expect(error == .timedOut && remarks.map(\.kind) == [.stray])
    }

    @Test func `a router that asks for a rest is told`() {
        let (_, error, remarks) = Self.read { request, _, _ in
            let message = BACnetMessage(
                bvll: .originalUnicastNPDU, npdu: NPDU(message: .routerBusyToNetwork([5, 6])))
            return request == nil ? [] : [Datagram((try? message.encode()) ?? [], from: Self.stranger)]
        }
        #expect(error == .timedOut)
        let text = "nothing should be sent to the networks 5, 6 for now"
        #expect(remarks == [ExchangeRemark(.router, from: Self.stranger, text)])
    }

    @Test func `requests to a client are not served`() {
        let (line, error, remarks) = Self.read { request, _, _ in
            request.map { [ScriptedDevice.datagram(.confirmedRequest($0))] } ?? []
        }
        #expect(error == .timedOut && remarks.map(\.kind) == [.stray])
        #expect(line.sent.count == 3)
    }

    @Test func `segments that make no answer together are told`() {
        let (_, error, _) = Self.read { request, _, _ in
            request == nil ? [] : [Self.fragment(0, of: Self.request, moreFollows: false, [0xFF, 1, 2])]
        }
        if case .malformed = error {} else { Issue.record("\(String(describing: error))") }
    }

    @Test func `segments of half a second each end with the deadline`() throws {
        var device = ScriptedDevice { apdu, _ in
            switch apdu {
            case .confirmedRequest: [Self.fragment(0, of: Self.request, window: 1, [1])]
            case .segmentAck(let ack): [Self.fragment(ack.sequence &+ 1, of: Self.request, window: 1, [1])]
            default: []
            }
        }
        device.delay = .milliseconds(900)
        let line = Line(device)
        var settings = ExchangeSettings()
        settings.deadline = .seconds(10)
        let reader = BACnetReader(over: BACnetIPLink(line), settings)
        #expect(throws: BACnetError.timedOut) { try reader.read(Self.target, at: Self.peer) }
        #expect(line.now <= .seconds(12) && Self.aborts(line) == [.tsmTimeout])
    }

    @Test func `acknowledgements that ask for the same for ever are not served for ever`() {
        let long = ReadPropertyMultipleRequest(
            (0..<300).map { .init(ObjectIdentifier(rawValue: $0), [PropertyReference(.presentValue)]) })
        let line = Line(
            ScriptedDevice { apdu, _ in
                guard case .confirmedRequest = apdu else { return [] }
                let ack = SegmentAck(
                    isNegative: true, isFromServer: true, invokeID: 1, sequence: 255, actualWindow: 127)
                return [ScriptedDevice.datagram(.segmentAck(ack))]
            })
        let exchange = BACnetExchange(over: BACnetIPLink(line))
        exchange.observe(Self.peer) { ($0.claimedMaxAPDU, $0.claimedSegmentation) = (50, .segmentedBoth) }
        #expect(throws: BACnetError.timedOut) { try exchange.perform(.readPropertyMultiple(long), at: Self.peer) }
        #expect(line.sent.count < 1000)
    }

    @Test func `a flood of other messages does not hold the client up`() throws {
        struct Flood: LineDevice {
            var count = 0
            func answer(_ octets: [UInt8]) -> [(Datagram, Duration)] { [] }
            mutating func unasked() -> Datagram? {
                count += 1
                return Self.datagram(
                    count.isMultiple(of: 2)
                        ? .simpleAck(SimpleAck(.readProperty, invokeID: 200))
                        : .unconfirmedRequest(.whoIs(WhoIs())))
            }
        }
        let line = Line(Flood())
        let reader = BACnetReader(over: BACnetIPLink(line))
        #expect(throws: BACnetError.timedOut) { try reader.read(Self.target, at: Self.peer) }
        #expect(try reader.nextAnnouncement(until: .seconds(1)) == nil)
        #expect(line.device.count < 100_000)
    }
}
