import FieldLinks
import Synchronization

/// A link that answers each request with octets that a test wrote, in pieces of its choice.
final class ScriptedStream: StreamLink {
    private struct State {
        var now = Duration.zero
        var answers: [[[UInt8]]]
        var arriving: [[UInt8]] = []
        var sent: [[UInt8]] = []
    }

    private let state: Mutex<State>

    /// Makes a link; each answer is a list of pieces, in hexadecimal digits.
    init(_ answers: [[String]]) { state = Mutex(State(answers: answers.map { $0.map { [UInt8](hex: $0) } })) }

    var sent: [[UInt8]] { state.withLock { $0.sent } }
    var now: Duration { state.withLock { $0.now } }

    func wait(until moment: Duration) { state.withLock { $0.now = max($0.now, moment) } }

    func send(_ octets: [UInt8], until deadline: Duration) {
        state.withLock { state in
            state.sent.append(octets)
            if !state.answers.isEmpty { state.arriving += state.answers.removeFirst() }
        }
    }

    func receive(into buffer: inout [UInt8], until deadline: Duration) -> Int {
        let piece: [UInt8] = state.withLock { state in
            guard !state.arriving.isEmpty else {
                state.now = max(state.now, deadline)
                return []
            }
            return state.arriving.removeFirst()
        }
        buffer += piece
        return piece.count
    }

    func drain() { state.withLock { $0.arriving = [] } }
    func close() { drain() }
}
