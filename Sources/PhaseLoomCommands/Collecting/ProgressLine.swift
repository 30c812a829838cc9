import PhaseLoom
import Synchronization

/// Shows how far a collector is: on a terminal in one line that is redrawn, elsewhere in a line now and then.
final class ProgressLine: Sendable {
    private let console: Console
    private let state: Mutex<State>

    private struct State {
        var shown: Timestamp
        var isOnScreen = false
    }

    init(_ console: Console) {
        self.console = console
        state = Mutex(State(shown: console.environment.clock()))
    }

    /// The milliseconds between two lines: quick enough for the eye, rare enough for a log.
    private var pause: Int64 { console.environment.canRedraw ? 100 : 10_000 }

    /// Takes a message from the collector.
    func show(_ progress: CollectorProgress) {
        let now = console.environment.clock()
        let isDue = state.withLock { state in
            guard now.milliseconds(since: state.shown) >= pause else { return false }
            state.shown = now
            state.isOnScreen = console.environment.canRedraw
            return true
        }
        guard isDue else { return }
        guard let columns = console.environment.messageColumns, console.environment.canRedraw else {
            return console.say([progress.text])
        }
        console.redraw(String(progress.text.safeForTerminal.prefix(max(0, columns - 1))))
    }

    /// Takes the line off the screen, until there is another.
    func end() {
        let wasOnScreen = state.withLock { state in
            defer { state.isOnScreen = false }
            return state.isOnScreen
        }
        if wasOnScreen { console.redraw("") }
    }
}

extension CollectorProgress {
    /// The progress in words, such as `reading 'a.csv': 45 %`.
    var text: String {
        guard let total, total > 0 else { return "\(step): \(done)" }
        let share = Double(done) / Double(total)
        return "\(step): \(Int(min(max(share, 0), 1) * 100)) %"
    }
}

extension Console {
    /// Replaces the line of a terminal on which messages appear.
    func redraw(_ line: String) {
        // Progress is no part of the answer: where it cannot go, it is lost.
        try? environment.messages.write("\r\u{1B}[K" + line)
    }
}
