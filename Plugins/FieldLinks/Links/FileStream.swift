#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif
import Synchronization

/// An open file that carries a stream both ways: what connections and serial lines have in common.
final class FileStream: Sendable {
    /// What it leads to, for messages.
    let name: String
    /// The file; -1 once it is closed.
    private let file: Mutex<Int32>

    init(_ file: Int32, to name: String) {
        self.file = Mutex(file)
        self.name = name
        SystemCalls.setNonblocking(file)
    }

    deinit { close() }

    func close() {
        file.withLock { file in
            if file >= 0 { closeFile(file) }
            file = -1
        }
    }

    private func open() throws(LinkError) -> Int32 {
        let file = file.withLock { $0 }
        guard file >= 0 else { throw LinkError(.closed, "the link to \(name) was closed") }
        return file
    }

    func send(_ octets: [UInt8], until deadline: Duration, _ write: (Int32, UnsafeRawBufferPointer) -> Int)
        throws(LinkError)
    {
        let file = try open()
        var sent = 0
        while sent < octets.count {
            let count = octets.withUnsafeBytes { write(file, UnsafeRawBufferPointer(rebasing: $0[sent...])) }
            if count > 0 {
                sent += count
            } else if count == 0 || [EAGAIN, EWOULDBLOCK, EINTR].contains(errno) {
                guard try FileWaiter.wait(for: [file], Int32(POLLOUT), until: deadline) != nil else {
                    throw LinkError(.timedOut, "\(name) takes no more octets")
                }
            } else {
                throw LinkError("cannot send to \(name)", errno: errno)
            }
        }
    }

    func receive(into buffer: inout [UInt8], until deadline: Duration, endsAtNothing: Bool) throws(LinkError) -> Int {
        let file = try open()
        while true {
            let count = Self.read(file, into: &buffer)
            if count > 0 { return count }
            if count == 0, endsAtNothing { throw LinkError(.closed, "\(name) ended the connection") }
            guard count == 0 || [EAGAIN, EWOULDBLOCK, EINTR].contains(errno) else {
                throw LinkError("cannot receive from \(name)", errno: errno)
            }
            guard try FileWaiter.wait(for: [file], Int32(POLLIN), until: deadline) != nil else { return 0 }
        }
    }

    private static func read(_ file: Int32, into buffer: inout [UInt8]) -> Int {
        withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 1) { piece in
            let count = systemRead(file, piece.baseAddress, piece.count)
            if count > 0 { buffer.append(contentsOf: piece.prefix(count)) }
            return count
        }
    }

    /// Drops what is there already, up to what nobody would have sent in earnest.
    func drain() throws(LinkError) {
        var dropped: [UInt8] = []
        let file = try open()
        while dropped.count < 1 << 20, Self.read(file, into: &dropped) > 0 {}
    }
}

private func closeFile(_ file: Int32) { _ = close(file) }
private func systemRead(_ file: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(file, buffer, count)
}
