public import FieldLinks
public import Modbus
import Synchronization

/// A link to a simulated device, whose clock goes on only when somebody waits.
///
/// It keeps all that went over it. A frame that is sent in one piece is answered at once, unless a trouble is next.
public final class SimulatedStream: StreamLink {
    /// Something that went over the link.
    public enum Traffic: Hashable, Sendable {
        /// What the client sent.
        case sent([UInt8])
        /// What the client received.
        case received([UInt8])
    }

    private struct State {
        var now = Duration.zero
        var device: SimulatedModbusDevice
        var troubles: [ModbusTrouble?]
        var arriving: [(at: Duration, octets: [UInt8])] = []
        var traffic: [Traffic] = []
    }

    private let state: Mutex<State>
    private let framing: ModbusFraming
    private let echoes: Bool

    /// Makes a link.
    ///
    /// - Parameters:
    ///   - device: the device at the other end.
    ///   - framing: the form of the frames.
    ///   - troubles: what goes wrong with the answers, one after another; `nil` for an answer that comes as it should.
    ///   - echoes: whether the line returns what is sent before it is answered.
    public init(
        to device: SimulatedModbusDevice, as framing: ModbusFraming = .tcp, troubles: [ModbusTrouble?] = [],
        echoes: Bool = false
    ) {
        self.framing = framing
        self.echoes = echoes
        state = Mutex(State(device: device, troubles: troubles))
    }

    /// All that went over the link, in its order.
    public var traffic: [Traffic] { state.withLock { $0.traffic } }

    /// The device as it is now.
    public var device: SimulatedModbusDevice { state.withLock { $0.device } }

    /// The time that was waited.
    public var now: Duration { state.withLock { $0.now } }

    /// Lets the time go on until a moment.
    public func wait(until moment: Duration) { state.withLock { $0.now = max($0.now, moment) } }

    /// Sends a frame to the device.
    public func send(_ octets: [UInt8], until deadline: Duration) throws(LinkError) {
        let isOpen = state.withLock { state in
            state.traffic.append(.sent(octets))
            if echoes { state.arriving.append((state.now, octets)) }
            let trouble = state.troubles.isEmpty ? nil : state.troubles.removeFirst()
            guard trouble != .closed else { return false }
            if let answer = state.device.answer(octets, as: framing) {
                Self.deliver(answer, trouble, framing, &state)
            }
            return true
        }
        guard isOpen else { throw LinkError(.closed, "the simulated device ended the connection") }
    }

    private static func deliver(
        _ answer: [UInt8], _ trouble: ModbusTrouble?, _ framing: ModbusFraming, _ state: inout State
    ) {
        var (answer, moment) = (answer, state.now)
        let unit = framing == .tcp ? 6 : 0
        switch trouble {
        case .silence, .closed: return
        case .delay(let delay): moment += delay
        case .wrongFunction: answer[unit + 1] = 0x80
        case .wrongTransaction: answer[0] ^= 0xFF
        case .wrongUnit: answer[unit] ^= 1
        case .truncated(let count): answer.removeLast(min(max(0, count), answer.count))
        case .damaged(let place): if answer.indices.contains(place) { answer[place] ^= 0x55 }
        case nil: break
        }
        state.arriving.append((moment, answer))
    }

    /// Takes what has arrived, or lets the time go on until something does.
    public func receive(into buffer: inout [UInt8], until deadline: Duration) throws(LinkError) -> Int {
        let octets: [UInt8] = state.withLock { state in
            let next = state.arriving.indices.min { state.arriving[$0].at < state.arriving[$1].at }
            guard let next, state.arriving[next].at <= max(deadline, state.now) else {
                state.now = max(state.now, deadline)
                return []
            }
            let arrived = state.arriving.remove(at: next)
            state.now = max(state.now, arrived.at)
            state.traffic.append(.received(arrived.octets))
            return arrived.octets
        }
        buffer += octets
        return octets.count
    }

    /// Drops what has arrived.
    public func drain() { state.withLock { state in state.arriving.removeAll { $0.at <= state.now } } }

    /// Ends the link, which opens anew with the next frame, as for a client that connects again.
    public func close() { state.withLock { $0.arriving.removeAll() } }
}
