public import FieldLinks

/// The reason why an exchange with a device came to nothing.
public enum BACnetError: Error, Hashable, Sendable {
    /// The device answers that the service failed.
    case error(ErrorClass, ErrorCode)
    /// The device could not read the request.
    case rejected(RejectReason)
    /// The device ended the exchange.
    case aborted(AbortReason)
    /// The device did not answer, as often as it was asked.
    case timedOut
    /// The device did not answer several times in a row and is left alone for a while.
    case resting
    /// A router answers that it does not reach the network, with the reason that it gives.
    case unreachable(network: UInt16, reason: UInt8)
    /// The answer is larger than the limits, and the exchange was ended.
    case tooLarge
    /// The request does not fit what the device takes.
    case requestTooLong(octets: Int, limit: Int)
    /// The answer, or what should have been sent, is not what the standard describes.
    case malformed(BACnetFault)
    /// The answer is well-formed, and is no answer to the request.
    case unexpected(String)
    /// The message is none of those that this client may send.
    case forbidden(String)
    /// The link failed, or the task was cancelled.
    case link(LinkError)
}

extension BACnetError {
    /// Whether the task was cancelled, so that nothing else should be tried.
    public var isCancellation: Bool {
        if case .link(let error) = self { error.code == .cancelled } else { false }
    }

    /// Whether the device answered: with an error, a refusal, or octets that cannot be read.
    public var isAnswer: Bool {
        switch self {
        case .error, .rejected, .aborted, .malformed, .unexpected, .tooLarge: true
        case .timedOut, .resting, .unreachable, .requestTooLong, .forbidden, .link: false
        }
    }
}

extension BACnetError: CustomStringConvertible {
    /// The reason, in words.
    public var description: String {
        switch self {
        case .error(let kind, let code): "the device answers with the error '\(code)' of the class '\(kind)'"
        case .rejected(let reason): "the device rejects the request as '\(reason)'"
        case .aborted(let reason): "the device ends the exchange with '\(reason)'"
        case .timedOut: "the device does not answer"
        case .resting: "the device did not answer before and is left alone for a while"
        case .unreachable(let network, let reason): "no router leads to network \(network), for the reason \(reason)"
        case .tooLarge: "the answer is larger than is taken"
        case .requestTooLong(let octets, let limit): "the request has \(octets) octets, the device takes \(limit)"
        case .malformed(let fault): "\(fault)"
        case .unexpected(let text): text
        case .forbidden(let text): text
        case .link(let error): "\(error)"
        }
    }
}
