#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A connection of TCP.
public final class TCPStream: StreamLink {
    private let stream: FileStream

    /// Takes over a connection that is open.
    init(_ file: Int32, to name: String) {
        // Requests are small and wait for their answers: holding them back to fill a segment would only add delay.
        SystemCalls.set(TCP_NODELAY, of: SystemCalls.tcp, to: 1, on: file)
        #if canImport(Darwin)
        SystemCalls.set(SO_NOSIGPIPE, of: SOL_SOCKET, to: 1, on: file)
        #endif
        stream = FileStream(file, to: name)
    }

    /// Connects to a host, by the first of its addresses that answers.
    ///
    /// - Parameters:
    ///   - host: a name, or an address of IPv4 or IPv6.
    ///   - port: the port.
    ///   - timeout: how long each address has to answer.
    /// - Throws: ``LinkError`` when there is no such host, or none of its addresses takes the connection in time.
    public convenience init(
        connectingTo host: String, port: UInt16, timeout: Duration = .seconds(3)
    ) throws(LinkError) {
        let name = "\(host):\(port)"
        var hints = addrinfo()
        hints.ai_socktype = SystemCalls.stream
        var found: UnsafeMutablePointer<addrinfo>?
        let status = getaddrinfo(host, "\(port)", &hints, &found)
        guard status == 0 else {
            throw LinkError(.notFound, "cannot find '\(host)': \(String(cString: gai_strerror(status)))")
        }
        defer { freeaddrinfo(found) }
        var reason = LinkError(.notFound, "'\(host)' has no address")
        var next = found
        while let candidate = next?.pointee {
            do throws(LinkError) {
                let file = try Self.connect(candidate, name, until: SystemCalls.now + timeout)
                self.init(file, to: name)
                return
            } catch {
                if error.code == .cancelled { throw error }
                reason = error
            }
            next = candidate.ai_next
        }
        throw reason
    }

    private static func connect(
        _ address: addrinfo, _ name: String, until deadline: Duration
    ) throws(LinkError) -> Int32 {
        let file = socket(address.ai_family, SystemCalls.stream, 0)
        guard file >= 0 else { throw LinkError("cannot open a socket", errno: errno) }
        do throws(LinkError) {
            SystemCalls.setNonblocking(file)
            if connectSocket(file, address.ai_addr, address.ai_addrlen) == 0 { return file }
            guard errno == EINPROGRESS else { throw LinkError("cannot connect to \(name)", errno: errno) }
            guard try FileWaiter.wait(for: [file], Int32(POLLOUT), until: deadline) != nil else {
                throw LinkError(.timedOut, "\(name) does not answer")
            }
            var number: Int32 = 0
            var size = socklen_t(MemoryLayout<Int32>.size)
            _ = getsockopt(file, SOL_SOCKET, SO_ERROR, &number, &size)
            guard number == 0 else { throw LinkError("cannot connect to \(name)", errno: number) }
            return file
        } catch {
            closeSocket(file)
            throw error
        }
    }

    /// The time of the system's clock that never goes back.
    public var now: Duration { SystemCalls.now }

    /// Sleeps until a moment.
    public func wait(until moment: Duration) throws(LinkError) { try FileWaiter.sleep(until: moment) }

    /// Sends octets, all of them.
    public func send(_ octets: [UInt8], until deadline: Duration) throws(LinkError) {
        try stream.send(octets, until: deadline) { file, piece in
            sendOctets(file, piece.baseAddress, piece.count, SystemCalls.sendFlags)
        }
    }

    /// Waits for octets and appends what came.
    public func receive(into buffer: inout [UInt8], until deadline: Duration) throws(LinkError) -> Int {
        try stream.receive(into: &buffer, until: deadline, endsAtNothing: true)
    }

    /// Drops what came and was not received.
    public func drain() throws(LinkError) { try stream.drain() }

    /// Ends the connection.
    public func close() { stream.close() }
}

private func connectSocket(_ file: Int32, _ address: UnsafePointer<sockaddr>?, _ size: socklen_t) -> Int32 {
    connect(file, address, size)
}
private func closeSocket(_ file: Int32) { _ = close(file) }
private func sendOctets(_ file: Int32, _ octets: UnsafeRawPointer?, _ count: Int, _ flags: Int32) -> Int {
    send(file, octets, count, flags)
}
