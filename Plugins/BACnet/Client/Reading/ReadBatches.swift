extension BACnetReader {
    /// How many properties of a request that fails are not worth halving any more.
    private static let readAlone = 3

    /// Reads properties of a device, several with each request, and in the end each by itself if need be.
    ///
    /// A request that fails as a whole is halved, between objects if it has several, until at most three properties
    /// are left, which are read alone; the others go with later requests. One object that spoils a request for *n* thus
    /// costs about log2(*n*) more. Properties that cannot be read are in the result with the reason.
    ///
    /// - Parameters:
    ///   - targets: the properties, those of an object next to each other.
    ///   - peer: the device.
    ///   - maxAPDU: the most octets that the device takes and gives at once.
    /// - Returns: a reading for each target, in their order.
    /// - Throws: ``BACnetError/link(_:)`` when the link fails or the task is cancelled.
    public func read(
        _ targets: [PropertyTarget], at peer: BACnetPeer, maxAPDU: Int
    ) throws(BACnetError) -> [PropertyReading] {
        // An answer has to fit what is taken here as well.
        var work = BatchWork(targets, maxAPDU: min(maxAPDU, exchange.settings.maxAPDU))
        while !work.waiting.isEmpty {
            if let place = work.nextOfSilent() {
                try readAlone([place], &work, at: peer)
                if work.outcomes[place] == .failure(.timedOut) { work.giveUp(like: place) }
            } else if observed(peer).readsMultiple == false {
                let places = work.next(atMost: 1)
                try readAlone(places, &work, at: peer)
                if let place = places.first, work.outcomes[place] == .failure(.timedOut) { work.postpone(like: place) }
            } else {
                try readNext(&work, at: peer)
            }
        }
        return work.readings
    }

    private func readNext(_ work: inout BatchWork, at peer: BACnetPeer) throws(BACnetError) {
        var suspects = work.next(atMost: work.limit)
        guard let error = try readTogether(suspects, &work, at: peer) else { return }
        if work.fails(of: suspects, error) { return }
        if error.refusesService {
            observe(peer) { $0.readsMultiple = false }
            return work.putBack(suspects)
        }
        if error.isAboutSize, suspects.count > 1 {
            work.limit = suspects.count / 2
            return work.putBack(suspects)
        }
        var isFruitless = true
        while suspects.count > Self.readAlone {
            let half = work.half(of: suspects)
            let rest = suspects.dropFirst(half.count)
            if try readTogether(half, &work, at: peer) == nil {
                // What spoils the request is in the other half, which need not be tried as a whole.
                (suspects, isFruitless) = (rest, false)
            } else {
                work.putBack(rest)
                suspects = half
            }
        }
        // What is left of the same object would spoil the next request.
        suspects += work.nextFew(like: suspects.last, atMost: Self.readAlone)
        try readAlone(suspects, &work, at: peer)
        for place in suspects where work.outcomes[place] == .failure(.timedOut) { work.postpone(like: place) }
        if isFruitless { work.fruitless += 1 }
        // Twice nothing came of any size: it is the service that the device does not have.
        if work.fruitless > 1, observed(peer).readsMultiple == nil { observe(peer) { $0.readsMultiple = false } }
    }

    private func readAlone(
        _ targets: ArraySlice<Int>, _ work: inout BatchWork, at peer: BACnetPeer
    ) throws(BACnetError) {
        for place in targets {
            do throws(BACnetError) {
                work.outcomes[place] = .success(try read(work.targets[place], at: peer))
            } catch {
                if case .link = error { throw error }
                work.outcomes[place] = .failure(error)
            }
        }
    }

    /// Reads properties with one request.
    ///
    /// - Returns: why nothing was read; `nil` when something was.
    private func readTogether(
        _ places: ArraySlice<Int>, _ work: inout BatchWork, at peer: BACnetPeer
    ) throws(BACnetError) -> BACnetError? {
        do throws(BACnetError) {
            let request = ReadPropertyMultipleRequest(work.specifications(places))
            let answer = try perform(.properties(request), at: peer, attempts: 2)
            guard case .readPropertyMultiple(let ack) = answer else {
                throw .unexpected("the device answers another service than was asked")
            }
            let missing = work.take(ack, for: places)
            guard missing.count < places.count else {
                throw .unexpected("the device answers with none of the properties that were asked")
            }
            observe(peer) { $0.readsMultiple = true }
            try readAlone(missing[...], &work, at: peer)
            return nil
        } catch {
            if case .link = error { throw error }
            observe(peer) { $0.failures += 1 }
            return error
        }
    }
}

extension BACnetError {
    /// Whether the device says that it does not have the service.
    fileprivate var refusesService: Bool { self == .rejected(.unrecognizedService) }

    /// Whether the device says that the request or the answer is too long for it.
    var isAboutSize: Bool {
        switch self {
        case .aborted(let reason): [.bufferOverflow, .segmentationNotSupported, .apduTooLong].contains(reason)
        case .rejected(let reason): [.bufferOverflow, .tooManyArguments].contains(reason)
        case .requestTooLong, .tooLarge: true
        default: false
        }
    }
}
