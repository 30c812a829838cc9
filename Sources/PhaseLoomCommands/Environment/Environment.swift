public import PhaseLoom

/// Everything that a run touches outside itself, so that a test can run whole commands in memory.
public struct Environment: Sendable {
    /// Where answers go.
    public var output: any Sink
    /// Where messages go.
    public var messages: any Sink
    /// Where files are read and written.
    public var files: any FileAccess
    /// Where engagements are kept.
    public var stores: any StoreAccess
    /// Who runs the program, as far as the system knows; empty if it does not.
    public var user: String
    /// The environment variables that matter: `NO_COLOR`, `COLUMNS`, `TERM` and `PHASELOOM_STORE`.
    public var variables: [String: String]
    /// The width of the terminal on which answers appear; `nil` when they go elsewhere.
    public var terminalColumns: Int?
    /// The width of the terminal on which messages appear; `nil` when they go elsewhere.
    public var messageColumns: Int?
    /// What tells the time.
    public var clock: @Sendable () -> Timestamp
    /// What calls back once when somebody wants the run to end, until the call that it returns is made.
    public var interruptions: @Sendable (_ callback: @escaping @Sendable () -> Void) -> @Sendable () -> Void

    /// Describes the surroundings of a run.
    ///
    /// - Parameters:
    ///   - output: where answers go.
    ///   - messages: where messages go.
    ///   - files: where files are read and written.
    ///   - stores: where engagements are kept; in memory if not given.
    ///   - user: who runs the program; empty if nobody knows.
    ///   - variables: the environment variables that matter, as far as they are set.
    ///   - terminalColumns: the width of the terminal on which answers appear; `nil` when they go elsewhere.
    ///   - messageColumns: the width of the terminal on which messages appear; `nil` when they go elsewhere.
    ///   - clock: what tells the time.
    ///   - interruptions: what calls back when somebody wants the run to end.
    public init(
        output: any Sink, messages: any Sink, files: any FileAccess, stores: any StoreAccess = MemoryStores(),
        user: String = "", variables: [String: String] = [:], terminalColumns: Int? = nil, messageColumns: Int? = nil,
        clock: @escaping @Sendable () -> Timestamp = { Timestamp(milliseconds: 0) },
        interruptions: @escaping @Sendable (@escaping @Sendable () -> Void) -> @Sendable () -> Void = { _ in {} }
    ) {
        self.output = output
        self.messages = messages
        self.files = files
        self.stores = stores
        self.clock = clock
        self.user = user
        self.variables = variables
        self.terminalColumns = terminalColumns
        self.messageColumns = messageColumns
        self.interruptions = interruptions
    }

    /// The columns that answers may take: what `COLUMNS` says, else the terminal's width, else 80.
    var columns: Int {
        let asked = variables["COLUMNS"].flatMap { Int($0) } ?? terminalColumns ?? 80
        return min(max(asked, 40), 1000)
    }

    /// The path of the store if none is named.
    var storePath: String {
        let path = variables["PHASELOOM_STORE", default: ""]
        return path.isEmpty ? "phaseloom.db" : path
    }

    /// Whether messages may redraw their line.
    var canRedraw: Bool { messageColumns != nil && variables["TERM"] != "dumb" }

    /// Whether answers may carry colours: only on a terminal that knows them, and never with `NO_COLOR`.
    var isStyled: Bool {
        terminalColumns != nil && variables["NO_COLOR", default: ""].isEmpty && variables["TERM"] != "dumb"
    }
}
