import PhaseLoom
import Synchronization

/// The answer that a collector gives by itself, on its way to standard output.
final class OwnAnswer: Sendable {
    private let console: Console
    private let line: ProgressLine
    /// Whether it is printed; what goes to a program with `--json` is the report alone.
    private let isPrinted: Bool
    private let begun = Atomic(false)

    init(_ console: Console, line: ProgressLine, isPrinted: Bool) {
        self.console = console
        self.line = line
        self.isPrinted = isPrinted
    }

    /// Whether there is one, empty or not.
    var isGiven: Bool { begun.load(ordering: .relaxed) }

    /// Takes a piece.
    func take(_ piece: String) throws(CommandFailure) {
        begun.store(true, ordering: .relaxed)
        guard isPrinted, !piece.isEmpty else { return }
        // On a terminal the line of progress stands where the answer goes on.
        if console.environment.terminalColumns != nil { line.end() }
        try console.answer(piece)
    }
}
