/// What a map lets others do with a register.
public enum RegisterAccess: String, Hashable, Sendable, CaseIterable {
    /// It can be read.
    case read
    /// It can be written.
    case write
    /// It can be read and written.
    case readWrite = "read-write"

    /// Whether it can be written.
    public var isWritable: Bool { self != .read }
}
