public import FieldLinks

/// Any request to the devices behind one link, one after another, with the answer that belongs to it.
///
/// It also carries what writes; ``ModbusReader`` is for those who only read. Its functions wait for the answer: call
/// them where waiting holds nobody up. There is one connection, opened when needed and again after it was lost.
public final class ModbusExchange {
    /// The form of the frames.
    public let framing: ModbusFraming
    /// The octets of the last frame that was taken for an answer, good or bad; none after a request without one.
    public private(set) var lastAnswer: [UInt8] = []
    private let patience: Patience
    private let hasEcho: Bool
    private let breaker: CircuitBreaker
    private let connect: () throws(LinkError) -> any StreamLink
    private var link: (any StreamLink)?
    private var pace: Pace
    private var breakers: [UInt8: CircuitBreaker] = [:]
    private var transaction: UInt16 = 0
    /// What came over a network behind the last answer.
    private var pending: [UInt8] = []

    /// Makes an exchange that has not connected yet.
    ///
    /// - Parameters:
    ///   - framing: the form of the frames.
    ///   - patience: how long to wait for answers, and how often to ask for what changes nothing.
    ///   - pace: how fast requests may follow each other; on a line no faster than ``ModbusFraming/silence(on:)``.
    ///   - breaker: when a unit that does not answer is left in peace; each unit has its own.
    ///   - hasEcho: whether the line returns what is sent to it, as some adapters for two wires do.
    ///   - connect: opens the link.
    public init(
        framing: ModbusFraming, patience: Patience = Patience(), pace: Pace = Pace(),
        breaker: CircuitBreaker = CircuitBreaker(), hasEcho: Bool = false,
        connect: @escaping () throws(LinkError) -> any StreamLink
    ) {
        self.framing = framing
        self.patience = patience
        self.pace = pace
        self.breaker = breaker
        self.hasEcho = hasEcho
        self.connect = connect
    }

    deinit { link?.close() }

    /// Sends a request and waits for its answer.
    ///
    /// Reading requests are sent again when no answer comes, or a damaged one; all others are sent once, because
    /// nobody knows whether the first was carried out. Answers to earlier requests are dropped.
    ///
    /// - Parameters:
    ///   - request: the request.
    ///   - unit: the device, never 0: nobody answers what is sent to all.
    /// - Returns: the answer, which fits the request and is no exception.
    /// - Throws: ``ModbusError``.
    public func perform(_ request: ModbusRequest, unit: UInt8) throws(ModbusError) -> ModbusResponse {
        try check(unit)
        let attempts = request.isReading ? patience.attempts : 1
        var reason = ModbusError.silent(unit: unit, attempts: attempts)
        for attempt in 0..<attempts {
            do throws(ModbusError) {
                if let response = try ask(request, unit, patience.wait(for: attempt)) {
                    if case .exception(_, let exception) = response { throw .refused(exception) }
                    return response
                }
                reason = .silent(unit: unit, attempts: attempts)
            } catch {
                guard error.isPassing(on: framing) else { throw error }
                reason = error
            }
        }
        throw reason
    }

    /// Ends the connection; the next request opens it again.
    public func close() {
        link?.close()
        link = nil
        pending = []
    }

    private func check(_ unit: UInt8) throws(ModbusError) {
        let last: UInt8 = framing == .tcp ? 255 : 247
        guard unit >= 1, unit <= last else {
            throw .fault(
                ModbusFault(.wrongUnit, at: framing == .tcp ? 6 : 0, "unit '\(unit)' cannot answer: ask 1 to \(last)"))
        }
    }

    /// Asks once.
    ///
    /// - Returns: `nil` when no answer came in time.
    private func ask(
        _ request: ModbusRequest, _ unit: UInt8, _ wait: Duration
    ) throws(ModbusError) -> ModbusResponse? {
        transaction &+= 1
        let frame = try encode(request, unit)
        let answers = ModbusAnswers(framing, to: request, unit, transaction, echo: hasEcho ? frame : [])
        let outcome: Result<ModbusResponse, ModbusFault>?
        let isResting: Bool
        do throws(LinkError) {
            let link = try open()
            isResting = !breakers[unit, default: breaker].allows(at: link.now)
            outcome = isResting ? nil : try exchange(frame, answers, on: link, wait)
            if !isResting { note(unit, hasAnswered: outcome != nil, at: link.now) }
        } catch {
            close()
            throw .link(error)
        }
        // A frame that broke off may go on at any time, and what follows it cannot be told apart.
        if outcome == nil, !pending.isEmpty { close() }
        guard !isResting else { throw .resting(unit: unit) }
        do throws(ModbusFault) { return try outcome?.get() } catch {
            // Where frames are not delimited any more, nothing that follows can be trusted.
            if error.code == .wrongProtocol || error.code == .wrongLength { close() }
            throw .fault(error)
        }
    }

    private func open() throws(LinkError) -> any StreamLink {
        if let link { return link }
        let opened = try connect()
        link = opened
        return opened
    }

    private func exchange(
        _ frame: [UInt8], _ answers: ModbusAnswers, on link: any StreamLink, _ wait: Duration
    ) throws(LinkError) -> Result<ModbusResponse, ModbusFault>? {
        var answers = answers
        lastAnswer = []
        defer {
            lastAnswer = answers.frame
            pending = framing == .tcp ? answers.buffer : []
        }
        try link.wait(until: pace.begin(at: link.now))
        defer { pace.end(at: link.now) }
        // Frames of networks are numbered, and stay whole: what came before is known by its number. A line is cleared.
        if framing == .tcp { answers.buffer = pending } else { try link.drain() }
        let deadline = link.now + wait
        try link.send(frame, until: deadline)
        while try link.receive(into: &answers.buffer, until: deadline) > 0 {
            guard let outcome = answers.next() else {
                // Octets that are there already are taken past the deadline: a flood of them would never end.
                if link.now >= deadline { return nil }
                continue
            }
            if case .failure = outcome { try awaitSilence(on: link) }
            return outcome
        }
        return nil
    }

    /// Waits on a line until nothing comes any more, so that the rest of a damaged frame is no part of the next.
    private func awaitSilence(on link: any StreamLink) throws(LinkError) {
        guard framing != .tcp else { return }
        var rest: [UInt8] = []
        while rest.count < 4_096, try link.receive(into: &rest, until: link.now + max(pace.gap, .milliseconds(4))) > 0 {
        }
    }

    private func note(_ unit: UInt8, hasAnswered: Bool, at now: Duration) {
        if hasAnswered {
            breakers[unit] = nil
        } else {
            breakers[unit, default: breaker].fail(at: now)
        }
    }

    private func encode(_ request: ModbusRequest, _ unit: UInt8) throws(ModbusError) -> [UInt8] {
        let envelope: ModbusFrame.Envelope =
            switch framing {
            case .tcp: .tcp(transaction: transaction)
            case .rtu: .rtu
            case .ascii: .ascii(lowercase: false)
            }
        do { return try ModbusFrame(envelope, unit: unit, .request(request)).encoded() } catch { throw .fault(error) }
    }
}

/// One task at a time may use it: it has a connection and a place in what comes over it.
@available(*, unavailable)
extension ModbusExchange: Sendable {}
