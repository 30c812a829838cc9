public import PhaseLoom
public import PhaseLoomFormats
import Synchronization

/// Files that exist in memory only, for tests of a program built on ``CommandLineTool``.
public final class MemoryFiles: FileAccess {
    private let files: Mutex<[String: [UInt8]]>
    private let input: [UInt8]
    private let refusals: [String: String]

    /// Makes files in memory.
    ///
    /// - Parameters:
    ///   - files: the content by path.
    ///   - input: what standard input holds.
    ///   - refusals: the reason for which reading and writing a path fails, by path.
    public init(_ files: [String: String] = [:], input: String = "", refusing refusals: [String: String] = [:]) {
        self.files = Mutex(files.mapValues { Array($0.utf8) })
        self.input = Array(input.utf8)
        self.refusals = refusals
    }

    /// The content of a file; `nil` when there is none.
    public subscript(path: String) -> String? {
        files.withLock { $0[path].map { String(decoding: $0, as: UTF8.self) } }
    }

    /// The paths of all files, in order.
    public var paths: [String] { files.withLock { $0.keys.sorted() } }

    /// Reads a file.
    public func read(_ path: String?, limit: Int) throws(FileFailure) -> [UInt8] {
        let content: [UInt8]
        if let path {
            if let reason = refusals[path] { throw .refused(reason) }
            guard let found = files.withLock({ $0[path] }) else { throw .refused("no such file or directory") }
            content = found
        } else {
            content = input
        }
        guard content.count <= limit else { throw .tooLarge }
        return content
    }

    /// Writes a file.
    public func write(_ text: String, to path: String) throws(FileFailure) {
        if let reason = refusals[path] { throw .refused(reason) }
        files.withLock { $0[path] = Array(text.utf8) }
    }

    /// Reads a file in pieces of at most 64 bytes.
    public func read(_ path: String, inPieces body: (FileStatus, [UInt8]) throws -> Void) throws -> FileStatus {
        let content = try read(path, limit: .max)
        let status = FileStatus(size: content.count)
        for start in stride(from: 0, to: content.count, by: 64) {
            try body(status, Array(content[start..<min(start + 64, content.count)]))
        }
        return status
    }

    /// Writes a new file that waits for its name.
    public func stage(
        in folder: String, _ fill: (_ put: ([UInt8]) throws -> Void) throws -> Void
    ) throws -> String {
        if let reason = refusals[folder] { throw FileFailure.refused(reason) }
        var content: [UInt8] = []
        try fill { content += $0 }
        return files.withLock { files in
            let path = "\(folder).\(files.count).tmp"
            files[path] = content
            return path
        }
    }

    /// Gives a file another name.
    public func publish(_ path: String, as name: String) throws(FileFailure) {
        if let reason = refusals[name] { throw .refused(reason) }
        files.withLock { $0[name] = $0.removeValue(forKey: path) }
    }

    /// Removes a file.
    public func discard(_ path: String) { files.withLock { $0[path] = nil } }

    /// Does nothing: there are no folders in memory.
    public func makeFolder(_ path: String) throws(FileFailure) -> Bool {
        if let reason = refusals[path] { throw .refused(reason) }
        return true
    }

    /// Lists what is under a path; there are no folders in memory but those that files lie in.
    public func list(_ folder: String) throws(FileFailure) -> [HandoffEntry] {
        if let reason = refusals[folder] { throw .refused(reason) }
        let prefix = folder.hasSuffix("/") ? folder : folder + "/"
        let names = paths.filter { $0.hasPrefix(prefix) }.map { $0.dropFirst(prefix.count) }
        var entries: [HandoffEntry] = []
        for name in names {
            let parts = name.split(separator: "/", maxSplits: 1)
            let entry = HandoffEntry(path: String(parts[0]), kind: parts.count > 1 ? .folder : .file)
            if !entries.contains(entry) { entries.append(entry) }
        }
        return entries
    }
}
