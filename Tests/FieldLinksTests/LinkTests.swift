import FieldLinks
import Testing

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// The real links, on loopback and a pair of pseudo terminals: what is sent arrives, and what does not arrive is told.
@Suite struct LinkTests {
    private let loopback = Endpoint(address: 0x7F00_0001, port: 0)

    @Test func `a datagram arrives as it was sent, with its source`() throws {
        let one = try UDPSocket(local: loopback)
        let other = try UDPSocket(local: loopback)
        try one.send([1, 2, 3], to: other.local)
        let datagram = try other.receive(until: other.now + .seconds(5))
        #expect(datagram == Datagram([1, 2, 3], from: one.local))
    }

    @Test func `an empty datagram and a large one arrive`() throws {
        let one = try UDPSocket(local: loopback)
        let large = [UInt8](repeating: 7, count: 9000)
        try one.send([], to: one.local)
        try one.send(large, to: one.local)
        #expect(try one.receive(until: one.now + .seconds(5))?.octets == [])
        #expect(try one.receive(until: one.now + .seconds(5))?.octets == large)
    }

    @Test func `an address that is in use cannot be bound again`() throws {
        let one = try UDPSocket(local: loopback)
        let error = #expect(throws: LinkError.self) { try UDPSocket(local: one.local) }
        #expect(error?.code == .inUse)
    }

    @Test func `a deadline may be farther away than anybody lives`() throws {
        let listener = try TCPListener(local: loopback)
        let client = try TCPStream(connectingTo: "127.0.0.1", port: listener.local.port)
        let server = try #require(try listener.accept(until: .seconds(Int64.max)))
        try server.send([1], until: server.now + .seconds(5))
        var buffer: [UInt8] = []
        #expect(try client.receive(into: &buffer, until: .seconds(Int64.max)) == 1)
    }

    @Test func `nothing is received past the deadline`() throws {
        let socket = try UDPSocket(local: loopback)
        #expect(try socket.receive(until: socket.now) == nil)
        #expect(try socket.receive(until: .zero) == nil)
    }

    @Test func `a port where nobody listens does not end the link`() throws {
        let gone = try UDPSocket(local: loopback).local
        let socket = try UDPSocket(local: loopback)
        try socket.send([1], to: gone)
        try socket.send([2], to: gone)
        #expect(try socket.receive(until: socket.now) == nil)
    }

