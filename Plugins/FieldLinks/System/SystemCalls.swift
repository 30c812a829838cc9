#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// What the systems name or type differently.
enum SystemCalls {
    #if canImport(Glibc)
    static let stream = Int32(SOCK_STREAM.rawValue)
    static let datagram = Int32(SOCK_DGRAM.rawValue)
    static let tcp = Int32(IPPROTO_TCP)
    #else
    static let stream = SOCK_STREAM
    static let datagram = SOCK_DGRAM
    static let tcp = Int32(IPPROTO_TCP)
    #endif

    #if canImport(Darwin)
    static let sendFlags: Int32 = 0
    #else
    // A connection that ended is told by an error, not by a signal.
    static let sendFlags = Int32(MSG_NOSIGNAL)
    #endif

    /// The time of the clock that never goes back.
    static var now: Duration {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return .seconds(Int64(time.tv_sec)) + .nanoseconds(Int64(time.tv_nsec))
    }

    /// Sets an option of a socket to a whole number.
    static func set(_ option: Int32, of level: Int32, to value: Int32, on file: Int32) {
        var value = value
        _ = setsockopt(file, level, option, &value, socklen_t(MemoryLayout<Int32>.size))
    }

    /// Makes calls on a file return at once.
    static func setNonblocking(_ file: Int32) {
        let flags = fcntl(file, F_GETFL)
        if flags >= 0 { _ = fcntl(file, F_SETFL, flags | O_NONBLOCK) }
    }
}

extension LinkError {
    /// The reason for which a call of the system failed.
    ///
    /// - Parameters:
    ///   - task: what was tried, such as `cannot bind 127.0.0.1:47808`.
    ///   - number: the number of the error.
    init(_ task: String, errno number: Int32) {
        let code: Code =
            switch number {
            case EADDRINUSE, EBUSY: .inUse
            case EACCES, EPERM: .notAllowed
            case EADDRNOTAVAIL, ENOENT, ENODEV, ENXIO, ENOTTY: .notFound
            case ECONNREFUSED: .refused
            case EHOSTUNREACH, ENETUNREACH, ENETDOWN, EHOSTDOWN: .unreachable
            case ECONNRESET, EPIPE, ENOTCONN, EBADF, EIO: .closed
            case ETIMEDOUT: .timedOut
            default: .system
            }
        self.init(code, "\(task): \(String(cString: strerror(number)))")
    }

    static let cancelled = LinkError(.cancelled, "the work is no longer wanted")
}

extension Endpoint {
    /// The address as the system takes it.
    var system: sockaddr_in {
        var address = sockaddr_in()
        #if canImport(Darwin)
        address.sin_len = UInt8(MemoryLayout<sockaddr_in>.size)
        #endif
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = self.address.bigEndian
        return address
    }

    init(_ address: sockaddr_in) {
        self.init(address: UInt32(bigEndian: address.sin_addr.s_addr), port: UInt16(bigEndian: address.sin_port))
    }

    /// The address to which a socket is bound.
    init(boundTo file: Int32) {
        var address = sockaddr_in()
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { _ = getsockname(file, $0, &size) }
        }
        self.init(address)
    }

    /// Calls the system with the address.
    func withSystem<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
        withUnsafePointer(to: system) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }
}
