public import PhaseLoom
import Synchronization

/// Files in memory for tests of collectors.
public final class MemoryCollectorFiles: CollectorFiles {
    private let files: [String: [UInt8]]
    private let pieceSize: Int
    private let written = Mutex<[String: [UInt8]]>([:])
    private let pieces = Mutex(0)
    /// What happens before a piece is handed on, with the number of pieces before it.
    private let hook: @Sendable (Int) -> Void

    /// Makes files.
    ///
    /// - Parameters:
    ///   - files: the content by path.
    ///   - pieceSize: the bytes of a piece.
    public convenience init(_ files: [String: [UInt8]] = [:], pieceSize: Int = 64) {
        self.init(files, pieceSize: pieceSize) { _ in }
    }

    init(_ files: [String: [UInt8]], pieceSize: Int, beforePiece hook: @escaping @Sendable (Int) -> Void) {
        self.files = files
        self.pieceSize = max(1, pieceSize)
        self.hook = hook
    }

    /// The files that the collector made, by name.
    public var results: [String: [UInt8]] { written.withLock { $0 } }

    /// The pieces that were read.
    var piecesRead: Int { pieces.withLock { $0 } }

    /// Yes: a test may want to see the results.
    public var keepsResults: Bool { true }

    /// Reads a file.
    ///
    /// - Throws: `CollectorError` when there is none.
    public func read(_ path: String, _ body: (FileStatus, [UInt8]) throws -> Void) throws -> FileStatus {
        guard let content = files[path] else {
            throw CollectorError(.environment, ["cannot read '\(path)': no such file or directory"])
        }
        let status = FileStatus(size: content.count)
        for start in stride(from: 0, to: content.count, by: pieceSize) {
            hook(
                pieces.withLock { count in
                    defer { count += 1 }
                    return count
                })
            try body(status, Array(content[start..<min(start + pieceSize, content.count)]))
        }
        return status
    }

    /// Keeps a file of results.
    ///
    /// - Throws: `CollectorError` when the name is none, or is taken.
    public func write(_ name: String, _ fill: (_ put: ([UInt8]) throws -> Void) throws -> Void) throws {
        guard !name.isEmpty, name != ".", name != "..", !name.contains("/"), results[name] == nil else {
            throw CollectorError(.environment, ["cannot write '\(name)': not a name, or given twice"])
        }
        var content: [UInt8] = []
        try fill { content += $0 }
        written.withLock { $0[name] = content }
    }
}
