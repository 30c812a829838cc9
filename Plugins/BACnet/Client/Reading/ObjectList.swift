/// The objects of a device, as far as it names them.
public struct ObjectList: Hashable, Sendable {
    /// The objects, in the order of the device.
    public let objects: [ObjectIdentifier]
    /// The elements of the list that could not be read, with the reasons.
    public let failures: [PropertyReading]
    /// Why the device did not give the list as a whole; `nil` when it did.
    public let refusal: BACnetError?

    /// Whether every object is named.
    public var isComplete: Bool { failures.isEmpty }
}

extension BACnetReader {
    /// Reads the list of a device's objects: as a whole, or by ranges of elements, or element by element.
    ///
    /// - Parameters:
    ///   - device: the device object.
    ///   - peer: the device.
    ///   - maxAPDU: the most octets that the device takes and gives at once.
    ///   - limit: the most elements that are asked for one by one.
    /// - Returns: the list, with what of it could not be read.
    /// - Throws: ``BACnetError`` when not even the number of objects can be read.
    public func objectList(
        of device: ObjectIdentifier, at peer: BACnetPeer, maxAPDU: Int, limit: Int = 100_000
    ) throws(BACnetError) -> ObjectList {
        do throws(BACnetError) {
            let values = try read(PropertyTarget(device, PropertyReference(.objectList)), at: peer, attempts: 2)
            let list = try Self.objects(values)
            observe(peer) { $0.givesWholeList = true }
            return ObjectList(objects: list, failures: [], refusal: nil)
        } catch {
            switch error {
            case .link, .resting, .unreachable: throw error
            default: observe(peer) { $0.givesWholeList = false }
            }
            return try elements(of: device, at: peer, maxAPDU: maxAPDU, limit: limit, refusal: error)
        }
    }

    private func elements(
        of device: ObjectIdentifier, at peer: BACnetPeer, maxAPDU: Int, limit: Int, refusal: BACnetError
    ) throws(BACnetError) -> ObjectList {
        let number = try read(PropertyTarget(device, PropertyReference(.objectList, index: 0)), at: peer)
        guard number.count == 1, case .unsigned(let count) = number[0], let count = UInt32(exactly: count) else {
            throw .unexpected("the device does not tell how many objects it has")
        }
        guard count <= limit else { throw .tooLarge }
        let targets = (0..<count).map { PropertyTarget(device, PropertyReference(.objectList, index: $0 + 1)) }
        var objects: [ObjectIdentifier] = []
        var failures: [PropertyReading] = []
        for reading in try read(targets, at: peer, maxAPDU: maxAPDU) {
            if case .success(let values) = reading.outcome, values.count == 1,
                case .objectIdentifier(let object) = values[0]
            {
                objects.append(object)
            } else {
                failures.append(reading)
            }
        }
        return ObjectList(objects: objects, failures: failures, refusal: refusal)
    }

    private static func objects(_ values: [BACnetValue]) throws(BACnetError) -> [ObjectIdentifier] {
        var objects: [ObjectIdentifier] = []
        for value in values {
            guard case .objectIdentifier(let object) = value else {
                throw .unexpected("the list of objects holds something else")
            }
            objects.append(object)
        }
        return objects
    }
}
