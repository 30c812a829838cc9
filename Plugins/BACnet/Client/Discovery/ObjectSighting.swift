/// An object that a device told it has, and where the device is.
public struct ObjectSighting: Hashable, Sendable {
    /// The device that told it.
    public let peer: BACnetPeer
    /// The device, the object, and its name.
    public let answer: IHave

    /// Describes what was told.
    public init(_ peer: BACnetPeer, _ answer: IHave) {
        self.peer = peer
        self.answer = answer
    }
}

extension BACnetReader {
    /// Asks who has an object, by its identifier or its name, and listens for the answers.
    ///
    /// - Parameters:
    ///   - object: what is looked for.
    ///   - range: the device instances that are asked; `nil` for all.
    ///   - destination: one device, or the address of a broadcast.
    ///   - asBroadcast: whether it goes to all who hear the address.
    ///   - listening: how long to listen; after a broadcast at least a second.
    /// - Returns: the answers, by device and then by address; none is picked when several devices have the object.
    /// - Throws: ``BACnetError``.
    ///
    /// Source: ANSI/ASHRAE 135-2020, clause 16.9.
    public func holders(
        of object: WhoHas.Wanted, range: ClosedRange<UInt32>? = nil, at destination: BACnetPeer, asBroadcast: Bool,
        listening: Duration = .seconds(2)
    ) throws(BACnetError) -> [ObjectSighting] {
        try exchange.send(.whoHas(WhoHas(object, range: range)), to: destination, asBroadcast: asBroadcast)
        let end = now + (asBroadcast ? max(listening, .seconds(1)) : listening)
        var sightings: Set<ObjectSighting> = []
        for _ in 0..<BACnetExchange.hearingLimit {
            let next = try exchange.nextUnasked(until: end) { peer, message in
                if case .iHave(let answer) = message { ObjectSighting(peer, answer) } else { nil }
            }
            guard let next else { break }
            sightings.insert(next)
        }
        return sightings.sorted { $0.key < $1.key }
    }
}

extension ObjectSighting {
    /// What answers are ordered by.
    fileprivate var key: (ObjectIdentifier, BACnetPeer, ObjectIdentifier, String) {
        (answer.device, peer, answer.object, answer.name.text)
    }
}
