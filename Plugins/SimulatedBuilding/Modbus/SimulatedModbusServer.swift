public import FieldLinks
public import Modbus
import Synchronization

/// Simulated devices behind a socket, so that other programs can read them.
///
/// Several connections may be served at once, each on a thread of its own; they see the same devices.
public final class SimulatedModbusServer: Sendable {
    /// The form of the frames.
    public let framing: ModbusFraming
    /// What is answered for a unit that is not there, as gateways do; `nil` for silence.
    public let absence: ModbusException?
    private let state: Mutex<[SimulatedModbusDevice]>

    /// Makes a server of devices.
    ///
    /// - Parameters:
    ///   - devices: the devices; each has its own unit.
    ///   - framing: the form of the frames.
    ///   - absence: what is answered for a unit that is not there; `nil` for silence.
    public init(
        _ devices: [SimulatedModbusDevice], as framing: ModbusFraming = .tcp, absence: ModbusException? = nil
    ) {
        self.framing = framing
        self.absence = absence
        state = Mutex(devices)
    }

    /// Makes a server of one device.
    public convenience init(_ device: SimulatedModbusDevice) { self.init([device]) }

    /// The devices as they are now.
    public var devices: [SimulatedModbusDevice] { state.withLock { $0 } }

    /// Changes the device of a unit, as the plant does.
    public func change(_ unit: UInt8, _ change: (inout SimulatedModbusDevice) -> Void) {
        state.withLock { devices in
            for place in devices.indices where devices[place].unit == unit { change(&devices[place]) }
        }
    }

    /// Serves the connections that arrive at a listener, one after the other; waits for them.
    ///
    /// - Parameters:
    ///   - listener: the place.
    ///   - deadline: when to stop waiting for another connection.
    /// - Throws: `LinkError` when the listener fails, or of the code `cancelled` when the task is cancelled.
    public func serve(_ listener: TCPListener, until deadline: Duration) throws(LinkError) {
        while let stream = try listener.accept(until: deadline) {
            serve(stream, until: deadline)
            stream.close()
        }
    }

    /// Serves one connection until it ends, or nothing comes until a deadline.
    public func serve(_ stream: any StreamLink, until deadline: Duration) {
        var buffer: [UInt8] = []
        do throws(LinkError) {
            while try stream.receive(into: &buffer, until: deadline) > 0 {
                while let size = frameSize(buffer), buffer.count >= size {
                    let frame = Array(buffer[..<size])
                    buffer.removeFirst(size)
                    guard let answer = answer(frame) else { continue }
                    try stream.send(answer, until: stream.now + .seconds(1))
                }
                // No frame is longer: what does not become one cannot be told apart any more.
                guard buffer.count <= Self.longestFrame else { return }
            }
        } catch {
            // A connection that fails has ended: the next one may come.
            return
        }
    }

    private static let longestFrame = 513

    /// Answers a frame.
    ///
    /// - Returns: the frame of the answer; `nil` for silence.
    public func answer(_ frame: [UInt8]) -> [UInt8]? {
        let known: [UInt8]?? = state.withLock { devices in
            // On a line the unit stands first, in a network behind the header; as text it has to be read.
            let place = framing == .tcp ? 6 : 0
            if framing == .ascii {
                for index in devices.indices {
                    if let answer = devices[index].answer(frame, as: .ascii) { return answer }
                }
            }
            guard frame.count > place, let index = devices.firstIndex(where: { $0.unit == frame[place] }) else {
                return nil
            }
            return .some(devices[index].answer(frame, as: framing))
        }
        if let known { return known }
        guard let absence, let request = try? ModbusFrame.decode(frame, as: framing, direction: .request),
            case .request(let asked) = request.pdu
        else { return nil }
        let refusal = ModbusResponse.exception(function: asked.function.rawValue, absence)
        return try? ModbusFrame(request.envelope, unit: request.unit, .response(refusal)).encoded()
    }

    /// The octets of the frame that begins; `nil` while that cannot be told.
    private func frameSize(_ buffer: [UInt8]) -> Int? {
        switch framing {
        case .tcp: buffer.count < 6 ? nil : 6 + (Int(buffer[4]) << 8 | Int(buffer[5]))
        case .ascii: buffer.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 }
        case .rtu: requestSize(buffer)
        }
    }

    /// The size of a request without marks at its ends: it follows from the function and the counts in it.
    private func requestSize(_ buffer: [UInt8]) -> Int? {
        guard buffer.count >= 2 else { return nil }
        func counted(_ place: Int) -> Int? { buffer.count > place ? place + 3 + Int(buffer[place]) : nil }
        switch ModbusFunction(rawValue: buffer[1]) {
        case .readExceptionStatus, .getCommEventCounter, .getCommEventLog, .reportServerID: return 4
        case .readFIFOQueue: return 6
        case .encapsulatedInterface: return 7
        case .maskWriteRegister: return 10
        case .writeMultipleCoils, .writeMultipleRegisters: return counted(6)
        case .readWriteMultipleRegisters: return counted(10)
        case .readFileRecord, .writeFileRecord: return counted(2)
        default: return 8
        }
    }
}
