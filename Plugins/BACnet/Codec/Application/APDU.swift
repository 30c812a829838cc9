/// A message between applications: a request, an answer, or what keeps the exchange in order.
///
/// Source: ANSI/ASHRAE 135-2020, clause 20.1.
public enum APDU: Hashable, Sendable {
    /// A request that is answered.
    case confirmedRequest(ConfirmedRequest)
    /// A message that is not answered.
    case unconfirmedRequest(UnconfirmedRequest)
    /// An answer that says no more than that it was done.
    case simpleAck(SimpleAck)
    /// An answer that says something.
    case complexAck(ComplexAck)
    /// The receipt for pieces of a message.
    case segmentAck(SegmentAck)
    /// The answer of a service that failed.
    case error(ErrorAnswer)
    /// The refusal of a request that could not be read.
    case reject(RejectAnswer)
    /// The end of an exchange before its time.
    case abort(AbortAnswer)
}
