/// Properties that are to be read, and what came of it so far.
struct BatchWork {
    let targets: [PropertyTarget]
    /// What was read, at the places of the targets.
    var outcomes: [Result<[BACnetValue], BACnetError>?]
    /// The places of what is still to be read.
    private(set) var waiting: ArraySlice<Int>
    /// The most properties of a request.
    var limit = Int.max
    /// How often nothing came of any size of request.
    var fruitless = 0
    /// The objects of which a property was asked for alone and in vain.
    private var silent: Set<ObjectIdentifier> = []
    private let maxAPDU: Int

    init(_ targets: [PropertyTarget], maxAPDU: Int) {
        self.targets = targets
        self.maxAPDU = max(50, maxAPDU)
        outcomes = Array(repeating: nil, count: targets.count)
        waiting = Array(targets.indices)[...]
    }

    /// A reading for each target.
    var readings: [PropertyReading] {
        zip(targets, outcomes).map { PropertyReading($0, $1 ?? .failure(.timedOut)) }
    }

    /// Takes as many as fit into a request and its answer, at least one.
    mutating func next(atMost count: Int) -> ArraySlice<Int> {
        var (request, answer) = (MessageSizes.requestHeader, MessageSizes.answerHeader)
        var object: ObjectIdentifier?
        var taken = 0
        for place in waiting.prefix(count) {
            let target = targets[place]
            let head = target.object == object ? 0 : MessageSizes.object
            request += head + MessageSizes.reference(target.reference)
            answer += head + MessageSizes.result(target.reference)
            if taken > 0, max(request, answer) > maxAPDU { break }
            object = target.object
            taken += 1
        }
        let places = waiting.prefix(taken)
        waiting = waiting.dropFirst(taken)
        return places
    }

    /// Lets places be taken again, before all others.
    mutating func putBack(_ places: ArraySlice<Int>) { waiting = (places + waiting)[...] }

    /// The first half of some places, which ends with an object if they are of several.
    func half(of places: ArraySlice<Int>) -> ArraySlice<Int> {
        let middle = places.startIndex + places.count / 2
        let ends = places.indices.dropFirst().filter { targets[places[$0]].object != targets[places[$0 - 1]].object }
        return places[..<(ends.min { abs($0 - middle) < abs($1 - middle) } ?? middle)]
    }

    /// Takes what comes next of the same object as a place, unless that is a lot.
    mutating func nextFew(like place: Int?, atMost count: Int) -> ArraySlice<Int> {
        let few = waiting.prefix { place.map { targets[$0].object } == targets[$0].object }
        guard few.count <= count else { return [] }
        waiting = waiting.dropFirst(few.count)
        return few
    }

    /// Leaves the other properties of an object for the end, so that a silent object does not look like a silent device.
    mutating func postpone(like place: Int) {
        let object = targets[place].object
        silent.insert(object)
        waiting =
            (waiting.filter { targets[$0].object != object } + waiting.filter { targets[$0].object == object })[...]
    }

    /// Takes the next property if its object was silent before.
    mutating func nextOfSilent() -> Int? {
        guard let place = waiting.first, silent.contains(targets[place].object) else { return nil }
        return waiting.removeFirst()
    }

    /// Gives up the other properties of an object that was silent again.
    mutating func giveUp(like place: Int) {
        for other in waiting where targets[other].object == targets[place].object { outcomes[other] = outcomes[place] }
        waiting = waiting.filter { targets[$0].object != targets[place].object }[...]
    }

    /// Gives everything up when the device does not answer any more.
    ///
    /// - Returns: whether it does not.
    mutating func fails(of places: ArraySlice<Int>, _ error: BACnetError) -> Bool {
        switch error {
        case .resting, .unreachable: break
        default: return false
        }
        for place in places + waiting { outcomes[place] = .failure(error) }
        waiting = []
        return true
    }

    /// The places as a request names them.
    func specifications(_ places: ArraySlice<Int>) -> [ReadPropertyMultipleRequest.Specification] {
        var result: [ReadPropertyMultipleRequest.Specification] = []
        for target in places.map({ targets[$0] }) {
            if let last = result.indices.last, result[last].object == target.object {
                result[last].references.append(target.reference)
            } else {
                result.append(.init(target.object, [target.reference]))
            }
        }
        return result
    }

    /// Takes what an answer says.
    ///
    /// - Returns: the places of which it says nothing.
    mutating func take(_ ack: ReadPropertyMultipleAck, for places: ArraySlice<Int>) -> [Int] {
        var found: [PropertyTarget: ReadPropertyMultipleAck.Outcome] = [:]
        for result in ack.results {
            for property in result.properties {
                let target = PropertyTarget(result.object, property.reference)
                if found[target] == nil { found[target] = property.outcome }
            }
        }
        var missing: [Int] = []
        for place in places {
            switch found[targets[place]] {
            case .values(let values): outcomes[place] = .success(values)
            case .error(let error): outcomes[place] = .failure(.error(error.errorClass, error.errorCode))
            case nil: missing.append(place)
            }
        }
        return missing
    }
}
