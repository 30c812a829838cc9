import BACnet
import FieldLinks
import SimulatedBuilding
import Testing

/// Expected values: ANSI/ASHRAE 135-2020, clauses 13.1 and 13.14 to 13.16.
@Suite struct DeviceSubscriptionTests {
    private func subscribe(
        _ object: ObjectIdentifier, isConfirmed: Bool = false, lifetime: UInt32? = 60, process: UInt32 = 5
    ) -> ConfirmedRequest.Content {
        .subscribeCOV(
            SubscribeCOVRequest(process: process, object, isConfirmed: isConfirmed, lifetime: lifetime))
    }

    @Test func `whoever subscribes is told at once, and when the value changed by the increment`() throws {
        var bench = try Bench()
        let answers = bench.ask(subscribe(.input))
        #expect(answers.first == .simpleAck(SimpleAck(.subscribeCov, invokeID: 1)))
        let first = try #require(answers.news.first)
        #expect(first.process == 5 && first.device == .device77 && first.object == .input)
        #expect(first.timeRemaining == 60)
        #expect(first.values.map(\.reference.property) == [.presentValue, .statusFlags])
        #expect(first.values.first?.values == [.real(20)])
        bench.device[.input]?.properties[.presentValue] = [.real(20.4)]
        #expect(bench.device.advance(to: .seconds(1)).isEmpty)
        bench.device[.input]?.properties[.presentValue] = [.real(20.5)]
        let second = bench.device.advance(to: .seconds(2)).map(\.apdu).news
        #expect(second.map(\.timeRemaining) == [58])
        #expect(second.first?.values.first?.values == [.real(20.5)])
    }

    @Test func `a change of the status flags is told as well`() throws {
        var bench = try Bench()
        _ = bench.ask(subscribe(.input))
        let value = PropertyValue(PropertyReference(.outOfService), [.boolean(true)])
        let answers = bench.ask(.writeProperty(WritePropertyRequest(.input, value)))
        #expect(answers.first == .simpleAck(SimpleAck(.writeProperty, invokeID: 2)))
        #expect(answers.news.count == 1)
    }

    @Test func `a subscription ends with its lifetime, and when it is cancelled`() throws {
        var bench = try Bench()
        _ = bench.ask(subscribe(.output))
        _ = bench.ask(subscribe(.states, lifetime: 0))
        #expect(bench.values(.device77, .activeCovSubscriptions).count == 8)
        _ = bench.device.advance(to: .seconds(60))
        #expect(bench.values(.device77, .activeCovSubscriptions).count == 4)
        let cancel = ConfirmedRequest.Content.subscribeCOV(SubscribeCOVRequest(process: 5, .states))
        #expect(bench.ask(cancel) == [.simpleAck(SimpleAck(.subscribeCov, invokeID: 5))])
        #expect(bench.values(.device77, .activeCovSubscriptions).isEmpty)
        #expect(bench.write(.states, .presentValue, [.unsigned(2)]) == nil)
    }

    @Test func `the table has an end, and renewing needs no room`() throws {
        var bench = try Bench()
        bench.device.subscriptionLimit = 2
        _ = bench.ask(subscribe(.input))
        _ = bench.ask(subscribe(.value))
        let full = ServiceError(.resources, .noSpaceToAddListElement)
        #expect(bench.ask(subscribe(.states)).error == full)
        let renewed = bench.ask(subscribe(.value, lifetime: 90))
        #expect(renewed.error == nil && renewed.news.map(\.timeRemaining) == [90])
    }

    @Test(
        arguments: [
            (.absent, ServiceError(.object, .unknownObject)),
            (.device77, ServiceError(.object, .optionalFunctionalityNotSupported)),
            (.trend, ServiceError(.object, .optionalFunctionalityNotSupported)),
        ] as [(ObjectIdentifier, ServiceError)])
    func `what does not tell its changes cannot be subscribed to`(
        object: ObjectIdentifier, error: ServiceError
    ) throws {
        var bench = try Bench()
        #expect(bench.ask(subscribe(object)).error == error)
    }

    @Test func `one property is told by its own increment`() throws {
        var bench = try Bench()
        let wish = SubscribeCOVRequest(process: 9, .input, isConfirmed: false, lifetime: 60)
        func request(_ property: PropertyIdentifier) -> ConfirmedRequest.Content {
            .subscribeCOVProperty(SubscribeCOVPropertyRequest(wish, PropertyReference(property), increment: 5))
        }
        #expect(bench.ask(request(.priorityArray)).error == ServiceError(.property, .unknownProperty))
        #expect(bench.ask(request(.presentValue)).news.count == 1)
        bench.device[.input]?.properties[.presentValue] = [.real(24)]
        #expect(bench.device.advance(to: .seconds(1)).isEmpty)
        bench.device[.input]?.properties[.presentValue] = [.real(25)]
        #expect(bench.device.advance(to: .seconds(2)).count == 1)
    }

    @Test func `a confirmed notification is repeated until its receipt comes`() throws {
        var bench = try Bench()
        let answers = bench.ask(subscribe(.input, isConfirmed: true, lifetime: 0))
        guard case .confirmedRequest(let news)? = answers.last else {
            Issue.record("no confirmed notification comes")
            return
        }
        #expect(bench.device.advance(to: .seconds(3)).map(\.apdu) == [.confirmedRequest(news)])
        let receipt = APDU.simpleAck(SimpleAck(.confirmedCovNotification, invokeID: news.invokeID))
        #expect(bench.device.take(receipt, from: Bench.client, at: .seconds(4)).isEmpty)
        #expect(bench.device.nextMoment == nil)
    }

    @Test func `values that change with time are told when they do`() throws {
        var bench = try Bench()
        bench.device[.input]?.signal = SimulatedSignal(from: 20, to: 30, period: 40)
        _ = bench.ask(subscribe(.input, lifetime: 10))
        var count = 0
        while let moment = bench.device.nextMoment { count += bench.device.advance(to: moment).count }
        // Half a degree each second, until the subscription ends.
        #expect(count == 9)
    }
}
