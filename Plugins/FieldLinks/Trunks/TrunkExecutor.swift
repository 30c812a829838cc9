#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif
import Synchronization

/// A thread that does the work of one trunk, a job after another, and may wait without holding up anybody else.
///
/// An actor that owns a trunk makes it its executor, so that whatever is asked of the trunk stands in one queue:
///
/// ```swift
/// actor Trunk {
///     private let executor = TrunkExecutor()
///     nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }
/// }
/// ```
public final class TrunkExecutor: SerialExecutor {
    private let queue: JobQueue

    /// Starts the thread, which ends with the executor.
    ///
    /// - Throws: ``LinkError`` when the system has no thread or file left.
    public init() throws(LinkError) {
        queue = try JobQueue()
        try queue.start()
    }

    deinit { queue.end() }

    /// Puts a job at the end of the queue.
    public func enqueue(_ job: consuming ExecutorJob) {
        queue.add(UnownedJob(job), for: asUnownedSerialExecutor())
    }

    /// The executor as actors refer to it.
    public func asUnownedSerialExecutor() -> UnownedSerialExecutor { UnownedSerialExecutor(ordinary: self) }
}

/// The jobs that wait, and a pipe that wakes the thread for each of them.
private final class JobQueue: Sendable {
    private typealias Entry = (job: UnownedJob, executor: UnownedSerialExecutor)
    private let entries = Mutex<[Entry]>([])
    private let wakes: Int32
    private let wake: Int32

    init() throws(LinkError) {
        var files: [Int32] = [-1, -1]
        guard pipe(&files) == 0 else { throw LinkError("cannot open a pipe", errno: errno) }
        (wakes, wake) = (files[0], files[1])
    }

    deinit { close(wakes) }

    func start() throws(LinkError) {
        let queue = Unmanaged.passRetained(self)
        #if canImport(Darwin)
        var thread: pthread_t?
        #else
        var thread = pthread_t()
        #endif
        let status = pthread_create(&thread, nil, runQueue, queue.toOpaque())
        guard status == 0 else {
            queue.release()
            end()
            throw LinkError("cannot start a thread", errno: status)
        }
        #if canImport(Darwin)
        if let thread { pthread_detach(thread) }
        #else
        pthread_detach(thread)
        #endif
    }

    /// Ends the thread once all jobs are done.
    func end() { close(wake) }

    func add(_ job: UnownedJob, for executor: UnownedSerialExecutor) {
        entries.withLock { $0.append((job, executor)) }
        var token: UInt8 = 0
        while write(wake, &token, 1) < 0, errno == EINTR {}
    }

    func run() {
        var token: UInt8 = 0
        while true {
            let count = read(wakes, &token, 1)
            if count < 0, errno == EINTR { continue }
            guard count == 1 else { return }
            guard let entry = entries.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) else { continue }
            entry.job.runSynchronously(on: entry.executor)
        }
    }
}

#if canImport(Darwin)
private func runQueue(_ queue: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    Unmanaged<JobQueue>.fromOpaque(queue).takeRetainedValue().run()
    return nil
}
#else
private func runQueue(_ queue: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let queue { Unmanaged<JobQueue>.fromOpaque(queue).takeRetainedValue().run() }
    return nil
}
#endif
