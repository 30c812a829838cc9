import PhaseLoom

/// The two channels to the one who runs the program: answers and messages.
struct Console: Sendable {
    let program: String
    let environment: Environment

    /// Writes an answer as it is.
    ///
    /// A reader that has seen enough and closed the pipe is no failure: the answer was given.
    func answer(_ text: String) throws(CommandFailure) {
        do {
            try environment.output.write(text)
        } catch {
            if error == .closed { return }
            throw .environment("cannot write to standard output: \(error)")
        }
    }

    /// Tells something that is not part of the answer.
    func say(_ messages: [String]) {
        // A message keeps to its line, so that a name from outside cannot forge another one.
        let lines = messages.map { $0.safeForTerminal.split(separator: "\n").joined(separator: "\u{FFFD}") }
        let text = lines.map { "\(program): \($0)\n" }.joined()
        // Where messages cannot go there is nowhere to report that.
        try? environment.messages.write(text)
    }
}

extension String {
    /// The text without anything that steers a terminal or reorders what it shows; line ends stay.
    var safeForTerminal: String {
        // Most texts are plain ASCII, for which looking at bytes is enough.
        if utf8.allSatisfy({ (0x20..<0x7F).contains($0) || $0 == UInt8(ascii: "\n") }) { return self }
        return replacingUnprintable { $0 == "\n" ? $0 : "\u{FFFD}" }
    }
}
