@preconcurrency import Dispatch

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The signals by which a user or the system asks the process to end: SIGINT (Ctrl-C) and SIGTERM.
enum Interruptions {
    /// Calls back at the first signal instead of ending the process; the second one ends it as if nothing were there.
    ///
    /// - Returns: what gives the signals their usual meaning again.
    static func start(_ callback: @escaping @Sendable () -> Void) -> @Sendable () -> Void {
        let queue = DispatchQueue(label: "interruptions")
        let sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler {
                restore()
                callback()
            }
            source.resume()
            return source
        }
        return {
            for source in sources { source.cancel() }
            restore()
        }
    }

    private static func restore() {
        signal(SIGINT, SIG_DFL)
        signal(SIGTERM, SIG_DFL)
    }
}
