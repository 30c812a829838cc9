import Foundation

/// A process that writes to a store, started from the program beside the tests.
final class Writer {
    private let process = Process()
    private let output = Pipe()
    private let errors = Pipe()
    private var unread: [UInt8] = []

    /// Where the build puts programs: the folder of the tests themselves.
    private static var program: URL {
        #if os(macOS)
        Bundle(for: Writer.self).bundleURL.deletingLastPathComponent().appending(path: "StoreWriter")
        #else
        URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "StoreWriter")
        #endif
    }

    /// Starts a process that writes.
    ///
    /// - Parameters:
    ///   - path: the store.
    ///   - name: the name of the writer and the beginning of its engagements' names.
    ///   - tasks: how many engagements it writes at once, besides the one that all writers share.
    ///   - events: how many batches it appends to each.
    ///   - largestFile: the largest file that it may write, in units of 512 bytes.
    /// - Throws: when the process cannot be started.
    convenience init(_ path: String, name: String, tasks: Int, events: Int, largestFile: Int? = nil) throws {
        let arguments = [path, name, String(tasks), String(events)]
        guard let largestFile else {
            try self.init(Self.program, arguments)
            return
        }
        // Writing beyond the limit fails when the signal is ignored, and ends the process otherwise.
        let script = #"trap '' XFSZ; ulimit -f \#(largestFile); exec "$0" "$@""#
        try self.init(URL(filePath: "/bin/sh"), ["-c", script, Self.program.path] + arguments)
    }

    /// Starts a process that visits a store as another user.
    convenience init(visiting path: String, as user: UInt32) throws {
        try self.init(Self.program, [path, String(user)])
    }

    private init(_ program: URL, _ arguments: [String]) throws {
        process.executableURL = program
        process.arguments = arguments
        process.standardOutput = output
        process.standardError = errors
        try process.run()
    }

    /// The next line that the process tells; `nil` at its end. A line that is not whole was not told.
    func nextLine() -> String? {
        while true {
            if let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
                defer { unread.removeFirst(end + 1) }
                return String(decoding: unread[..<end], as: UTF8.self)
            }
            let more = output.fileHandleForReading.availableData
            if more.isEmpty { return nil }
            unread += more
        }
    }

    /// Ends the process without any chance to tidy up.
    func kill() { Foundation.kill(process.processIdentifier, SIGKILL) }

    /// Waits for the end.
    ///
    /// - Returns: what the process said about failures, and its status.
    func wait() -> (errors: String, status: Int32) {
        let said = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (String(decoding: said, as: UTF8.self), process.terminationStatus)
    }
}
