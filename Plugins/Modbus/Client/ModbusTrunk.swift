public import FieldLinks

/// A reading client that whoever waits for it can share: what is asked of a connection stands in one queue.
public actor ModbusTrunk {
    private let executor: TrunkExecutor
    private let reader: ModbusReader
    /// The thread of the trunk.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// Makes a client with a thread of its own, which has not connected yet.
    ///
    /// - Parameters:
    ///   - framing: the form of the frames.
    ///   - patience: how long to wait for answers, and how often to ask.
    ///   - pace: how fast requests may follow each other.
    ///   - breaker: when a unit that does not answer is left in peace.
    ///   - connect: opens the link.
    /// - Throws: `LinkError` when the system has no thread left.
    public init(
        framing: ModbusFraming = .tcp, patience: Patience = Patience(), pace: Pace = Pace(),
        breaker: CircuitBreaker = CircuitBreaker(), connect: @escaping @Sendable () throws(LinkError) -> any StreamLink
    ) throws(LinkError) {
        executor = try TrunkExecutor()
        reader = ModbusReader(
            ModbusExchange(framing: framing, patience: patience, pace: pace, breaker: breaker, connect: connect))
    }

    /// Reads on the thread of the trunk, once all that was asked before is done.
    ///
    /// - Parameter work: what is read; it has the client to itself.
    /// - Returns: what the work returns.
    /// - Throws: what the work throws.
    public func read<Value: Sendable>(
        _ work: @Sendable (ModbusReader) throws(ModbusError) -> Value
    ) throws(ModbusError) -> Value {
        try work(reader)
    }
}
