/// A message of a service: what its parameters are depends on which of them it is.
public enum ServiceMessage: Hashable, Sendable {
    /// The request of a service that is answered.
    case request(ConfirmedService)
    /// The answer of a service that has something to say.
    case acknowledgement(ConfirmedService)
    /// A message of a service that is not answered.
    case unconfirmed(UnconfirmedService)
    /// The answer of a service that failed.
    case error(ConfirmedService)
}
