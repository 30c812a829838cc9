/// An answer that says something.
///
/// Source: ANSI/ASHRAE 135-2020, clause 20.1.5.
public struct ComplexAck: Hashable, Sendable {
    /// The number of the request.
    public var invokeID: UInt8
    /// What is answered.
    public var content: Content

    /// What an answer says.
    public enum Content: Hashable, Sendable {
        /// One property.
        case readProperty(ReadPropertyAck)
        /// Several properties.
        case readPropertyMultiple(ReadPropertyMultipleAck)
        /// A part of a list.
        case readRange(ReadRangeAck)
        /// Any other service of the standard.
        case parameters(ServiceParameters)
        /// A piece of an answer that is longer than one frame.
        case fragment(ConfirmedService, MessageFragment)
    }

    /// Makes an answer.
    public init(_ content: Content, invokeID: UInt8) {
        self.content = content
        self.invokeID = invokeID
    }

    /// The service.
    public var service: ConfirmedService { content.service }
}

extension ComplexAck.Content {
    /// The service that the content belongs to; that of parameters of anything else but an answer is reserved.
    public var service: ConfirmedService {
        switch self {
        case .readProperty: .readProperty
        case .readPropertyMultiple: .readPropertyMultiple
        case .readRange: .readRange
        case .parameters(let parameters):
            if case .acknowledgement(let service) = parameters.message { service } else { ConfirmedService(255) }
        case .fragment(let service, _): service
        }
    }
}
