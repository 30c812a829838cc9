#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A place where connections of TCP arrive, for devices that are simulated.
public final class TCPListener: Sendable {
    /// The address on which it listens, with the port that it got.
    public let local: Endpoint
    private let file: Int32

    /// Opens the place.
    ///
    /// - Parameter local: the address to bind; with port 0 the system chooses one.
    /// - Throws: ``LinkError`` when the address is in use, is not one of this machine, or may not be bound.
    public init(local: Endpoint) throws(LinkError) {
        let file = socket(AF_INET, SystemCalls.stream, 0)
        guard file >= 0 else { throw LinkError("cannot open a socket", errno: errno) }
        SystemCalls.set(SO_REUSEADDR, of: SOL_SOCKET, to: 1, on: file)
        SystemCalls.setNonblocking(file)
        guard local.withSystem({ bind(file, $0, $1) }) == 0, listen(file, 16) == 0 else {
            let error = LinkError("cannot listen on \(local)", errno: errno)
            close(file)
            throw error
        }
        self.local = Endpoint(boundTo: file)
        self.file = file
    }

    deinit { close(file) }

    /// The time of the system's clock that never goes back, by which deadlines are told.
    public var now: Duration { SystemCalls.now }

    /// Waits for the next connection.
    ///
    /// - Returns: the connection; `nil` when none came until the deadline.
    /// - Throws: ``LinkError`` when the system fails, or of the code `cancelled` when the task is cancelled.
    public func accept(until deadline: Duration) throws(LinkError) -> TCPStream? {
        guard try FileWaiter.wait(for: [file], Int32(POLLIN), until: deadline) != nil else { return nil }
        let connection = acceptSocket(file)
        guard connection >= 0 else {
            // Whoever was there may have left again.
            if [EAGAIN, EWOULDBLOCK, EINTR, ECONNABORTED].contains(errno) { return nil }
            throw LinkError("cannot take a connection on \(local)", errno: errno)
        }
        return TCPStream(connection, to: "the client of \(local)")
    }
}

private func acceptSocket(_ file: Int32) -> Int32 { accept(file, nil, nil) }
