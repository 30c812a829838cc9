/// The parameters of a service that has no type of its own here, with the names of the standard.
public struct ServiceParameters: Hashable, Sendable {
    /// Which message they are the parameters of.
    public let message: ServiceMessage
    /// The parameters in their order; those that were left out are not among them.
    public var parameters: [Parameter]

    /// A parameter by its name.
    public struct Parameter: Hashable, Sendable {
        /// The name, such as `event-object-identifier`.
        public var name: String
        /// What it is.
        public var value: Value

        /// Makes a parameter.
        public init(_ name: String, _ value: Value) {
            self.name = name
            self.value = value
        }
    }

    /// What a parameter is.
    public indirect enum Value: Hashable, Sendable {
        /// A value without parts.
        case primitive(BACnetValue)
        /// Parts with names; of a choice, the one that was chosen.
        case fields([Parameter])
        /// Any number of the same.
        case list([Value])
        /// Values of which only the property or the maker knows what they mean.
        case any([BACnetValue])
    }

    /// Makes parameters.
    public init(_ message: ServiceMessage, _ parameters: [Parameter]) {
        self.message = message
        self.parameters = parameters
    }

    /// The value of a parameter; `nil` if it was left out.
    public subscript(name: String) -> Value? { parameters.first { $0.name == name }?.value }
}

extension ServiceParameters.Value {
    /// The value, if it has no parts.
    public var primitive: BACnetValue? {
        guard case .primitive(let value) = self else { return nil }
        return value
    }

    /// The part of a name, if it has parts.
    public subscript(name: String) -> ServiceParameters.Value? {
        guard case .fields(let parameters) = self else { return nil }
        return parameters.first { $0.name == name }?.value
    }
}
