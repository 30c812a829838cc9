/// The answer of a service that failed.
///
/// Source: ANSI/ASHRAE 135-2020, clause 20.1.7.
public struct ErrorAnswer: Hashable, Sendable {
    /// The number of the request.
    public var invokeID: UInt8
    /// The service.
    public var service: ConfirmedService
    /// The error.
    public var error: ServiceError
    /// What else the error says, such as the first element that failed, with the error again; `nil` for the short form.
    public var details: ServiceParameters?

    /// Makes an answer in the short form.
    public init(_ service: ConfirmedService, _ error: ServiceError, invokeID: UInt8) {
        self.service = service
        self.error = error
        self.invokeID = invokeID
        details = nil
    }
}
