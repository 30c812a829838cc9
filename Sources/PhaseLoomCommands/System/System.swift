import PhaseLoom

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

import PhaseLoom

/// The few calls of the operating system that the program makes; nothing else in this module knows of them.
enum System {
    /// Lets writing to a closed pipe, or beyond the limit of file sizes, fail instead of ending the process.
    static func ignoreWriteSignals() {
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
    }

    /// Ends the process.
    static func end(_ status: Int32) -> Never { exit(status) }

    /// The present moment.
    static var now: Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }

    static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

    /// The name of the person who runs the program: what `USER` says, else the login name; empty if nobody knows.
    static var user: String {
        if let name = variable("USER") ?? variable("LOGNAME"), !name.isEmpty { return name }
        guard let entry = getpwuid(getuid()), let name = entry.pointee.pw_name else { return "" }
        return String(cString: name)
    }

    /// The width of the terminal behind a descriptor; `nil` when there is no terminal.
    static func terminalColumns(of descriptor: Int32) -> Int? {
        guard isatty(descriptor) == 1 else { return nil }
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    /// The failure that the last call reported.
    static var failure: FileFailure { failure(errno) }

    static func failure(_ code: Int32) -> FileFailure {
        if code == EPIPE { return .closed }
        guard let text = strerror(code) else { return .refused("error \(code)") }
        let reason = String(cString: text)
        return .refused(reason.prefix(1).lowercased() + reason.dropFirst())
    }

    static func write(_ bytes: [UInt8], to descriptor: Int32) throws(FileFailure) {
        var start = 0
        while start < bytes.count {
            let from = start
            let count = bytes.withUnsafeBytes { unistdWrite(descriptor, UnsafeRawBufferPointer(rebasing: $0[from...])) }
            if count >= 0 {
                start += count
            } else if errno == EAGAIN {
                var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = poll(&waiting, 1, -1)
            } else if errno != EINTR {
                throw failure
            }
        }
    }

    /// Reads to the end, in pieces; those that are not the last have the full size.
    static func read(_ descriptor: Int32, inPieces body: ([UInt8]) throws -> Void) throws {
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = buffer.withUnsafeMutableBytes { unistdRead(descriptor, $0.baseAddress, $0.count) }
            if count == 0 { return }
            if count > 0 {
                try body(count == buffer.count ? buffer : Array(buffer[..<count]))
            } else if errno != EINTR {
                throw failure
            }
        }
    }

    /// Reads to the end, but never more than one byte beyond the limit.
    static func read(_ descriptor: Int32, limit: Int) throws(FileFailure) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let wanted = min(buffer.count, limit + 1 - bytes.count)
            let count = buffer.withUnsafeMutableBytes { unistdRead(descriptor, $0.baseAddress, wanted) }
            if count == 0 { return bytes }
            if count < 0 {
                if errno == EINTR { continue }
                throw failure
            }
            bytes += buffer[..<count]
            if bytes.count > limit { throw .tooLarge }
        }
    }
}

private func unistdWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    write(descriptor, bytes.baseAddress, bytes.count)
}

private func unistdRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(descriptor, bytes, count)
}
