import BACnet
import FieldLinks
import SimulatedBuilding
import Testing

/// Expected values: ANSI/ASHRAE 135-2020, clauses 6 and 13.
@Suite struct SimulatedNetworkTests {
    private let router = BACnetPeer(Endpoint(address: 0x7F00_0002, port: 47808))
    private let client = Endpoint(address: 0x7F00_0009, port: 47899)

    private func network() -> SimulatedNetwork {
        let network = SimulatedNetwork()
        network.add(SimulatedOffice().site)
        return network
    }

    private func ask(_ network: SimulatedNetwork, _ npdu: NPDU, at endpoint: Endpoint) -> [BACnetMessage] {
        network.send(BACnetMessage(bvll: .originalUnicastNPDU, npdu: npdu), to: endpoint)
        var found: [BACnetMessage] = []
        while let received = network.receive(until: network.now + .seconds(1)) {
            if case .success(let message) = received.content { found.append(message) }
        }
        return found
    }

    @Test(arguments: [nil, 20] as [UInt16?]) func `a router tells the network behind it`(network: UInt16?) {
        let answers = ask(self.network(), NPDU(message: .whoIsRouterToNetwork(network)), at: router.endpoint)
        #expect(answers.map(\.npdu?.message) == [.iAmRouterToNetwork([20])])
    }

    @Test func `a router keeps silent about networks that are not behind it`() {
        #expect(ask(network(), NPDU(message: .whoIsRouterToNetwork(21)), at: router.endpoint).isEmpty)
    }

    @Test func `what is sent to a network that is not there is rejected by the router`() {
        var npdu = NPDU(destination: NetworkAddress(network: 21, address: [1]), expectsReply: true)
        npdu.priority = .normal
        let network = network()
        network.send(
            BACnetMessage(bvll: .originalUnicastNPDU, npdu: npdu, apdu: .unconfirmedRequest(.whoIs(WhoIs()))),
            to: router.endpoint)
        let answer = network.receive(until: .seconds(1))
        guard case .success(let message)? = answer?.content else {
            Issue.record("the router says nothing")
            return
        }
        #expect(message.npdu?.message == .rejectMessageToNetwork(21, reason: 1))
    }

    @Test func `what arrives comes with its octets, which are the evidence of a reading`() throws {
        let network = network()
        let reader = BACnetReader(over: network)
        let object = try #require(ObjectIdentifier(.analogInput, 4))
        let values = try reader.read(PropertyTarget(object, PropertyReference(.presentValue)), at: router)
        let answer = try BACnetMessage.decode(datagram: reader.lastAnswer)
        guard case .complexAck(let ack) = answer.apdu, case .readProperty(let told) = ack.content else {
            Issue.record("the evidence is no answer")
            return
        }
        #expect(told.object == object && told.values == values)
        network.change(at: router) { $0.faults.isGarbled = true }
        network.send(
            BACnetMessage(bvll: .originalUnicastNPDU, npdu: NPDU(), apdu: .unconfirmedRequest(.whoIs(WhoIs()))),
            to: router.endpoint)
        let garbled = try #require(network.receive(until: network.now + .seconds(1)))
        #expect(throws: BACnetFault.self) { try BACnetMessage.decode(datagram: garbled.octets) }
    }

    @Test func `a broadcast behind the router reaches its devices and no other`() throws {
        let network = network()
        let sweep = try BACnetReader(over: network).sweep(
            broadcast: router.endpoint, network: NetworkAddress(network: 20))
        #expect(sweep.devices.map(\.device.instance) == [2101, 2102, 2103, 2104])
        #expect(sweep.devices.allSatisfy { $0.peer.endpoint == router.endpoint && $0.peer.route?.network == 20 })
    }

    @Test func `a change at the plant is told to whoever subscribed`() throws {
        let network = network()
        let fan = try #require(ObjectIdentifier(.binaryInput, 1))
        let wish = SubscribeCOVRequest(process: 1, fan, isConfirmed: false, lifetime: 60)
        let request = ConfirmedRequest(
            .subscribeCOV(wish), invokeID: 1, limits: ReceptionLimits(acceptsSegments: false, maxAPDU: 1476))
        network.send(
            BACnetMessage(bvll: .originalUnicastNPDU, npdu: NPDU(), apdu: .confirmedRequest(request)),
            to: router.endpoint)
        network.change(at: router) { $0[fan]?.properties[.presentValue] = [.enumerated(0)] }
        var apdus: [APDU] = []
        while let received = network.receive(until: .seconds(2)) {
            if case .success(let message) = received.content, let apdu = message.apdu { apdus.append(apdu) }
        }
        #expect(apdus.first == .simpleAck(SimpleAck(.subscribeCov, invokeID: 1)))
        #expect(apdus.news.map { $0.values.first?.values } == [[.enumerated(1)], [.enumerated(0)]])
        #expect(network.device(at: router)?[fan]?.properties[.presentValue] == [.enumerated(0)])
    }

    @Test func `notifications come while a client waits, and end with their subscription`() throws {
        let network = network()
        let room = BACnetPeer(router.endpoint, route: NetworkAddress(network: 20, address: [2]))
        let temperature = try #require(ObjectIdentifier(.analogInput, 1))
        let wish = SubscribeCOVRequest(process: 1, temperature, isConfirmed: false, lifetime: 300)
        let request = ConfirmedRequest(
            .subscribeCOV(wish), invokeID: 1, limits: ReceptionLimits(acceptsSegments: false, maxAPDU: 480))
        network.send(
            BACnetMessage(
                bvll: .originalUnicastNPDU, npdu: NPDU(destination: room.route, expectsReply: true),
                apdu: .confirmedRequest(request)), to: room.endpoint)
        var values: [Float] = []
        while let received = network.receive(until: .seconds(3000)) {
            guard case .success(let message) = received.content, let apdu = message.apdu else { continue }
            #expect(message.npdu?.source == room.route)
            for news in [apdu].news {
                if case .real(let value)? = news.values.first?.values.first { values.append(value) }
            }
        }
        #expect(network.now == .seconds(3000))
        // Three degrees in ten minutes, told in steps of half a degree for five minutes.
        #expect(values.count >= 3 && values.count <= 5)
        #expect(zip(values, values.dropFirst()).allSatisfy { ($1 - $0).magnitude >= 0.5 })
    }
}
