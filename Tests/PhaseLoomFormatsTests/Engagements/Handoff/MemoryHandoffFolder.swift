import PhaseLoomFormats
import Synchronization

/// A package in memory, to be tampered with.
final class MemoryHandoffFolder: HandoffFolder {
    private let state: Mutex<(files: [String: [UInt8]], others: [HandoffEntry])>
    private let pieceSize: Int

    init(_ files: [String: [UInt8]] = [:], others: [HandoffEntry] = [], pieceSize: Int = 1000) {
        state = Mutex((files, others))
        self.pieceSize = pieceSize
    }

    var files: [String: [UInt8]] { state.withLock { $0.files } }

    func text(_ path: String) -> String { String(decoding: files[path] ?? [], as: UTF8.self) }

    func entries() -> [HandoffEntry] {
        state.withLock { state in
            let folders = Set(state.files.keys.filter { $0.contains("/") }.map { String($0.prefix { $0 != "/" }) })
            return state.files.keys.sorted().map { HandoffEntry(path: $0, kind: .file) }
                + folders.sorted().map { HandoffEntry(path: $0, kind: .folder) } + state.others
        }
    }

    func read(_ path: String, _ each: ([UInt8]) throws -> Void) throws {
        guard let content = files[path] else { throw Missing(path: path) }
        for start in stride(from: 0, to: content.count, by: pieceSize) {
            try each(Array(content[start..<min(start + pieceSize, content.count)]))
        }
    }

    func write(_ path: String, _ fill: (_ put: ([UInt8]) throws -> Void) throws -> Void) throws {
        var content: [UInt8] = []
        try fill { content += $0 }
        state.withLock { $0.files[path] = content }
    }

    struct Missing: Error { let path: String }

    /// The package after somebody worked on it.
    func changed(_ change: (inout [String: [UInt8]]) -> Void) -> MemoryHandoffFolder {
        var files = files
        change(&files)
        return MemoryHandoffFolder(files)
    }

    /// The package after somebody put a file into it and made the list of hashes agree.
    func resigned(_ change: (inout [String: [UInt8]]) -> Void) -> MemoryHandoffFolder {
        changed { files in
            change(&files)
            files["SHA256SUMS"] = nil
            let lines = files.keys.sorted().map { "\(Self.hash(files[$0] ?? []))  \($0)\n" }
            files["SHA256SUMS"] = Array(lines.joined().utf8)
        }
    }
}
