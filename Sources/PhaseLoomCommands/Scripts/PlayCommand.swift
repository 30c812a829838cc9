import PhaseLoom
import PhaseLoomFormats

extension Command {
    /// Plays a script of commands.
    static let play = Command(
        syntax: .engagements(
            "play", "Play a script of commands, with fixed times and persons",
            [
                "A script has one command a line, without the name of the program and quoted as in a shell. 'at TIME' "
                    + "and 'by NAME' set the clock and the person for the lines after them; '#' begins a comment. A "
                    + "line that begins with '!' has to be answered with no (status 1), any other with yes. Where that "
                    + "is not so, playing ends."
            ],
            arguments: [.required("SCRIPT", "The script; '-' for standard input", .file)], common: [.store],
            examples: [
                .init("play campus.script --store trial.db", "Plays a script into a store of its own.")
            ])
    ) { invocation async throws(CommandFailure) in try await invocation.play() }
}

extension Invocation {
    fileprivate func play() async throws(CommandFailure) -> ExitStatus {
        let path = argument(0)
        let script = try script(at: path)
        var surroundings = environment
        if let store = arguments.value(.store) { surroundings.variables["PHASELOOM_STORE"] = store }
        for line in script.lines {
            try console.answer("> \(line.text)\n".safeForTerminal)
            switch line.content {
            case .at(let time): surroundings.clock = { time }
            case .by(let name): surroundings.user = name
            case .command(let words, let expectsNo):
                let status = await tool.run(words, in: surroundings)
                guard status == (expectsNo ? .no : .yes) else {
                    console.say([
                        "\(path):\(line.number): ended with status \(status.rawValue), not \(expectsNo ? 1 : 0); "
                            + "nothing after it was played"
                    ])
                    return status == .yes ? .no : status
                }
            }
        }
        return .yes
    }

    private func script(at path: String) throws(CommandFailure) -> Script {
        let bytes: [UInt8]
        do {
            bytes = try environment.files.read(path == "-" ? nil : path, limit: Script.sizeLimit)
        } catch {
            throw .environment("cannot read '\(path)': \(error)")
        }
        do {
            return try Script(parsing: bytes)
        } catch {
            throw .invalidInput("\(path):\(error.line): \(error.message)")
        }
    }
}
