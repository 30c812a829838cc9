public import FieldLinks

/// A reading client that whoever waits for it can share: what is asked of a trunk stands in one queue.
public actor BACnetTrunk {
    private let executor: TrunkExecutor
    private let reader: BACnetReader
    /// The thread of the trunk.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    /// Opens a client with a thread of its own.
    ///
    /// - Throws: `LinkError` when the system has no thread left.
    public init(over link: any MessageLink, _ settings: ExchangeSettings = ExchangeSettings()) throws(LinkError) {
        executor = try TrunkExecutor()
        reader = BACnetReader(over: link, settings)
    }

    /// Reads on the thread of the trunk, once all that was asked before is done.
    ///
    /// - Parameter work: what is read; it has the client to itself.
    /// - Returns: what the work returns.
    /// - Throws: what the work throws.
    public func read<Value: Sendable>(
        _ work: @Sendable (BACnetReader) throws(BACnetError) -> Value
    ) throws(BACnetError) -> Value {
        try work(reader)
    }
}
