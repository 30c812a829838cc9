/// A request that only reads: there is no other case.
public enum ReadingRequest: Hashable, Sendable {
    /// One property.
    case property(ReadPropertyRequest)
    /// Several properties.
    case properties(ReadPropertyMultipleRequest)
    /// A part of a list.
    case range(ReadRangeRequest)

    var content: ConfirmedRequest.Content {
        switch self {
        case .property(let request): .readProperty(request)
        case .properties(let request): .readPropertyMultiple(request)
        case .range(let request): .readRange(request)
        }
    }
}
