#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Waits for files to become ready, and looks now and then whether the work is still wanted.
struct FileWaiter {
    /// The longest sleep without a look.
    private static let slice = Duration.milliseconds(50)

    /// Waits until one of some files is ready.
    ///
    /// - Parameters:
    ///   - files: the files.
    ///   - events: what they should be ready for, such as `POLLIN`.
    ///   - deadline: when to stop waiting.
    /// - Returns: the place of the first file that is ready; `nil` when the deadline passed.
    /// - Throws: ``LinkError`` of the code `cancelled` when the task is cancelled.
    static func wait(for files: [Int32], _ events: Int32, until deadline: Duration) throws(LinkError) -> Int? {
        var polls = files.map { pollfd(fd: $0, events: Int16(truncatingIfNeeded: events), revents: 0) }
        while true {
            if Task.isCancelled { throw .cancelled }
            let left = deadline - SystemCalls.now
            // A deadline may be any length of time away; the sleep is not.
            let timeout = min(slice, max(.zero, left)).milliseconds
            let count = poll(&polls, nfds_t(polls.count), Int32(timeout))
            if count > 0 { return polls.firstIndex { $0.revents != 0 } }
            if count < 0, errno != EINTR { throw LinkError("cannot wait", errno: errno) }
            if left <= .zero { return nil }
        }
    }

    /// Sleeps until a moment.
    ///
    /// - Throws: ``LinkError`` of the code `cancelled` when the task is cancelled.
    static func sleep(until moment: Duration) throws(LinkError) {
        while true {
            if Task.isCancelled { throw .cancelled }
            let left = min(moment - SystemCalls.now, slice)
            guard left > .zero else { return }
            let parts = left.components
            var time = timespec()
            time.tv_sec = Int(parts.seconds)
            time.tv_nsec = Int(parts.attoseconds / 1_000_000_000)
            _ = nanosleep(&time, nil)
        }
    }
}

extension Duration {
    /// Whole milliseconds, rounded up so that nobody wakes early and asks again.
    fileprivate var milliseconds: Int64 {
        let parts = components
        return parts.seconds * 1000 + (parts.attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
    }
}
