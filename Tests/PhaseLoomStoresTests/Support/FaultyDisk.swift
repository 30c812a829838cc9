import CSQLiteFiles
import Dispatch
import Synchronization

/// A file layer below SQLite that keeps a record of what reaches the disk, and fails when it is told to.
final class FaultyDisk: Sendable {
    /// What happened, in order.
    enum Event: Hashable {
        case write(String, at: Int, [UInt8])
        case truncate(String, to: Int)
        case delete(String)
        case sync(String)
        /// A note of the test, such as that a batch was acknowledged.
        case note(Int)
    }

    /// The way in which the disk fails once it fails.
    enum Fault: Hashable, CaseIterable {
        /// Writes fail and leave nothing.
        case clean
        /// The first write that fails leaves its first half, later ones nothing.
        case torn
        /// There is no room for what is written.
        case full
        /// What is written stays, but cannot be flushed.
        case unflushed
    }

    private struct State {
        var events: [Event] = []
        var records = false
        var fault = Fault.clean
        /// How many more changes succeed; `nil` when all do.
        var budget: Int?
        var isTorn = false
        /// Where flushes wait; `nil` when they need not.
        var gate: DispatchSemaphore?
        var held = 0

        mutating func mayChange(as event: Event) -> Bool {
            if let left = budget {
                guard left > 0 else { return false }
                budget = left - 1
            }
            if records { events.append(event) }
            return true
        }
    }

    /// The name by which stores find the disk.
    let name: String
    private let state = Mutex(State())

    init() {
        name = "faulty-\(UInt64.random(in: .min ... .max))"
        DiskLayer.register(self)
    }

    /// Takes the disk out of SQLite's list; every store on it has to be closed.
    func remove() { DiskLayer.unregister(name) }

    var events: [Event] { state.withLock { $0.events } }

    /// How often something was flushed.
    var syncs: Int { events.count { if case .sync = $0 { true } else { false } } }

    func startRecording() { state.withLock { $0.records = true } }

    func note(_ number: Int) { state.withLock { $0.events.append(.note(number)) } }

    /// Lets some changes succeed and every later one fail.
    func fail(after count: Int, _ fault: Fault) {
        state.withLock {
            $0.budget = count
            $0.fault = fault
            $0.isTorn = false
        }
    }

    /// Works again.
    func mend() { state.withLock { $0.budget = nil } }

    /// Lets every flush wait.
    func holdFlushes() { state.withLock { $0.gate = DispatchSemaphore(value: 0) } }

    /// How many flushes wait.
    var heldFlushes: Int { state.withLock { $0.held } }

    /// Lets the flushes that wait go on, and later ones pass.
    func releaseFlushes() {
        let (gate, held) = state.withLock { state in
            defer { (state.gate, state.held) = (nil, 0) }
            return (state.gate, state.held)
        }
        for _ in 0..<held { gate?.signal() }
    }

    private func waitAtGate() {
        let gate = state.withLock { state in
            if state.gate != nil { state.held += 1 }
            return state.gate
        }
        gate?.wait()
    }

    // MARK: - What the layer asks

    /// What may be written of some bytes: all of them, a part, or nothing.
    func admit(_ bytes: UnsafeRawBufferPointer, at offset: Int64, of path: String) -> (count: Int, code: Int32) {
        state.withLock { state in
            if state.mayChange(as: .write(path, at: Int(offset), state.records ? Array(bytes) : [])) {
                return (bytes.count, SQLITE_OK)
            }
            switch state.fault {
            case .torn where !state.isTorn:
                state.isTorn = true
                return (bytes.count / 2, SQLITE_IOERR_WRITE)
            case .full: return (0, SQLITE_FULL)
            case .unflushed: return (bytes.count, SQLITE_OK)
            case .torn, .clean: return (0, SQLITE_IOERR_WRITE)
            }
        }
    }

    /// Whether a file may be cut, removed or flushed.
    func admit(_ event: Event) -> Bool {
        if case .sync = event { waitAtGate() }
        return state.withLock { $0.mayChange(as: event) }
    }
}
