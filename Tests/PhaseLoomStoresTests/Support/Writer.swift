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

    init(_ path: String, name: String, tasks: Int, events: Int) throws {
        process.executableURL = Self.program
        process.arguments = [path, name, String(tasks), String(events)]
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