    @Test func `an address of another machine cannot be bound`() {
        let error = #expect(throws: LinkError.self) {
            try UDPSocket(local: Endpoint(address: 0xC000_0201, port: 0))
        }
        #expect(error?.code == .notFound)
        #expect(error?.message.hasPrefix("cannot bind 192.0.2.1:0: ") == true)
    }

    #if os(Linux)
    /// Linux alone has all of 127.0.0.0/8, whose broadcast address a socket has to listen to by itself.
    @Test func `a broadcast reaches who listens to it`() throws {
        let broadcast: UInt32 = 0x7FFF_FFFF
        let one = try UDPSocket(local: Endpoint(address: 0x7F00_0007, port: 0), listeningTo: broadcast)
        let other = try UDPSocket(local: Endpoint(address: 0x7F00_0008, port: 0))
        try other.send([9], to: Endpoint(address: broadcast, port: one.local.port))
        #expect(try one.receive(until: one.now + .seconds(5)) == Datagram([9], from: other.local))
    }

    @Test func `a broadcast on another port than its own reaches who listens to it`() throws {
        let broadcast: UInt32 = 0x7FFF_FFFF
        let other = try UDPSocket(local: Endpoint(address: 0x7F00_0008, port: 0))
        let one = try UDPSocket(
            local: Endpoint(address: 0x7F00_0007, port: 0), listeningTo: broadcast, port: other.local.port)
        #expect(one.local.port != other.local.port)
        // Somebody else on this machine listens to the same broadcasts.
        let third = try UDPSocket(
            local: Endpoint(address: 0x7F00_0006, port: 0), listeningTo: broadcast, port: other.local.port)
        try other.send([9], to: Endpoint(address: broadcast, port: other.local.port))
        try other.send([8], to: one.local)
        #expect(try one.receive(until: one.now + .seconds(5))?.octets == [8])
        #expect(try one.receive(until: one.now + .seconds(5)) == Datagram([9], from: other.local))
        #expect(try third.receive(until: third.now + .seconds(5)) == Datagram([9], from: other.local))
    }
    #endif

    @Test func `a connection carries octets both ways until it ends`() throws {
        let listener = try TCPListener(local: loopback)
        let client = try TCPStream(connectingTo: "127.0.0.1", port: listener.local.port)
        let server = try #require(try listener.accept(until: client.now + .seconds(5)))
        let deadline = client.now + .seconds(5)
        try client.send([1, 2, 3], until: deadline)
        var buffer: [UInt8] = [0]
        #expect(try server.receive(into: &buffer, until: deadline) == 3)
        #expect(buffer == [0, 1, 2, 3])
        try server.send([4], until: deadline)
        #expect(try client.receive(into: &buffer, until: deadline) == 1)
        #expect(try client.receive(into: &buffer, until: client.now) == 0)
        server.close()
        server.close()
        let error = #expect(throws: LinkError.self) { try client.receive(into: &buffer, until: deadline) }
        #expect(error?.code == .closed)
        client.close()
        let closed = #expect(throws: LinkError.self) { try client.send([1], until: deadline) }
        #expect(closed?.code == .closed)
    }

    @Test func `what nobody takes is not sent for ever`() throws {
        let listener = try TCPListener(local: loopback)
        let client = try TCPStream(connectingTo: "127.0.0.1", port: listener.local.port)
        let server = try #require(try listener.accept(until: client.now + .seconds(5)))
        let error = #expect(throws: LinkError.self) {
            try client.send([UInt8](repeating: 0, count: 64 << 20), until: client.now)
        }
        #expect(error?.code == .timedOut)
        server.close()
    }

    @Test func `what came before can be dropped`() throws {
        let listener = try TCPListener(local: loopback)
        let client = try TCPStream(connectingTo: "127.0.0.1", port: listener.local.port)
        let server = try #require(try listener.accept(until: client.now + .seconds(5)))
        try server.send([1, 2], until: server.now + .seconds(5))
        var buffer: [UInt8] = []
        #expect(try client.receive(into: &buffer, until: client.now + .seconds(5)) > 0)
        try server.send([3], until: server.now + .seconds(5))
        try client.drain()
        try server.send([4], until: server.now + .seconds(5))
        buffer = []
        while buffer.last != 4 { _ = try client.receive(into: &buffer, until: client.now + .seconds(5)) }
        #expect(buffer.contains(4))
    }

    @Test func `nobody listens, nobody of that name`() throws {
        let port = try TCPListener(local: loopback).local.port
        let refused = #expect(throws: LinkError.self) { try TCPStream(connectingTo: "127.0.0.1", port: port) }
        #expect(refused?.code == .refused)
        let unknown = #expect(throws: LinkError.self) { try TCPStream(connectingTo: "no.such.host.invalid", port: 502) }
        #expect(unknown?.code == .notFound)
    }

    @Test func `a cancelled task waits for nothing`() async throws {
        let socket = try UDPSocket(local: loopback)
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try socket.receive(until: socket.now + .seconds(600))
        }
        let error = await #expect(throws: LinkError.self) { try await task.value }
        #expect(error?.code == .cancelled)
    }

    #if os(Linux)
    /// The other end of a serial line is a pseudo terminal, as ioctl_tty(2) opens one.
    @Test func `a serial line carries octets both ways`() throws {
        let master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
        defer { close(master) }
        var number: Int32 = 0
        #expect(ioctl(master, 0x4004_5431, &number) == 0 && ioctl(master, 0x8004_5430, &number) == 0)
        let line = try SerialLine("/dev/pts/\(number)", SerialFormat(baud: 19200, parity: .even))
        var sent: [UInt8] = [0x11, 0x03, 0x0D, 0x0A, 0x04, 0x00]
        #expect(write(master, &sent, sent.count) == sent.count)
        var buffer: [UInt8] = []
        while buffer.count < sent.count {
            guard try line.receive(into: &buffer, until: line.now + .seconds(5)) > 0 else { break }
        }
        #expect(buffer == sent)
        try line.send([0x0A, 0xFF], until: line.now + .seconds(5))
        var answer: [UInt8] = [0, 0]
        #expect(read(master, &answer, 2) == 2)
        #expect(answer == [0x0A, 0xFF])
    }
    #endif

    @Test(arguments: [("/dev/null", LinkError.Code.notFound), ("/no/such/line", .notFound)])
    func `what is no line is refused`(path: String, code: LinkError.Code) {
        let error = #expect(throws: LinkError.self) { try SerialLine(path, SerialFormat(baud: 9600)) }
        #expect(error?.code == code)
        #expect(error?.message.contains("'\(path)'") == true)
    }

    @Test func `a speed that no line has is refused`() {
        let error = #expect(throws: LinkError.self) { try SerialLine("/dev/null", SerialFormat(baud: 9601)) }
        #expect(error?.code == .notFound)
    }
}
