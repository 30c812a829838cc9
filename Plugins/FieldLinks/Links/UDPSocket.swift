#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A socket of UDP over IPv4 that is bound to one address, and may listen to a broadcast address beside it.
public final class UDPSocket: DatagramLink {
    /// The address to which the socket is bound, with the port that it got.
    public let local: Endpoint
    /// The sockets on which datagrams come; the first one sends.
    private let files: [Int32]

    /// Opens a socket.
    ///
    /// - Parameters:
    ///   - local: the address to bind; with port 0 the system chooses one. Bind the address of one interface, not
    ///     `0.0.0.0`, where others should not reach the socket.
    ///   - broadcast: the broadcast address of the network to listen to as well; `nil` for none.
    ///   - port: the port of that address; `nil` for the one of the local address.
    /// - Throws: ``LinkError`` when the address is in use, is not one of this machine, or may not be bound.
    public init(
        local: Endpoint, listeningTo broadcast: UInt32? = nil, port: UInt16? = nil
    ) throws(LinkError) {
        // Whoever else binds the same address takes the datagrams away; on all addresses there may be broadcasts as well.
        let (file, bound) = try Self.open(local, isShared: local.address == 0)
        self.local = bound
        guard let broadcast else {
            files = [file]
            return
        }
        do throws(LinkError) {
            let endpoint = Endpoint(address: broadcast, port: port ?? bound.port)
            files = [file, try Self.open(endpoint, isShared: true).file]
        } catch {
            close(file)
            throw error
        }
    }

    deinit {
        for file in files { close(file) }
    }

    private static func open(
        _ endpoint: Endpoint, isShared: Bool
    ) throws(LinkError) -> (file: Int32, bound: Endpoint) {
        let file = socket(AF_INET, SystemCalls.datagram, 0)
        guard file >= 0 else { throw LinkError("cannot open a socket", errno: errno) }
        SystemCalls.set(SO_BROADCAST, of: SOL_SOCKET, to: 1, on: file)
        if isShared { SystemCalls.set(SO_REUSEADDR, of: SOL_SOCKET, to: 1, on: file) }
        // A building that answers at once fills the usual buffer.
        SystemCalls.set(SO_RCVBUF, of: SOL_SOCKET, to: 1 << 21, on: file)
        SystemCalls.setNonblocking(file)
        guard endpoint.withSystem({ bind(file, $0, $1) }) == 0 else {
            let error = LinkError("cannot bind \(endpoint)", errno: errno)
            close(file)
            throw error
        }
        return (file, Endpoint(boundTo: file))
    }

    /// The time of the system's clock that never goes back.
    public var now: Duration { SystemCalls.now }

    /// Sleeps until a moment.
    public func wait(until moment: Duration) throws(LinkError) { try FileWaiter.sleep(until: moment) }

    /// Sends a datagram.
    ///
    /// - Throws: ``LinkError`` when it cannot leave.
    public func send(_ octets: [UInt8], to destination: Endpoint) throws(LinkError) {
        let sent = destination.withSystem { address, size in
            octets.withUnsafeBytes { sendto(files[0], $0.baseAddress, $0.count, SystemCalls.sendFlags, address, size) }
        }
        if sent < 0 { throw LinkError("cannot send to \(destination)", errno: errno) }
    }

    /// Waits for the next datagram.
    public func receive(until deadline: Duration) throws(LinkError) -> Datagram? {
        while true {
            for file in files {
                if let datagram = try receive(on: file) { return datagram }
            }
            guard try FileWaiter.wait(for: files, Int32(POLLIN), until: deadline) != nil else { return nil }
        }
    }

    /// Takes a datagram that is there already.
    private func receive(on file: Int32) throws(LinkError) -> Datagram? {
        var address = sockaddr_in()
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        var count = 0
        let octets = withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { buffer in
            withUnsafeMutablePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    count = recvfrom(file, buffer.baseAddress, buffer.count, 0, $0, &size)
                }
            }
            return Array(buffer.prefix(max(0, count)))
        }
        if count >= 0 { return Datagram(octets, from: Endpoint(address)) }
        // Somebody who does not listen is told by silence; the next datagram may be from another.
        guard [EAGAIN, EWOULDBLOCK, EINTR, ECONNREFUSED].contains(errno) else {
            throw LinkError("cannot receive on \(local)", errno: errno)
        }
        return nil
    }
}
