/// A folder that takes a handoff, or from which one is read.
///
/// Paths are relative to the folder, such as `evidence/004-test-report-results.pdf`; no part of one is `.` or `..`.
public protocol HandoffFolder: Sendable {
    /// Everything in the folder and in the folders inside, symbolic links not followed.
    func entries() throws -> [HandoffEntry]

    /// Reads a regular file piece by piece.
    ///
    /// - Throws: what `each` throws, and errors of the place; also when the path is a symbolic link.
    func read(_ path: String, _ each: ([UInt8]) throws -> Void) throws

    /// Writes a new file piece by piece, and makes the folder in which it lies.
    ///
    /// - Throws: what `fill` throws, and errors of the place; there is no file then.
    func write(_ path: String, _ fill: (_ put: ([UInt8]) throws -> Void) throws -> Void) throws
}

/// Something in a folder.
public struct HandoffEntry: Hashable, Sendable {
    /// The path in the folder.
    public let path: String
    /// What it is.
    public let kind: Kind

    /// Describes an entry.
    public init(path: String, kind: Kind) {
        self.path = path
        self.kind = kind
    }

    /// What can be in a folder.
    public enum Kind: String, Hashable, Sendable {
        /// A regular file.
        case file
        /// A folder.
        case folder
        /// A symbolic link, a pipe, a device.
        case other
    }
}
