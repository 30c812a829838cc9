import Synchronization

/// The body of a base, written down only when somebody composes with it: a program knows several and needs one.
final class DeferredBody: Sendable {
    private let state: Mutex<State>

    private enum State {
        case pending(@Sendable () -> OverlayBody)
        case written(OverlayBody)
    }

    init(_ write: @escaping @Sendable () -> OverlayBody) { state = Mutex(.pending(write)) }

    var body: OverlayBody {
        state.withLock { state in
            switch state {
            case .written(let body): return body
            case .pending(let write):
                let body = write()
                state = .written(body)
                return body
            }
        }
    }
}
