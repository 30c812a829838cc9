import FieldLinks
import Synchronization

/// A stream on which octets come in the pieces that were prepared, and which ends behind them.
final class PiecedStream: StreamLink {
    private struct State {
        var pieces: [[UInt8]]
        var answers: [[UInt8]] = []
    }

    private let state: Mutex<State>

    init(_ pieces: [[UInt8]]) { state = Mutex(State(pieces: pieces)) }

    var answers: [[UInt8]] { state.withLock { $0.answers } }
    /// How many pieces were not taken.
    var left: Int { state.withLock { $0.pieces.count } }
    var now: Duration { .zero }

    func wait(until moment: Duration) {}
    func drain() {}
    func close() {}
    func send(_ octets: [UInt8], until deadline: Duration) { state.withLock { $0.answers.append(octets) } }

    func receive(into buffer: inout [UInt8], until deadline: Duration) -> Int {
        let piece = state.withLock { $0.pieces.isEmpty ? [] : $0.pieces.removeFirst() }
        buffer += piece
        return piece.count
    }
}
