import BACnet
import PhaseLoom

/// The requests of a capture that have no answer yet, in a room that does not grow.
struct PendingQuestions: Sendable {
    /// How many requests of one client may wait with one invoke id, each to another server.
    private static let mostOfOne = 64
    /// How many octets of segments may wait for the rest of their messages.
    static let mostOctets = 16 << 20

    private struct Key: Hashable {
        let client: CapturedStation
        let invokeID: UInt8
    }

    /// What an answer belongs to.
    enum Answer {
        /// Nothing that was asked.
        case stray
        /// A request of which the answer is not complete yet, and the requests that are given up for it.
        case incomplete(given: [BACnetQuestion])
        /// A request whose answer is complete.
        case complete(BACnetQuestion, Result<ComplexAck.Content?, BACnetError>)
    }

    /// How many there are.
    private(set) var count = 0
    /// How many octets of segments they hold.
    private(set) var held = 0
    private var questions: [Key: [BACnetQuestion]] = [:]
    /// The requests in their order, with those that were answered meanwhile.
    private var order: [(key: Key, number: Int)] = []
    private var first = 0
    private var asked = 0

    /// Takes a request, or a segment of one.
    ///
    /// - Returns: whether it is not just sent again, and the requests that are given up for it.
    mutating func ask(
        _ request: ConfirmedRequest, from client: CapturedStation, to server: CapturedStation,
        _ moment: BACnetQuestion.Moment
    ) -> (isNew: Bool, given: [BACnetQuestion]) {
        let key = Key(client: client, invokeID: request.invokeID)
        let place = questions[key]?.firstIndex { $0.server == server }
        if let place, case .fragment(let service, let fragment) = request.content, fragment.sequence > 0 {
            guard questions[key]?[place].service == service else { return (false, []) }
            change(key, place) { $0.ask(fragment, moment) }
            return (false, trim())
        }
        if let place, questions[key]?[place].content == request.content { return (false, []) }
        var given: [BACnetQuestion] = []
        if let place { given += remove(key, place) }
        if questions[key]?.count == Self.mostOfOne { given += remove(key, 0) }
        asked += 1
        let question = BACnetQuestion(request, from: client, to: server, moment, number: asked)
        questions[key, default: []].append(question)
        held += question.held
        count += 1
        order.append((key, asked))
        return (true, given + trim())
    }

    /// Takes what answers a request.
    ///
    /// An answer from another address counts where only one request can be meant.
    mutating func answer(
        _ apdu: APDU, from server: CapturedStation, to client: CapturedStation, _ octets: [UInt8]
    ) -> Answer {
        guard let (invokeID, service) = apdu.answered else { return .stray }
        let key = Key(client: client, invokeID: invokeID)
        let list = questions[key] ?? []
        let candidates = list.indices.filter { service == nil || list[$0].service == service }
        guard
            let place = candidates.first(where: { list[$0].server == server })
                ?? (candidates.count == 1 ? candidates.first : nil)
        else { return .stray }
        var outcome: Result<ComplexAck.Content?, BACnetError>?
        change(key, place) { outcome = $0.answer(apdu, octets) }
        guard let outcome else { return .incomplete(given: trim()) }
        return remove(key, place).first.map { .complete($0, outcome) } ?? .stray
    }

    /// Gives up all requests.
    ///
    /// - Returns: them, in their order.
    mutating func giveUpAll() -> [BACnetQuestion] {
        let all = questions.values.flatMap(\.self).sorted { $0.number < $1.number }
        self = PendingQuestions()
        return all
    }

    private mutating func remove(_ key: Key, _ place: Int) -> [BACnetQuestion] {
        guard let question = questions[key]?.remove(at: place) else { return [] }
        if questions[key]?.isEmpty == true { questions[key] = nil }
        count -= 1
        held -= question.held
        return [question]
    }

    private mutating func change(_ key: Key, _ place: Int, _ change: (inout BACnetQuestion) -> Void) {
        guard let before = questions[key]?[place].held else { return }
        change(&questions[key, default: []][place])
        held += (questions[key]?[place].held ?? 0) - before
    }

    /// Gives up the oldest requests while there are too many, or too many that were answered behind an old one.
    private mutating func trim() -> [BACnetQuestion] {
        var given: [BACnetQuestion] = []
        while first < order.count {
            let (key, number) = order[first]
            let place = questions[key]?.firstIndex { $0.number == number }
            let isFull =
                count > BACnetReplay.mostPending || order.count - first > 2 * BACnetReplay.mostPending
                || held > Self.mostOctets
            guard place == nil || isFull else { break }
            if let place { given += remove(key, place) }
            first += 1
        }
        if first > 2 * BACnetReplay.mostPending {
            order.removeFirst(first)
            first = 0
        }
        return given
    }
}

extension APDU {
    /// The number of the request that it answers, and the service where it tells that.
    fileprivate var answered: (invokeID: UInt8, service: ConfirmedService?)? {
        switch self {
        case .simpleAck(let ack): (ack.invokeID, ack.service)
        case .complexAck(let ack): (ack.invokeID, ack.service)
        case .error(let error): (error.invokeID, error.service)
        case .reject(let reject): (reject.invokeID, nil)
        case .abort(let abort): (abort.invokeID, nil)
        case .confirmedRequest, .unconfirmedRequest, .segmentAck: nil
        }
    }
}
