import FieldLinks
import Synchronization

/// A link on which what was prepared comes at once, and whose time goes on when nothing is left.
final class ScriptedLink: DatagramLink {
    private struct State {
        var now = Duration.zero
        var coming: [Datagram]
        var sent: [Datagram] = []
    }

    private let state: Mutex<State>

    init(_ coming: [Datagram]) { state = Mutex(State(coming: coming)) }

    /// What was sent, with who it was for.
    var sent: [Datagram] { state.withLock { $0.sent } }
    var now: Duration { state.withLock { $0.now } }

    func wait(until moment: Duration) { state.withLock { $0.now = max($0.now, moment) } }

    func send(_ octets: [UInt8], to destination: Endpoint) {
        state.withLock { $0.sent.append(Datagram(octets, from: destination)) }
    }

    func receive(until deadline: Duration) -> Datagram? {
        state.withLock { state in
            guard state.coming.isEmpty else { return state.coming.removeFirst() }
            state.now = max(state.now, deadline)
            return nil
        }
    }
}
