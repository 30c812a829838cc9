public import BACnet
public import BuildingPoints
public import PhaseLoom

/// Reads objects from their devices: what belongs to one with one request, so that its answer is the evidence.
public struct LiveObjects: CheckoutSource {
    private let reader: BACnetReader
    private var book: DeviceBook
    private let clock: () -> Timestamp

    /// Prepares to read.
    ///
    /// - Parameters:
    ///   - reader: the client on the trunk of the devices.
    ///   - book: where they are.
    ///   - clock: what tells the time of a reading.
    public init(_ reader: BACnetReader, _ book: DeviceBook, at clock: @escaping () -> Timestamp) {
        self.reader = reader
        self.book = book
        self.clock = clock
    }

    /// Reads an object.
    public mutating func reading(of point: PointReference) throws(CancellationError) -> CheckoutReading {
        guard case .bacnet(let device, let object) = point else {
            return CheckoutReading(fault: "it is no object of BACnet")
        }
        do throws(BACnetError) {
            return try read(object, of: device)
        } catch {
            if error.isCancellation { throw CancellationError() }
            return CheckoutReading(fault: "\(error)", time: clock(), octets: evidence)
        }
    }

    /// The last answer, if there is one.
    private var evidence: [[UInt8]] { reader.lastAnswer.isEmpty ? [] : [reader.lastAnswer] }

    private mutating func read(
        _ object: BACnet.ObjectIdentifier, of device: UInt32
    ) throws(BACnetError) -> CheckoutReading {
        let places = book.places[device] ?? []
        guard let place = places.first else {
            return CheckoutReading(fault: "device \(device) was not found: tell where it is")
        }
        guard places.count == 1 else {
            let list = places.map(\.peer.description).listed
            return CheckoutReading(fault: "\(places.count) devices have the instance \(device): at \(list)")
        }
        if !place.isConfirmed {
            guard try answers(to: device, at: place.peer) else {
                return CheckoutReading(
                    fault: "another device than \(device) is at '\(place.peer)'", time: clock(), octets: evidence)
            }
            book.confirm(device)
        }
        return try read(object, at: place)
    }

    /// Whether the device at a place has an instance.
    private func answers(to instance: UInt32, at peer: BACnetPeer) throws(BACnetError) -> Bool {
        guard let device = BACnet.ObjectIdentifier(.device, instance) else { return false }
        do throws(BACnetError) {
            let target = PropertyTarget(device, PropertyReference(.objectIdentifier))
            return try reader.read(target, at: peer) == [.objectIdentifier(device)]
        } catch {
            if case .error = error { return false }
            throw error
        }
    }

    private func read(
        _ object: BACnet.ObjectIdentifier, at place: DeviceBook.Place
    ) throws(BACnetError) -> CheckoutReading {
        let properties = object.type.checkedProperties
        if reader.observed(place.peer).readsMultiple != false,
            let reading = try readTogether(object, properties, at: place.peer)
        {
            return reading
        }
        return try readAlone(object, properties, at: place.peer)
    }

    /// Reads the properties with one request.
    ///
    /// - Returns: `nil` when the device does not answer that as it should.
    private func readTogether(
        _ object: BACnet.ObjectIdentifier, _ properties: [PropertyIdentifier], at peer: BACnetPeer
    ) throws(BACnetError) -> CheckoutReading? {
        let request = ReadPropertyMultipleRequest([.init(object, properties.map { PropertyReference($0) })])
        do throws(BACnetError) {
            let answer = try reader.perform(.properties(request), at: peer)
            guard case .readPropertyMultiple(let ack) = answer else { return nil }
            let found = ack.results.filter { $0.object == object }.flatMap(\.properties)
            var outcomes: [PropertyIdentifier: Result<[BACnetValue], BACnetError>] = [:]
            for property in found where property.reference.index == nil {
                guard outcomes[property.reference.property] == nil else { continue }
                outcomes[property.reference.property] =
                    switch property.outcome {
                    case .values(let values): .success(values)
                    case .error(let error): .failure(.error(error.errorClass, error.errorCode))
                    }
            }
            return CheckoutReading(of: object, outcomes, time: clock(), octets: evidence)
        } catch {
            // A device that says no to the request as a whole, or nothing of use, may well answer for each property.
            if case .requestTooLong = error { return nil }
            guard error.isAnswer else { throw error }
            return nil
        }
    }

    private func readAlone(
        _ object: BACnet.ObjectIdentifier, _ properties: [PropertyIdentifier], at peer: BACnetPeer
    ) throws(BACnetError) -> CheckoutReading {
        var outcomes: [PropertyIdentifier: Result<[BACnetValue], BACnetError>] = [:]
        var octets: [[UInt8]] = []
        for property in properties {
            do throws(BACnetError) {
                let target = PropertyTarget(object, PropertyReference(property))
                outcomes[property] = .success(try reader.read(target, at: peer))
            } catch {
                guard error.isAnswer else { throw error }
                outcomes[property] = .failure(error)
            }
            octets += evidence
        }
        return CheckoutReading(of: object, outcomes, time: clock(), octets: octets)
    }
}

/// One task at a time may use it: its clients have connections of their own.
@available(*, unavailable)
extension LiveObjects: Sendable {}
