/// A file that a collector read or made, with the hash of its content.
public struct CollectedFile: Hashable, Sendable {
    /// The name, without any folder.
    public let name: String
    /// Where the file was read; `nil` for one that the collector made.
    public let path: String?
    /// The size in bytes.
    public let size: Int
    /// The hash of the content.
    public let digest: Digest
    /// What the path names if it is a symbolic link; `nil` if it is none.
    public let linkTarget: String?

    /// Describes a file.
    public init(name: String, path: String?, size: Int, digest: Digest, linkTarget: String? = nil) {
        self.name = name
        self.path = path
        self.size = size
        self.digest = digest
        self.linkTarget = linkTarget
    }

    /// The last part of a path.
    static func name(of path: String) -> String {
        let parts = path.split(separator: "/")
        return parts.last.map(String.init) ?? path
    }
}
