import Dispatch
import Synchronization

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The signals by which a user or the system asks the process to end: SIGINT (Ctrl-C) and SIGTERM.
enum Interruptions {
    /// The pipe into which the handler writes; almost nothing else is allowed while a signal is handled.
    private static let bell = Atomic<Int32>(-1)

    /// Calls back at the first signal instead of ending the process; the second one ends it as if nothing were there.
    ///
    /// - Returns: what gives the signals their usual meaning again.
    static func start(_ callback: @escaping @Sendable () -> Void) -> @Sendable () -> Void {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return {} }
        let (ear, bell) = (ends[0], ends[1])
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        Self.bell.store(bell, ordering: .sequentiallyConsistent)
        DispatchQueue(label: "interruptions").async {
            // The end of the pipe means that nobody asked.
            if listen(ear) { callback() }
            close(ear)
        }
        for number in [SIGINT, SIGTERM] { signal(number, Self.handler) }
        return {
            restore()
            Self.bell.store(-1, ordering: .sequentiallyConsistent)
            close(bell)
        }
    }

    private static let handler: @convention(c) (Int32) -> Void = { _ in
        restore()
        ring()
    }

    private static func restore() {
        signal(SIGINT, SIG_DFL)
        signal(SIGTERM, SIG_DFL)
    }

    /// Waits for a byte.
    private static func listen(_ ear: Int32) -> Bool {
        var byte: UInt8 = 0
        while true {
            let count = read(ear, &byte, 1)
            if count >= 0 || errno != EINTR { return count > 0 }
        }
    }

    private static func ring() {
        var byte: UInt8 = 1
        _ = write(bell.load(ordering: .sequentiallyConsistent), &byte, 1)
    }
}
