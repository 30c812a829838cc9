import BACnet
import FieldLinks
import SimulatedBuilding
import Testing

/// Nothing that writes leaves a client that reads.
@Suite struct ReadingLinkTests {
    private static let object = ObjectIdentifier(rawValue: 1)
    private static let limits = ReceptionLimits(acceptsSegments: false, maxAPDU: 480)
    private static let value = PropertyValue(PropertyReference(.presentValue), [.real(1)], priority: 8)

    private static func confirmed(_ content: ConfirmedRequest.Content) -> APDU {
        .confirmedRequest(ConfirmedRequest(content, invokeID: 1, limits: limits))
    }

    private static let refused: [APDU] = [
        confirmed(.writeProperty(WritePropertyRequest(object, value))),
        confirmed(.writePropertyMultiple(WritePropertyMultipleRequest([.init(object, [value])]))),
        confirmed(.subscribeCOV(SubscribeCOVRequest(process: 1, object, isConfirmed: false, lifetime: 0))),
        confirmed(.subscribeCOV(SubscribeCOVRequest(process: 1, object, isConfirmed: false))),
        confirmed(.bare(.reinitializeDevice)), confirmed(.bare(.readProperty)),
        confirmed(.parameters(ServiceParameters(.request(.deviceCommunicationControl), []))),
        confirmed(
            .fragment(
                .writeProperty, MessageFragment(sequence: 0, proposedWindow: 1, moreFollows: true, octets: [1]))),
        .unconfirmedRequest(.iAm(IAm(device: .anyDevice, maxAPDU: 480, segmentation: .noSegmentation, vendor: 0))),
        .unconfirmedRequest(.parameters(ServiceParameters(.unconfirmed(.writeGroup), []))),
        .simpleAck(SimpleAck(.writeProperty, invokeID: 1)),
    ]

    private static let allowed: [APDU] = [
        confirmed(.readProperty(ReadPropertyRequest(object, PropertyReference(.presentValue)))),
        confirmed(.readPropertyMultiple(ReadPropertyMultipleRequest([]))),
        confirmed(.readRange(ReadRangeRequest(object, PropertyReference(.logBuffer)))),
        confirmed(.subscribeCOV(SubscribeCOVRequest(process: 1, object, isConfirmed: false, lifetime: 60))),
        confirmed(.subscribeCOV(SubscribeCOVRequest(process: 1, object))),
        .unconfirmedRequest(.whoIs(WhoIs())), .unconfirmedRequest(.whoHas(WhoHas(.identifier(object)))),
        .simpleAck(SimpleAck(.confirmedCovNotification, invokeID: 1)),
        .segmentAck(SegmentAck(isFromServer: false, invokeID: 1, sequence: 0, actualWindow: 1)),
    ]

    @Test(arguments: refused) func `a message that does not read is refused and does not leave`(apdu: APDU) {
        let network = SimulatedNetwork()
        let message = BACnetMessage(bvll: .originalUnicastNPDU, npdu: NPDU(), apdu: apdu)
        let error = #expect(throws: BACnetError.self) {
            try ReadingLink(network).send(message, to: network.broadcast)
        }
        if case .forbidden = error {} else { Issue.record("refused for another reason: \(String(describing: error))") }
        #expect(network.sent.isEmpty)
    }

    @Test(arguments: allowed) func `a message that reads leaves`(apdu: APDU) throws {
        let network = SimulatedNetwork()
        let message = BACnetMessage(bvll: .originalUnicastNPDU, npdu: NPDU(), apdu: apdu)
        try ReadingLink(network).send(message, to: network.broadcast)
        #expect(network.sent.map(\.message) == [message])
    }

    @Test(
        arguments: [
            .writeBroadcastDistributionTable([]), .registerForeignDevice(60), .result(0),
            .deleteForeignDeviceTableEntry(Endpoint(address: 1, port: 1)),
            .forwardedNPDU(Endpoint(address: 1, port: 1)),
        ] as [BVLL])
    func `what changes the tables of others is refused`(bvll: BVLL) {
        #expect(!ReadingLink.allows(BACnetMessage(bvll: bvll, npdu: NPDU(), apdu: Self.allowed[0])))
        #expect(!ReadingLink.allows(BACnetMessage(bvll: bvll)))
    }

    @Test func `routers are asked and not told`() {
        func allows(_ message: NetworkMessage) -> Bool {
            ReadingLink.allows(BACnetMessage(bvll: .originalBroadcastNPDU, npdu: NPDU(message: message)))
        }
        #expect(allows(.whoIsRouterToNetwork(nil)) && allows(.whatIsNetworkNumber))
        #expect(!allows(.initializeRoutingTable([])) && !allows(.disconnectConnectionToNetwork(1)))
        #expect(!allows(.routerBusyToNetwork([1])) && !allows(.networkNumberIs(1, isConfigured: true)))
    }

    /// All faults at once, and all that the client sends.
    @Test func `whatever a device does, the client only reads`() throws {
        for fault in 0..<6 {
            let building = try Building(objects: 80, maxAPDU: 480) { device in
                device.faults.ignoresWholeList = fault == 0
                device.faults.rejectsMultiple = fault == 1
                device.faults.ignoresMultiple = fault == 2
                device.faults.isDead = fault == 3
                device.faults.isGarbled = fault == 4
            }
            _ = try? building.reader().objectList(of: building.device, at: building.peer, maxAPDU: 480)
            let services = building.network.sent.compactMap { sent -> ConfirmedService? in
                if case .confirmedRequest(let request) = sent.message.apdu { request.service } else { nil }
            }
            #expect(services.count == building.network.sent.count)
            #expect(services.allSatisfy { $0 == .readProperty || $0 == .readPropertyMultiple })
        }
    }
}
