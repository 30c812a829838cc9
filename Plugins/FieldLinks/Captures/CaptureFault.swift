/// The reason why the rest of a capture cannot be read.
public struct CaptureFault: Error, Hashable, Sendable {
    /// The kind of reason.
    public let code: Code
    /// What is wrong.
    public let message: String
    /// Where it is, in octets from the beginning of the file.
    public let offset: Int

    /// The kinds of reason.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// The file is neither pcap nor pcapng.
        case notACapture = "not-a-capture"
        /// The file ends in the middle of something.
        case truncated
        /// A length is impossible, or larger than any that is in use.
        case wrongLength = "wrong-length"
        /// Another value is impossible.
        case wrongValue = "wrong-value"
    }

    /// Describes a reason.
    public init(_ code: Code, _ message: String, offset: Int) {
        self.code = code
        self.message = message
        self.offset = offset
    }
}

extension CaptureFault: CustomStringConvertible {
    /// The message and the place.
    public var description: String { "octet \(offset): \(message)" }
}
