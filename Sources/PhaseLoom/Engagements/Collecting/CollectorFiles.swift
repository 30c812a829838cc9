/// The files that a collector reads, and the place where it leaves those that it makes.
public protocol CollectorFiles: Sendable {
    /// Whether files that collectors make are kept; if not, there is no need to write them.
    var keepsResults: Bool { get }

    /// Reads a regular file to its end, in pieces of which none is empty.
    ///
    /// Anything that is no regular file in the end (a folder, a device, a pipe) is refused without being read.
    ///
    /// - Parameters:
    ///   - path: the path of the file; symbolic links are followed.
    ///   - body: what takes the status of the file and the pieces in their order.
    /// - Returns: the status of the file.
    /// - Throws: ``CollectorError`` when the file cannot be read, and what `body` throws.
    func read(_ path: String, _ body: (FileStatus, [UInt8]) throws -> Void) throws -> FileStatus

    /// Writes a file of results.
    ///
    /// The file is kept only when the whole run succeeds.
    ///
    /// - Parameters:
    ///   - name: the name of the file, without any folder.
    ///   - fill: what puts the pieces of the content in their order.
    /// - Throws: ``CollectorError`` when the file cannot be written, and what `fill` throws.
    func write(_ name: String, _ fill: (_ put: ([UInt8]) throws -> Void) throws -> Void) throws
}

/// What is known of a file before it is read.
public struct FileStatus: Hashable, Sendable {
    /// The size in bytes.
    public let size: Int
    /// What the path names if it is a symbolic link, as the link has it; `nil` if it is none.
    public let linkTarget: String?

    /// Describes a file.
    public init(size: Int, linkTarget: String? = nil) {
        self.size = size
        self.linkTarget = linkTarget
    }
}
