/// A request that is answered.
///
/// Source: ANSI/ASHRAE 135-2020, clause 20.1.2.
public struct ConfirmedRequest: Hashable, Sendable {
    /// What the sender can take as the answer.
    public var limits: ReceptionLimits
    /// The number by which the answer is known again.
    public var invokeID: UInt8
    /// What is asked.
    public var content: Content

    /// What a request asks for.
    public enum Content: Hashable, Sendable {
        /// One property.
        case readProperty(ReadPropertyRequest)
        /// Several properties.
        case readPropertyMultiple(ReadPropertyMultipleRequest)
        /// A part of a list.
        case readRange(ReadRangeRequest)
        /// To be told of changes of an object.
        case subscribeCOV(SubscribeCOVRequest)
        /// To be told of changes of a property.
        case subscribeCOVProperty(SubscribeCOVPropertyRequest)
        /// That news of a change be taken.
        case covNotification(COVNotification)
        /// To write one property.
        case writeProperty(WritePropertyRequest)
        /// To write several properties.
        case writePropertyMultiple(WritePropertyMultipleRequest)
        /// Any other service of the standard.
        case parameters(ServiceParameters)
        /// A service without any parameters.
        case bare(ConfirmedService)
        /// A piece of a request that is longer than one frame.
        case fragment(ConfirmedService, MessageFragment)
    }

    /// Makes a request.
    public init(_ content: Content, invokeID: UInt8, limits: ReceptionLimits) {
        self.content = content
        self.invokeID = invokeID
        self.limits = limits
    }

    /// The service.
    public var service: ConfirmedService { content.service }
}

extension ConfirmedRequest.Content {
    /// The service that the content belongs to; that of parameters of anything else but a request is reserved.
    public var service: ConfirmedService {
        switch self {
        case .readProperty: .readProperty
        case .readPropertyMultiple: .readPropertyMultiple
        case .readRange: .readRange
        case .subscribeCOV: .subscribeCov
        case .subscribeCOVProperty: .subscribeCovProperty
        case .covNotification: .confirmedCovNotification
        case .writeProperty: .writeProperty
        case .writePropertyMultiple: .writePropertyMultiple
        case .parameters(let parameters):
            if case .request(let service) = parameters.message { service } else { ConfirmedService(255) }
        case .bare(let service), .fragment(let service, _): service
        }
    }
}
