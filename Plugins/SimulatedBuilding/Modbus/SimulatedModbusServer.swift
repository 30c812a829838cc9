public import FieldLinks
import Modbus

/// What serves a simulated device over connections of TCP, one after another, so that other programs can read it.
public struct SimulatedModbusServer: Sendable {
    /// The device.
    public private(set) var device: SimulatedModbusDevice

    /// Makes a server of a device.
    public init(_ device: SimulatedModbusDevice) { self.device = device }

    /// Serves the connections that arrive at a listener; waits for them.
    ///
    /// - Parameters:
    ///   - listener: the place.
    ///   - deadline: when to stop waiting for another connection.
    /// - Throws: `LinkError` when the listener fails, or of the code `cancelled` when the task is cancelled.
    public mutating func serve(_ listener: TCPListener, until deadline: Duration) throws(LinkError) {
        while let stream = try listener.accept(until: deadline) {
            serve(stream, until: deadline)
            stream.close()
        }
    }

    /// Serves one connection until it ends, or nothing comes until a deadline.
    public mutating func serve(_ stream: TCPStream, until deadline: Duration) {
        var buffer: [UInt8] = []
        do throws(LinkError) {
            while try stream.receive(into: &buffer, until: deadline) > 0 {
                while let size = Self.frameSize(buffer), buffer.count >= size {
                    let frame = Array(buffer[..<size])
                    buffer.removeFirst(size)
                    guard let answer = device.answer(frame, as: .tcp) else { continue }
                    try stream.send(answer, until: stream.now + .seconds(1))
                }
                // No frame is longer: what does not become one cannot be told apart any more.
                guard buffer.count <= 260 else { return }
            }
        } catch {
            // A connection that fails has ended: the next one may come.
            return
        }
    }

    /// The octets of the frame that begins, from the length in its header; `nil` while the header is not complete.
    private static func frameSize(_ buffer: [UInt8]) -> Int? {
        guard buffer.count >= 6 else { return nil }
        return 6 + (Int(buffer[4]) << 8 | Int(buffer[5]))
    }
}
