import Synchronization

/// A sink that keeps what is written to it, for tests of a program built on ``CommandLineTool``.
public final class MemoryOutput: Sink {
    private let written = Mutex("")
    private let failure: FileFailure?

    /// Makes an empty sink.
    ///
    /// - Parameter failure: what every attempt to write fails with; `nil` to accept everything.
    public init(failingWith failure: FileFailure? = nil) { self.failure = failure }

    /// What has been written so far.
    public var text: String { written.withLock { $0 } }

    /// Keeps a text.
    public func write(_ text: String) throws(FileFailure) {
        if let failure { throw failure }
        written.withLock { $0 += text }
    }
}
