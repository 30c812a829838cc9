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

    /// Makes an exchange that has not connected yet.
    ///
    /// - Parameters:
    ///   - framing: the form of the frames.
    ///   - patience: how long to wait for answers, and how often to ask for what changes nothing.
    ///   - pace: how fast requests may follow each other.
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
                guard error.isPassing else { throw error }
                reason = error
            }
        }
        throw reason
    }

    /// Ends the connection; the next request opens it again.
    public func close() {
        link?.close()
        link = nil
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
        defer { lastAnswer = answers.frame }
        try link.wait(until: pace.begin(at: link.now))
        defer { pace.end(at: link.now) }
        try link.drain()
        let deadline = link.now + wait
        try link.send(frame, until: deadline)
        while try link.receive(into: &answers.buffer, until: deadline) > 0 {
            if let outcome = answers.next() { return outcome }
        }
        return nil
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
