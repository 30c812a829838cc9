#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A serial line, such as an RS-485 adapter.
public final class SerialLine: StreamLink {
    /// How characters travel on the line.
    public let format: SerialFormat
    private let stream: FileStream

    /// Opens a line.
    ///
    /// - Parameters:
    ///   - path: the path of the device, such as `/dev/ttyUSB0`.
    ///   - format: how characters travel.
    /// - Throws: ``LinkError`` when there is no such device, it is no line, may not be opened, or knows no such speed.
    public init(_ path: String, _ format: SerialFormat) throws(LinkError) {
        guard let speed = Self.speeds.first(where: { $0.baud == format.baud })?.code else {
            throw LinkError(.notFound, "a line has no speed of \(format.baud) baud")
        }
        let file = open(path, O_RDWR | O_NOCTTY | O_NONBLOCK)
        guard file >= 0 else { throw LinkError("cannot open '\(path)'", errno: errno) }
        var settings = termios()
        guard tcgetattr(file, &settings) == 0 else {
            let error = LinkError("'\(path)' is no serial line", errno: errno)
            closeLine(file)
            throw error
        }
        cfmakeraw(&settings)
        format.apply(to: &settings)
        cfsetispeed(&settings, speed)
        cfsetospeed(&settings, speed)
        guard tcsetattr(file, TCSANOW, &settings) == 0 else {
            let error = LinkError("cannot set up '\(path)'", errno: errno)
            closeLine(file)
            throw error
        }
        self.format = format
        stream = FileStream(file, to: path)
    }

    private static let speeds: [(baud: Int, code: speed_t)] = [
        (1200, speed_t(B1200)), (2400, speed_t(B2400)), (4800, speed_t(B4800)), (9600, speed_t(B9600)),
        (19200, speed_t(B19200)), (38400, speed_t(B38400)), (57600, speed_t(B57600)), (115200, speed_t(B115200)),
    ]

    /// The time of the system's clock that never goes back.
    public var now: Duration { SystemCalls.now }

    /// Sleeps until a moment.
    public func wait(until moment: Duration) throws(LinkError) { try FileWaiter.sleep(until: moment) }

    /// Sends octets, all of them.
    public func send(_ octets: [UInt8], until deadline: Duration) throws(LinkError) {
        try stream.send(octets, until: deadline) { file, piece in writeOctets(file, piece.baseAddress, piece.count) }
    }

    /// Waits for octets and appends what came.
    public func receive(into buffer: inout [UInt8], until deadline: Duration) throws(LinkError) -> Int {
        try stream.receive(into: &buffer, until: deadline, endsAtNothing: false)
    }

    /// Drops what came and was not received.
    public func drain() throws(LinkError) { try stream.drain() }

    /// Closes the line.
    public func close() { stream.close() }
}

private func closeLine(_ file: Int32) { _ = close(file) }
private func writeOctets(_ file: Int32, _ octets: UnsafeRawPointer?, _ count: Int) -> Int { write(file, octets, count) }

extension SerialFormat {
    fileprivate func apply(to settings: inout termios) {
        settings.c_cflag |= tcflag_t(CREAD | CLOCAL)
        settings.c_cflag &= ~tcflag_t(PARENB | PARODD | CSTOPB | CSIZE)
        settings.c_cflag |= tcflag_t(dataBits == 7 ? CS7 : CS8)
        if parity != .none { settings.c_cflag |= tcflag_t(PARENB) }
        if parity == .odd { settings.c_cflag |= tcflag_t(PARODD) }
        if stopBits == 2 { settings.c_cflag |= tcflag_t(CSTOPB) }
    }
}
