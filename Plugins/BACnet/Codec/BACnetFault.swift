/// What is wrong with octets that should be a message, or with values that should become one.
public struct BACnetFault: Error, Hashable, Sendable {
    /// The kind of fault.
    public let code: Code
    /// What is wrong, in words.
    public let message: String
    /// The offset of the octet at which it shows, counted in the outermost input; in what is written, in the output.
    public let offset: Int

    /// A kind of fault.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// The input ends inside something.
        case truncated
        /// A tag stands where another has to stand.
        case wrongTag = "wrong-tag"
        /// A length is not one that the type can have, or not that of what it counts.
        case wrongLength = "wrong-length"
        /// A value is not one that may stand here.
        case wrongValue = "wrong-value"
        /// Values nest deeper than is read.
        case tooDeep = "too-deep"
        /// There is more of something than is read or can be written.
        case tooLong = "too-long"
        /// Octets follow after the end.
        case trailing
        /// A parameter is missing or does not fit what is written.
        case missingParameter = "missing-parameter"
        /// The service is none of the standard's, or has no type here and other parameters than are described.
        case unsupportedService = "unsupported-service"
        /// The message is of a kind that is not known here.
        case unsupportedMessage = "unsupported-message"
        /// The version of the protocol is not known here.
        case unsupportedVersion = "unsupported-version"
    }

    /// Describes a fault.
    public init(_ code: Code, _ message: String, offset: Int) {
        self.code = code
        self.message = message
        self.offset = offset
    }
}

extension BACnetFault: CustomStringConvertible {
    /// The message with the offset.
    public var description: String { "\(message) at octet \(offset)" }
}
