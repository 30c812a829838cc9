import Synchronization

/// How far a survey is, over all of its trunks.
public enum SurveyProgress: Hashable, Sendable {
    /// So many devices were found by broadcast.
    case found(Int)
    /// So many objects and points were read, of so many that are known by now.
    case read(Int, of: Int)
}

/// Adds up what the trunks tell, so that it never goes back.
final class ProgressSum: Sendable {
    private struct State {
        var parts: [(done: Int, known: Int)] = []
        var sum = (done: 0, known: 0)
    }

    private let state = Mutex(State())
    private let tell: @Sendable (SurveyProgress) -> Void

    init(_ tell: @escaping @Sendable (SurveyProgress) -> Void) { self.tell = tell }

    /// A place for one device or unit, which tells how many it has read of how many.
    func part() -> @Sendable (Int, Int) -> Void {
        let part = state.withLock { state in
            state.parts.append((0, 0))
            return state.parts.count - 1
        }
        return { done, known in
            // Told inside, so that nobody hears a later sum before an earlier one.
            self.state.withLock { state in
                state.sum.done += done - state.parts[part].done
                state.sum.known += known - state.parts[part].known
                state.parts[part] = (done, known)
                self.tell(.read(state.sum.done, of: state.sum.known))
            }
        }
    }
}
