/// The error that a device answers a request with, or that stands in place of a value.
///
/// Source: ANSI/ASHRAE 135-2020, clause 18.
public struct ServiceError: Hashable, Sendable {
    /// The kind of error.
    public var errorClass: ErrorClass
    /// The error.
    public var errorCode: ErrorCode

    /// Makes an error.
    public init(_ errorClass: ErrorClass, _ errorCode: ErrorCode) {
        self.errorClass = errorClass
        self.errorCode = errorCode
    }
}

extension ServiceError: CustomStringConvertible {
    /// The kind and the error, such as `object/unknown-object`.
    public var description: String { "\(errorClass)/\(errorCode)" }
}
