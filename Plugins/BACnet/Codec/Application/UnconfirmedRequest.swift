/// A message that is not answered.
///
/// Source: ANSI/ASHRAE 135-2020, clause 20.1.3.
public enum UnconfirmedRequest: Hashable, Sendable {
    /// The question which devices are there.
    case whoIs(WhoIs)
    /// What a device says of itself.
    case iAm(IAm)
    /// The question which device has an object.
    case whoHas(WhoHas)
    /// The answer of a device that has the object.
    case iHave(IHave)
    /// The news that the value of an object has changed.
    case covNotification(COVNotification)
    /// The local time.
    case timeSynchronization(BACnetDateTime)
    /// The time in Greenwich.
    case utcTimeSynchronization(BACnetDateTime)
    /// Any other service of the standard.
    case parameters(ServiceParameters)

    /// The service; that of parameters of anything else but an unconfirmed request is reserved.
    public var service: UnconfirmedService {
        switch self {
        case .whoIs: .whoIs
        case .iAm: .iAm
        case .whoHas: .whoHas
        case .iHave: .iHave
        case .covNotification: .unconfirmedCovNotification
        case .timeSynchronization: .timeSynchronization
        case .utcTimeSynchronization: .utcTimeSynchronization
        case .parameters(let parameters):
            if case .unconfirmed(let service) = parameters.message { service } else { UnconfirmedService(255) }
        }
    }
}
