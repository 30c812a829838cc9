import Foundation

/// Other programs of the machine, for tests that let them judge what this one writes.
enum Shelf {
    struct Result {
        let status: Int32
        let output: String
        let errors: String
    }

    /// Runs a program with a text as its input; `nil` when the machine does not have it.
    static func run(
        _ program: String, _ arguments: [String], input: String, in directory: String = "/"
    ) throws -> Result? {
        let places = ["/usr/bin/", "/bin/", "/usr/local/bin/", "/opt/homebrew/bin/"].map { $0 + program }
        guard let path = places.first(where: FileManager.default.isExecutableFile) else { return nil }
        let folder = try Folder()
        let script = try folder.write("script", input)
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments + [script]
        process.currentDirectoryURL = URL(filePath: directory)
        let (output, errors) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let written = output.fileHandleForReading.readDataToEndOfFile()
        let complaints = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus, output: String(decoding: written, as: UTF8.self),
            errors: String(decoding: complaints, as: UTF8.self))
    }
}

/// A folder that exists as long as somebody holds it.
final class Folder {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "phaseloom-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    @discardableResult
    func write(_ name: String, _ text: String) throws -> String {
        let file = path + "/" + name
        try Data(text.utf8).write(to: URL(filePath: file))
        return file
    }

    func read(_ name: String) throws -> String { try String(contentsOfFile: path + "/" + name, encoding: .utf8) }

    var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
    }
}
