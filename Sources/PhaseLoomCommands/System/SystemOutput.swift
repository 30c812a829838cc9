/// A standard stream of the process.
struct SystemOutput: Sink {
    let descriptor: Int32

    func write(_ text: String) throws(FileFailure) { try System.write(Array(text.utf8), to: descriptor) }
}

extension Environment {
    /// The surroundings of this process: its standard streams, its files and its terminal.
    public static var process: Environment {
        var variables: [String: String] = [:]
        for name in ["NO_COLOR", "COLUMNS", "TERM", "PHASELOOM_STORE"] { variables[name] = System.variable(name) }
        return Environment(
            output: SystemOutput(descriptor: 1), messages: SystemOutput(descriptor: 2), files: SystemFiles(),
            stores: SystemStores(), user: System.user, variables: variables,
            terminalColumns: System.terminalColumns(of: 1), messageColumns: System.terminalColumns(of: 2),
            clock: { System.now }, interruptions: { Interruptions.start($0) })
    }
}
